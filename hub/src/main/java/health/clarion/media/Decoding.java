package health.clarion.media;

import health.clarion.ui.Problem;
import java.awt.Graphics2D;
import java.awt.color.CMMException;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.jspecify.annotations.Nullable;

/** Turns a file whose {@link Header} was found good into pixels: the first frame, as stored. */
final class Decoding {

    private Decoding() {}

    /** @throws Problem when the file is damaged */
    static BufferedImage of(byte[] file, Header header) {
        ImageReader reader =
                ImageIO.getImageReadersByFormatName(header.format().reader()).next();
        try (var stream = new MemoryCacheImageInputStream(new ByteArrayInputStream(padded(file, header)))) {
            reader.setInput(stream, true, true);
            requireAsAnnounced(reader, header);
            BufferedImage image = reader.read(0, parameters(reader, header));
            return header.format() == PictureFormat.GIF ? laidOut(image, file, header) : image;
        } catch (IOException | RuntimeException damaged) {
            // Readers throw whatever a hostile file leads them to: index out of bounds, negative sizes, bad profiles.
            throw damaged instanceof Problem problem ? problem : Problem.invalid("media.damaged");
        } finally {
            reader.dispose();
        }
    }

    // The WebP reader looks eight bytes ahead, beyond the end of a small file.
    private static byte[] padded(byte[] file, Header header) {
        return header.format() == PictureFormat.WEBP ? Arrays.copyOf(file, file.length + 16) : file;
    }

    // The reader's own idea of the size decides what it allocates.
    private static void requireAsAnnounced(ImageReader reader, Header header) throws IOException {
        if (reader.getWidth(0) > header.width() || reader.getHeight(0) > header.height()) {
            throw Problem.invalid("media.damaged");
        }
    }

    private static @Nullable ImageReadParam parameters(ImageReader reader, Header header) throws IOException {
        if (header.format() != PictureFormat.JPEG) {
            return null;
        }
        ImageTypeSpecifier own = ownColours(reader);
        if (own == null) {
            return null;
        }
        ImageReadParam parameters = reader.getDefaultReadParam();
        parameters.setDestinationType(own);
        return parameters;
    }

    /** The picture in the colours of its embedded profile; null when it has none that can be read. */
    private static @Nullable ImageTypeSpecifier ownColours(ImageReader reader) throws IOException {
        try {
            for (Iterator<ImageTypeSpecifier> types = reader.getImageTypes(0); types.hasNext(); ) {
                ImageTypeSpecifier type = types.next();
                if (type.getNumBands() == 3
                        && !type.getColorModel().getColorSpace().isCS_sRGB()) {
                    return type.getColorModel().getColorSpace().getType() == java.awt.color.ColorSpace.TYPE_RGB
                            ? type
                            : null;
                }
            }
            return null;
        } catch (CMMException | IllegalArgumentException brokenProfile) {
            return null;
        }
    }

    // A GIF's frame may be smaller than its canvas.
    private static BufferedImage laidOut(BufferedImage frame, byte[] file, Header header) {
        if (frame.getWidth() == header.width() && frame.getHeight() == header.height()) {
            return frame;
        }
        int[] corner = GifHeader.firstCorner(new Cursor(file));
        BufferedImage canvas = new BufferedImage(header.width(), header.height(), BufferedImage.TYPE_INT_ARGB);
        Graphics2D graphics = canvas.createGraphics();
        graphics.drawImage(frame, corner[0], corner[1], null);
        graphics.dispose();
        return canvas;
    }
}
