package health.clarion.media;

/** Walks the chunks of a PNG file (W3C PNG, third edition, section 5) until its end chunk. */
final class PngHeader {

    private static final int SIGNATURE = 8;
    private static final int CHECKSUM = 4;

    private PngHeader() {}

    static Header read(Cursor file) {
        file.skip(SIGNATURE);
        long length = file.u32(false);
        if (!file.text(4).equals("IHDR")) {
            throw new Cursor.CutShort();
        }
        Cursor header = file.part(length);
        int width = side(header);
        int height = side(header);
        int bytesPixel = bytesPixel(header.u8(), header.u8());
        file.skip(length + CHECKSUM);
        int orientation = Exif.UPRIGHT;
        boolean moving = false;
        boolean pixels = false;
        for (String chunk = ""; !chunk.equals("IEND"); ) {
            length = file.u32(false);
            chunk = file.text(4);
            switch (chunk) {
                case "eXIf" -> orientation = Exif.orientation(file.part(length));
                case "acTL" -> moving = true;
                case "IDAT" -> pixels = true;
                default -> {
                    // Words, times, colours: not looked at and not kept.
                }
            }
            file.skip(length + CHECKSUM);
        }
        if (!pixels) {
            throw new Cursor.CutShort();
        }
        return new Header(PictureFormat.PNG, width, height, orientation, moving, bytesPixel);
    }

    private static int side(Cursor header) {
        return (int) Math.min(Integer.MAX_VALUE, header.u32(false));
    }

    private static int bytesPixel(int depth, int colourType) {
        int channels =
                switch (colourType) {
                    case 0, 3 -> 1;
                    case 4 -> 2;
                    case 2 -> 3;
                    default -> 4;
                };
        return channels * (depth == 16 ? 2 : 1);
    }
}
