package health.clarion.review;

import java.time.Instant;

/** The time in which a signature counts. Moving a post inside it voids nothing. */
public record Window(Instant from, Instant to) {

    public Window {
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException("a window begins before it ends");
        }
    }

    public boolean holds(Instant at) {
        return !at.isBefore(from) && at.isBefore(to);
    }
}
