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
            "approx");

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
        List<Word> words = passage.words();
        List<Sentence> sentences = new ArrayList<>();
        int first = 0;
        for (int i = 0; i < words.size(); i++) {
            int next = i + 1 < words.size()
                    ? words.get(i + 1).start()
                    : passage.folded().length();
            String between = passage.folded().substring(words.get(i).end(), next);
            if (i + 1 == words.size() || ends(between, words.get(i).text())) {
                sentences.add(new Sentence(first, i + 1, between.indexOf('?') >= 0));
                first = i + 1;
            }
        }
        return List.copyOf(sentences);
    }

    private static boolean ends(String between, String word) {
        if (between.indexOf('\n') >= 0 || between.indexOf('!') >= 0 || between.indexOf('?') >= 0) {
            return true;
        }
        int stop = between.indexOf('.');
        boolean stopped =
                stop >= 0 && stop + 1 < between.length() && !Character.isLetterOrDigit(between.charAt(stop + 1));
        return stopped && (!ABBREVIATED.contains(word) || between.indexOf("..") >= 0);
    }
}
