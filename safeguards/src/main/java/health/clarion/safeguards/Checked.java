package health.clarion.safeguards;

import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a fact-checker says of a claim that a text repeats or denies; never a verdict of our own.
 *
 * @param claim what was checked, in one sentence
 * @param verdict what the checker says of it, in the checker's words, or ""
 * @param publisher who checked it, or ""
 * @param source the address of the check, or ""
 * @param date when it was checked, or null
 */
public record Checked(
        String claim,
        String verdict,
        String publisher,
        String source,
        @Nullable LocalDate date) {
    public Checked {
        Objects.requireNonNull(claim);
        Objects.requireNonNull(verdict);
        Objects.requireNonNull(publisher);
        Objects.requireNonNull(source);
    }
}
