package health.clarion.rig;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** What the lexicon {@code app.bsky.feed.post} demands of a record. */
record BlueskyPostCheck(JsonNode record, Predicate<String> blobExists) {

    private static final int MOST_GRAPHEMES = 300;
    private static final int MOST_BYTES = 3_000;
    private static final int MOST_LANGUAGES = 3;
    private static final int MOST_PICTURES = 4;
    private static final Pattern GRAPHEME = Pattern.compile("\\X");
    private static final Pattern TID = Pattern.compile("[2-7a-j][2-7a-z]{12}");

    void check(String key) throws Refusal {
        require(TID.matcher(key).matches(), "Invalid record key: not a TID");
        Request.requireKnown(
                record.propertyNames(),
                "$type",
                "text",
                "createdAt",
                "langs",
                "facets",
                "embed",
                "reply",
                "labels",
                "tags");
        require(record.path("$type").asString("").equals("app.bsky.feed.post"), "Invalid $type");
        require(record.path("text").isString(), "Record must have the property \"text\"");
        String text = record.path("text").stringValue();
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        require(bytes.length <= MOST_BYTES, "text must not be longer than 3000 bytes");
        require(
                GRAPHEME.matcher(text).results().count() <= MOST_GRAPHEMES,
                "text must not be longer than 300 graphemes");
        require(isMoment(record.path("createdAt").asString("")), "createdAt must be an RFC 3339 datetime");
        require(record.path("langs").size() <= MOST_LANGUAGES, "langs must not have more than 3 elements");
        for (JsonNode facet : record.path("facets")) {
            facet(facet, bytes);
        }
        embed(record.path("embed"));
        for (String side : record.has("reply") ? new String[] {"root", "parent"} : new String[0]) {
            JsonNode reference = record.path("reply").path(side);
            require(
                    reference.path("uri").asString("").startsWith("at://")
                            && reference.path("cid").asString("").startsWith("bafy"),
                    "reply/" + side + " must be a strong reference");
        }
    }

    private static void facet(JsonNode facet, byte[] text) throws Refusal {
        int start = facet.path("index").path("byteStart").asInt(-1);
        int end = facet.path("index").path("byteEnd").asInt(-1);
        require(start >= 0 && end > start && end <= text.length, "facet outside the text");
        require(onBoundary(text, start) && onBoundary(text, end), "facet cuts a character");
        require(!facet.path("features").isEmpty(), "facet without features");
        for (JsonNode feature : facet.path("features")) {
            boolean good =
                    switch (feature.path("$type").asString("")) {
                        case "app.bsky.richtext.facet#link" ->
                            feature.path("uri").asString("").matches("https?://.+");
                        case "app.bsky.richtext.facet#mention" ->
                            feature.path("did").asString("").startsWith("did:");
                        case "app.bsky.richtext.facet#tag" ->
                            feature.path("tag").asString("").matches("[^#].{0,639}");
                        default -> false;
                    };
            require(good, "unknown or malformed facet feature");
        }
    }

    private static boolean onBoundary(byte[] text, int at) {
        return at == text.length || (text[at] & 0xc0) != 0x80;
    }

    private void embed(JsonNode embed) throws Refusal {
        switch (embed.path("$type").asString("")) {
            case "" -> require(embed.isMissingNode(), "embed without $type");
            case "app.bsky.embed.images" -> {
                require(embed.path("images").size() <= MOST_PICTURES, "no more than 4 images");
                for (JsonNode image : embed.path("images")) {
                    require(image.path("alt").isString(), "image must have the property \"alt\"");
                    blob(image.path("image"));
                }
            }
            case "app.bsky.embed.external" -> {
                JsonNode external = embed.path("external");
                for (String field : new String[] {"uri", "title", "description"}) {
                    require(external.path(field).isString(), "external must have the property \"" + field + "\"");
                }
                if (external.has("thumb")) {
                    blob(external.path("thumb"));
                }
            }
            default -> throw new Refusal(400, "InvalidRequest", "unknown embed");
        }
    }

    private void blob(JsonNode blob) throws Refusal {
        if (!blobExists.test(blob.path("ref").path("$link").asString(""))) {
            throw new Refusal(400, "BlobNotFound", "Could not find blob");
        }
    }

    private static boolean isMoment(String text) {
        try {
            return !Instant.parse(text).equals(Instant.MAX);
        } catch (DateTimeException malformed) {
            return false;
        }
    }

    private static void require(boolean good, String otherwise) throws Refusal {
        if (!good) {
            throw new Refusal(400, "InvalidRequest", "Invalid app.bsky.feed.post record: " + otherwise);
        }
    }
}
