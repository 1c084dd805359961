package health.clarion.safeguards.access;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import health.clarion.safeguards.Span;
import health.clarion.safeguards.rules.Hit;
import health.clarion.safeguards.text.Passage;
import health.clarion.safeguards.text.Word;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** What a screen reader makes of the writing itself. Each look is one pass over the text. */
final class Writing {
    /** More of the same in a row are read out one by one. */
    private static final int MOST_EMOJI_IN_A_ROW = 3;

    private static final int SHOUTED_WORDS = 4;
    private static final int SHOUTED_LETTERS = 15;
    private static final int FANCY_LETTERS = 3;
    private static final Set<String> EMPTY_LINK_WORDS = Set.of(
            "click here",
            "tap here",
            "haz clic aqui",
            "pincha aqui",
            "pulsa aqui",
            "clica aqui",
            "fes clic aqui",
            "prem aqui");

    void look(Passage passage, Consumer<Hit> hits) {
        emoji(passage, hits);
        fancyLetters(passage, hits);
        capitals(passage, hits);
        links(passage, hits);
    }

    private static void emoji(Passage passage, Consumer<Hit> hits) {
        int count = 0;
        int start = 0;
        int end = 0;
        for (int i = 0; i <= passage.length(); i++) {
            int codePoint = i < passage.length() ? passage.codePoint(i) : -1;
            if (codePoint >= 0 && startsEmoji(passage, i)) {
                start = count == 0 ? i : start;
                count++;
                end = i + 1;
            } else if (codePoint >= 0 && goesOn(codePoint)) {
                end = count > 0 && codePoint != ' ' ? i + 1 : end;
            } else {
                if (count > MOST_EMOJI_IN_A_ROW) {
                    hits.accept(Hit.of("access/emoji-run", new Span(start, end), String.valueOf(count)));
                }
                count = 0;
            }
        }
    }

    private static final int JOINER = 0x200D;
    private static final int AS_EMOJI = 0xFE0F;

    private static boolean startsEmoji(Passage passage, int at) {
        int codePoint = passage.codePoint(at);
        boolean joined = at > 0 && passage.codePoint(at - 1) == JOINER;
        return !joined
                && UCharacter.hasBinaryProperty(codePoint, UProperty.EXTENDED_PICTOGRAPHIC)
                && !UCharacter.hasBinaryProperty(codePoint, UProperty.EMOJI_MODIFIER)
                && codePoint > 0xFF;
    }

    private static boolean goesOn(int codePoint) {
        return codePoint == JOINER
                || codePoint == AS_EMOJI
                || codePoint == ' '
                || UCharacter.hasBinaryProperty(codePoint, UProperty.EMOJI_MODIFIER)
                || UCharacter.hasBinaryProperty(codePoint, UProperty.EXTENDED_PICTOGRAPHIC);
    }

    private static void fancyLetters(Passage passage, Consumer<Hit> hits) {
        int count = 0;
        int start = 0;
        int end = 0;
        for (int i = 0; i <= passage.length(); i++) {
            boolean fancy = i < passage.length() && isFancy(passage.codePoint(i));
            if (fancy) {
                start = count == 0 ? i : start;
                end = i + 1;
                count++;
            } else if (i == passage.length() || passage.codePoint(i) != ' ') {
                if (count >= FANCY_LETTERS) {
                    hits.accept(Hit.of("access/fancy-letters", new Span(start, end))
                            .instead(Passage.of(passage.slice(start, end)).folded()));
                }
                count = 0;
            }
        }
    }

    /** Mathematical, circled, squared and full-width letters drawn for other uses than writing words. */
    private static boolean isFancy(int codePoint) {
        return codePoint >= 0x1D400 && codePoint <= 0x1D7FF
                || codePoint >= 0x24B6 && codePoint <= 0x24E9
                || codePoint >= 0x1F130 && codePoint <= 0x1F189
                || codePoint >= 0xFF21 && codePoint <= 0xFF5A;
    }

    private static void capitals(Passage passage, Consumer<Hit> hits) {
        List<Word> words = passage.typed();
        int first = 0;
        int letters = 0;
        for (int i = 0; i <= words.size(); i++) {
            int capitals = i < words.size() ? capitals(passage, words.get(i)) : 0;
            if (capitals > 0) {
                first = letters == 0 ? i : first;
                letters += capitals;
                continue;
            }
            if (letters >= SHOUTED_LETTERS && i - first >= SHOUTED_WORDS) {
                hits.accept(Hit.of(
                        "access/all-caps",
                        passage.span(words.get(first).start(), words.get(i - 1).end())));
            }
            letters = 0;
        }
    }

    /** How many capitals a word has, 0 when it has any small letter; a hashtag or address counts as having them. */
    private static int capitals(Passage passage, Word word) {
        Span span = passage.span(word.start(), word.end());
        if (word.text().isEmpty() || span.start() > 0 && passage.codePoint(span.start() - 1) == '#') {
            return 0;
        }
        int capitals = 0;
        for (int i = span.start(); i < span.end(); i++) {
            int codePoint = passage.codePoint(i);
            if (Character.isLowerCase(codePoint)) {
                return 0;
            }
            capitals += Character.isUpperCase(codePoint) ? 1 : 0;
        }
        return capitals;
    }

    private static void links(Passage passage, Consumer<Hit> hits) {
        List<Word> words = passage.typed();
        for (int i = 0; i < words.size(); i++) {
            for (int length = 2; length <= 3 && i + length <= words.size(); length++) {
                Span span = passage.span(
                        words.get(i).start(), words.get(i + length - 1).end());
                if (words.get(i + length - 1).end() - words.get(i).start() < 20
                        && EMPTY_LINK_WORDS.contains(passage.folded()
                                .substring(
                                        words.get(i).start(),
                                        words.get(i + length - 1).end()))) {
                    hits.accept(Hit.of("access/link-text", span));
                }
            }
        }
    }
}
