package health.clarion.media;

import health.clarion.networks.ImageFit.Crop;
import java.awt.image.BufferedImage;

/**
 * Cuts a part out of a picture and makes it smaller, each new pixel being the average of the area it stands for. The
 * same picture gives the same pixels on every machine. Reads the source a few rows at a time.
 */
final class Reduction {

    private static final int PIXELS_AT_ONCE = 1_000_000;
    private static final int ALPHA = 0;
    private static final int CHANNELS = 4;

    private final BufferedImage source;
    private final Crop crop;
    private final int width;
    private final int height;
    private final double across;
    private final double down;
    private final int[] result;

    private Reduction(BufferedImage source, Crop crop, int width, int height) {
        this.source = source;
        this.crop = crop;
        this.width = width;
        this.height = height;
        this.across = (double) crop.width() / width;
        this.down = (double) crop.height() / height;
        this.result = new int[width * height];
    }

    /**
     * The part {@code crop} of {@code source} in this size.
     *
     * @throws IllegalArgumentException when it would become larger
     */
    static Pixels of(BufferedImage source, Crop crop, int width, int height) {
        if (width > crop.width() || height > crop.height()) {
            throw new IllegalArgumentException("nothing is made larger");
        }
        return new Reduction(source, crop, width, height).reduced();
    }

    private Pixels reduced() {
        double[] sums = new double[width * CHANNELS];
        double[] row = new double[width * CHANNELS];
        int strip = Math.max(1, PIXELS_AT_ONCE / crop.width());
        int target = 0;
        for (int y = 0; y < crop.height(); y += strip) {
            int rows = Math.min(strip, crop.height() - y);
            int[] argb = Colours.of(source, crop.x(), crop.y() + y, crop.width(), rows);
            for (int i = 0; i < rows; i++) {
                acrossRow(argb, i * crop.width(), row);
                double end = (target + 1) * down;
                double before = Math.min(1, end - (y + i));
                add(sums, row, before);
                if (y + i + 1 >= end - 1e-9) {
                    write(sums, target);
                    target = Math.min(target + 1, height - 1);
                    add(sums, row, 1 - before);
                }
            }
        }
        return new Pixels(width, height, result);
    }

    /** Averages of one source row: alpha, then colours weighted by it, so that what can't be seen has no colour. */
    private void acrossRow(int[] argb, int offset, double[] row) {
        for (int x = 0; x < width; x++) {
            double start = x * across;
            double end = Math.min(crop.width(), (x + 1) * across);
            double alpha = 0;
            double red = 0;
            double green = 0;
            double blue = 0;
            for (int s = (int) start; s < end; s++) {
                double share = Math.min(end, s + 1.0) - Math.max(start, s);
                int pixel = argb[offset + s];
                double weight = share * (pixel >>> 24);
                alpha += weight;
                red += weight * (pixel >> 16 & 0xff);
                green += weight * (pixel >> 8 & 0xff);
                blue += weight * (pixel & 0xff);
            }
            int at = x * CHANNELS;
            row[at + ALPHA] = alpha;
            row[at + 1] = red;
            row[at + 2] = green;
            row[at + 3] = blue;
        }
    }

    private static void add(double[] sums, double[] row, double share) {
        if (share > 0) {
            for (int i = 0; i < sums.length; i++) {
                sums[i] += row[i] * share;
            }
        }
    }

    private void write(double[] sums, int y) {
        double area = across * down;
        for (int x = 0; x < width; x++) {
            int at = x * CHANNELS;
            double alpha = sums[at + ALPHA];
            int opaque = clamped(alpha / area);
            result[y * width + x] = opaque == 0
                    ? 0
                    : opaque << 24
                            | clamped(sums[at + 1] / alpha) << 16
                            | clamped(sums[at + 2] / alpha) << 8
                            | clamped(sums[at + 3] / alpha);
        }
        java.util.Arrays.fill(sums, 0);
    }

    private static int clamped(double value) {
        return (int) Math.clamp(Math.round(value), 0, 255);
    }
}
