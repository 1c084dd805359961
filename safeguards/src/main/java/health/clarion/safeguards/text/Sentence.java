package health.clarion.safeguards.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A sentence of a passage, as people write posts: it ends at . ! ? … or a line break.
 *
 * @param firstWord index of its first word
 * @param lastWord one past the index of its last word, always more than the first
 * @param question whether it ends in a question mark
 */
public record Sentence(int firstWord, int lastWord, boolean question) {
    private static final Set<String> ABBREVIATED = Set.of(
            "dr", "mr", "mrs", "ms", "prof", "st", "vs", "eg", "ie", "e", "g", "i", "no", "sr", "sra", "dra", "etc",
            "approx", "al");

    /** How many words it has. */
    public int size() {
        return lastWord - firstWord;
    }

    /** Whether a word of the passage is in it. */
    public boolean holds(int word) {
        return word >= firstWord && word < lastWord;
    }

    /** The sentences of a passage, which has its words already. */
    static List<Sentence> in(Passage passage) {
        String folded = passage.folded();
        List<Word> words = passage.words();
        List<Sentence> sentences = new ArrayList<>();
        int first = 0;
        for (int i = 0; i < words.size(); i++) {
            boolean last = i + 1 == words.size();
            int end = words.get(i).end();
            int next = last ? folded.length() : words.get(i + 1).start();
            boolean ended = !last && ends(folded, end, next, words.get(i).text());
            if (last || ended && !isInitial(passage, words, i) && !goesOn(passage, i)) {
                sentences.add(new Sentence(first, i + 1, folded.indexOf('?', end, next) >= 0));
                first = i + 1;
            }
        }
        return List.copyOf(sentences);
    }

    /** Whether a word is an initial, as in "John L. came": one letter with a stop, after which the sentence goes on in small letters. */
    private static boolean isInitial(Passage passage, List<Word> words, int at) {
        Word word = words.get(at);
        Word next = words.get(at + 1);
        int gap = next.start() - word.end();
        return word.end() - word.start() == 1
                && (gap == 2 || gap == 3)
                && passage.folded().charAt(word.end()) == '.'
                && passage.folded().indexOf('\n', word.end(), next.start()) < 0
                && Character.isLowerCase(passage.codePoint(
                        passage.span(next.start(), next.start() + 1).start()));
    }

    /** Whether what stands between a word and the next ends a sentence. */
    private static boolean ends(String folded, int from, int to, String word) {
        boolean stopped = false;
        for (int i = from; i < to; i++) {
            switch (folded.charAt(i)) {
                case '\n', '!', '?' -> {
                    return true;
                }
                case '.' -> stopped |= i + 1 < to && (folded.charAt(i + 1) == '.' || !ABBREVIATED.contains(word));
                default -> {}
            }
        }
        return stopped;
    }

    /** A stop that ends nothing: in a number with a gap (0. 5), before a comma (i.e. ,). */
    private static boolean goesOn(Passage passage, int word) {
        String folded = passage.folded();
        Word before = passage.words().get(word);
        Word after = passage.words().get(word + 1);
        boolean comma = false;
        for (int i = before.end(); i < after.start(); i++) {
            switch (folded.charAt(i)) {
                case '\n', '!', '?' -> {
                    return false;
                }
                case ',' -> comma = true;
                default -> {}
            }
        }
        boolean gap = after.start() == before.end() + 2;
        return comma || gap && isNumber(before.text()) && isNumber(after.text());
    }

    private static boolean isNumber(String word) {
        return !word.isEmpty()
                && Character.isDigit(word.charAt(0))
                && Character.isDigit(word.charAt(word.length() - 1));
    }
}
