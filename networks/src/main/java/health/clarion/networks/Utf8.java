package health.clarion.networks;

/** Lengths in UTF-8. A lone surrogate takes three bytes, as the U+FFFD it becomes on the wire. */
final class Utf8 {
    private Utf8() {}

    static int bytes(int codePoint) {
        if (codePoint < 0x80) {
            return 1;
        }
        if (codePoint < 0x800) {
            return 2;
        }
        return codePoint < 0x10000 ? 3 : 4;
    }

    /** Bytes of the UTF-16 range [start, end). */
    static int bytes(String text, int start, int end) {
        int bytes = 0;
        for (int at = start; at < end; ) {
            int codePoint = text.codePointAt(at);
            bytes += bytes(codePoint);
            at += Character.charCount(codePoint);
        }
        return bytes;
    }
}
