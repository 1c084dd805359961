package health.clarion.posts;

import health.clarion.networks.Network;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/** A link with the labels that visits are counted by: {@code utm_source} the network, {@code utm_campaign} the campaign. */
final class CampaignLink {

    private CampaignLink() {}

    /** The link as it is sent. Labels that are already there stay as they are; what is no web link stays untouched. */
    static String labelled(String url, Network network, String campaign) {
        if (web(url).isEmpty()) {
            return url;
        }
        int hash = url.indexOf('#');
        String place = hash < 0 ? "" : url.substring(hash);
        StringBuilder link = new StringBuilder(hash < 0 ? url : url.substring(0, hash));
        add(link, "utm_source", network.id());
        add(link, "utm_medium", "social");
        if (!campaign.isBlank()) {
            add(link, "utm_campaign", campaign);
        }
        return link.append(place).toString();
    }

    /** The address, if it is one that a reader of a public post can follow. */
    static Optional<URI> web(String url) {
        try {
            URI uri = new URI(url);
            String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
            boolean followed = (scheme.equals("https") || scheme.equals("http"))
                    && uri.getHost() != null
                    && uri.getUserInfo() == null;
            return followed ? Optional.of(uri) : Optional.empty();
        } catch (URISyntaxException none) {
            return Optional.empty();
        }
    }

    private static void add(StringBuilder link, String label, String value) {
        boolean there = link.indexOf("?" + label + "=") >= 0 || link.indexOf("&" + label + "=") >= 0;
        if (!there) {
            boolean first = link.indexOf("?") < 0;
            char last = link.charAt(link.length() - 1);
            link.append(first ? "?" : last == '?' || last == '&' ? "" : "&")
                    .append(label)
                    .append('=')
                    .append(URLEncoder.encode(value, StandardCharsets.UTF_8));
        }
    }
}
