package health.clarion.campaigns;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An address with UTM parameters that say which campaign and network sent the reader: nothing about the reader.
 * Parameters that the address already has are left as they are; so is its fragment.
 */
final class TrackedLink {

    private TrackedLink() {}

    static URI of(URI link, String source, String medium, String campaign) {
        Map<String, String> wanted = new LinkedHashMap<>();
        wanted.put("utm_source", source);
        wanted.put("utm_medium", medium);
        wanted.put("utm_campaign", campaign);
        String text = link.toString();
        int hash = text.indexOf('#');
        String fragment = hash < 0 ? "" : text.substring(hash);
        StringBuilder address = new StringBuilder(hash < 0 ? text : text.substring(0, hash));
        String query = link.getRawQuery() == null ? "" : link.getRawQuery();
        wanted.forEach((name, value) -> {
            if (!has(query, name)) {
                char sign = address.indexOf("?") < 0 ? '?' : '&';
                boolean open =
                        address.charAt(address.length() - 1) == '?' || address.charAt(address.length() - 1) == '&';
                address.append(open ? "" : sign).append(name).append('=').append(encoded(value));
            }
        });
        return URI.create(address + fragment);
    }

    private static boolean has(String query, String name) {
        for (String pair : query.split("&")) {
            if (pair.equals(name) || pair.startsWith(name + "=")) {
                return true;
            }
        }
        return false;
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
