package health.clarion.safeguards.text;

import java.util.concurrent.atomic.AtomicLongArray;
import org.jspecify.annotations.Nullable;

/**
 * A number for every word that any phrase holds, the same for all sets of phrases, so that a text's words are looked up once, while it is
 * cut, and then compared as numbers. It only grows, while rules are read; who reads meanwhile sees a word wholly or not at all.
 *
 * <p>Words are told apart by hashes of 59 bits and more (44 are kept, the place in the table stands for the others), so that a look touches
 * one place in memory: among ten thousand words two of one hash are less likely than one in a billion.
 */
public final class Lexicon {
    /** The number of a word that no phrase holds. */
    public static final int UNKNOWN = -1;

    /** The hash of no letters at all, to begin with. FNV-1a with 64 bits (G. Fowler, L. Noll, K.-P. Vo, 1991). */
    static final long NO_LETTERS = 0xcbf29ce484222325L;

    private static final long PRIME = 0x100000001b3L;
    private static final int BITS_OF_NUMBER = 20;
    private static final int MOST_WORDS = (1 << BITS_OF_NUMBER) - 1;

    /** So many places for each word that most words of a text, which no phrase holds, meet an empty one. */
    private static final int PLACES_A_WORD = 3;

    private static volatile Table table = new Table(1 << 15);
    private static volatile int size;

    /** What stands for any number in phrases, known from the start. */
    private static final int ANY_NUMBER = add("#");

    private Lexicon() {}

    /** In each place a part of a word's hash and its number and one; 0 where there is none. A place is written after the word. */
    private static final class Table {
        final AtomicLongArray places;
        final @Nullable String[] words;

        Table(int size) {
            places = new AtomicLongArray(size);
            words = new String[size / PLACES_A_WORD + 1];
        }

        int find(long hash) {
            int mask = places.length() - 1;
            int at = (int) (hash ^ hash >>> 29) & mask;
            long place = places.getAcquire(at);
            while (place != 0) {
                if ((place ^ hash) >>> BITS_OF_NUMBER == 0) {
                    return ((int) place & MOST_WORDS) - 1;
                }
                at = at + 1 & mask;
                place = places.getAcquire(at);
            }
            return UNKNOWN;
        }

        void put(long hash, int number, String word) {
            words[number] = word;
            int mask = places.length() - 1;
            int at = (int) (hash ^ hash >>> 29) & mask;
            while (places.getPlain(at) != 0) {
                at = at + 1 & mask;
            }
            places.setRelease(at, hash >>> BITS_OF_NUMBER << BITS_OF_NUMBER | number + 1);
        }
    }

    /** The hash of some letters and one more. */
    static long hash(long letters, char more) {
        return (letters ^ more) * PRIME;
    }

    private static long hash(String word) {
        long hash = NO_LETTERS;
        for (int i = 0; i < word.length(); i++) {
            hash = hash(hash, word.charAt(i));
        }
        return hash;
    }

    /**
     * The number of a word, given to it now when it has none.
     *
     * @throws IllegalStateException when there are more than a million words
     */
    public static synchronized int add(String word) {
        long hash = hash(word);
        int known = table.find(hash);
        if (known >= 0) {
            return known;
        }
        if (size + 1 >= table.words.length) {
            table = grown(table);
        }
        if (size + 1 == MOST_WORDS) {
            throw new IllegalStateException("Too many words");
        }
        table.put(hash, size, word);
        return size++;
    }

    private static Table grown(Table old) {
        Table more = new Table(old.places.length() * 2);
        for (int number = 0; number < size; number++) {
            String word = old.words[number];
            if (word != null) {
                more.put(hash(word), number, word);
            }
        }
        return more;
    }

    /** The number of a word, or {@link #UNKNOWN}. */
    public static int find(String word) {
        return word.isEmpty() ? UNKNOWN : table.find(hash(word));
    }

    /** The number of the word whose letters have a hash, or {@link #UNKNOWN}. */
    static int find(long hash) {
        return table.find(hash);
    }

    /** The word of a number that {@link #find} told; the same string for all texts. */
    static String word(int number) {
        String word = table.words[number];
        if (word == null) {
            throw new IllegalArgumentException("No word has the number " + number);
        }
        return word;
    }

    /**
     * The number of what phrases call a word that begins with a digit: {@code #} for 70, {@code #kg} for 70kg. {@link #UNKNOWN} when
     * it begins otherwise or no phrase has it.
     */
    static int findAnyNumber(String word) {
        int end = 0;
        while (end < word.length() && word.charAt(end) >= '0' && word.charAt(end) <= '9') {
            end++;
        }
        if (end == 0) {
            return UNKNOWN;
        }
        return end == word.length() ? ANY_NUMBER : find("#" + word.substring(end));
    }

    /** How many words have numbers. */
    static int size() {
        return size;
    }
}
