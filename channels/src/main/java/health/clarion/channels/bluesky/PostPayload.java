package health.clarion.channels.bluesky;

import health.clarion.channels.CanonicalJson;
import health.clarion.channels.LinkCard;
import health.clarion.channels.Outgoing;
import health.clarion.channels.OutgoingPart;
import health.clarion.channels.Part;
import health.clarion.channels.Picture;
import health.clarion.channels.Receipt;
import health.clarion.networks.Network;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A post's record as it is signed (pictures by their hash), and as it is sent (pictures by the handle of their upload,
 * with its creation time and what it replies to).
 */
final class PostPayload {

    private PostPayload() {}

    static List<Part> render(Outgoing outgoing) {
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < outgoing.parts().size(); i++) {
            OutgoingPart part = outgoing.parts().get(i);
            LinkCard card = i == 0 && part.pictures().isEmpty() ? outgoing.card() : null;
            List<Picture> pictures = new ArrayList<>(part.pictures());
            if (card != null && card.thumbnail() != null) {
                pictures.add(card.thumbnail());
            }
            String payload = CanonicalJson.write(payload(outgoing, i, part, card));
            parts.add(new Part(Network.BLUESKY, i, payload, pictures));
        }
        return parts;
    }

    private static ObjectNode payload(Outgoing outgoing, int index, OutgoingPart part, @Nullable LinkCard card) {
        ObjectNode payload = CanonicalJson.object()
                .put("network", Network.BLUESKY.id())
                .put("index", index)
                .put("text", part.text());
        payload.putArray("langs").add(outgoing.language());
        ArrayNode facets = Facets.of(part.text(), outgoing.mentions());
        if (!facets.isEmpty()) {
            payload.set("facets", facets);
        }
        if (!part.pictures().isEmpty()) {
            ArrayNode images = payload.putArray("images");
            part.pictures().forEach(picture -> images.add(picture(picture)));
        }
        if (card != null) {
            ObjectNode external = payload.putObject("external")
                    .put("uri", card.uri().toString())
                    .put("title", card.title())
                    .put("description", card.description());
            if (card.thumbnail() != null) {
                external.set("thumb", picture(card.thumbnail()));
            }
        }
        return payload;
    }

    private static ObjectNode picture(Picture picture) {
        return CanonicalJson.object()
                .put("sha256", picture.sha256())
                .put("mime", picture.mime())
                .put("width", picture.width())
                .put("height", picture.height())
                .put("alt", picture.alt());
    }

    /**
     * The record that is sent.
     *
     * @param blobs SHA-256 → the handle that the server gave for the upload
     */
    static ObjectNode record(
            JsonNode payload,
            Instant createdAt,
            @Nullable Receipt root,
            @Nullable Receipt parent,
            Map<String, JsonNode> blobs) {
        ObjectNode post = CanonicalJson.object()
                .put("$type", Xrpc.POST)
                .put("text", payload.path("text").asString())
                .put("createdAt", createdAt.truncatedTo(ChronoUnit.MILLIS).toString());
        post.set("langs", payload.path("langs"));
        if (payload.has("facets")) {
            post.set("facets", payload.path("facets"));
        }
        if (payload.has("images")) {
            post.set("embed", images(payload.path("images"), blobs));
        } else if (payload.has("external")) {
            post.set("embed", external(payload.path("external"), blobs));
        }
        if (root != null && parent != null) {
            ObjectNode reply = post.putObject("reply");
            reply.set("root", reference(root));
            reply.set("parent", reference(parent));
        }
        return post;
    }

    private static ObjectNode images(JsonNode pictures, Map<String, JsonNode> blobs) {
        ObjectNode embed = CanonicalJson.object().put("$type", "app.bsky.embed.images");
        ArrayNode images = embed.putArray("images");
        for (JsonNode picture : pictures) {
            ObjectNode image = images.addObject().put("alt", picture.path("alt").asString());
            image.set("image", blob(picture, blobs));
            image.putObject("aspectRatio")
                    .put("width", picture.path("width").asInt())
                    .put("height", picture.path("height").asInt());
        }
        return embed;
    }

    private static ObjectNode external(JsonNode card, Map<String, JsonNode> blobs) {
        ObjectNode embed = CanonicalJson.object().put("$type", "app.bsky.embed.external");
        ObjectNode external = embed.putObject("external")
                .put("uri", card.path("uri").asString())
                .put("title", card.path("title").asString())
                .put("description", card.path("description").asString());
        if (card.has("thumb")) {
            external.set("thumb", blob(card.path("thumb"), blobs));
        }
        return embed;
    }

    private static JsonNode blob(JsonNode picture, Map<String, JsonNode> blobs) {
        String sha256 = picture.path("sha256").asString();
        JsonNode blob = blobs.get(sha256);
        if (blob == null) {
            throw new IllegalStateException("picture " + sha256 + " was not uploaded");
        }
        return blob;
    }

    private static ObjectNode reference(Receipt receipt) {
        return CanonicalJson.object()
                .put("uri", receipt.uri())
                .put("cid", receipt.more().getOrDefault("cid", ""));
    }
}
