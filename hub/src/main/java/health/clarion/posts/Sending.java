package health.clarion.posts;

import health.clarion.channels.LinkCard;
import health.clarion.networks.Capabilities;
import health.clarion.networks.Network;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The words of one network as they will be sent.
 *
 * <p>The link: where it stands in the words it gets its labels there. Elsewhere Bluesky shows it as a card when there is
 * no picture, networks that press links get it on a line of its own at the end, and the others (Instagram) go without.
 * The warning: networks that fold posts get it apart, all others as the first line.
 *
 * @param parts the post, then what goes on in replies or in the first comment
 * @param warning what the post is folded behind; {@code ""} where there is none, or where it is the first line
 * @param card shown under the post, or null
 */
public record Sending(
        List<String> parts, String warning, @Nullable LinkCard card) {

    public Sending {
        parts = List.copyOf(parts);
    }

    /**
     * @param campaign label of the campaign
     * @param limits what the network can do
     */
    static Sending of(Content content, Network network, String campaign, Capabilities limits) {
        Variant words = content.words(network);
        List<String> parts = new ArrayList<>();
        parts.add(words.text());
        parts.addAll(words.thread());
        LinkCard card = link(content, network, campaign, limits, parts);
        String warning = content.contentWarning();
        if (!warning.isEmpty() && !limits.contentWarning()) {
            parts.set(0, (warning + "\n\n" + parts.getFirst()).strip());
            warning = "";
        }
        return new Sending(parts, warning, card);
    }

    private static @Nullable LinkCard link(
            Content content, Network network, String campaign, Capabilities limits, List<String> parts) {
        Link link = content.link();
        if (!link.leads() || !limits.pressableLinks()) {
            return null;
        }
        String url = CampaignLink.labelled(link.url(), network, campaign);
        for (int i = 0; i < parts.size(); i++) {
            if (holds(parts.get(i), link.url())) {
                parts.set(i, replaced(parts.get(i), link.url(), url));
                return null;
            }
        }
        if (network == Network.BLUESKY && content.media().isEmpty()) {
            return CampaignLink.web(url).map(uri -> card(link, uri)).orElse(null);
        }
        parts.set(0, (parts.getFirst() + "\n\n" + url).strip());
        return null;
    }

    private static LinkCard card(Link link, URI uri) {
        String title = link.title().isEmpty() ? String.valueOf(uri.getHost()) : link.title();
        return new LinkCard(uri, title, link.description(), null);
    }

    private static boolean holds(String part, String url) {
        return at(part, url) >= 0;
    }

    // Only the whole address: the words "…/door" are not in "…/doorway".
    private static int at(String part, String url) {
        for (int at = part.indexOf(url); at >= 0; at = part.indexOf(url, at + 1)) {
            int end = at + url.length();
            boolean ends = end == part.length()
                    || ".,;:!?)”»\"'".indexOf(part.charAt(end)) >= 0
                    || Character.isWhitespace(part.charAt(end));
            boolean starts = at == 0 || !Character.isLetterOrDigit(part.charAt(at - 1));
            if (starts && ends) {
                return at;
            }
        }
        return -1;
    }

    private static String replaced(String part, String url, String labelled) {
        int at = at(part, url);
        return part.substring(0, at) + labelled + part.substring(at + url.length());
    }
}
