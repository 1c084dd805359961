package health.clarion.safeguards.text;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The characters of a text, as typed and folded, and where each folded one came from. Most posts are plain ASCII, in which every character
 * has one place and one folded form: those keep no places at all.
 */
final class Characters {
    private static final int LAST_ASCII = 0x7F;

    private final String original;
    private final String folded;
    private final int @Nullable [] codePoints;
    private final int @Nullable [] places;
    private final long[] capitals;
    private final int length;
    private boolean hasCapitals;
    private boolean hasDigits;

    /** An ASCII text. */
    private Characters(String original, int length) {
        this.original = original;
        this.length = length;
        this.codePoints = null;
        this.places = null;
        this.capitals = new long[length / Long.SIZE + 1];
        byte[] small = new byte[length];
        for (int i = 0; i < length; i++) {
            char c = original.charAt(i);
            if (c >= 'A' && c <= 'Z') {
                small[i] = (byte) (c + 32);
                setCapital(i);
            } else {
                small[i] = (byte) c;
                hasDigits |= c >= '0' && c <= '9';
            }
        }
        this.folded = new String(small, StandardCharsets.ISO_8859_1);
    }

    /** Any text; a lone surrogate counts as one code point. */
    private Characters(String original) {
        this.original = original;
        this.length = original.codePointCount(0, original.length());
        int[] points = new int[length];
        int[] from = new int[original.length() + 16];
        long[] upper = new long[from.length / Long.SIZE + 1];
        StringBuilder written = new StringBuilder(original.length() + 16);
        int size = 0;
        for (int i = 0, at = 0; i < length; i++) {
            int codePoint = original.codePointAt(at);
            points[i] = codePoint;
            at += Character.charCount(codePoint);
            Folding.append(codePoint, written);
            if (written.length() > from.length) {
                from = Arrays.copyOf(from, Math.max(written.length(), from.length * 2));
                upper = Arrays.copyOf(upper, from.length / Long.SIZE + 1);
            }
            boolean capital = isUpper(codePoint);
            hasCapitals |= capital;
            hasDigits |= codePoint <= LAST_ASCII ? codePoint >= '0' && codePoint <= '9' : Character.isDigit(codePoint);
            while (size < written.length()) {
                upper[size >> 6] |= capital ? 1L << size : 0;
                from[size++] = i;
            }
        }
        this.codePoints = points;
        this.places = Arrays.copyOf(from, size);
        this.capitals = upper;
        this.folded = written.toString();
    }

    static Characters of(String text) {
        int length = text.length();
        for (int i = 0; i < length; i++) {
            if (text.charAt(i) > LAST_ASCII) {
                return new Characters(text);
            }
        }
        return new Characters(text, length);
    }

    private static boolean isUpper(int codePoint) {
        return codePoint <= LAST_ASCII ? codePoint >= 'A' && codePoint <= 'Z' : Character.isUpperCase(codePoint);
    }

    private void setCapital(int at) {
        capitals[at >> 6] |= 1L << at;
        hasCapitals = true;
    }

    String original() {
        return original;
    }

    String folded() {
        return folded;
    }

    /** How many code points the original has. */
    int length() {
        return length;
    }

    boolean isAscii() {
        return codePoints == null;
    }

    boolean hasCapitals() {
        return hasCapitals;
    }

    boolean hasDigits() {
        return hasDigits;
    }

    int codePoint(int at) {
        return codePoints == null ? original.charAt(at) : codePoints[at];
    }

    /** The place of the code point that a folded char came from; for one past the last, the length. */
    int place(int foldedAt) {
        return places == null ? foldedAt : foldedAt < places.length ? places[foldedAt] : length;
    }

    String slice(int start, int end) {
        return codePoints == null ? original.substring(start, end) : new String(codePoints, start, end - start);
    }

    /** Whether a folded char came from a capital letter. */
    boolean isCapital(int foldedAt) {
        return (capitals[foldedAt >> 6] & 1L << foldedAt) != 0;
    }

    /** How many of the folded chars [start, end) came from capital letters. */
    int capitals(int start, int end) {
        int count = 0;
        for (int at = start; at < end; ) {
            int next = Math.min(end, (at | Long.SIZE - 1) + 1);
            count += Long.bitCount(capitals[at >> 6] >>> at << Long.SIZE - (next - at));
            at = next;
        }
        return count;
    }
}
