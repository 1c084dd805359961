package health.clarion.safeguards.access;

import health.clarion.safeguards.text.Passage;

/**
 * What kinds of characters a text holds, seen in one pass, so that most looks at most texts need not begin.
 *
 * @param hashtag whether it has a number sign
 * @param beyondAscii whether it has a character beyond ASCII's
 * @param capitals whether two capitals stand together
 * @param signs whether three signs that drawings are made of stand together
 * @param address whether it has a web address
 */
record Glance(boolean hashtag, boolean beyondAscii, boolean capitals, boolean signs, boolean address) {
    private static final int LAST_ASCII = 0x7F;
    private static final int SIGNS_TOGETHER = 3;

    static Glance at(Passage passage) {
        boolean hashtag = false;
        int all = 0;
        boolean capitals = false;
        boolean wasCapital = false;
        boolean signs = false;
        int run = 0;
        boolean address = false;
        for (int i = 0; i < passage.length(); i++) {
            int codePoint = passage.codePoint(i);
            all |= codePoint;
            boolean capital = codePoint >= 'A'
                    && (codePoint <= 'Z' || codePoint > LAST_ASCII)
                    && Character.isUpperCase(codePoint);
            capitals |= capital && wasCapital;
            wasCapital = capital;
            hashtag |= codePoint == '#';
            run = Drawings.isSign(codePoint) ? run + 1 : 0;
            signs |= run >= SIGNS_TOGETHER;
            address |= codePoint == ':'
                    && i + 2 < passage.length()
                    && passage.codePoint(i + 1) == '/'
                    && passage.codePoint(i + 2) == '/';
        }
        return new Glance(hashtag, (all & ~LAST_ASCII) != 0, capitals, signs, address);
    }
}
