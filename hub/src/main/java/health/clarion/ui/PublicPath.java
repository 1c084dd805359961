package health.clarion.ui;

import java.util.List;

/**
 * Addresses that need no sign-in. Everything else is denied without one. A module offers its public paths as beans.
 *
 * @param patterns Spring path patterns such as {@code /c/{campaign}} or {@code /media/**}
 */
public record PublicPath(List<String> patterns) {

    public PublicPath(String... patterns) {
        this(List.of(patterns));
    }
}
