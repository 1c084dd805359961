package health.clarion.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** What several rounds of one load measured; figures are medians over the rounds. */
final class Results {

    /**
     * One round.
     *
     * @param rate answers a second
     * @param p50 milliseconds until half of the answers were there
     * @param p99 milliseconds until 99 of 100 were there
     * @param failed answers other than a success, and connections that broke
     */
    record Round(double rate, double p50, double p99, int failed) {}

    private final List<Round> rounds = new ArrayList<>();

    void add(Round round) {
        rounds.add(round);
    }

    double rate() {
        return median(Round::rate);
    }

    int failed() {
        return rounds.stream().mapToInt(Round::failed).sum();
    }

    String line() {
        return String.format(
                Locale.ROOT, "%9.0f %9.2f %9.2f %8d", rate(), median(Round::p50), median(Round::p99), failed());
    }

    private double median(ToDoubleFunction<Round> figure) {
        double[] sorted = rounds.stream().mapToDouble(figure).sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
