package health.clarion.safeguards.claims;

import health.clarion.safeguards.meaning.Embedding;
import health.clarion.safeguards.retrieval.Bm25;
import health.clarion.safeguards.retrieval.Embedded;
import health.clarion.safeguards.retrieval.Terms;
import health.clarion.safeguards.retrieval.Top;
import health.clarion.safeguards.retrieval.Vectors;
import health.clarion.safeguards.text.Word;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The checked claims of one language, made ready to be found again in posts. Claims that share words with a post and claims near it in
 * meaning are compared with it sign by sign; then the best is either the one that the post repeats, or the claim is not known here.
 * Thread-safe and always of the same answer. Meaning is English only; other languages go by words, with a threshold of their own.
 */
public final class KnownClaims {
    /** From this score on the post repeats the claim. */
    public static final double KNOWN = 0.5;

    /** How many by words, and how many by meaning, are looked at closely. */
    private static final int CANDIDATES = 60;

    private static final String ENGLISH = "en";

    /** Of claims just as likely the one checked last comes first, then by wording: never by the order in which they came. */
    private static final Comparator<FactCheck> ORDER = Comparator.comparing(
                    FactCheck::date, Comparator.nullsLast(Comparator.reverseOrder()))
            .thenComparing(FactCheck::claim)
            .thenComparing(FactCheck::title)
            .thenComparing(FactCheck::id);

    private final String language;
    private final List<FactCheck> checks;
    private final Bm25 words;
    private final List<CheckedWords> parts;
    private final Likeness likeness;
    private final @Nullable Function<List<String>, List<float[]>> embed;
    private volatile @Nullable Meanings meanings;

    KnownClaims(String language, List<FactCheck> checks, @Nullable Function<List<String>, List<float[]>> embed) {
        this.language = language;
        this.checks = checks.stream().sorted(ORDER).toList();
        List<FactCheck> plain = this.checks.stream().map(Unquoted::of).toList();
        List<List<String>> terms = new ArrayList<>();
        for (FactCheck check : plain) {
            terms.add(Terms.of(String.join("\n", check.claim(), check.title(), check.subtitle()), language));
        }
        words = new Bm25(terms);
        parts = plain.stream().map(check -> CheckedWords.of(check, words)).toList();
        likeness = new Likeness(words);
        this.embed = embed;
    }

    /**
     * What the claims mean.
     *
     * @param claims of the claims alone
     * @param both of claims with their headlines
     */
    private record Meanings(Vectors claims, Vectors both) {
        static Meanings of(List<FactCheck> plain, Function<List<String>, List<float[]>> embed) {
            List<float[]> ofClaims =
                    embed.apply(plain.stream().map(FactCheck::claim).toList());
            List<float[]> ofTitles =
                    embed.apply(plain.stream().map(FactCheck::title).toList());
            List<float[]> joined = new ArrayList<>();
            for (int i = 0; i < ofClaims.size(); i++) {
                joined.add(Vectors.joined(ofClaims.get(i), ofTitles.get(i)));
            }
            return new Meanings(new Vectors(ofClaims), new Vectors(joined));
        }
    }

    /** What the claims mean, looked at when it is first asked for; null where meaning is unknown. */
    private @Nullable Meanings meanings() {
        if (meanings == null && embed != null) {
            synchronized (this) {
                if (meanings == null) {
                    meanings = Meanings.of(checks.stream().map(Unquoted::of).toList(), embed);
                }
            }
        }
        return meanings;
    }

    /**
     * Makes claims ready; those of another language are left out. English ones are looked at for their meaning too, which takes about
     * 6 ms each on one core; all cores are used.
     *
     * @param language two letters
     * @param progress hears how many texts have their meaning, of two a claim, from any thread
     */
    public static KnownClaims of(String language, List<FactCheck> checks, IntConsumer progress) {
        KnownClaims ready = whenAsked(language, checks, progress);
        ready.meanings();
        return ready;
    }

    /** The same, but their meaning is looked at when a post is first compared by it. */
    static KnownClaims whenAsked(String language, List<FactCheck> checks, IntConsumer progress) {
        List<FactCheck> spoken =
                checks.stream().filter(check -> check.lang().equals(language)).toList();
        int[] before = {0};
        Function<List<String>, List<float[]>> embed = texts -> {
            int start = before[0];
            before[0] += texts.size();
            return Embedded.of(texts, done -> progress.accept(start + done));
        };
        return new KnownClaims(language, spoken, language.equals(ENGLISH) && Embedding.isAvailable() ? embed : null);
    }

