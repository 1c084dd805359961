package health.clarion.channels.bluesky;

import health.clarion.channels.CanonicalJson;
import health.clarion.networks.ByteRange;
import health.clarion.networks.Entities;
import health.clarion.networks.Entity;
import health.clarion.networks.Network;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What can be pressed in a post, at ranges counted in UTF-8 bytes (lexicon {@code app.bsky.richtext.facet}). */
final class Facets {

    /** Longest hashtag, from the lexicon: 64 graphemes; counting code points errs on the safe side. */
    private static final int LONGEST_TAG = 64;

    private static final String TYPE = "app.bsky.richtext.facet#";

    private Facets() {}

    /**
     * Links, hashtags, and mentions.
     *
     * @param mentions handle without {@code @} → DID; others stay plain text
     */
    static ArrayNode of(String text, Map<String, String> mentions) {
        ArrayNode facets = CanonicalJson.array();
        for (Entity entity : Entities.find(Network.BLUESKY, text)) {
            ObjectNode feature = feature(entity, mentions);
            if (feature != null) {
                ByteRange bytes = ByteRange.of(text, entity);
                ObjectNode facet = facets.addObject();
                facet.putObject("index").put("byteStart", bytes.start()).put("byteEnd", bytes.end());
                facet.putArray("features").add(feature);
            }
        }
        return facets;
    }

    private static @Nullable ObjectNode feature(Entity entity, Map<String, String> mentions) {
        return switch (entity) {
            case Entity.Link link -> type("link").put("uri", link.uri());
            case Entity.Mention mention -> {
                String did = mentions.get(mention.handle());
                yield did == null ? null : type("mention").put("did", did);
            }
            case Entity.Hashtag hashtag ->
                hashtag.tag().codePointCount(0, hashtag.tag().length()) > LONGEST_TAG
                        ? null
                        : type("tag").put("tag", hashtag.tag());
        };
    }

    private static ObjectNode type(String name) {
        return CanonicalJson.object().put("$type", TYPE + name);
    }
}
