package health.clarion.channels.gateway;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One request, before it is sent.
 *
 * @param headers may hold secrets: never shown
 * @param body empty for none
 * @param bodyLimit most bytes of the answer that are read
 * @param end when the whole exchange is over, the answer's body included, as {@link System#nanoTime} counts: a body
 *     that was ready before its process was frozen does not leave when it wakes
 * @param redirects how many are followed, GET only, each to a checked address; 0 for none
 */
public record Call(
        String method, URI uri, Map<String, String> headers, byte[] body, int bodyLimit, long end, int redirects) {

    /** Far above any answer the networks document (their pages hold at most 100 items). */
    public static final int BODY_LIMIT = 4 * 1024 * 1024;

    private static final Duration WITHIN = Duration.ofSeconds(30);

    /** Reads. */
    public static Call get(URI uri) {
        return new Call("GET", uri, Map.of(), new byte[0], BODY_LIMIT, in(WITHIN), 0);
    }

    /** Writes {@code body}, which is of this media type. */
    public static Call post(URI uri, String contentType, byte[] body) {
        return new Call("POST", uri, Map.of("Content-Type", contentType), body, BODY_LIMIT, in(WITHIN), 0);
    }

    /** Writes JSON. */
    public static Call json(URI uri, String body) {
        return post(uri, "application/json", body.getBytes(StandardCharsets.UTF_8));
    }

    /** Deletes. */
    public static Call delete(URI uri) {
        return new Call("DELETE", uri, Map.of(), new byte[0], BODY_LIMIT, in(WITHIN), 0);
    }

    /** The same with one more header. */
    public Call header(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Call(method, uri, more, body, bodyLimit, end, redirects);
    }

    /** The same on behalf of whoever holds this token. */
    public Call bearer(String token) {
        return header("Authorization", "Bearer " + token);
    }

    /** The same, over in this time. */
    public Call within(Duration time) {
        return new Call(method, uri, headers, body, bodyLimit, in(time), redirects);
    }

    /** The same, over when this much is left at the latest; already over when nothing is left. */
    public Call atMost(Duration left) {
        return in(left) - end < 0 ? within(left) : this;
    }

    private static long in(Duration time) {
        return System.nanoTime() + time.toNanos();
    }

    /** How long until it is over; nothing or less when it is. */
    Duration left() {
        return Duration.ofNanos(end - System.nanoTime());
    }

    /** The same, reading at most this many bytes of the answer. */
    public Call limit(int bytes) {
        return new Call(method, uri, headers, body, bytes, end, redirects);
    }

    /** The same, following at most this many redirects. */
    public Call following(int hops) {
        return new Call(method, uri, headers, body, bodyLimit, end, hops);
    }

    Call movedTo(URI elsewhere) {
        Map<String, String> kept = new LinkedHashMap<>(headers);
        if (!sameOrigin(elsewhere)) {
            kept.keySet().removeIf(name -> name.equalsIgnoreCase("Authorization"));
        }
        return new Call(method, elsewhere, kept, body, bodyLimit, end, redirects - 1);
    }

    private boolean sameOrigin(URI other) {
        return uri.getScheme().equalsIgnoreCase(other.getScheme())
                && uri.getHost().equalsIgnoreCase(other.getHost())
                && uri.getPort() == other.getPort();
    }

    /** Method, host and path; no query, header or body. */
    @Override
    public String toString() {
        return method + " " + uri.getHost() + uri.getPath();
    }
}
