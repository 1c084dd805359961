package health.clarion.channels;

/**
 * A picture already fitted for the network. Its bytes come from {@link MediaSource}.
 *
 * @param sha256 of the bytes, 64 lower-case hex digits
 * @param mime such as {@code image/jpeg}
 * @param width pixels
 * @param height pixels
 * @param alt what it shows, for those who don't see it
 */
public record Picture(String sha256, String mime, int width, int height, String alt) {

    public Picture {
        if (!sha256.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("not a SHA-256: " + sha256);
        }
        if (width <= 0 || height <= 0) {
            throw new IllegalArgumentException("a picture has a size");
        }
    }
}
