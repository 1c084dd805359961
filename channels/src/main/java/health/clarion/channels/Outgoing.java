package health.clarion.channels;

import health.clarion.networks.Network;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A post for one network before it is rendered: one part, or several that make a thread.
 *
 * @param language BCP 47, such as {@code en}
 * @param contentWarning words shown before the post; null or empty for none
 * @param mentions handle as written, without the leading {@code @} → the id it resolved to; a mention that is not here
 *     stays plain text on Bluesky
 * @param card the card shown under the first part, when it has no pictures
 */
public record Outgoing(
        Network network,
        String language,
        List<OutgoingPart> parts,
        @Nullable String contentWarning,
        Map<String, String> mentions,
        @Nullable LinkCard card) {

    public Outgoing {
        parts = List.copyOf(parts);
        mentions = Map.copyOf(mentions);
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("a post has at least one part");
        }
    }

    /** A single post without pictures. */
    public static Outgoing of(Network network, String language, String text) {
        return new Outgoing(network, language, List.of(new OutgoingPart(text, List.of())), null, Map.of(), null);
    }

    /** The content warning, {@code ""} when there is none. */
    public String warning() {
        return contentWarning == null ? "" : contentWarning.strip();
    }
}
