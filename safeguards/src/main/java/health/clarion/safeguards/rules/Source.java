package health.clarion.safeguards.rules;

import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a rule rests on.
 *
 * @param cite who says it and where, with its address when there is one
 * @param seen the day it, or a word-for-word copy of it, was read and found to say so; null when it was written from memory or from a list
 *     of others
 */
public record Source(String cite, @Nullable LocalDate seen) {
    public Source {
        Objects.requireNonNull(cite);
    }
}
