package health.clarion.channels.mastodon;

import health.clarion.channels.CanonicalJson;
import health.clarion.channels.Outgoing;
import health.clarion.channels.OutgoingPart;
import health.clarion.channels.Part;
import health.clarion.channels.Picture;
import health.clarion.channels.Receipt;
import health.clarion.networks.Network;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A status as it is signed (pictures by their hash) and as it is sent (pictures by their upload's id). */
final class StatusPayload {

    private StatusPayload() {}

    static List<Part> render(Outgoing outgoing) {
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < outgoing.parts().size(); i++) {
            OutgoingPart part = outgoing.parts().get(i);
            String payload = CanonicalJson.write(payload(outgoing, i, part));
            parts.add(new Part(Network.MASTODON, i, payload, part.pictures()));
        }
        return parts;
    }

    private static ObjectNode payload(Outgoing outgoing, int index, OutgoingPart part) {
        ObjectNode payload = CanonicalJson.object()
                .put("network", Network.MASTODON.id())
                .put("index", index)
                .put("text", part.text())
                .put("language", language(outgoing.language()))
                .put("visibility", "public");
        if (!outgoing.warning().isEmpty()) {
            payload.put("warning", outgoing.warning());
        }
        if (!part.pictures().isEmpty()) {
            ArrayNode pictures = payload.putArray("pictures");
            for (Picture picture : part.pictures()) {
                pictures.addObject()
                        .put("sha256", picture.sha256())
                        .put("mime", picture.mime())
                        .put("width", picture.width())
                        .put("height", picture.height())
                        .put("alt", picture.alt());
            }
        }
        return payload;
    }

    /** Mastodon takes ISO 639-1 codes, without a region. */
    private static String language(String tag) {
        int dash = tag.indexOf('-');
        return dash < 0 ? tag : tag.substring(0, dash);
    }

    /** What {@code POST /api/v1/statuses} is given. */
    static ObjectNode request(JsonNode payload, List<String> media, @Nullable Receipt parent) {
        ObjectNode request = CanonicalJson.object()
                .put("status", payload.path("text").asString())
                .put("language", payload.path("language").asString())
                .put("visibility", payload.path("visibility").asString());
        if (payload.has("warning")) {
            request.put("spoiler_text", payload.path("warning").asString());
        }
        if (!media.isEmpty()) {
            ArrayNode ids = request.putArray("media_ids");
            media.forEach(ids::add);
        }
        if (parent != null) {
            request.put("in_reply_to_id", parent.id());
        }
        return request;
    }
}
