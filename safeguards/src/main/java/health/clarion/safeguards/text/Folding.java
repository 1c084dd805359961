package health.clarion.safeguards.text;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.text.Normalizer2;

/** Brings characters that read alike together: case, compatibility forms such as 𝗯𝗼𝗹𝗱, accents, quotes and dashes. */
final class Folding {
    private static final Normalizer2 COMPATIBLE = Normalizer2.getNFKDInstance();
    private static final int LAST_ASCII = 0x7F;
    private static final char REPLACEMENT = '\uFFFD';

    private Folding() {}

    /** Appends the folded form of one code point: nothing for an invisible one, otherwise one or more chars. */
    static void append(int codePoint, StringBuilder folded) {
        if (codePoint <= LAST_ASCII) {
            folded.append((char) (codePoint >= 'A' && codePoint <= 'Z' ? codePoint + 32 : codePoint));
            return;
        }
        if (codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE) {
            folded.append(REPLACEMENT);
            return;
        }
        if (isInvisible(codePoint)) {
            return;
        }
        String parts = COMPATIBLE.getDecomposition(codePoint);
        if (parts == null) {
            folded.appendCodePoint(plain(UCharacter.toLowerCase(codePoint)));
            return;
        }
        parts.codePoints()
                .filter(part -> Character.getType(part) != Character.NON_SPACING_MARK)
                .forEach(part -> folded.appendCodePoint(plain(UCharacter.toLowerCase(part))));
    }

    private static boolean isInvisible(int codePoint) {
        int type = Character.getType(codePoint);
        return type == Character.FORMAT || type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK;
    }

    private static int plain(int codePoint) {
        return switch (codePoint) {
            case '‘', '’', 'ʼ', '`', '´', '′' -> '\'';
            case '“', '”', '«', '»', '„' -> '"';
            case '‐', '‑', '‒', '–', '—', '−' -> '-';
            case 'ı' -> 'i';
            default -> codePoint;
        };
    }
}
