package health.clarion.media;

/** Walks the chunks of a WebP file (RFC 9649). */
final class WebpHeader {

    private static final int MOVES = 0x02;

    private WebpHeader() {}

    static Header read(Cursor file) {
        file.skip(4);
        Cursor chunks = file.part(file.u32(true)).skip(4);
        int width = 0;
        int height = 0;
        int orientation = Exif.UPRIGHT;
        boolean moving = false;
        boolean pixels = false;
        while (chunks.left() >= 8) {
            String kind = chunks.text(4);
            long length = chunks.u32(true);
            Cursor chunk = chunks.part(length);
            switch (kind) {
                case "VP8X" -> {
                    moving = (chunk.u8() & MOVES) != 0;
                    chunk.skip(3);
                    width = chunk.u24little() + 1;
                    height = chunk.u24little() + 1;
                }
                case "VP8 ", "VP8L", "ANMF" -> {
                    int[] size = size(kind, chunk);
                    width = Math.max(width, size[0]);
                    height = Math.max(height, size[1]);
                    pixels = true;
                }
                case "EXIF" -> orientation = exif(chunk);
                default -> {
                    // Colour profiles and other words: not kept.
                }
            }
            chunks.skip(Math.min(length + (length & 1), chunks.left()));
        }
        if (!pixels) {
            throw new Cursor.CutShort();
        }
        return new Header(PictureFormat.WEBP, width, height, orientation, moving, 4);
    }

    private static int[] size(String kind, Cursor chunk) {
        switch (kind) {
            case "VP8 " -> {
                chunk.skip(6);
                return new int[] {chunk.u16(true) & 0x3fff, chunk.u16(true) & 0x3fff};
            }
            case "VP8L" -> {
                chunk.skip(1);
                long bits = chunk.u32(true);
                return new int[] {(int) (bits & 0x3fff) + 1, (int) (bits >> 14 & 0x3fff) + 1};
            }
            default -> {
                return frame(chunk);
            }
        }
    }

    // A frame's own bitstream decides how much memory it takes, whatever the frame around it says.
    private static int[] frame(Cursor frame) {
        frame.skip(6);
        int[] size = {frame.u24little() + 1, frame.u24little() + 1};
        frame.skip(4);
        while (frame.left() >= 8) {
            String kind = frame.text(4);
            long length = frame.u32(true);
            if (kind.startsWith("VP8")) {
                int[] inner = size(kind, frame.part(length));
                return new int[] {Math.max(size[0], inner[0]), Math.max(size[1], inner[1])};
            }
            frame.skip(Math.min(length + (length & 1), frame.left()));
        }
        return size;
    }

    // Some writers put the JPEG prefix before the TIFF header.
    private static int exif(Cursor chunk) {
        int start = chunk.at();
        if (chunk.left() < 6 || !chunk.text(6).equals("Exif\0\0")) {
            chunk.to(start);
        }
        return Exif.orientation(chunk);
    }
}
