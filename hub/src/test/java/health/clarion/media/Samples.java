package health.clarion.media;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Made-up pictures and hostile files, written for these tests. */
public final class Samples {

    private Samples() {}

    /** A picture whose corners are red, green, blue and yellow, over a gradient that {@code seed} shifts. */
    public static BufferedImage picture(int width, int height, int type, int seed) {
        BufferedImage image = new BufferedImage(width, height, type);
        Graphics2D graphics = image.createGraphics();
        graphics.setPaint(new GradientPaint(
                0, 0, new Color(seed * 37 & 0xff, 90, 140), width, height, new Color(240, seed * 91 & 0xff, 60)));
        graphics.fillRect(0, 0, width, height);
        int w = Math.max(1, width / 4);
        int h = Math.max(1, height / 4);
        corner(graphics, Color.RED, 0, 0, w, h);
        corner(graphics, Color.GREEN, width - w, 0, w, h);
        corner(graphics, Color.BLUE, 0, height - h, w, h);
        corner(graphics, Color.YELLOW, width - w, height - h, w, h);
        graphics.dispose();
        return image;
    }

    private static void corner(Graphics2D graphics, Color colour, int x, int y, int width, int height) {
        graphics.setColor(colour);
        graphics.fillRect(x, y, width, height);
    }

    public static byte[] jpeg(int width, int height, int seed) {
        return written(picture(width, height, BufferedImage.TYPE_INT_RGB, seed), "jpeg");
    }

    public static byte[] png(int width, int height, int seed) {
        return written(picture(width, height, BufferedImage.TYPE_INT_RGB, seed), "png");
    }

