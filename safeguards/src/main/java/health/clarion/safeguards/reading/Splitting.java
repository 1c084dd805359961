package health.clarion.safeguards.reading;

import health.clarion.safeguards.Span;
import health.clarion.safeguards.text.Passage;
import health.clarion.safeguards.text.Sentence;
import health.clarion.safeguards.text.Word;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds where a long sentence could be two: before a word that joins clauses or after a mark, as near the middle as may be. */
final class Splitting {
    private static final int SHORTEST_PART = 5;
    private static final int WORDS_SHOWN = 3;

    /** What a place is worth, in words further from the middle. */
    private static final int WORTH_OF_MARK = 6;

    private static final int WORTH_OF_JOINER = 5;
    private static final int WORTH_OF_COMMA = 3;

    private static final Map<String, Set<String>> JOINERS = Map.of(
            "en",
            Set.of(
                    "and",
                    "but",
                    "because",
                    "so",
                    "which",
                    "who",
                    "although",
                    "while",
                    "whereas",
                    "or",
                    "if",
                    "when",
                    "that"),
            "es",
            Set.of("y", "e", "pero", "porque", "aunque", "mientras", "ya", "que", "cuando", "si", "o", "donde", "pues"),
            "ca",
            Set.of("i", "pero", "perque", "encara", "mentre", "ja", "que", "quan", "si", "o", "on", "doncs"));

    private Splitting() {}

    /** The first words of the second half, as they are written. */
    static String words(Passage passage, Sentence sentence, String language) {
        int at = place(passage, sentence, JOINERS.getOrDefault(language, Set.of()));
        Span span = passage.wordSpan(at, Math.min(at + WORDS_SHOWN, sentence.lastWord()));
        return passage.slice(span.start(), span.end());
    }

    private static int place(Passage passage, Sentence sentence, Set<String> joiners) {
        int middle = (sentence.firstWord() + sentence.lastWord()) / 2;
        int best = middle;
        int bestWorth = Integer.MIN_VALUE;
        for (int i = sentence.firstWord() + SHORTEST_PART; i <= sentence.lastWord() - SHORTEST_PART; i++) {
            int worth = worth(passage, i, joiners);
            if (worth > 0 && worth - Math.abs(i - middle) > bestWorth) {
                best = i;
                bestWorth = worth - Math.abs(i - middle);
            }
        }
        return best;
    }

    private static int worth(Passage passage, int word, Set<String> joiners) {
        List<Word> words = passage.words();
        int worth = joiners.contains(words.get(word).text()) ? WORTH_OF_JOINER : 0;
        for (int i = words.get(word - 1).end(); i < words.get(word).start(); i++) {
            switch (passage.folded().charAt(i)) {
                case ';', ':', '(' -> worth += WORTH_OF_MARK;
                case ',' -> worth += WORTH_OF_COMMA;
                default -> {}
            }
        }
        return worth;
    }
}
