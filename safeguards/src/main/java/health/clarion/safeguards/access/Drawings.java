package health.clarion.safeguards.access;

import health.clarion.safeguards.Span;
import health.clarion.safeguards.rules.Hit;
import health.clarion.safeguards.text.Passage;
import java.util.function.Consumer;

/** Faces, boxes and pictures made of signs, which a screen reader reads sign by sign. */
final class Drawings {
    /** So many signs without a letter between are a drawing when the lines around do the same. */
    private static final int SIGNS_IN_A_LINE = 5;

    /** So many signs in one stretch are a drawing by themselves; a rule of dashes is shorter, an ellipsis too. */
    private static final int SIGNS_TOGETHER = 12;

    private static final int LINES = 2;
    private static final int FIRST_BOX = 0x2500;
    private static final int LAST_BOX = 0x259F;

    private static final boolean[] ASCII = ascii();
    private static final String OTHERS = "ツ¯°¬´•─";

    private Drawings() {}

    static boolean isSign(int codePoint) {
        if (codePoint < ASCII.length) {
            return ASCII[codePoint];
        }
        return codePoint >= FIRST_BOX && codePoint <= LAST_BOX || OTHERS.indexOf(codePoint) >= 0;
    }

    private static boolean[] ascii() {
        boolean[] signs = new boolean[0x80];
        "_\\/|()[]{}<>=+*~^-'`\".,:;".chars().forEach(sign -> signs[sign] = true);
        return signs;
    }

    static void look(Passage passage, Consumer<Hit> hits) {
        int lines = 0;
        int start = 0;
        int line = 0;
        for (int i = 0; i <= passage.length(); i++) {
            if (i < passage.length() && passage.codePoint(i) != '\n') {
                continue;
            }
            int signs = mostSigns(passage, line, i);
            if (signs >= SIGNS_IN_A_LINE) {
                start = lines == 0 ? line : start;
                lines++;
                tell(passage, start, i, lines, signs, hits);
            } else {
                lines = 0;
            }
            line = i + 1;
        }
    }

    /** Tells a drawing at its second line, or at once when one stretch is long or a face. */
    private static void tell(Passage passage, int start, int end, int lines, int signs, Consumer<Hit> hits) {
        boolean alone = lines == 1 && (signs >= SIGNS_TOGETHER || isFace(passage, start, end));
        if (alone || lines == LINES && !wasTold(passage, start)) {
            hits.accept(Hit.of("access/ascii-art", new Span(start, end)));
        }
    }

    private static boolean wasTold(Passage passage, int start) {
        int end = start;
        while (end < passage.length() && passage.codePoint(end) != '\n') {
            end++;
        }
        return mostSigns(passage, start, end) >= SIGNS_TOGETHER || isFace(passage, start, end);
    }

    private static boolean isFace(Passage passage, int start, int end) {
        for (int i = start; i < end; i++) {
            int codePoint = passage.codePoint(i);
            if (codePoint == 'ツ' || codePoint == '¯') {
                return true;
            }
        }
        return false;
    }

    /** The longest stretch of signs with blanks between; a stretch of one and the same sign is a rule, not a drawing. */
    private static int mostSigns(Passage passage, int start, int end) {
        int most = 0;
        int run = 0;
        int kinds = 0;
        int last = -1;
        for (int i = start; i < end; i++) {
            int codePoint = passage.codePoint(i);
            if (isSign(codePoint)) {
                run++;
                kinds += codePoint == last ? 0 : 1;
                last = codePoint;
                most = kinds > 2 ? Math.max(most, run) : most;
            } else if (codePoint != ' ') {
                run = 0;
                kinds = 0;
                last = -1;
            }
        }
        return most;
    }
}