    public static byte[] written(BufferedImage image, String format) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, format, out);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }

    static BufferedImage read(byte[] file) {
        try {
            return ImageIO.read(new ByteArrayInputStream(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** A JPEG with an Exif segment that says which way is up and where it was taken, and a comment. */
    static byte[] jpegFromPhone(int width, int height, int seed, int orientation) {
        byte[] plain = jpeg(width, height, seed);
        byte[] exif = join("Exif\0\0".getBytes(StandardCharsets.ISO_8859_1), tiff(orientation));
        return join(
                Arrays.copyOf(plain, 2),
                segment(0xe1, exif),
                segment(0xfe, "taken at home by Ana Example".getBytes(StandardCharsets.UTF_8)),
                Arrays.copyOfRange(plain, 2, plain.length));
    }

    private static byte[] segment(int marker, byte[] content) {
        return join(
                new byte[] {(byte) 0xff, (byte) marker, (byte) (content.length + 2 >> 8), (byte) (content.length + 2)},
                content);
    }

    /** Exif data with an orientation and a GPS directory: 51° 30' North, and a marker word to look for. */
    static byte[] tiff(int orientation) {
        ByteBuffer tiff = ByteBuffer.allocate(160).order(ByteOrder.BIG_ENDIAN);
        tiff.put("MM".getBytes(StandardCharsets.ISO_8859_1))
                .putShort((short) 42)
                .putInt(8);
        tiff.putShort((short) 2);
        entry(tiff, 0x0112, 3, 1, orientation << 16);
        entry(tiff, 0x8825, 4, 1, 38);
        tiff.putInt(0);
        tiff.position(38);
        tiff.putShort((short) 2);
        entry(tiff, 0x0001, 2, 2, 'N' << 24);
        entry(tiff, 0x0002, 5, 3, 68);
        tiff.putInt(0);
        tiff.position(68);
        tiff.putInt(51).putInt(1).putInt(30).putInt(1).putInt(0).putInt(1);
        tiff.put("GPS-OF-ANA".getBytes(StandardCharsets.ISO_8859_1));
        return tiff.array();
    }

    private static void entry(ByteBuffer tiff, int tag, int type, int count, int value) {
        tiff.putShort((short) tag).putShort((short) type).putInt(count).putInt(value);
    }

    /** A PNG that says it is this large, with next to no data behind it. */
    static byte[] pngSaying(int width, int height) {
        ByteBuffer header = ByteBuffer.allocate(13).putInt(width).putInt(height);
        header.put((byte) 8).put((byte) 2).put((byte) 0).put((byte) 0).put((byte) 0);
        return join(
                new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'},
                chunk("IHDR", header.array()),
                chunk("IDAT", deflated(new byte[64 * 1024])),
                chunk("IEND", new byte[0]));
    }

    /** A good PNG with one more chunk before its data. */
    static byte[] pngWith(String chunk, byte[] content, int seed) {
        byte[] plain = png(40, 30, seed);
        return join(Arrays.copyOf(plain, 33), chunk(chunk, content), Arrays.copyOfRange(plain, 33, plain.length));
    }

    private static byte[] chunk(String name, byte[] content) {
        byte[] named = join(name.getBytes(StandardCharsets.ISO_8859_1), content);
        CRC32 sum = new CRC32();
        sum.update(named);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (DataOutputStream data = new DataOutputStream(out)) {
            data.writeInt(content.length);
            data.write(named);
            data.writeInt((int) sum.getValue());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }

    private static byte[] deflated(byte[] bytes) {
        Deflater deflater = new Deflater();
        deflater.setInput(bytes);
        deflater.finish();
        byte[] out = new byte[bytes.length];
        return Arrays.copyOf(out, deflater.deflate(out));
    }

    /** A lossless WebP of one colour (RFC 9649, section 3): every code has a single symbol, so pixels take no bits. */
    static byte[] webp(int width, int height, int red, int green, int blue, int alpha) {
        Bits bits = new Bits();
        bits.add(width - 1, 14).add(height - 1, 14).add(alpha == 255 ? 0 : 1, 1).add(0, 3);
        bits.add(0, 1).add(0, 1).add(0, 1);
        for (int symbol : new int[] {green, red, blue, alpha}) {
            bits.add(1, 1).add(0, 1).add(1, 1).add(symbol, 8);
        }
        bits.add(1, 1).add(0, 1).add(0, 1).add(0, 1);
        return riff(riffChunk("VP8L", join(new byte[] {0x2f}, bits.bytes())));
    }

    /** The same, in an extended file that says which way is up. */
    static byte[] webpFromPhone(int width, int height, int orientation) {
        byte[] plain = webp(width, height, 10, 200, 30, 255);
        ByteBuffer extended = ByteBuffer.allocate(10).order(ByteOrder.LITTLE_ENDIAN);
        extended.put((byte) 0x08).put(new byte[3]);
        extended.put((byte) (width - 1)).put((byte) (width - 1 >> 8)).put((byte) 0);
        extended.put((byte) (height - 1)).put((byte) (height - 1 >> 8)).put((byte) 0);
        return riff(join(
                riffChunk("VP8X", extended.array()),
                Arrays.copyOfRange(plain, 12, plain.length),
                riffChunk("EXIF", tiff(orientation))));
    }

    private static byte[] riff(byte[] chunks) {
        return join(
                "RIFF".getBytes(StandardCharsets.ISO_8859_1),
                little(chunks.length + 4),
                "WEBP".getBytes(StandardCharsets.ISO_8859_1),
                chunks);
    }

    private static byte[] riffChunk(String name, byte[] content) {
        return join(
                name.getBytes(StandardCharsets.ISO_8859_1),
                little(content.length),
                content,
                new byte[content.length & 1]);
    }

    private static byte[] little(int number) {
        return ByteBuffer.allocate(4)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(number)
                .array();
    }

    /** A GIF of two frames, the second smaller than the first. */
    static byte[] movingGif(int width, int height) {
        var writer = ImageIO.getImageWritersByFormatName("gif").next();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (var stream = new MemoryCacheImageOutputStream(out)) {
            writer.setOutput(stream);
            writer.prepareWriteSequence(null);
            for (int frame = 0; frame < 2; frame++) {
                BufferedImage image =
                        picture(width - frame * 4, height - frame * 4, BufferedImage.TYPE_BYTE_INDEXED, frame);
                writer.writeToSequence(new IIOImage(image, null, delay(writer, image)), null);
            }
            writer.endWriteSequence();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        } finally {
            writer.dispose();
        }
        return out.toByteArray();
    }

    private static IIOMetadata delay(javax.imageio.ImageWriter writer, BufferedImage image) throws IOException {
        IIOMetadata metadata = writer.getDefaultImageMetadata(ImageTypeSpecifier.createFromRenderedImage(image), null);
        String format = metadata.getNativeMetadataFormatName();
        IIOMetadataNode root = (IIOMetadataNode) metadata.getAsTree(format);
        IIOMetadataNode control = (IIOMetadataNode)
                root.getElementsByTagName("GraphicControlExtension").item(0);
        control.setAttribute("delayTime", "20");
        metadata.setFromTree(format, root);
        return metadata;
    }

    static byte[] join(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    private static final class Bits {
        private final ByteArrayOutputStream out = new ByteArrayOutputStream();
        private long waiting;
        private int count;

        Bits add(int value, int bits) {
            waiting |= (long) value << count;
            count += bits;
            while (count >= 8) {
                out.write((int) (waiting & 0xff));
                waiting >>>= 8;
                count -= 8;
            }
            return this;
        }

        byte[] bytes() {
            Bits whole = add(0, 7);
            return whole.out.toByteArray();
        }
    }
}
