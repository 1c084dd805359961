package health.clarion.posts;

import java.util.regex.Pattern;

/**
 * The fingerprint of exactly what will be published: SHA-256 over the canonical payloads of every network, the sources
 * of the claims and the reasons for going on despite a finding. A signature names it.
 *
 * @param value 64 lower-case hexadecimal digits
 */
public record ContentHash(String value) {

    private static final Pattern SHAPE = Pattern.compile("[0-9a-f]{64}");

    /** @throws IllegalArgumentException when {@code value} is no such fingerprint */
    public ContentHash {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("Not a content hash");
        }
    }

    public static ContentHash of(String value) {
        return new ContentHash(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
