package health.clarion.evaluation;

import java.util.Arrays;

/**
 * Logistic regression with a ridge penalty on standardised values, fitted in memory by plain gradient descent: only to tell what free
 * fitting could reach.
 */
final class Logistic {
    private static final int ROUNDS = 3000;
    private static final double STEP = 0.5;

    private final double[] mean;
    private final double[] spread;
    private final double[] weights;
    private double bias;

    private Logistic(double[][] rows) {
        int size = rows[0].length;
        mean = new double[size];
        spread = new double[size];
        weights = new double[size];
        for (int j = 0; j < size; j++) {
            int column = j;
            mean[j] = Arrays.stream(rows)
                    .mapToDouble(row -> row[column])
                    .average()
                    .orElse(0);
            double square = Arrays.stream(rows)
                    .mapToDouble(row -> (row[column] - mean[column]) * (row[column] - mean[column]))
                    .average()
                    .orElse(0);
            spread[j] = square == 0 ? 1 : Math.sqrt(square);
        }
    }

    /**
     * Fits to rows.
     *
     * @param freedom the weight of all rows' loss against the ridge; C in LIBLINEAR (R.-E. Fan and others, 2008)
     */
    static Logistic fitted(double[][] rows, boolean[] positive, double freedom) {
        Logistic model = new Logistic(rows);
        double[][] standard = Arrays.stream(rows).map(model::standard).toArray(double[][]::new);
        double step = STEP / Math.max(1, standard[0].length / 10.0);
        for (int round = 0; round < ROUNDS; round++) {
            model.descend(standard, positive, 1 / (freedom * rows.length), step);
        }
        return model;
    }

    /** The log odds of rows. */
    double[] scores(double[][] rows) {
        return Arrays.stream(rows).mapToDouble(row -> sum(standard(row))).toArray();
    }

    private void descend(double[][] rows, boolean[] positive, double ridge, double step) {
        double[] slope = new double[weights.length];
        double slopeOfBias = 0;
        for (int i = 0; i < rows.length; i++) {
            double error = 1 / (1 + Math.exp(-sum(rows[i]))) - (positive[i] ? 1 : 0);
            slopeOfBias += error / rows.length;
            for (int j = 0; j < slope.length; j++) {
                slope[j] += error * rows[i][j] / rows.length;
            }
        }
        bias -= step * slopeOfBias;
        for (int j = 0; j < slope.length; j++) {
            weights[j] -= step * (slope[j] + ridge * weights[j]);
        }
    }

    private double sum(double[] row) {
        double sum = bias;
        for (int j = 0; j < row.length; j++) {
            sum += weights[j] * row[j];
        }
        return sum;
    }

    private double[] standard(double[] row) {
        double[] standard = new double[row.length];
        for (int j = 0; j < row.length; j++) {
            standard[j] = (row[j] - mean[j]) / spread[j];
        }
        return standard;
    }
}
