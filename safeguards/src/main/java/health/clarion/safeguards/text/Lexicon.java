package health.clarion.safeguards.text;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * A number for every word that any phrase holds, the same for all sets of phrases, so that a text's words are looked up once and then
 * compared as numbers. It only grows, while rules are read.
 */
public final class Lexicon {
    /** The number of a word that no phrase holds. */
    public static final int UNKNOWN = -1;

    private static final ConcurrentMap<String, Integer> NUMBERS = new ConcurrentHashMap<>();

    private static volatile int size;

    private Lexicon() {}

    /** The number of a word, given to it now when it has none. */
    public static int add(String word) {
        Integer number = NUMBERS.get(word);
        if (number != null) {
            return number;
        }
        synchronized (NUMBERS) {
            Integer meanwhile = NUMBERS.get(word);
            if (meanwhile != null) {
                return meanwhile;
            }
            int next = size;
            NUMBERS.put(word, next);
            size = next + 1;
            return next;
        }
    }

    /** The number of a word, or {@link #UNKNOWN}. */
    public static int find(String word) {
        Integer number = word.isEmpty() ? null : NUMBERS.get(word);
        return number == null ? UNKNOWN : number;
    }

    /** How many words have numbers. */
    static int size() {
        return size;
    }
}
