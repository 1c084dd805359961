package health.clarion.safeguards.claims;

import health.clarion.safeguards.Draft;
import health.clarion.safeguards.Span;
import health.clarion.safeguards.meaning.Meaning;
import health.clarion.safeguards.rules.Hit;
import health.clarion.safeguards.rules.PhraseTrie;
import health.clarion.safeguards.rules.RuleBook;
import health.clarion.safeguards.text.Passage;
import health.clarion.safeguards.text.Sentence;
import health.clarion.safeguards.text.Word;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Spots sentences that claim something about health and asks each for its source. A sentence is scored by the signs in it, each a
 * list of words in the rule files with a named weight here; the weights are set by hand so that a health topic with an effect or a
 * figure is a claim, and an invitation, a question or a feeling is not.
 */
public final class Claims {
    /** From here on a sentence counts as a claim. */
    static final double CLAIM = 0.5;

    private static final double START = -2.9;
    private static final double QUESTION = -2.2;
    private static final double DIGITS_WITHOUT_MEANING = 0.3;
    private static final int FEWEST_WORDS = 3;
    private static final int WORDS_OF_A_SOURCE = 3;

    private enum Sign {
        TOPIC("claim-topic", 1.7),
        EFFECT("claim-effect", 2.1),
        FIGURE("claim-figure", 1.9),
        EVIDENCE("claim-evidence", 1.1),
        COMPARISON("claim-comparison", 1.4),
        INVITATION("claim-invitation", -2.6),
        FEELING("claim-feeling", -1.6),
        WISH("claim-wish", -1.2);

        final String list;
        final double weight;

        Sign(String list, double weight) {
            this.list = list;
            this.weight = weight;
        }
    }

    private record Told(Sign sign, String language) {}

    private final PhraseTrie<Told> signs = new PhraseTrie<>();
    private final CheckWorthiness worthiness;

    /** Takes the lists {@code claim-*-LANGUAGE} of a book. */
    public Claims(RuleBook book) {
        worthiness = new CheckWorthiness(book);
        for (Sign sign : Sign.values()) {
            for (String language : List.of("en", "es", "ca")) {
                List<String> phrases = book.lists().getOrDefault(sign.list + "-" + language, List.of());
                phrases.forEach(phrase -> signs.add(phrase, book.lists(), new Told(sign, language)));
            }
        }
    }

    /**
     * A sentence and how likely it is a health claim.
     *
     * @param sentence where it is
     * @param score 0 to 1
     */
    private record Scored(Sentence sentence, double score) {}

    /**
     * What was claimed.
     *
     * @param checkworthy how worth checking the whole text is, 0 to 1
     * @param claims the sentences that count as claims
     */
    public record Claimed(double checkworthy, List<Span> claims) {}

    /**
     * Looks for claims, tells those that have no source, and notes those that have one. How worth checking an English text is depends on
     * the whole of it; of other languages the likeliest sentence decides.
     */
    public Claimed look(Passage passage, Draft draft, Meaning meaning, Consumer<Hit> hits) {
        List<Scored> scored = scored(passage, draft.language());
        List<Scored> claims =
                scored.stream().filter(one -> one.score() >= CLAIM).toList();
        List<Span> spans = new ArrayList<>();
        List<Folded> sources = claims.isEmpty()
                ? List.of()
                : draft.sources().stream()
                        .filter(source -> !source.isBlank())
                        .map(Folded::of)
                        .toList();
        for (Scored claim : claims) {
            Span span = passage.wordSpan(
                    claim.sentence().firstWord(), claim.sentence().lastWord());
            boolean sourced = isSourced(passage, span, claims.size(), sources);
            hits.accept(Hit.of(sourced ? "claims/health-claim" : "claims/needs-source", span)
                    .sure(rounded(claim.score())));
            spans.add(span);
        }
        return new Claimed(rounded(checkworthy(passage, draft, meaning, scored)), spans);
    }

    private double checkworthy(Passage passage, Draft draft, Meaning meaning, List<Scored> scored) {
        return draft.language().equals("en") && !passage.words().isEmpty()
                ? worthiness.of(passage, meaning.vector())
                : scored.stream().mapToDouble(Scored::score).max().orElse(0);
    }

    private List<Scored> scored(Passage passage, String language) {
        List<Scored> scored = new ArrayList<>();
        List<Set<Sign>> found = new ArrayList<>();
        passage.sentences().forEach(sentence -> found.add(EnumSet.noneOf(Sign.class)));
        int[] at = {0};
        signs.walk(passage, (meaning, sentence, from, to) -> {
            while (passage.sentences().get(at[0]) != sentence) {
                at[0]++;
            }
            if (meaning.language().equals(language)) {
                found.get(at[0]).add(meaning.sign());
            }
        });
        for (int i = 0; i < found.size(); i++) {
            Sentence sentence = passage.sentences().get(i);
            scored.add(new Scored(sentence, score(passage, sentence, found.get(i))));
        }
        return scored;
    }

    private static double score(Passage passage, Sentence sentence, Set<Sign> signs) {
        if (sentence.size() < FEWEST_WORDS) {
            return 0;
        }
        double sum = START + (sentence.question() ? QUESTION : 0);
        for (Sign sign : signs) {
            sum += sign.weight;
        }
        if (!signs.contains(Sign.FIGURE) && hasNumber(passage, sentence)) {
            sum += isShare(passage, sentence) ? Sign.FIGURE.weight : DIGITS_WITHOUT_MEANING;
        }
        return LogOdds.probability(sum);
    }

    private static boolean hasNumber(Passage passage, Sentence sentence) {
        for (Word word : passage.words().subList(sentence.firstWord(), sentence.lastWord())) {
            if (!word.text().isEmpty() && Character.isDigit(word.text().charAt(0))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isShare(Passage passage, Sentence sentence) {
        int start = passage.words().get(sentence.firstWord()).start();
        int end = passage.words().get(sentence.lastWord() - 1).end();
        return passage.folded()
                        .substring(start, Math.min(end + 1, passage.folded().length()))
                        .indexOf('%')
                >= 0;
    }

    private static boolean isSourced(Passage passage, Span claim, int claims, List<Folded> sources) {
        String words = String.join(" ", Passage.fold(passage.slice(claim.start(), claim.end())));
        for (Folded source : sources) {
            if (source.address() ? claims == 1 : covers(source.names(), source.length(), words)) {
                return true;
            }
        }
        return false;
    }

    /**
     * A source as it is compared with claims.
     *
     * @param names its words, folded
     * @param length how many
     * @param address whether it is an address alone, which belongs to the only claim there is
     */
    private record Folded(String names, int length, boolean address) {
        static Folded of(String source) {
            List<String> named = Passage.fold(source);
            return new Folded(
                    String.join(" ", named), named.size(), named.stream().allMatch(String::isEmpty));
        }
    }

    /** The words of a source cover a claim when either stands in the other, and they are more than a word or two. */
    private static boolean covers(String names, int length, String claim) {
        return names.contains(claim) || length >= WORDS_OF_A_SOURCE && claim.contains(names);
    }

    private static double rounded(double score) {
        return Math.round(score * 1000) / 1000.0;
    }
}
