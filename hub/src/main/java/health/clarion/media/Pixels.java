package health.clarion.media;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.nio.ByteBuffer;
import java.util.HexFormat;

/**
 * A picture as plain sRGB pixels.
 *
 * @param argb row by row, 8 bits each of alpha, red, green and blue, not premultiplied
 */
record Pixels(int width, int height, int[] argb) {

    private static final int ALPHA = 0xff000000;

    /** Whether nothing shines through. */
    boolean opaque() {
        for (int pixel : argb) {
            if ((pixel & ALPHA) != ALPHA) {
                return false;
            }
        }
        return true;
    }

    /** The picture turned and mirrored so that it stands upright, from an Exif orientation of 1 to 8. */
    Pixels upright(int orientation) {
        if (orientation <= Exif.UPRIGHT || orientation > 8) {
            return this;
        }
        boolean onItsSide = orientation >= 5;
        int newWidth = onItsSide ? height : width;
        int newHeight = onItsSide ? width : height;
        int[] turned = new int[argb.length];
        for (int y = 0; y < newHeight; y++) {
            for (int x = 0; x < newWidth; x++) {
                turned[y * newWidth + x] = argb[source(orientation, x, y)];
            }
        }
        return new Pixels(newWidth, newHeight, turned);
    }

    private int source(int orientation, int x, int y) {
        return switch (orientation) {
            case 2 -> y * width + width - 1 - x;
            case 3 -> (height - 1 - y) * width + width - 1 - x;
            case 4 -> (height - 1 - y) * width + x;
            case 5 -> x * width + y;
            case 6 -> (height - 1 - x) * width + y;
            case 7 -> (height - 1 - x) * width + width - 1 - y;
            default -> x * width + width - 1 - y;
        };
    }

    /** The picture on white paper. */
    Pixels onWhite() {
        if (opaque()) {
            return this;
        }
        int[] flat = new int[argb.length];
        for (int i = 0; i < argb.length; i++) {
            int alpha = argb[i] >>> 24;
            flat[i] = ALPHA | over(argb[i] >> 16, alpha) << 16 | over(argb[i] >> 8, alpha) << 8 | over(argb[i], alpha);
        }
        return new Pixels(width, height, flat);
    }

    private static int over(int channel, int alpha) {
        return ((channel & 0xff) * alpha + 255 * (255 - alpha) + 127) / 255;
    }

    /** The same for two pictures that look the same, whatever their files were. */
    String fingerprint() {
        var digest = Sha256.digest();
        digest.update(ByteBuffer.allocate(8).putInt(width).putInt(height).flip());
        ByteBuffer row = ByteBuffer.allocate(width * Integer.BYTES);
        for (int y = 0; y < height; y++) {
            row.clear();
            for (int x = 0; x < width; x++) {
                int pixel = argb[y * width + x];
                row.putInt((pixel & ALPHA) == 0 ? 0 : pixel);
            }
            digest.update(row.flip());
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** For an encoder; without alpha when it is opaque. */
    BufferedImage image() {
        BufferedImage image =
                new BufferedImage(width, height, opaque() ? BufferedImage.TYPE_INT_RGB : BufferedImage.TYPE_INT_ARGB);
        int[] target = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        System.arraycopy(argb, 0, target, 0, argb.length);
        return image;
    }
}
