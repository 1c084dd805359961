package health.clarion.networks;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import tools.jackson.databind.JsonNode;

/**
 * Limits as one server states them about itself. They win over the dated facts; what the server doesn't say stays as it is.
 *
 * @param maxCharacters length of a post
 * @param linkCost what a link costs
 * @param maxImages pictures in one post
 * @param altCharacters length of one picture's description, in code points
 * @param imageBytes size of one picture file, in bytes
 * @param imagePixels width × height of one picture
 * @param imageTypes accepted picture types; empty when the server doesn't say
 */
public record ServerLimits(
        OptionalInt maxCharacters,
        OptionalInt linkCost,
        OptionalInt maxImages,
        OptionalInt altCharacters,
        OptionalLong imageBytes,
        OptionalLong imagePixels,
        List<String> imageTypes) {
    public ServerLimits {
        imageTypes = List.copyOf(imageTypes);
    }

    /** What a server says that says nothing. */
    public static ServerLimits none() {
        return new ServerLimits(
                OptionalInt.empty(),
                OptionalInt.empty(),
                OptionalInt.empty(),
                OptionalInt.empty(),
                OptionalLong.empty(),
                OptionalLong.empty(),
                List.of());
    }

    /**
     * Reads a Mastodon server's answer to {@code GET /api/v2/instance} (or {@code /api/v1/instance}: same names).
     * Values that are absent, not whole numbers, or not above zero are taken as not said.
     */
    public static ServerLimits ofMastodon(JsonNode instance) {
        JsonNode statuses = instance.path("configuration").path("statuses");
        JsonNode media = instance.path("configuration").path("media_attachments");
        List<String> types = new ArrayList<>();
        for (JsonNode type : media.path("supported_mime_types")) {
            if (type.isString() && type.stringValue().startsWith("image/")) {
                types.add(type.stringValue());
            }
        }
        return new ServerLimits(
                count(statuses.path("max_characters")),
                count(statuses.path("characters_reserved_per_url")),
                count(statuses.path("max_media_attachments")),
                count(media.path("description_limit")),
                size(media.path("image_size_limit")),
                size(media.path("image_matrix_limit")),
                types);
    }

    private static OptionalInt count(JsonNode node) {
        return node.canConvertToInt() && node.isIntegralNumber() && node.intValue() > 0
                ? OptionalInt.of(node.intValue())
                : OptionalInt.empty();
    }

    private static OptionalLong size(JsonNode node) {
        return node.canConvertToLong() && node.isIntegralNumber() && node.longValue() > 0
                ? OptionalLong.of(node.longValue())
                : OptionalLong.empty();
    }
}
