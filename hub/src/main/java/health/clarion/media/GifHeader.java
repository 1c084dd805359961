package health.clarion.media;

/** Walks the blocks of a GIF file (GIF89a specification) until its trailer. */
final class GifHeader {

    private static final int EXTENSION = 0x21;
    private static final int FRAME = 0x2c;
    private static final int TRAILER = 0x3b;

    private GifHeader() {}

    static Header read(Cursor file) {
        file.skip(6);
        int width = file.u16(true);
        int height = file.u16(true);
        skipColours(file, file.u8());
        int frames = 0;
        // The two bytes after the flags are background and aspect; skipColours has taken them with the table.
        for (int block = file.u8(); block != TRAILER; block = file.u8()) {
            if (block == FRAME) {
                frames++;
                int right = file.u16(true);
                int bottom = file.u16(true);
                right += file.u16(true);
                bottom += file.u16(true);
                if (frames == 1) {
                    width = Math.max(width, right);
                    height = Math.max(height, bottom);
                }
                skipLocalColours(file, file.u8());
                file.skip(1);
                skipBlocks(file);
            } else if (block == EXTENSION) {
                file.skip(1);
                skipBlocks(file);
            } else {
                throw new Cursor.CutShort();
            }
        }
        if (frames == 0) {
            throw new Cursor.CutShort();
        }
        // One byte a pixel, and four for the canvas its frame is laid on.
        return new Header(PictureFormat.GIF, width, height, Exif.UPRIGHT, frames > 1, 4);
    }

    /** Where on the canvas the first frame of a file that was read before begins: x and y. */
    static int[] firstCorner(Cursor file) {
        file.skip(10);
        skipColours(file, file.u8());
        for (int block = file.u8(); block != FRAME; block = file.u8()) {
            file.skip(1);
            skipBlocks(file);
        }
        return new int[] {file.u16(true), file.u16(true)};
    }

    private static void skipColours(Cursor file, int flags) {
        file.skip(2);
        skipLocalColours(file, flags);
    }

    private static void skipLocalColours(Cursor file, int flags) {
        if ((flags & 0x80) != 0) {
            file.skip(3L * (2 << (flags & 7)));
        }
    }

    private static void skipBlocks(Cursor file) {
        for (int length = file.u8(); length != 0; length = file.u8()) {
            file.skip(length);
        }
    }
}
