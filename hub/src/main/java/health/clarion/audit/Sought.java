package health.clarion.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which entries somebody wants to see; null asks for all.
 *
 * @param subject such as {@code post:<uuid>}
 * @param actor such as {@code member:<uuid>}
 * @param what such as {@code post.submitted}
 * @param from the first instant
 * @param until the first instant that is too late
 */
public record Sought(
        @Nullable String subject,
        @Nullable String actor,
        @Nullable String what,
        @Nullable Instant from,
        @Nullable Instant until) {

    /** Everything. */
    public static final Sought ALL = new Sought(null, null, null, null, null);
}
