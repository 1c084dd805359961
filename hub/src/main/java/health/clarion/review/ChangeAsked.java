package health.clarion.review;

import health.clarion.networks.Network;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A change somebody asked for, at a phrase.
 *
 * @param network whose words it is about, or null for the words for every network
 * @param start first code point of the phrase in those words
 * @param end one past its last code point
 * @param phrase the words as they were
 */
public record ChangeAsked(
        UUID id,
        UUID submission,
        String asker,
        @Nullable Network network,
        int start,
        int end,
        String phrase,
        String wish,
        Instant at,
        @Nullable Instant doneAt) {}
