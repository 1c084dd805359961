package health.clarion.safeguards.text;

import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * A number for every word that any phrase holds, the same for all sets of phrases, so that a text's words are looked up once, while it is
 * cut, and then compared as numbers. It only grows, while rules are read; who reads meanwhile sees a word wholly or not at all.
 */
public final class Lexicon {
    /** The number of a word that no phrase holds. */
    public static final int UNKNOWN = -1;

    /** So many places for each word that most words of a text, which no phrase holds, meet an empty one. */
    private static final int PLACES_A_WORD = 4;

    private static volatile AtomicReferenceArray<@Nullable Entry> entries = new AtomicReferenceArray<>(1 << 16);
    private static volatile int size;

    /** What stands for any number in phrases, known from the start. */
    private static final int ANY_NUMBER = add("#");

    private Lexicon() {}

    /**
     * A word and its number.
     *
     * @param hash as {@link String#hashCode} computes it
     */
    record Entry(String word, int hash, int number) {
        private boolean is(String text, int start, int end, int hash) {
            return this.hash == hash && word.length() == end - start && text.startsWith(word, start);
        }
    }

    /** The number of a word, given to it now when it has none. */
    public static int add(String word) {
        synchronized (Lexicon.class) {
            Entry known = in(word, 0, word.length(), word.hashCode());
            if (known != null) {
                return known.number();
            }
            if ((size + 1) * PLACES_A_WORD > entries.length()) {
                entries = grown(entries);
            }
            put(new Entry(word, word.hashCode(), size), entries);
            return size++;
        }
    }

    private static AtomicReferenceArray<@Nullable Entry> grown(AtomicReferenceArray<@Nullable Entry> old) {
        AtomicReferenceArray<@Nullable Entry> more = new AtomicReferenceArray<>(old.length() * 2);
        for (int i = 0; i < old.length(); i++) {
            Entry entry = old.get(i);
            if (entry != null) {
                put(entry, more);
            }
        }
        return more;
    }

    private static void put(Entry entry, AtomicReferenceArray<@Nullable Entry> into) {
        int at = place(entry.hash(), into.length());
        while (into.get(at) != null) {
            at = at + 1 & into.length() - 1;
        }
        into.set(at, entry);
    }

    /** The number of a word, or {@link #UNKNOWN}. */
    public static int find(String word) {
        Entry entry = word.isEmpty() ? null : in(word, 0, word.length(), word.hashCode());
        return entry == null ? UNKNOWN : entry.number();
    }

    /** The word that chars [start, end) of a text are, or null when no phrase holds it. */
    static @Nullable Entry in(String text, int start, int end, int hash) {
        AtomicReferenceArray<@Nullable Entry> all = entries;
        int at = place(hash, all.length());
        Entry entry = all.getAcquire(at);
        while (entry != null && !entry.is(text, start, end, hash)) {
            at = at + 1 & all.length() - 1;
            entry = all.getAcquire(at);
        }
        return entry;
    }

    private static int place(int hash, int length) {
        return hash * 0x9E3779B9 >>> Integer.numberOfLeadingZeros(length) + 1;
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
