package health.clarion.media;

import health.clarion.ui.Problem;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.springframework.http.HttpStatus;

/**
 * What a picture file says about itself, read without decoding anything.
 *
 * @param width pixels, as stored
 * @param height pixels, as stored
 * @param orientation how to turn it upright, as Exif numbers it
 * @param moving whether it has more than one frame
 * @param bytesPixel memory one decoded pixel takes
 */
record Header(PictureFormat format, int width, int height, int orientation, boolean moving, int bytesPixel) {

    /**
     * Reads the file's structure from start to end.
     *
     * @throws Problem in plain words when it is no picture we take, is damaged, or is beyond our {@link Bounds}
     */
    static Header of(byte[] file) {
        if (file.length == 0) {
            throw Problem.invalid("media.empty-file");
        }
        try {
            Header header = read(file);
            header.requireWithinBounds();
            return header;
        } catch (Cursor.CutShort damaged) {
            throw Problem.invalid("media.damaged");
        }
    }

    /** Memory the decoded picture takes, in bytes. */
    long memory() {
        return (long) width * height * bytesPixel;
    }

    private static Header read(byte[] file) {
        Cursor cursor = new Cursor(file);
        return switch (kind(file)) {
            case "jpeg" -> JpegHeader.read(cursor);
            case "png" -> PngHeader.read(cursor);
            case "gif" -> GifHeader.read(cursor);
            case "webp" -> WebpHeader.read(cursor);
            case "svg" -> throw unwanted("media.svg");
            case "heic" -> throw unwanted("media.heic");
            case "video" -> throw unwanted("media.video");
            default -> throw unwanted("media.not-a-picture");
        };
    }

    private static Problem unwanted(String key) {
        return Problem.of(HttpStatus.UNSUPPORTED_MEDIA_TYPE, key);
    }

    /** By the first bytes: a file's name and the type its sender claims are not looked at. */
    private static String kind(byte[] file) {
        String start = new String(file, 0, Math.min(file.length, 512), StandardCharsets.ISO_8859_1);
        if (start.startsWith("\u00ff\u00d8\u00ff")) {
            return "jpeg";
        }
        if (start.startsWith("\u0089PNG\r\n\u001a\n")) {
            return "png";
        }
        if (start.startsWith("GIF87a") || start.startsWith("GIF89a")) {
            return "gif";
        }
        if (start.startsWith("RIFF") && start.startsWith("WEBP", 8)) {
            return "webp";
        }
        if (start.startsWith("ftyp", 4)) {
            return start.matches("(?s).{8}(heic|heix|heim|heis|hevc|mif1|msf1|avif|avis).*") ? "heic" : "video";
        }
        String words = start.toLowerCase(Locale.ROOT);
        return words.contains("<svg") || words.stripLeading().startsWith("<?xml") ? "svg" : "unknown";
    }

    private void requireWithinBounds() {
        if (width < 1 || height < 1) {
            throw Problem.invalid("media.damaged");
        }
        if (width > Bounds.SIDE || height > Bounds.SIDE) {
            throw Problem.tooLarge("media.side-too-long", width, height, Bounds.SIDE);
        }
        long most = Math.min(Bounds.PIXELS, Bounds.DECODED_BYTES / bytesPixel);
        if ((long) width * height > most) {
            throw Problem.tooLarge("media.too-many-pixels", width, height, most / 1_000_000);
        }
    }
}