    /**
     * A checked claim and how surely a post repeats it.
     *
     * @param check the claim
     * @param score 0 to 1; {@link #KNOWN} or more of the first means that the post repeats it
     */
    public record Match(FactCheck check, double score) {}

    /**
     * What a post repeats.
     *
     * @param matches the likeliest claims, the best first
     * @param known whether the post repeats the first of them; otherwise its claim is not known here
     */
    public record Matches(List<Match> matches, boolean known) {}

    /** The language of the claims, two letters. */
    public String language() {
        return language;
    }

    /** The claims that a post likeliest repeats, at most this many. */
    public Matches match(String text, int most) {
        return match(text, most, true);
    }

    /**
     * The claims that a post likeliest repeats.
     *
     * @param most how many at most
     * @param byMeaning whether to look at the post's meaning where that is known; otherwise only at its words, about ten times as fast
     */
    public Matches match(String text, int most, boolean byMeaning) {
        SharedPost post = SharedPost.read(text);
        return matches(post, byMeaning ? vector(post) : null, most);
    }

    /** What a post means; null where that is unknown. */
    private float @Nullable [] vector(SharedPost post) {
        return embed == null ? null : Embedding.standard().of(post.words());
    }

    /**
     * Whether a sentence has so many words in common with a claim that it may repeat it: two that say something, or one that tells a third
     * of the claim, such as the name of a remedy. Where it has not, neither words nor meaning make it known, and looking would be for nothing.
     */
    boolean shareWords(List<Word> sentence) {
        BitSet said = new BitSet();
        for (String term : Terms.of(sentence, language)) {
            int number = words.number(term);
            if (number >= 0) {
                said.set(number);
            }
        }
        return !said.isEmpty() && parts.stream().anyMatch(claim -> likeness.shares(claim, said));
    }

    /**
     * A claim that was looked at closely, with what was compared; for measuring what another ranker could reach.
     *
     * @param check the claim
     * @param signs how it is like the post, always the same ones in the same order
     */
    public record Candidate(FactCheck check, double[] signs) {}

    /** All claims that are looked at closely for a post, the best first. */
    public List<Candidate> candidates(String text) {
        SharedPost post = SharedPost.read(text);
        return compared(post, vector(post)).stream()
                .map(one -> new Candidate(checks.get(one.claim()), one.signs().clone()))
                .toList();
    }

    private Matches matches(SharedPost post, float @Nullable [] vector, int most) {
        List<Compared> compared = compared(post, vector);
        List<Match> matches = new ArrayList<>();
        double sure = Certainty.of(compared, vector != null);
        for (Compared one : compared.subList(0, Math.min(most, compared.size()))) {
            double behind = Math.exp(one.sum() - compared.getFirst().sum());
            matches.add(new Match(checks.get(one.claim()), sure * behind));
        }
        return new Matches(matches, sure >= KNOWN && !matches.isEmpty());
    }

    /**
     * A checked claim compared with a post.
     *
     * @param claim its place
     * @param signs a value for each {@link Sign}
     * @param sum the weighted sum of them
     */
    record Compared(int claim, double[] signs, double sum) {
        double sign(Sign sign) {
            return signs[sign.ordinal()];
        }
    }

    /** The candidates for a post, the best first. */
    List<Compared> compared(SharedPost post, float @Nullable [] vector) {
        PostWords said = PostWords.of(post, language, words);
        float[] scores = words.scores(said.terms());
        Meanings near = vector == null ? null : meanings();
        float[] cosines =
                near == null || vector == null ? new float[0] : near.both().cosines(vector);
        BitSet found = new BitSet();
        for (int claim : Top.of(CANDIDATES, scores)) {
            found.set(claim);
        }
        for (int claim : Top.of(CANDIDATES, cosines)) {
            found.set(claim);
        }
        List<Compared> compared = new ArrayList<>();
        found.stream().forEach(claim -> {
            double[] signs = new double[Sign.values().length];
            likeness.compare(said, parts.get(claim), checks.get(claim), scores[claim], signs);
            if (vector != null && near != null) {
                Likeness.put(signs, Sign.MEANING, cosines[claim]);
                Likeness.put(signs, Sign.MEANING_OF_CLAIM, near.claims().cosine(claim, vector));
            }
            compared.add(new Compared(claim, signs, sum(signs, vector != null)));
        });
        compared.sort(Comparator.comparingDouble(Compared::sum).reversed().thenComparingInt(Compared::claim));
        return compared;
    }

    private static double sum(double[] signs, boolean meaning) {
        double sum = 0;
        for (Sign sign : Sign.values()) {
            sum += signs[sign.ordinal()] * (meaning ? sign.weight : sign.weightOfWords);
        }
        return sum;
    }
}
