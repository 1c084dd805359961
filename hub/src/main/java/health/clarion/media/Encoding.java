package health.clarion.media;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * Pixels as a new file. Nothing but the pixels goes in: no metadata, no profile, no comment.
 *
 * @param mime its type
 * @param bytes the file
 */
record Encoding(String mime, int width, int height, byte[] bytes) {

    static final String JPEG = "image/jpeg";
    static final String PNG = "image/png";

    /** As a JPEG file, on white where it shines through; {@code quality} from 0 to 1. */
    static Encoding jpeg(Pixels pixels, double quality) {
        return write(JPEG, "jpeg", pixels.onWhite(), quality);
    }

    /** As a PNG file. */
    static Encoding png(Pixels pixels) {
        return write(PNG, "png", pixels, -1);
    }

    private static Encoding write(String mime, String format, Pixels pixels, double quality) {
        ImageWriter writer = ImageIO.getImageWritersByFormatName(format).next();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (var stream = new MemoryCacheImageOutputStream(out)) {
            ImageWriteParam parameters = writer.getDefaultWriteParam();
            if (quality >= 0) {
                parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
                parameters.setCompressionQuality((float) quality);
            }
            writer.setOutput(stream);
            writer.write(null, new IIOImage(pixels.image(), null, null), parameters);
            stream.flush();
            return new Encoding(mime, pixels.width(), pixels.height(), out.toByteArray());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible); // it only writes to memory
        } finally {
            writer.dispose();
        }
    }
}
