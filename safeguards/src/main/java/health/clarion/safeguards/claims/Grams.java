package health.clarion.safeguards.claims;

import health.clarion.safeguards.retrieval.Bm25;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * The runs of four letters of a text's terms, each weighted by how much its term tells, so that words spelled or inflected in another way
 * still resemble each other.
 *
 * @param runs the runs as numbers, ascending
 * @param weights the weight of each
 * @param length the length of the weights as a vector
 */
record Grams(long[] runs, float[] weights, double length) {
    private static final int LETTERS = 4;

    /** The runs of the distinct terms of a text. */
    static Grams of(Collection<String> terms, Bm25 index) {
        Map<Long, Float> heaviest = new HashMap<>();
        for (String term : terms) {
            String edged = "_" + term + "_";
            float weight = index.idf(term) / (float) Math.sqrt(edged.length());
            for (int i = 0; i + LETTERS <= edged.length(); i++) {
                heaviest.merge(run(edged, i), weight, Math::max);
            }
        }
        long[] runs = heaviest.keySet().stream().mapToLong(Long::longValue).toArray();
        Arrays.sort(runs);
        float[] weights = new float[runs.length];
        double square = 0;
        for (int i = 0; i < runs.length; i++) {
            weights[i] = heaviest.getOrDefault(runs[i], 0f);
            square += weights[i] * weights[i];
        }
        return new Grams(runs, weights, Math.sqrt(square));
    }

    private static long run(String text, int at) {
        long run = 0;
        for (int i = at; i < at + LETTERS; i++) {
            run = run << Character.SIZE | text.charAt(i);
        }
        return run;
    }

    /** The cosine with another text's. */
    double cosine(Grams other) {
        double sum = 0;
        int i = 0;
        int j = 0;
        while (i < runs.length && j < other.runs.length) {
            if (runs[i] == other.runs[j]) {
                sum += weights[i++] * other.weights[j++];
            } else if (runs[i] < other.runs[j]) {
                i++;
            } else {
                j++;
            }
        }
        return length * other.length == 0 ? 0 : sum / (length * other.length);
    }
}
