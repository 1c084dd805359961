package health.clarion.safeguards;

import java.util.Objects;

/**
 * A picture that goes with a text.
 *
 * @param name the file's name, so that alt text repeating it can be told; "" when there is none
 * @param alt the alt text; "" when there is none
 */
public record Picture(String name, String alt) {
    public Picture {
        Objects.requireNonNull(name);
        Objects.requireNonNull(alt);
    }
}
