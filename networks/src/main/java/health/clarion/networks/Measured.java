package health.clarion.networks;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A text measured in its network's own units.
 *
 * @param network the network
 * @param counts one for each limit that was looked at, in the order of the capabilities; empty when none is known
 * @param fits true when the network would take it
 * @param cutAt the code point index up to which the network would take it; empty when all fits
 * @param over how far the worst limit is exceeded, in that limit's unit; 0 when it fits
 */
public record Measured(Network network, List<Count> counts, boolean fits, OptionalInt cutAt, int over) {
    public Measured {
        counts = List.copyOf(counts);
    }

    static Measured of(Network network, List<Count> counts, OptionalInt cutAt) {
        int over = counts.stream().mapToInt(Count::over).max().orElse(0);
        return new Measured(network, counts, over == 0, cutAt, over);
    }

    /** The length limit that is nearest to its end: the one number worth showing. Empty when no length is limited. */
    public Optional<Count> tightest() {
        return counts.stream()
                .filter(count -> count.unit().isLength())
                .max(Comparator.comparingDouble(count -> (double) count.used() / Math.max(1, count.limit())));
    }

    /** The count in this unit, when the network limits it. */
    public Optional<Count> in(Unit unit) {
        return counts.stream().filter(count -> count.unit() == unit).findFirst();
    }
}
