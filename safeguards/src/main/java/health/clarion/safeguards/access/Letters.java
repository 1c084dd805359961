package health.clarion.safeguards.access;

import health.clarion.safeguards.Span;
import health.clarion.safeguards.rules.Hit;
import health.clarion.safeguards.text.Passage;
import health.clarion.safeguards.text.Word;
import java.util.List;
import java.util.function.Consumer;

/** Letters that only look like letters, and whole stretches of capitals. Each look is one pass over the text. */
final class Letters {
    private static final int SHOUTED_WORDS = 4;
    private static final int SHOUTED_LETTERS = 15;
    private static final int FANCY_LETTERS = 3;

    private Letters() {}

    static void fancy(Passage passage, Consumer<Hit> hits) {
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

    static void capitals(Passage passage, Consumer<Hit> hits) {
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
}
