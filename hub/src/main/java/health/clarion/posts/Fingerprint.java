package health.clarion.posts;

import health.clarion.channels.CanonicalJson;
import health.clarion.channels.Part;
import health.clarion.channels.Picture;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Takes the {@link ContentHash}: canonical JSON of everything that is signed, then SHA-256. */
final class Fingerprint {

    private Fingerprint() {}

    static ContentHash of(List<Payload> payloads, Content content) {
        ObjectNode signed = CanonicalJson.object();
        ArrayNode all = signed.putArray("payloads");
        payloads.forEach(payload -> all.add(payload(payload)));
        ArrayNode sources = signed.putArray("sources");
        content.sources().forEach(source -> sources.addObject()
                .put("claim", source.claim())
                .put("title", source.title())
                .put("url", source.url()));
        ObjectNode reasons = signed.putObject("reasons");
        content.reasons().forEach(reasons::put);
        signed.putArray("consents"); // stories bring them
        return ContentHash.of(sha256(CanonicalJson.write(signed).getBytes(StandardCharsets.UTF_8)));
    }

    private static ObjectNode payload(Payload payload) {
        ObjectNode node = CanonicalJson.object();
        node.put("network", payload.network().id());
        ArrayNode parts = node.putArray("parts");
        payload.parts().forEach(part -> parts.add(part(part)));
        return node;
    }

    private static ObjectNode part(Part part) {
        ObjectNode node = CanonicalJson.object();
        node.put("index", part.index());
        node.put("payload", part.payload());
        ArrayNode pictures = node.putArray("pictures");
        part.pictures().forEach(picture -> pictures.add(picture(picture)));
        return node;
    }

    private static ObjectNode picture(Picture picture) {
        return CanonicalJson.object()
                .put("sha256", picture.sha256())
                .put("mime", picture.mime())
                .put("width", picture.width())
                .put("height", picture.height())
                .put("alt", picture.alt());
    }

    /** Lower-case hexadecimal. */
    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible); // every Java platform has SHA-256
        }
    }
}
