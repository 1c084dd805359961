package health.clarion.safeguards;

import java.util.Objects;
import java.util.OptionalDouble;

/**
 * A video or a sound that goes with a text.
 *
 * @param kind which of the two
 * @param name the file's name; "" when there is none
 * @param spoken whether it has words or sounds that matter
 * @param captions whether it has captions
 * @param transcript whether its words can be read as text
 * @param flashes most flashes in any one second, as measured or declared; empty when nobody looked
 */
public record Recording(
        Kind kind, String name, boolean spoken, boolean captions, boolean transcript, OptionalDouble flashes) {
    public Recording {
        Objects.requireNonNull(kind);
        Objects.requireNonNull(name);
        Objects.requireNonNull(flashes);
    }

    /** What can be seen and heard, or only heard. */
    public enum Kind {
        VIDEO,
        AUDIO
    }
}
