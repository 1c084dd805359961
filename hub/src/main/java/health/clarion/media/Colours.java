package health.clarion.media;

import java.awt.AlphaComposite;
import java.awt.Graphics2D;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorConvertOp;
import java.awt.image.ColorModel;
import java.awt.image.DataBufferInt;
import java.awt.image.Raster;

/** Part of a decoded picture as sRGB, whatever colours the file used. */
final class Colours {

    private static final ColorSpace SRGB = ColorSpace.getInstance(ColorSpace.CS_sRGB);

    private Colours() {}

    /** Rows {@code y} to {@code y + height} of columns {@code x} to {@code x + width}, as in {@link Pixels#argb}. */
    static int[] of(BufferedImage image, int x, int y, int width, int height) {
        ColorModel model = image.getColorModel();
        int kind = model.getColorSpace().getType();
        if (kind == ColorSpace.TYPE_GRAY && image.getRaster().getNumBands() <= 2) {
            return grey(image, x, y, width, height);
        }
        BufferedImage part = image.getSubimage(x, y, width, height);
        if (kind == ColorSpace.TYPE_RGB && !model.getColorSpace().isCS_sRGB() && !model.hasAlpha()) {
            return converted(part);
        }
        return drawn(part);
    }

    // Java takes grey for linear light and would lighten it; every other program takes it for sRGB grey.
    private static int[] grey(BufferedImage image, int x, int y, int width, int height) {
        Raster raster = image.getRaster();
        boolean alpha = raster.getNumBands() == 2;
        int shift = Math.max(0, image.getColorModel().getComponentSize(0) - 8);
        int[] values = raster.getSamples(x, y, width, height, 0, (int[]) null);
        int[] opacity = alpha ? raster.getSamples(x, y, width, height, 1, (int[]) null) : values;
        int[] argb = new int[values.length];
        for (int i = 0; i < values.length; i++) {
            int value = values[i] >>> shift;
            int opaque = alpha ? opacity[i] >>> shift : 255;
            argb[i] = opaque << 24 | value << 16 | value << 8 | value;
        }
        return argb;
    }

    // A camera's own colours (Display P3, Adobe RGB): converted in bulk, since pixel by pixel takes minutes.
    private static int[] converted(BufferedImage part) {
        BufferedImage plain = new BufferedImage(part.getWidth(), part.getHeight(), BufferedImage.TYPE_INT_RGB);
        new ColorConvertOp(SRGB, null).filter(part, plain);
        return drawn(plain);
    }

    private static int[] drawn(BufferedImage part) {
        BufferedImage argb = new BufferedImage(part.getWidth(), part.getHeight(), BufferedImage.TYPE_INT_ARGB);
        Graphics2D graphics = argb.createGraphics();
        graphics.setComposite(AlphaComposite.Src);
        graphics.drawImage(part, 0, 0, null);
        graphics.dispose();
        return ((DataBufferInt) argb.getRaster().getDataBuffer()).getData();
    }
}
