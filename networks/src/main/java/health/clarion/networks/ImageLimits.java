package health.clarion.networks;

import java.util.List;

/**
 * The pictures a network takes in one post.
 *
 * @param maxCount how many in one post; 0 when the network takes none
 * @param maxBytes size of one file in bytes; 0 when no limit is known
 * @param mimeTypes accepted types, the one to prefer first; empty when none is known
 * @param minRatio smallest width ÷ height; 0 when no limit is known
 * @param maxRatio largest width ÷ height; 0 when no limit is known
 * @param maxWidth widest, in pixels; 0 when no limit is known
 * @param maxHeight highest, in pixels; 0 when no limit is known
 * @param maxPixels largest width × height; 0 when no limit is known
 */
public record ImageLimits(
        int maxCount,
        long maxBytes,
        List<String> mimeTypes,
        double minRatio,
        double maxRatio,
        int maxWidth,
        int maxHeight,
        long maxPixels) {
    public ImageLimits {
        mimeTypes = List.copyOf(mimeTypes);
    }

    /** Limits that any picture meets: no count, size, type or shape is refused. */
    public static ImageLimits none() {
        return new ImageLimits(Integer.MAX_VALUE, 0, List.of(), 0, 0, 0, 0, 0);
    }

    static ImageLimits from(Facts facts) {
        return new ImageLimits(
                facts.number("images.max").orElse(0),
                facts.size("image.bytes").orElse(0),
                facts.first("image.types")
                        .map(fact -> List.of(fact.value().split(" ")))
                        .orElse(List.of()),
                facts.ratio("image.ratio.min"),
                facts.ratio("image.ratio.max"),
                facts.number("image.width.max").orElse(0),
                facts.number("image.height.max").orElse(0),
                facts.size("image.pixels.max").orElse(0));
    }

    /** True when this type may be sent as it is. */
    public boolean takes(String mimeType) {
        return mimeTypes.isEmpty() || mimeTypes.contains(mimeType);
    }

    /** True when a file of this size may be sent. */
    public boolean takes(long bytes) {
        return maxBytes == 0 || bytes <= maxBytes;
    }

    /** These limits with everything the server answered put in place of the defaults. */
    ImageLimits with(ServerLimits server) {
        return new ImageLimits(
                server.maxImages().orElse(maxCount),
                server.imageBytes().orElse(maxBytes),
                server.imageTypes().isEmpty() ? mimeTypes : server.imageTypes(),
                minRatio,
                maxRatio,
                maxWidth,
                maxHeight,
                server.imagePixels().orElse(maxPixels));
    }
}
