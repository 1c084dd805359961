package health.clarion.media;

import java.nio.charset.StandardCharsets;

/** Reads numbers from a file that may lie about its lengths: every step outside it is {@link CutShort}. */
final class Cursor {

    /** The file ends before it says it does. */
    static final class CutShort extends RuntimeException {
        private static final long serialVersionUID = 1;

        CutShort() {
            super("cut short", null, false, false);
        }
    }

    private final byte[] file;
    private final int end;
    private int at;

    Cursor(byte[] file) {
        this(file, 0, file.length);
    }

    private Cursor(byte[] file, int at, int end) {
        this.file = file;
        this.at = at;
        this.end = end;
    }

    int at() {
        return at;
    }

    int left() {
        return end - at;
    }

    void to(long position) {
        if (position < 0 || position > end) {
            throw new CutShort();
        }
        at = (int) position;
    }

    Cursor skip(long bytes) {
        to(at + bytes);
        return this;
    }

    /** The next {@code length} bytes as a file of their own. */
    Cursor part(long length) {
        if (length < 0 || length > left()) {
            throw new CutShort();
        }
        return new Cursor(file, at, at + (int) length);
    }

    int u8() {
        if (at >= end) {
            throw new CutShort();
        }
        return file[at++] & 0xff;
    }

    int u16(boolean little) {
        int first = u8();
        int second = u8();
        return little ? second << 8 | first : first << 8 | second;
    }

    int u24little() {
        int low = u16(true);
        return u8() << 16 | low;
    }

    long u32(boolean little) {
        long first = u16(little);
        long second = u16(little);
        return little ? second << 16 | first : first << 16 | second;
    }

    /** The next {@code length} bytes as Latin-1. */
    String text(int length) {
        if (length > left()) {
            throw new CutShort();
        }
        String text = new String(file, at, length, StandardCharsets.ISO_8859_1);
        at += length;
        return text;
    }
}
