package health.clarion.posts.web;

import health.clarion.networks.Network;
import health.clarion.posts.Content;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The free place of the calendar from which a post is begun: {@code /posts/new?network=bluesky&at=2026-12-01T17:00}. What
 * can't be read is left out, since it is only where the writer starts.
 *
 * @param at on the reader's clock
 */
public record FreePlace(@Nullable String network, @Nullable String at) {

    public Optional<Network> on() {
        return ComposerForm.network(network);
    }

    public Optional<LocalDateTime> time() {
        try {
            return at == null || at.length() > 30 ? Optional.empty() : Optional.of(LocalDateTime.parse(at));
        } catch (DateTimeParseException unreadable) {
            return Optional.empty();
        }
    }

    /** The words for this network alone; as they are when the place names none. */
    Content on(Content content) {
        return on().map(network -> content.withNetworks(Set.of(network))).orElse(content);
    }
}
