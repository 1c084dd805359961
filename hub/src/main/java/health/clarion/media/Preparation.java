package health.clarion.media;

import health.clarion.networks.ImageFit;
import health.clarion.networks.ImageFit.Crop;
import health.clarion.networks.ImageLimits;
import health.clarion.ui.Problem;
import java.awt.image.BufferedImage;
import java.util.List;

/** Makes our own clean file of a picture, and fitted files of ours. Pure: the same input gives the same bytes. */
final class Preparation {

    private static final double FINE = 0.92;
    private static final double[] QUALITIES = {FINE, 0.86, 0.8, 0.72, 0.62, 0.5};
    private static final double SMALLER = 0.85;
    private static final int LARGEST_OPAQUE_PNG = 8 * 1024 * 1024;
    private static final int LARGEST_PNG = 16 * 1024 * 1024;
    private static final int SMALLEST_SIDE = 32;

    private Preparation() {}

    /**
     * A picture ready to be kept.
     *
     * @param pixels fingerprint of how it looks
     */
    record Prepared(Encoding file, String pixels) {}

    /** Decodes, turns upright, brings to a size worth keeping, and encodes anew. */
    static Prepared master(byte[] file, Header header) {
        BufferedImage image = Decoding.of(file, header);
        ImageFit fit = ImageFit.of(image.getWidth(), image.getHeight(), 0.5, 0.5, KEPT);
        Pixels pixels =
                Reduction.of(image, fit.crop(), fit.width(), fit.height()).upright(header.orientation());
        return new Prepared(kept(pixels, header.format()), pixels.fingerprint());
    }

    private static final ImageLimits KEPT =
            new ImageLimits(1, 0, List.of(), 0, 0, Bounds.KEPT_SIDE, Bounds.KEPT_SIDE, 0);

    // A photograph stays a JPEG; drawings, words and whatever shines through stay exact.
    private static Encoding kept(Pixels pixels, PictureFormat format) {
        boolean photograph = format == PictureFormat.JPEG || format == PictureFormat.WEBP && pixels.opaque();
        if (photograph) {
            return Encoding.jpeg(pixels, FINE);
        }
        Encoding exact = Encoding.png(pixels);
        if (exact.bytes().length > LARGEST_OPAQUE_PNG && pixels.opaque()) {
            return Encoding.jpeg(pixels, FINE);
        }
        Pixels smaller = pixels;
        while (exact.bytes().length > LARGEST_PNG) {
            smaller = reduced(smaller);
            exact = Encoding.png(smaller);
        }
        return exact;
    }

    /** Cuts one of our pictures to {@code fit} and encodes it so that the network takes it. */
    static Encoding fitted(byte[] master, String mime, ImageFit fit, ImageLimits limits) {
        BufferedImage image = Decoding.of(master, Header.of(master));
        Pixels pixels = Reduction.of(image, fit.crop(), fit.width(), fit.height());
        if (mime.equals(Encoding.PNG) && limits.takes(Encoding.PNG)) {
            Encoding exact = Encoding.png(pixels);
            if (limits.takes(exact.bytes().length)) {
                return exact;
            }
        }
        if (!limits.takes(Encoding.JPEG)) {
            throw Problem.invalid("media.no-type-taken");
        }
        return jpegWithin(pixels, limits);
    }

    private static Encoding jpegWithin(Pixels pixels, ImageLimits limits) {
        Pixels smaller = pixels.onWhite();
        while (Math.min(smaller.width(), smaller.height()) >= 1) {
            for (double quality : QUALITIES) {
                Encoding file = Encoding.jpeg(smaller, quality);
                if (limits.takes(file.bytes().length)) {
                    return file;
                }
            }
            if (Math.max(smaller.width(), smaller.height()) < SMALLEST_SIDE) {
                break;
            }
            smaller = reduced(smaller);
        }
        throw Problem.invalid("media.no-size-taken");
    }

    private static Pixels reduced(Pixels pixels) {
        return Reduction.of(
                pixels.image(),
                new Crop(0, 0, pixels.width(), pixels.height()),
                Math.max(1, (int) (pixels.width() * SMALLER)),
                Math.max(1, (int) (pixels.height() * SMALLER)));
    }
}
