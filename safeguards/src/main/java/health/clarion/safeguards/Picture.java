package health.clarion.safeguards;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A picture that goes with a text.
 *
 * @param name the file's name, so that alt text repeating it can be told; "" when there is none
 * @param alt the alt text; "" when there is none
 * @param card the words on it, when it is a card with words; null otherwise or when nobody knows
 */
public record Picture(String name, String alt, @Nullable Card card) {
    public Picture {
        Objects.requireNonNull(name);
        Objects.requireNonNull(alt);
    }

    /** A picture without words on it. */
    public Picture(String name, String alt) {
        this(name, alt, null);
    }

    /**
     * Words drawn on a picture.
     *
     * @param text the words
     * @param ink the colour they are drawn in, or null when nobody knows
     * @param paper the colour behind them, where it is nearest to the ink; null when nobody knows
     * @param large whether they are large: at least 24 CSS pixels, or 18.66 in bold (WCAG 2.2, "large scale")
     */
    public record Card(
            String text, @Nullable Colour ink, @Nullable Colour paper, boolean large) {
        public Card {
            Objects.requireNonNull(text);
        }
    }
}
