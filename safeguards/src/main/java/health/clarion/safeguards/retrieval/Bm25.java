package health.clarion.safeguards.retrieval;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Texts found by the words they share with a query: Okapi BM25 (S. Robertson and H. Zaragoza, The Probabilistic Relevance Framework,
 * 2009) over an index in memory, with the usual k1 of 1.2 and b of 0.75. Immutable once built.
 */
public final class Bm25 {
    private static final double K1 = 1.2;
    private static final double B = 0.75;

    private final Map<String, Integer> numbers = new HashMap<>();
    private final int[][] texts;
    private final float[][] weights;
    private final float[] idf;
    private final int size;

    /** An index of texts, each given as its terms. */
    public Bm25(List<List<String>> all) {
        size = all.size();
        List<int[]> counts = new ArrayList<>();
        long words = 0;
        int[] frequency = new int[16];
        for (List<String> terms : all) {
            int[] ids = new int[terms.size()];
            for (int i = 0; i < ids.length; i++) {
                ids[i] = numbers.computeIfAbsent(terms.get(i), ignored -> numbers.size());
            }
            Arrays.sort(ids);
            counts.add(ids);
            words += ids.length;
            frequency =
                    Arrays.copyOf(frequency, Math.max(frequency.length, Integer.highestOneBit(numbers.size() + 1) * 2));
            for (int i = 0; i < ids.length; i++) {
                frequency[ids[i]] += i == 0 || ids[i] != ids[i - 1] ? 1 : 0;
            }
        }
        idf = new float[numbers.size()];
        texts = new int[numbers.size()][];
        weights = new float[numbers.size()][];
        for (int term = 0; term < idf.length; term++) {
            idf[term] = idfOf(frequency[term]);
            texts[term] = new int[frequency[term]];
            weights[term] = new float[frequency[term]];
        }
        post(counts, words / Math.max(1.0, size));
    }

    private void post(List<int[]> counts, double meanLength) {
        int[] filled = new int[idf.length];
        for (int text = 0; text < size; text++) {
            int[] ids = counts.get(text);
            double length = K1 * (1 - B + B * ids.length / Math.max(1, meanLength));
            for (int from = 0; from < ids.length; ) {
                int to = from;
                while (to < ids.length && ids[to] == ids[from]) {
                    to++;
                }
                int term = ids[from];
                int count = to - from;
                texts[term][filled[term]] = text;
                weights[term][filled[term]++] = (float) (idf[term] * count * (K1 + 1) / (count + length));
                from = to;
            }
        }
    }

    private float idfOf(int texts) {
        return (float) Math.log(1 + (size - texts + 0.5) / (texts + 0.5));
    }

    /** How many texts there are. */
    public int size() {
        return size;
    }

    /** The number of a term, or -1 when no text has it. */
    public int number(String term) {
        return numbers.getOrDefault(term, -1);
    }

    /** How much a term tells: the rarer, the more. A term in no text tells the most. */
    public float idf(String term) {
        int number = number(term);
        return number < 0 ? idfOf(0) : idf[number];
    }

    /** How much the term of a number tells. */
    public float idf(int number) {
        return number < 0 ? idfOf(0) : idf[number];
    }

    /** The score of every text for the distinct terms of a query; 0 where none is shared. */
    public float[] scores(Iterable<String> query) {
        float[] scores = new float[size];
        for (String term : query) {
            int number = number(term);
            if (number >= 0) {
                int[] in = texts[number];
                float[] weight = weights[number];
                for (int i = 0; i < in.length; i++) {
                    scores[in[i]] += weight[i];
                }
            }
        }
        return scores;
    }
}
