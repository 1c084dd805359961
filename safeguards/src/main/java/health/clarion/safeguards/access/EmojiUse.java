package health.clarion.safeguards.access;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import health.clarion.safeguards.Span;
import health.clarion.safeguards.rules.Hit;
import health.clarion.safeguards.text.Passage;
import java.util.function.Consumer;

/** How many emoji there are and where they stand: a screen reader says the name of each, wherever it is. */
final class EmojiUse {
    /** More of the same in a row are read out one by one. */
    private static final int MOST_IN_A_ROW = 3;

    /** More in a whole post drown the words. */
    private static final int MOST = 6;

    /** From so many lines on, emoji at their beginning are a list's bullets. */
    private static final int BULLETS = 3;

    private static final int JOINER = 0x200D;
    private static final int AS_EMOJI = 0xFE0F;
    private static final int FIRST_FLAG = 0x1F1E6;
    private static final int LAST_FLAG = 0x1F1FF;

    /** Below it only a few signs such as © and ® may be drawn as emoji, and seldom are. */
    private static final int FIRST = 0x2000;

    private EmojiUse() {}

    static void look(Passage passage, Consumer<Hit> hits) {
        int all = 0;
        int row = 0;
        int bullets = 0;
        int start = 0;
        int end = 0;
        for (int i = 0; i <= passage.length(); i++) {
            int next = i < passage.length() ? end(passage, i) : i;
            if (next > i) {
                all++;
                start = row++ == 0 ? i : start;
                end = next;
                bullets += startsLine(passage, i) ? 1 : 0;
                if (isInWord(passage, i, next)) {
                    hits.accept(Hit.of("access/emoji-in-word", new Span(i, next)));
                }
                i = next - 1;
            } else if (i == passage.length() || passage.codePoint(i) != ' ') {
                if (row > MOST_IN_A_ROW) {
                    hits.accept(Hit.of("access/emoji-run", new Span(start, end), String.valueOf(row)));
                }
                row = 0;
            }
        }
        if (all > MOST) {
            hits.accept(Hit.of("access/emoji-many", new Span(0, 0), String.valueOf(all)));
        }
        if (bullets >= BULLETS) {
            hits.accept(Hit.of("access/emoji-bullets", new Span(0, 0), String.valueOf(bullets)));
        }
    }

    /** Where the emoji that starts here ends, with its skin tone and what is joined to it; the same place when there is none. */
    private static int end(Passage passage, int at) {
        int codePoint = passage.codePoint(at);
        if (codePoint < FIRST) {
            return at;
        }
        if (isFlagLetter(codePoint)) {
            return at + 1 < passage.length() && isFlagLetter(passage.codePoint(at + 1)) ? at + 2 : at;
        }
        boolean starts = UCharacter.hasBinaryProperty(codePoint, UProperty.EXTENDED_PICTOGRAPHIC)
                && !UCharacter.hasBinaryProperty(codePoint, UProperty.EMOJI_MODIFIER);
        if (!starts) {
            return at;
        }
        int end = at + 1;
        while (end < passage.length() && goesOn(passage, end)) {
            end++;
        }
        return end;
    }

    private static boolean goesOn(Passage passage, int at) {
        int codePoint = passage.codePoint(at);
        return codePoint == JOINER
                || codePoint == AS_EMOJI
                || passage.codePoint(at - 1) == JOINER
                || codePoint >= FIRST && UCharacter.hasBinaryProperty(codePoint, UProperty.EMOJI_MODIFIER);
    }

    private static boolean isFlagLetter(int codePoint) {
        return codePoint >= FIRST_FLAG && codePoint <= LAST_FLAG;
    }

    private static boolean startsLine(Passage passage, int at) {
        return at == 0 || passage.codePoint(at - 1) == '\n';
    }

    /** Between two letters: the word is broken for whoever hears it. */
    private static boolean isInWord(Passage passage, int start, int end) {
        return start > 0
                && end < passage.length()
                && Character.isLetter(passage.codePoint(start - 1))
                && Character.isLetter(passage.codePoint(end));
    }
}
