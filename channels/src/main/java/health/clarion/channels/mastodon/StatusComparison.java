package health.clarion.channels.mastodon;

import static health.clarion.channels.mastodon.Api.NAME;

import health.clarion.channels.CanonicalJson;
import health.clarion.channels.Part;
import health.clarion.channels.ReadBack.Published;
import health.clarion.channels.ReadBack.Shown;
import health.clarion.channels.Reason;
import health.clarion.networks.Entities;
import health.clarion.networks.Entity;
import health.clarion.networks.Network;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A signed part beside a status that is really there. */
final class StatusComparison {

    /** A shown shape may be off by rounding when a server makes the picture smaller. */
    private static final double SHAPE_TOLERANCE = 0.02;

    private static final Pattern MENTION_HOST = Pattern.compile("(@[\\w.-]+)@[\\w.-]+\\w");
    private static final Pattern SPACE = Pattern.compile("[\\s\u00a0\u200b\ufeff]+");

    private final JsonNode signed;
    private final JsonNode status;
    private final HtmlText html;
    private final @Nullable String source;

    /**
     * A comparison.
     *
     * @param source the status as it was typed, when the server tells; null otherwise
     */
    StatusComparison(Part part, JsonNode status, @Nullable String source) {
        this.signed = CanonicalJson.read(part.payload());
        this.status = status;
        this.html = HtmlText.of(status.path("content").asString(""));
        this.source = source;
    }

    Published published() {
        String language = status.path("language").asString("");
        return new Published(
                source != null ? source : html.text(),
                html.links(),
                language.isEmpty() ? List.of() : List.of(language),
                status.path("spoiler_text").asString(""),
                shown());
    }

    private List<Shown> shown() {
        List<Shown> pictures = new ArrayList<>();
        for (JsonNode medium : status.path("media_attachments")) {
            JsonNode original = medium.path("meta").path("original");
            pictures.add(new Shown(
                    medium.path("description").asString(""),
                    original.path("width").asInt(0),
                    original.path("height").asInt(0)));
        }
        return pictures;
    }

    /** Whether this is surely the part: words, warning and pictures' descriptions are equal. */
    boolean exact() {
        return sameText() && sameWarning() && pictureDifferences().isEmpty();
    }

    List<Reason> differences() {
        List<Reason> differences = new ArrayList<>();
        if (!sameText()) {
            differences.add(Reason.of("differs.text", NAME));
        }
        if (!html.links().containsAll(signedLinks())) {
            differences.add(Reason.of("differs.facets", NAME));
        }
        if (!status.path("language").asString("").equals(signed.path("language").asString(""))) {
            differences.add(Reason.of("differs.langs", NAME));
        }
        if (!sameWarning()) {
            differences.add(Reason.of("differs.warning", NAME));
        }
        differences.addAll(pictureDifferences());
        return differences;
    }

    private boolean sameText() {
        String text = signed.path("text").asString("");
        return source != null
                ? normal(source).equals(normal(text))
                : plain(html.text()).equals(plain(text));
    }

    private boolean sameWarning() {
        return normal(status.path("spoiler_text").asString(""))
                .equals(normal(signed.path("warning").asString("")));
    }

    private List<String> signedLinks() {
        return Entities.find(Network.MASTODON, signed.path("text").asString("")).stream()
                .filter(Entity.Link.class::isInstance)
                .map(link -> ((Entity.Link) link).uri())
                .toList();
    }

    private List<Reason> pictureDifferences() {
        JsonNode expected = signed.path("pictures");
        List<Shown> there = shown();
        if (expected.size() != there.size()) {
            return List.of(Reason.of("differs.pictures", NAME, expected.size(), there.size()));
        }
        List<Reason> differences = new ArrayList<>();
        for (int i = 0; i < there.size(); i++) {
            JsonNode picture = expected.get(i);
            if (!normal(there.get(i).alt()).equals(normal(picture.path("alt").asString("")))) {
                differences.add(Reason.of("differs.alt", NAME, i + 1));
            }
            if (!sameShape(picture, there.get(i))) {
                differences.add(Reason.of("differs.picture", NAME, i + 1));
            }
        }
        return differences;
    }

    private static boolean sameShape(JsonNode picture, Shown shown) {
        if (shown.width() == 0 || shown.height() == 0) {
            return true;
        }
        double wanted =
                picture.path("width").asDouble(1) / picture.path("height").asDouble(1);
        double there = (double) shown.width() / shown.height();
        return Math.abs(wanted - there) <= SHAPE_TOLERANCE * wanted;
    }

    private static String normal(String text) {
        return Normalizer.normalize(text.replace("\r\n", "\n"), Normalizer.Form.NFC)
                .strip();
    }

    /** For HTML: white space is its own affair, and a mention is shown without its server. */
    private static String plain(String text) {
        return SPACE.matcher(MENTION_HOST.matcher(normal(text)).replaceAll("$1"))
                .replaceAll(" ")
                .strip();
    }
}
