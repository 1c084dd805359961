package health.clarion.evaluation;

import health.clarion.safeguards.meaning.Embedding;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A ranker fitted freely in memory, only to tell what that could reach: logistic regression on the difference of a right answer and of a
 * wrong one to the same question (R. Herbrich and others, 1999).
 */
final class FreeRanking {
    private static final int MOST_WRONG = 8;

    private final Logistic model;

    private FreeRanking(Logistic model) {
        this.model = model;
    }

    /**
     * What was found for one question.
     *
     * @param ids what each candidate is called
     * @param rows how each is like the question
     * @param right which are right
     */
    record Asked(List<String> ids, double[][] rows, boolean[] right) {}

    /** Fits to questions; of each the first few wrong candidates are learned from. */
    static FreeRanking fitted(List<Asked> questions, double freedom) {
        List<double[]> differences = new ArrayList<>();
        for (Asked asked : questions) {
            int wrong = 0;
            for (int i = 0; i < asked.right.length && wrong < MOST_WRONG; i++) {
                if (!asked.right[i]) {
                    wrong++;
                    for (int j = 0; j < asked.right.length; j++) {
                        if (asked.right[j]) {
                            differences.add(minus(asked.rows[j], asked.rows[i]));
                            differences.add(minus(asked.rows[i], asked.rows[j]));
                        }
                    }
                }
            }
        }
        boolean[] positive = new boolean[differences.size()];
        for (int i = 0; i < positive.length; i += 2) {
            positive[i] = true;
        }
        return new FreeRanking(Logistic.fitted(differences.toArray(double[][]::new), positive, freedom));
    }

    /** The candidates by the fitted score, the best first. */
    List<String> ranked(Asked asked) {
        double[] scores = model.scores(asked.rows);
        return IntStream.range(0, scores.length)
                .boxed()
                .sorted((one, other) -> Double.compare(scores[other], scores[one]))
                .map(asked.ids::get)
                .toList();
    }

    /** Signs with the products of two vectors, number by number, behind them: a cosine whose 384 terms are weighed one by one. */
    static double[] with(double[] signs, float[] one, float[] other) {
        double[] row = Arrays.copyOf(signs, signs.length + Embedding.SIZE);
        for (int i = 0; i < Embedding.SIZE; i++) {
            row[signs.length + i] = one[i] * other[i];
        }
        return row;
    }

    private static double[] minus(double[] one, double[] other) {
        double[] difference = new double[one.length];
        for (int i = 0; i < one.length; i++) {
            difference[i] = one[i] - other[i];
        }
        return difference;
    }
}
