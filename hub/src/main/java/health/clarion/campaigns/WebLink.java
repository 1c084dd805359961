package health.clarion.campaigns;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/** An address people can be sent to: {@code https} or {@code http} with a host, or a path of our own. */
public record WebLink(URI uri) {

    public static final int LONGEST = 2_000;

    /** @throws IllegalArgumentException when it is neither */
    public WebLink {
        if (!isWeb(uri) && !isOwnPath(uri)) {
            throw new IllegalArgumentException("not a web address");
        }
    }

    /** The address written here; {@code example.org/x} is read as {@code https://example.org/x}. */
    public static Optional<WebLink> parse(String text) {
        String written = text.strip();
        if (written.isEmpty() || written.length() > LONGEST) {
            return Optional.empty();
        }
        boolean bare = written.matches("(?i)[a-z0-9-]+(\\.[a-z0-9-]+)+(/.*)?");
        try {
            URI uri = new URI(bare ? "https://" + written : written);
            return isWeb(uri) || isOwnPath(uri) ? Optional.of(new WebLink(uri)) : Optional.empty();
        } catch (URISyntaxException malformed) {
            return Optional.empty();
        }
    }

    /** Whether it leads away from this hub. */
    public boolean elsewhere() {
        return uri.isAbsolute();
    }

    @Override
    public String toString() {
        return uri.toString();
    }

    private static boolean isWeb(URI uri) {
        boolean scheme = "https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme());
        return scheme && uri.getHost() != null && uri.getUserInfo() == null;
    }

    private static boolean isOwnPath(URI uri) {
        String text = uri.toString();
        return !uri.isAbsolute() && text.startsWith("/") && !text.startsWith("//");
    }
}
