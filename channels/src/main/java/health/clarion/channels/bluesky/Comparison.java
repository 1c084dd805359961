package health.clarion.channels.bluesky;

import health.clarion.channels.CanonicalJson;
import health.clarion.channels.ReadBack;
import health.clarion.channels.ReadBack.Published;
import health.clarion.channels.ReadBack.Shown;
import health.clarion.channels.Reason;
import health.clarion.channels.Receipt;
import health.clarion.networks.Network;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** A signed payload beside the record that is really there. */
record Comparison(JsonNode signed, JsonNode record) {

    private static final String NAME = Network.BLUESKY.displayName();

    ReadBack.Found found(Receipt receipt) {
        return new ReadBack.Found(receipt, published(), differences());
    }

    private Published published() {
        List<String> links = new ArrayList<>();
        for (JsonNode facet : record.path("facets")) {
            String uri = facet.path("features").path(0).path("uri").asString("");
            if (!uri.isEmpty()) {
                links.add(uri);
            }
        }
        List<String> languages = new ArrayList<>();
        record.path("langs").forEach(language -> languages.add(language.asString("")));
        List<Shown> pictures = new ArrayList<>();
        for (JsonNode image : images()) {
            JsonNode shape = image.path("aspectRatio");
            pictures.add(new Shown(
                    image.path("alt").asString(""),
                    shape.path("width").asInt(0),
                    shape.path("height").asInt(0)));
        }
        return new Published(record.path("text").asString(""), links, languages, "", pictures);
    }

    private List<Reason> differences() {
        List<Reason> differences = new ArrayList<>();
        differ("text", differences);
        differ("facets", differences);
        differ("langs", differences);
        comparePictures(differences);
        compareCard(differences);
        return differences;
    }

    private void differ(String field, List<Reason> differences) {
        boolean same = CanonicalJson.write(signed.path(field)).equals(CanonicalJson.write(record.path(field)));
        if (!same) {
            differences.add(Reason.of("differs." + field, NAME));
        }
    }

    private void comparePictures(List<Reason> differences) {
        JsonNode expected = signed.path("images");
        JsonNode images = images();
        if (expected.size() != images.size()) {
            differences.add(Reason.of("differs.pictures", NAME, expected.size(), images.size()));
            return;
        }
        for (int i = 0; i < expected.size(); i++) {
            JsonNode picture = expected.get(i);
            JsonNode image = images.get(i);
            if (!image.path("alt").asString("").equals(picture.path("alt").asString())) {
                differences.add(Reason.of("differs.alt", NAME, i + 1));
            }
            if (!samePicture(picture, image)) {
                differences.add(Reason.of("differs.picture", NAME, i + 1));
            }
        }
    }

    /** Same bytes, by the name Bluesky gives them, and the same shape. */
    private static boolean samePicture(JsonNode picture, JsonNode image) {
        JsonNode shape = image.path("aspectRatio");
        String cid = image.path("image").path("ref").path("$link").asString("");
        return cid.equals(Cid.ofRaw(picture.path("sha256").asString()))
                && shape.path("width").asInt(0) == picture.path("width").asInt()
                && shape.path("height").asInt(0) == picture.path("height").asInt();
    }

    private void compareCard(List<Reason> differences) {
        JsonNode expected = signed.path("external");
        JsonNode card = record.path("embed").path("external");
        for (String field : List.of("uri", "title", "description")) {
            if (!expected.path(field).asString("").equals(card.path(field).asString(""))) {
                differences.add(Reason.of("differs.card", NAME));
                return;
            }
        }
    }

    private JsonNode images() {
        return record.path("embed").path("images");
    }
}
