package health.clarion.campaigns;

import org.jspecify.annotations.Nullable;

/**
 * An organisation the campaign is run with.
 *
 * @param site its own address, or null
 */
public record Partner(String name, @Nullable WebLink site) {

    public Partner {
        if (name.isBlank()) {
            throw new IllegalArgumentException("a partner needs a name");
        }
    }
}
