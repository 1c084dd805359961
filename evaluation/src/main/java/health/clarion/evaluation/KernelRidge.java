package health.clarion.evaluation;

import health.clarion.safeguards.meaning.Embedding;

/**
 * Ridge regression with a Gaussian kernel (C. Saunders and others, 1998): what a free fit could reach, for comparison. Columns are brought
 * to one spread; those of a unit vector stay small against the others, as in the choice of the two numbers below, made on tune parts.
 */
final class KernelRidge {
    private static final double GAMMA = 0.3;
    private static final double RIDGE = 0.3;
    private static final double MOST_SPREADS = 4;

    /** Columns with less spread than this are parts of a unit vector and only centred. */
    private static final int FIRST_OF_VECTOR_FROM_END = Embedding.SIZE;

    private final double[] means;
    private final double[] spreads;
    private final double[][] rows;
    private final double[] weights;
    private final double mean;

    private KernelRidge(double[][] raw, double[] gold) {
        int columns = raw[0].length;
        means = new double[columns];
        spreads = new double[columns];
        for (int j = 0; j < columns; j++) {
            for (double[] row : raw) {
                means[j] += row[j] / raw.length;
            }
            for (double[] row : raw) {
                spreads[j] += Math.pow(row[j] - means[j], 2) / raw.length;
            }
            boolean ofVector = j >= columns - FIRST_OF_VECTOR_FROM_END;
            spreads[j] = ofVector ? 1 : Math.sqrt(spreads[j] * (columns - FIRST_OF_VECTOR_FROM_END)) + 1e-9;
        }
        rows = new double[raw.length][];
        double sum = 0;
        for (int i = 0; i < raw.length; i++) {
            rows[i] = scaled(raw[i]);
            sum += gold[i];
        }
        mean = sum / gold.length;
        weights = solved(gold);
    }

    /** Fits rows of columns to what was judged of them. */
    static KernelRidge fit(double[][] rows, double[] gold) {
        return new KernelRidge(rows, gold);
    }

    /** The value of a row. */
    double of(double[] raw) {
        double[] row = scaled(raw);
        double sum = mean;
        for (int i = 0; i < rows.length; i++) {
            sum += weights[i] * kernel(row, rows[i]);
        }
        return sum;
    }

    private double[] scaled(double[] raw) {
        double[] row = new double[raw.length];
        double most = MOST_SPREADS / Math.sqrt(Math.max(1, raw.length - FIRST_OF_VECTOR_FROM_END));
        for (int j = 0; j < raw.length; j++) {
            row[j] = Math.clamp((raw[j] - means[j]) / spreads[j], -most, most);
        }
        return row;
    }

    private static double kernel(double[] one, double[] other) {
        double square = 0;
        for (int j = 0; j < one.length; j++) {
            square += (one[j] - other[j]) * (one[j] - other[j]);
        }
        return Math.exp(-GAMMA * square);
    }

    /** Solves (K + ridge) w = gold - mean by Cholesky's method. */
    private double[] solved(double[] gold) {
        int n = rows.length;
        double[][] lower = new double[n][];
        for (int i = 0; i < n; i++) {
            lower[i] = new double[i + 1];
            for (int j = 0; j <= i; j++) {
                double sum = kernel(rows[i], rows[j]) + (i == j ? RIDGE : 0);
                for (int k = 0; k < j; k++) {
                    sum -= lower[i][k] * lower[j][k];
                }
                lower[i][j] = i == j ? Math.sqrt(sum) : sum / lower[j][j];
            }
        }
        double[] solution = new double[n];
        for (int i = 0; i < n; i++) {
            double sum = gold[i] - mean;
            for (int k = 0; k < i; k++) {
                sum -= lower[i][k] * solution[k];
            }
            solution[i] = sum / lower[i][i];
        }
        for (int i = n - 1; i >= 0; i--) {
            double sum = solution[i];
            for (int k = i + 1; k < n; k++) {
                sum -= lower[k][i] * solution[k];
            }
            solution[i] = sum / lower[i][i];
        }
        return solution;
    }
}
