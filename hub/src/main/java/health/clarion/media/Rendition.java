package health.clarion.media;

/**
 * A picture fitted to what a network takes.
 *
 * @param sha256 of the bytes, for {@link Media#bytes}
 * @param mime a type the network takes
 * @param width pixels
 * @param height pixels
 */
public record Rendition(String sha256, String mime, int width, int height) {}
