package health.clarion.evaluation;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** The formulas, as their fields define them. */
public final class Scores {
    private Scores() {}

    /** F measure of counts; 0 when nothing was right. With beta 2 recall counts more (C. J. van Rijsbergen, 1979). */
    public static double f(double beta, double right, double wrong, double missed) {
        double square = beta * beta;
        double sum = (1 + square) * right + square * missed + wrong;
        return sum == 0 ? 0 : (1 + square) * right / sum;
    }

    /**
     * Average precision: the mean, over the positives, of the precision at each one's rank. Rows with equal scores share one rank.
     *
     * @param scores the higher the surer
     * @param positive which rows are positive
     * @param rows the rows to use, as indices; one may come more than once
     */
    public static double averagePrecision(double[] scores, boolean[] positive, int[] rows) {
        int[] order = byScore(scores, rows);
        double sum = 0;
        int seen = 0;
        int found = 0;
        for (int i = 0; i < order.length; ) {
            int end = i;
            int here = 0;
            while (end < order.length && scores[order[end]] == scores[order[i]]) {
                here += positive[order[end]] ? 1 : 0;
                end++;
            }
            seen += end - i;
            found += here;
            sum += here * ((double) found / seen);
            i = end;
        }
        return found == 0 ? 0 : sum / found;
    }

    /** The greatest recall at any threshold whose precision is at least this. */
    public static double recallAtPrecision(double[] scores, boolean[] positive, double precision, int[] rows) {
        int[] order = byScore(scores, rows);
        int all = 0;
        for (int row : rows) {
            all += positive[row] ? 1 : 0;
        }
        int found = 0;
        double best = 0;
        for (int i = 0; i < order.length; i++) {
            found += positive[order[i]] ? 1 : 0;
            boolean ends = i + 1 == order.length || scores[order[i + 1]] != scores[order[i]];
            if (ends && found >= precision * (i + 1)) {
                best = Math.max(best, all == 0 ? 0 : (double) found / all);
            }
        }
        return best;
    }

    /** Area under the receiver operating characteristic: how often a positive scores above a negative; ties count half. */
    public static double auc(double[] scores, boolean[] positive, int[] rows) {
        int[] order = byScore(scores, rows);
        double pairs = 0;
        long above = 0;
        long negatives = 0;
        for (int i = 0; i < order.length; ) {
            int end = i;
            long here = 0;
            while (end < order.length && scores[order[end]] == scores[order[i]]) {
                here += positive[order[end]] ? 1 : 0;
                end++;
            }
            long others = end - i - here;
            pairs += others * (above + here / 2.0);
            above += here;
            negatives += others;
            i = end;
        }
        return above == 0 || negatives == 0 ? 0 : pairs / ((double) above * negatives);
    }

    /** Average precision of the first k of a ranking against the relevant ones (MAP@k is its mean), as CheckThat! scores it. */
    public static double averagePrecisionAt(int k, List<String> ranking, List<String> relevant) {
        double sum = 0;
        int found = 0;
        for (int i = 0; i < Math.min(k, ranking.size()); i++) {
            if (relevant.contains(ranking.get(i))) {
                found++;
                sum += (double) found / (i + 1);
            }
        }
        return relevant.isEmpty() ? 0 : sum / Math.min(k, relevant.size());
    }

    /** Pearson's correlation. */
    public static double pearson(double[] one, double[] other, int[] rows) {
        double meanOne = mean(one, rows);
        double meanOther = mean(other, rows);
        double both = 0;
        double squareOne = 0;
        double squareOther = 0;
        for (int row : rows) {
            double a = one[row] - meanOne;
            double b = other[row] - meanOther;
            both += a * b;
            squareOne += a * a;
            squareOther += b * b;
        }
        double length = Math.sqrt(squareOne * squareOther);
        return length == 0 ? 0 : both / length;
    }

    /** Cohen's kappa with quadratic weights, for grades from 0 to {@code grades - 1}. */
    public static double quadraticKappa(int[] one, int[] other, int grades, int[] rows) {
        double[] ofOne = new double[grades];
        double[] ofOther = new double[grades];
        double seen = 0;
        for (int row : rows) {
            ofOne[one[row]]++;
            ofOther[other[row]]++;
            seen += (double) (one[row] - other[row]) * (one[row] - other[row]);
        }
        double expected = 0;
        for (int i = 0; i < grades; i++) {
            for (int j = 0; j < grades; j++) {
                expected += (double) (i - j) * (i - j) * ofOne[i] * ofOther[j] / Math.max(1, rows.length);
            }
        }
        return expected == 0 ? 1 : 1 - seen / expected;
    }

    /** The mean over grades of the F1 of telling that grade; grades that never occur are left out. */
    public static double macroF1(int[] gold, int[] told, int grades, int[] rows) {
        double sum = 0;
        int counted = 0;
        for (int grade = 0; grade < grades; grade++) {
            int right = 0;
            int wrong = 0;
            int missed = 0;
            for (int row : rows) {
                right += gold[row] == grade && told[row] == grade ? 1 : 0;
                wrong += gold[row] != grade && told[row] == grade ? 1 : 0;
                missed += gold[row] == grade && told[row] != grade ? 1 : 0;
            }
            if (right + wrong + missed > 0) {
                sum += f(1, right, wrong, missed);
                counted++;
            }
        }
        return counted == 0 ? 0 : sum / counted;
    }

    private static double mean(double[] values, int[] rows) {
        double sum = 0;
        for (int row : rows) {
            sum += values[row];
        }
        return rows.length == 0 ? 0 : sum / rows.length;
    }

    private static int[] byScore(double[] scores, int[] rows) {
        return Arrays.stream(rows)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer row) -> -scores[row]))
                .mapToInt(Integer::intValue)
                .toArray();
    }
}
