package health.clarion.networks;

/**
 * How to make a picture fit a network's shape and size: what to cut out of the source and how large to make it. Numbers
 * only; whoever has the pixels applies them. Nothing is ever made larger.
 *
 * @param crop the part of the source to keep, in source pixels
 * @param width width of the result in pixels, at most the crop's
 * @param height height of the result in pixels, at most the crop's
 */
public record ImageFit(Crop crop, int width, int height) {

    /** A rectangle of the source; {@code x} and {@code y} are its top left corner. */
    public record Crop(int x, int y, int width, int height) {}

    /**
     * Fits a picture.
     *
     * @param width of the source in pixels, at least 1
     * @param height of the source in pixels, at least 1
     * @param focalX the point that must stay in view, 0 (left) to 1 (right); values outside are drawn to the edge
     * @param focalY the same, 0 (top) to 1 (bottom)
     * @throws IllegalArgumentException when a side is less than 1 or the focal point is not a number
     */
    public static ImageFit of(int width, int height, double focalX, double focalY, ImageLimits limits) {
        if (width < 1 || height < 1) {
            throw new IllegalArgumentException("A picture has at least one pixel: " + width + " × " + height);
        }
        if (Double.isNaN(focalX) || Double.isNaN(focalY)) {
            throw new IllegalArgumentException("A focal point needs two numbers");
        }
        Size kept = inRatio(new Size(width, height), limits);
        Crop crop = new Crop(
                offset(width, kept.width, focalX), offset(height, kept.height, focalY), kept.width, kept.height);
        Size target = inRatio(scaled(kept, limits), limits);
        return new ImageFit(crop, target.width, target.height);
    }

    /** True when the source can be used as it is. */
    public boolean changesNothing(int sourceWidth, int sourceHeight) {
        return width == sourceWidth && height == sourceHeight;
    }

    private record Size(int width, int height) {}

    /** The largest part of this size whose shape is allowed. */
    private static Size inRatio(Size size, ImageLimits limits) {
        if (limits.maxRatio() > 0 && size.width > size.height * limits.maxRatio()) {
            return new Size(atLeastOne(size.height * limits.maxRatio()), size.height);
        }
        if (limits.minRatio() > 0 && size.width < size.height * limits.minRatio()) {
            return new Size(size.width, atLeastOne(size.width / limits.minRatio()));
        }
        return size;
    }

    private static Size scaled(Size size, ImageLimits limits) {
        double scale = 1;
        if (limits.maxWidth() > 0) {
            scale = Math.min(scale, (double) limits.maxWidth() / size.width);
        }
        if (limits.maxHeight() > 0) {
            scale = Math.min(scale, (double) limits.maxHeight() / size.height);
        }
        if (limits.maxPixels() > 0) {
            scale = Math.min(scale, Math.sqrt((double) limits.maxPixels() / ((double) size.width * size.height)));
        }
        return scale >= 1 ? size : new Size(atLeastOne(size.width * scale), atLeastOne(size.height * scale));
    }

    private static int offset(int side, int kept, double focal) {
        double centred = focal * side - kept / 2.0;
        return (int) Math.max(0, Math.min(side - kept, Math.round(centred)));
    }

    /** Rounds down, forgiving the last digits of a division. */
    private static int atLeastOne(double side) {
        return (int) Math.max(1, Math.floor(side + 1e-9));
    }
}
