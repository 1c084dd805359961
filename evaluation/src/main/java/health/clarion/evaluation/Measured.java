package health.clarion.evaluation;

import java.util.Arrays;
import java.util.Random;
import java.util.function.ToDoubleFunction;

/**
 * A value with its 95 % interval, found by drawing the rows anew a thousand times (percentile bootstrap; B. Efron, 1979), always with the
 * same seed.
 *
 * @param value the value on the rows as they are
 * @param low 2.5th percentile
 * @param high 97.5th percentile
 * @param rows how many rows it was measured on
 */
public record Measured(double value, double low, double high, int rows) {
    private static final int DRAWS = 1000;
    private static final long SEED = 20261125;

    /**
     * Measures a statistic with its interval.
     *
     * @param rows how many rows there are
     * @param statistic the value for a choice of rows, given as their indices; a row may come more than once
     */
    public static Measured of(int rows, ToDoubleFunction<int[]> statistic) {
        int[] all = new int[rows];
        Arrays.setAll(all, i -> i);
        double value = statistic.applyAsDouble(all);
        if (rows == 0) {
            return new Measured(value, value, value, 0);
        }
        Random random = new Random(SEED);
        double[] drawn = new double[DRAWS];
        int[] choice = new int[rows];
        for (int i = 0; i < DRAWS; i++) {
            for (int j = 0; j < rows; j++) {
                choice[j] = random.nextInt(rows);
            }
            drawn[i] = statistic.applyAsDouble(choice);
        }
        Arrays.sort(drawn);
        return new Measured(value, drawn[(int) (DRAWS * 0.025)], drawn[(int) (DRAWS * 0.975)], rows);
    }

    /** The mean of a value a row. */
    public static Measured mean(double[] values) {
        return of(values.length, rows -> {
            double sum = 0;
            for (int row : rows) {
                sum += values[row];
            }
            return rows.length == 0 ? 0 : sum / rows.length;
        });
    }
}
