package health.clarion.safeguards.claims;

import health.clarion.safeguards.retrieval.Bm25;
import health.clarion.safeguards.retrieval.Terms;
import health.clarion.safeguards.retrieval.Top;
import health.clarion.safeguards.retrieval.Vectors;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The checked claims of one language, made ready to be found again in posts. Claims that share words with a post and claims near it in
 * meaning are compared with it sign by sign; then the best is either the one that the post repeats, or the claim is not known here.
 * Immutable, thread-safe. Meaning is English only; other languages go by words, with thresholds of their own.
 */
public final class KnownClaims {
    /** How many by words, and how many by meaning, are looked at closely. */
    private static final int CANDIDATES = 60;

    private final String language;
    private final List<FactCheck> checks;
    private final Bm25 words;
    private final List<CheckedWords> parts;
    private final Likeness likeness;
    private final @Nullable Meanings meanings;

    /** The vectors of claims, of headlines, of what was found, and of claim and headline together. */
    private record Meanings(Vectors claims, Vectors titles, Vectors subtitles, Vectors both) {
        static Meanings of(List<FactCheck> checks, Function<List<String>, List<float[]>> embed) {
            List<float[]> claims =
                    embed.apply(checks.stream().map(FactCheck::claim).toList());
            List<float[]> titles =
                    embed.apply(checks.stream().map(FactCheck::title).toList());
            List<float[]> both = new ArrayList<>();
            List<float[]> named = new ArrayList<>();
            for (int i = 0; i < checks.size(); i++) {
                boolean untitled = checks.get(i).title().isBlank();
                named.add(untitled ? claims.get(i) : titles.get(i));
                both.add(untitled ? claims.get(i) : Vectors.joined(claims.get(i), titles.get(i)));
            }
            return new Meanings(
                    new Vectors(claims),
                    new Vectors(named),
                    new Vectors(
                            embed.apply(checks.stream().map(FactCheck::subtitle).toList())),
                    new Vectors(both));
        }
    }

    KnownClaims(String language, List<FactCheck> checks, @Nullable Function<List<String>, List<float[]>> embed) {
        this.language = language;
        this.checks = List.copyOf(checks);
        List<List<String>> terms = new ArrayList<>();
        for (FactCheck check : checks) {
            terms.add(Terms.of(String.join("\n", check.claim(), check.title(), check.subtitle()), language));
        }
        words = new Bm25(terms);
        parts = checks.stream().map(check -> CheckedWords.of(check, words)).toList();
        likeness = new Likeness(words);
        meanings = embed == null ? null : Meanings.of(checks, embed);
    }

    /** A checked claim compared with a post. */
    record Compared(int claim, double[] signs, double sum) {}

    /** The candidates for a post, the best first. */
    List<Compared> compared(SharedPost post, float @Nullable [] vector) {
        PostWords said = PostWords.of(post, language, words);
        float[] scores = words.scores(said.terms());
        int[] byWords = Top.of(CANDIDATES, scores);
        Meanings known = vector == null ? null : meanings;
        float[] cosines =
                known == null || vector == null ? new float[0] : known.both().cosines(vector);
        int[] byMeaning = Top.of(CANDIDATES, cosines);
        Map<Integer, double[]> found = new LinkedHashMap<>();
        rank(byWords, Sign.RANK_BY_WORDS, found);
        rank(byMeaning, Sign.RANK_BY_MEANING, found);
        float best = byWords.length == 0 ? 0 : scores[byWords[0]];
        List<Compared> compared = new ArrayList<>();
        found.forEach((claim, signs) -> {
            likeness.compare(said, parts.get(claim), checks.get(claim), scores[claim], best, signs);
            if (known != null && vector != null) {
                Likeness.put(signs, Sign.MEANING, cosines[claim]);
                Likeness.put(signs, Sign.MEANING_OF_CLAIM, known.claims().cosine(claim, vector));
                Likeness.put(signs, Sign.MEANING_OF_TITLE, known.titles().cosine(claim, vector));
                Likeness.put(signs, Sign.MEANING_OF_SUBTITLE, known.subtitles().cosine(claim, vector));
            }
            compared.add(new Compared(claim, signs, sum(signs, known != null)));
        });
        compared.sort(Comparator.comparingDouble(Compared::sum).reversed().thenComparingInt(Compared::claim));
        return compared;
    }

    private static void rank(int[] ranked, Sign sign, Map<Integer, double[]> found) {
        for (int i = 0; i < ranked.length; i++) {
            double[] signs = found.computeIfAbsent(ranked[i], ignored -> {
                double[] fresh = new double[Sign.values().length];
                Likeness.put(fresh, Sign.RANK_BY_WORDS, Math.log1p(CANDIDATES));
                Likeness.put(fresh, Sign.RANK_BY_MEANING, Math.log1p(CANDIDATES));
                return fresh;
            });
            Likeness.put(signs, sign, Math.log1p(i));
        }
    }

    private static double sum(double[] signs, boolean meaning) {
        double sum = 0;
        for (Sign sign : Sign.values()) {
            sum += signs[sign.ordinal()] * (meaning ? sign.weight : sign.weightOfWords);
        }
        return sum;
    }
}
