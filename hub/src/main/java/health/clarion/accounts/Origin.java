package health.clarion.accounts;

import java.net.IDN;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads the server somebody typed: a name, an address, or a handle that ends in it. */
final class Origin {

    private static final Pattern HOST =
            Pattern.compile("(?=.{1,253}$)[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*");
    private static final Pattern TYPED = Pattern.compile("(?:(https?)://)?([^/:@?#\\s]+)(?::(\\d{1,5}))?/?");

    private Origin() {}

    /**
     * The origin, such as {@code https://mastodon.example}; empty when it can't be one.
     *
     * @param loopback whether servers on this machine, and plain HTTP to them, are allowed
     */
    static Optional<URI> of(String typed, boolean loopback) {
        String plain = typed.strip();
        String last = plain.contains("@") ? plain.substring(plain.lastIndexOf('@') + 1) : plain;
        var parts = TYPED.matcher(last.toLowerCase(Locale.ROOT));
        if (!parts.matches()) {
            return Optional.empty();
        }
        String host = ascii(parts.group(2));
        boolean here = host.equals("localhost") || host.equals("127.0.0.1");
        String scheme = parts.group(1) == null ? (here ? "http" : "https") : parts.group(1);
        boolean allowed = here ? loopback : scheme.equals("https") && host.contains(".");
        String port = parts.group(3) == null ? "" : ":" + parts.group(3);
        boolean good = allowed && HOST.matcher(host).matches() && portFits(parts.group(3));
        return good ? Optional.of(URI.create(scheme + "://" + host + port)) : Optional.empty();
    }

    private static boolean portFits(@org.jspecify.annotations.Nullable String port) {
        return port == null || Integer.parseInt(port) >= 1 && Integer.parseInt(port) <= 65_535;
    }

    private static String ascii(String host) {
        try {
            return IDN.toASCII(host);
        } catch (IllegalArgumentException impossible) {
            return "";
        }
    }
}
