package health.clarion.safeguards.claims;

import health.clarion.safeguards.Draft;
import health.clarion.safeguards.Knowledge;
import health.clarion.safeguards.Span;
import health.clarion.safeguards.rules.Hit;
import health.clarion.safeguards.text.Passage;
import health.clarion.safeguards.text.Sentence;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Tells which claims of a text were checked before, by whom, and with what verdict: never with one of our own. What a checker found false
 * is a warning when the text repeats it, and a note when the text seems to deny it.
 */
public final class Recognised {
    private static final int FEWEST_WORDS = 3;
    private static final int MOST_SENTENCES = 12;

    private static final Set<String> FALSE = Set.of(
            "false",
            "fake",
            "incorrect",
            "misleading",
            "wrong",
            "untrue",
            "unproven",
            "unsupported",
            "inaccurate",
            "hoax",
            "scam",
            "debunked",
            "fals",
            "falso",
            "falsa",
            "enganoso",
            "enganosa",
            "bulo",
            "enganyos",
            "enganyosa",
            "erroneo",
            "erroni");

    private static final Set<String> DENIED = Set.of(
            "not", "no", "never", "dont", "doesnt", "cant", "cannot", "isnt", "arent", "wont", "myth", "myths", "false",
            "untrue", "wrong", "hoax", "rumour", "rumor", "nunca", "jamas", "tampoco", "mito", "mitos", "falso", "bulo",
            "bulos", "mai", "mite", "fals", "tampoc");

    /** Looks at each sentence that may be a claim. */
    public void look(
            Passage passage,
            Draft draft,
            Knowledge knowledge,
            boolean byMeaning,
            List<Span> claimed,
            Consumer<Hit> hits) {
        for (KnownClaims known : knowledge.claims()) {
            if (known.language().equals(draft.language())) {
                Set<String> told = new HashSet<>();
                for (Sentence sentence : sentences(passage, claimed)) {
                    if (known.shareWords(passage.words().subList(sentence.firstWord(), sentence.lastWord()))) {
                        look(passage, span(passage, sentence), known, byMeaning, told, hits);
                    }
                }
            }
        }
    }

    /** The sentences that count as claims first, then the others, a dozen at most. */
    private static List<Sentence> sentences(Passage passage, List<Span> claimed) {
        Set<Span> claims = Set.copyOf(claimed);
        List<Sentence> first = new ArrayList<>();
        List<Sentence> others = new ArrayList<>();
        for (Sentence sentence : passage.sentences()) {
            if (first.size() == MOST_SENTENCES) {
                break;
            }
            if (claims.contains(span(passage, sentence))) {
                first.add(sentence);
            } else if (sentence.size() >= FEWEST_WORDS && !sentence.question() && others.size() < MOST_SENTENCES) {
                others.add(sentence);
            }
        }
        first.addAll(others.subList(0, Math.min(MOST_SENTENCES - first.size(), others.size())));
        return first;
    }

    private static Span span(Passage passage, Sentence sentence) {
        return passage.wordSpan(sentence.firstWord(), sentence.lastWord());
    }

    private static void look(
            Passage passage, Span span, KnownClaims known, boolean byMeaning, Set<String> told, Consumer<Hit> hits) {
        String sentence = passage.slice(span.start(), span.end());
        KnownClaims.Matches found = known.match(sentence, 1, byMeaning);
        if (!found.known() || !told.add(found.matches().getFirst().check().id())) {
            return;
        }
        KnownClaims.Match match = found.matches().getFirst();
        FactCheck check = match.check();
        boolean denies = denies(sentence) != denies(check.claim());
        String rule = isFalse(check.verdict()) && !denies ? "claims/known-false" : "claims/known-claim";
        List<String> args = List.of(check.claim(), check.verdict(), check.publisher(), check.subtitle());
        String source = check.source().isEmpty() ? null : check.source();
        double score = Math.round(match.score() * 1000) / 1000.0;
        hits.accept(new Hit(rule, span, args, null, source, OptionalDouble.of(score), check.said()));
    }

    private static boolean isFalse(String verdict) {
        List<String> words = Passage.fold(verdict);
        return words.stream().anyMatch(FALSE::contains) || words.contains("fire") && words.contains("pants");
    }

    private static boolean denies(String text) {
        return Passage.fold(text).stream().anyMatch(DENIED::contains);
    }
}
