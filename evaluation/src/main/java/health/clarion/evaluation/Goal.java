package health.clarion.evaluation;

import java.util.Locale;

/**
 * What a figure should reach.
 *
 * @param bound the number
 * @param atLeast whether it should be no less than that; otherwise no more
 */
public record Goal(double bound, boolean atLeast) {
    /** No less than this. */
    public static Goal atLeast(double bound) {
        return new Goal(bound, true);
    }

    /** No more than this. */
    public static Goal atMost(double bound) {
        return new Goal(bound, false);
    }

    /** Whether a value reaches it. */
    public boolean reachedBy(double value) {
        return atLeast ? value >= bound : value <= bound;
    }

    @Override
    public String toString() {
        return (atLeast ? "≥ " : "≤ ")
                + String.format(Locale.ROOT, "%.4g", bound)
                        .replaceFirst("(\\.\\d*?)0+$", "$1")
                        .replaceFirst("\\.$", "");
    }
}
