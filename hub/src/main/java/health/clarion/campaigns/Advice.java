package health.clarion.campaigns;

import health.clarion.networks.Network;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;

/**
 * How well one network fits an audience.
 *
 * @param share percent of the audience's ages found on it, averaged over the age bands we have figures for; empty when
 *     we know of no dependable figure, which is not the same as few
 * @param figures what that rests on
 * @param reasons what speaks for and against it besides
 */
public record Advice(Network network, OptionalInt share, List<Evidence> figures, List<Reason> reasons) {

    public Advice {
        figures = List.copyOf(figures);
        reasons = List.copyOf(reasons);
    }

    /**
     * One reason.
     *
     * @param key the words, as a message key
     * @param number for the words; 0 when they need none
     */
    public record Reason(Kind kind, String key, int number) {

        /** Which way a reason points. */
        public enum Kind {
            FOR,
            AGAINST,
            GOOD_TO_KNOW;

            public String id() {
                return name().toLowerCase(Locale.ROOT).replace('_', '-');
            }
        }
    }

    long good() {
        return reasons.stream()
                .filter(reason -> reason.kind() == Reason.Kind.FOR)
                .count();
    }
}
