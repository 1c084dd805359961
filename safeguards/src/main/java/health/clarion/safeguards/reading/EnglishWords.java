package health.clarion.safeguards.reading;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * What is known of English words before any text is read, in one table that is asked once a word and allocates nothing. The words come
 * from {@code words-en.tsv.gz} (made by {@code clarion train words} from SCOWL, WordNet, CMUdict, the lists of Dale and Chall and of Spache, and
 * the word pieces of BERT and of cl100k, in the order of their frequency, and from the sentence model) and from {@code style-en.yaml}, which we wrote.
 *
 * <p>An entry is a packed {@code long}; {@link #UNKNOWN} stands for a word that no list has.
 */
final class EnglishWords {
    /** The entry of a word that no list has. */
    static final long UNKNOWN = 0;

    private static final String FOLDER = "/health/clarion/safeguards/reading/";
    private static final int CAPACITY = 1 << 19;
    private static final long KNOWN = 1L << 62;
    private static final long LEANS = 1L << 61;

    private static final int WEB = 0;
    private static final int BOOKS = 7;
    private static final int SIZE = 14;
    private static final int DALE_CHALL = 21;
    private static final int SPACHE = 22;
    private static final int KIND = 23;
    private static final int SYLLABLES = 29;
    private static final int STYLE = 33;
    private static final int LEANINGS = 40;
    private static final int BITS_OF_LEANING = 3;
    private static final long STYLES = (1L << LEANINGS) - (1L << STYLE);
    private static final int NO_KIND = 63;
    private static final long NOTHING_BUT_KNOWN = KNOWN | (long) NO_KIND << KIND;
    private static final double STEPS_A_POWER = 4;

    /** Where the lists end: a word they lack is put a step or two beyond their rarest. */
    private static final double BEYOND_WEB = 18.6;

    private static final double BEYOND_BOOKS = 15.9;
    private static final double BEYOND_SIZES = 90;

    /** The hash of a word and its entry side by side, so that a look touches one place in memory. */
    private final long[] table = new long[2 * CAPACITY];

    private EnglishWords() {
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(file("words-en.tsv.gz")), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] columns = line.split("\t", -1);
                put(columns[0], packed(columns));
            }
            Map<String, String> styles = new Yaml(new SafeConstructor(new LoaderOptions())).load(file("style-en.yaml"));
            for (Style style : Style.values()) {
                for (String word :
                        Objects.requireNonNull(styles.get(style.list())).split(" ")) {
                    long entry = of(word);
                    put(word, (entry == UNKNOWN ? NOTHING_BUT_KNOWN : entry) | 1L << STYLE + style.ordinal());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The table of English, loaded at the first call. */
    static EnglishWords english() {
        return English.WORDS;
    }

    private static final class English {
        static final EnglishWords WORDS = new EnglishWords();
    }

    private static InputStream file(String name) {
        InputStream file = EnglishWords.class.getResourceAsStream(FOLDER + name);
        if (file == null) {
            throw new IllegalStateException("The file " + name + " is missing");
        }
        return file;
    }

    private static long packed(String[] columns) {
        long kind = columns[5].isEmpty() ? NO_KIND : Long.parseLong(columns[5]);
        return KNOWN
                | number(columns[1]) << WEB
                | number(columns[2]) << BOOKS
                | number(columns[3]) << SIZE
                | (columns[4].indexOf('d') >= 0 ? 1L << DALE_CHALL : 0)
                | (columns[4].indexOf('s') >= 0 ? 1L << SPACHE : 0)
                | kind << KIND
                | Math.min(15, number(columns[6])) << SYLLABLES
                | leanings(columns[7]);
    }

    private static long leanings(String digits) {
        if (digits.isEmpty()) {
            return 0;
        }
        long leanings = LEANS;
        for (int i = 0; i < digits.length(); i++) {
            leanings |= (long) (digits.charAt(i) - '0') << LEANINGS + BITS_OF_LEANING * i;
        }
        return leanings;
    }

    private static long number(String column) {
        return column.isEmpty() ? 0 : Long.parseLong(column);
    }

    private void put(String word, long entry) {
        long hash = hash(word);
        int at = place(hash);
        table[at] = hash;
        table[at + 1] = entry;
    }

    /** The entry of a word in lower case; of its singular when only that is known. */
    long of(String word) {
        long hash = START;
        long before = START;
        int length = word.length();
        for (int i = 0; i < length; i++) {
            before = hash;
            hash = (hash ^ word.charAt(i)) * PRIME;
        }
        long entry = at(spread(hash));
        return entry == UNKNOWN && length > 3 && word.charAt(length - 1) == 's'
                ? at(spread(before)) & ~(15L << SYLLABLES)
                : entry;
    }

    private long at(long hash) {
        return table[place(hash) + 1];
    }

    private int place(long hash) {
        int at = ((int) hash & CAPACITY - 1) << 1;
        while (table[at] != 0 && table[at] != hash) {
            at = at + 2 & table.length - 1;
        }
        return at;
    }

    /** FNV-1a over chars, 64 bits (G. Fowler, L. Noll, K.-P. Vo, 1991): a table of this size has no two words alike by it. */
    private static final long START = 0xcbf29ce484222325L;

    private static final long PRIME = 0x100000001b3L;

    private static long hash(String word) {
        long hash = START;
        for (int i = 0; i < word.length(); i++) {
            hash = (hash ^ word.charAt(i)) * PRIME;
        }
        return spread(hash);
    }

    private static long spread(long hash) {
        long spread = hash ^ hash >>> 29;
        return spread == 0 ? 1 : spread;
    }

    /** How rare on the web: the power of two of its rank, 4 for the commonest to 18.6 for one outside the first 100,000. */
    static double web(long entry) {
        long steps = entry >>> WEB & 127;
        return steps == 0 ? BEYOND_WEB : steps / STEPS_A_POWER;
    }

    /** How rare in books and encyclopedias: the same, 4 to 15.9 for one outside the first 30,000. */
    static double books(long entry) {
        long steps = entry >>> BOOKS & 127;
        return steps == 0 ? BEYOND_BOOKS : steps / STEPS_A_POWER;
    }

    /** SCOWL's size class: 10 for words everybody knows to 70 for large dictionaries, 90 for none. */
    static double size(long entry) {
        long size = entry >>> SIZE & 127;
        return size == 0 ? BEYOND_SIZES : size;
    }

    /** Whether four of five American children in the fourth school year know it (E. Dale, J. Chall, 1995). */
    static boolean familiar(long entry) {
        return (entry >>> DALE_CHALL & 1) != 0;
    }

    /** Whether it is on the list for the first three school years (G. Spache, 1974). */
    static boolean early(long entry) {
        return (entry >>> SPACHE & 1) != 0;
    }

    /** WordNet's lexicographer file of its commonest meaning, or -1. */
    static int kind(long entry) {
        int kind = (int) (entry >>> KIND & 63);
        return entry == UNKNOWN || kind == NO_KIND ? -1 : kind;
    }

    /** Its syllables as CMUdict says it, or 0 when it doesn't. */
    static int syllables(long entry) {
        return (int) (entry >>> SYLLABLES & 15);
    }

    /** Whether it is on any of our lists. */
    static boolean hasStyle(long entry) {
        return (entry & STYLES) != 0;
    }

    /** Whether it is on one of our lists. */
    static boolean is(long entry, Style style) {
        return (entry >>> STYLE + style.ordinal() & 1) != 0;
    }

    /** Whether it is known how it leans. */
    static boolean leans(long entry) {
        return (entry & LEANS) != 0;
    }

    /** How far it leans, 0 to {@value #FURTHEST}; 3 and 4 are the middle of everyday words. */
    static int leaning(long entry, Leaning leaning) {
        return (int) (entry >>> LEANINGS + BITS_OF_LEANING * leaning.ordinal() & FURTHEST);
    }

    /** The furthest that a word can lean. */
    static final int FURTHEST = 7;

    /**
     * On which side of two kinds of words a word lies, by the sentence model: the nearness to the one's mean less that to the other's
     * ({@code leanings.yaml} in the evaluation, words that we wrote; {@code clarion train words} puts it into the table).
     */
    enum Leaning {
        /** Toys and puppies, or litigation and statutes. */
        GROWN_UP,
        /** Run and throw, or assume and imply. */
        THOUGHT,
        /** Village and supper, or enzyme and isotope. */
        LABORATORY,
        /** Get and help, or obtain and assist. */
        FORMAL
    }

    /** The lists of {@code style-en.yaml}. */
    enum Style {
        FUNCTION,
        PREPOSITION,
        CONNECTIVE,
        STORYTELLING,
        HEDGING,
        ARCHAIC,
        TRIAL;

        String list() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
