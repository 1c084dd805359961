package health.clarion.safeguards.privacy.names;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.zip.GZIPInputStream;

/**
 * What is known of words by themselves: lists of given names, surnames, places and common words, and the words that stand around
 * names. Words are folded: lower case, without accents. Sources and licences of the lists are in NOTICE. Immutable.
 *
 * <p>The words are kept as 64-bit hashes in one open table, because a map of 200,000 strings would weigh ten times as much; two words
 * of one hash would share their traits, which among so few is less likely than one in a billion.
 */
public final class Gazetteer {
    private static final String FOLDER = "/health/clarion/safeguards/names/";
    private static final int FIRST_SIZE = 1 << 19;

    private long[] keys = new long[FIRST_SIZE];
    private int[] traits = new int[FIRST_SIZE];
    private int size;

    private Gazetteer() {}

    /** The lists that come with Clarion, read at the first call and shared. */
    public static Gazetteer standard() {
        return Standard.GAZETTEER;
    }

    private static final class Standard {
        static final Gazetteer GAZETTEER = read();
    }

    private static Gazetteer read() {
        Gazetteer gazetteer = new Gazetteer();
        try (BufferedReader names = open("gazetteer.txt.gz");
                BufferedReader context = open("context.txt")) {
            for (String line = names.readLine(); line != null; line = names.readLine()) {
                gazetteer.addName(line);
            }
            for (String line = context.readLine(); line != null; line = context.readLine()) {
                gazetteer.addContext(line);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return gazetteer;
    }

    private static BufferedReader open(String file) throws IOException {
        InputStream in = Gazetteer.class.getResourceAsStream(FOLDER + file);
        if (in == null) {
            throw new IllegalStateException("No list " + file);
        }
        return new BufferedReader(new InputStreamReader(
                file.endsWith(".gz") ? new GZIPInputStream(in, 1 << 16) : in, StandardCharsets.UTF_8));
    }

    /** A line of the lists: a word, a space, the signs of its traits. */
    private void addName(String line) {
        int space = line.indexOf(' ');
        if (space <= 0 || line.charAt(0) == '#') {
            return;
        }
        int bits = 0;
        for (int i = space + 1; i < line.length(); i++) {
            bits |= Trait.of(line.charAt(i)).bit();
        }
        add(line.substring(0, space), bits);
    }

    /** A line of the words around names: a trait, a colon, its words. */
    private void addContext(String line) {
        int colon = line.indexOf(':');
        if (colon <= 0 || line.charAt(0) == '#') {
            return;
        }
        int bit =
                Trait.valueOf(line.substring(0, colon).toUpperCase(Locale.ROOT)).bit();
        for (String word : line.substring(colon + 1).split(" ")) {
            if (!word.isEmpty()) {
                add(word, bit);
            }
        }
    }

    private void add(String word, int bits) {
        if (size * 2 > keys.length) {
            grow();
        }
        long key = hash(word);
        int at = place(key);
        size += keys[at] == 0 ? 1 : 0;
        keys[at] = key;
        traits[at] |= bits;
    }

    private void grow() {
        long[] oldKeys = keys;
        int[] oldTraits = traits;
        keys = new long[oldKeys.length * 2];
        traits = new int[keys.length];
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldKeys[i] != 0) {
                int at = place(oldKeys[i]);
                keys[at] = oldKeys[i];
                traits[at] = oldTraits[i];
            }
        }
    }

    private int place(long key) {
        int mask = keys.length - 1;
        int at = (int) (key ^ key >>> 32) & mask;
        while (keys[at] != 0 && keys[at] != key) {
            at = at + 1 & mask;
        }
        return at;
    }

    /** The traits of a folded word as bits of {@link Trait#bit}, 0 for one that no list has. */
    int traits(String word) {
        return traits[place(hash(word))];
    }

    /** Whether a folded word has a trait. */
    public boolean is(String word, Trait trait) {
        return (traits(word) & trait.bit()) != 0;
    }

    /** Never 0, which marks a free place. FNV-1a with 64 bits (Fowler, Noll, Vo), then mixed. */
    private static long hash(String word) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < word.length(); i++) {
            hash = (hash ^ word.charAt(i)) * 0x100000001b3L;
        }
        hash ^= hash >>> 29;
        return hash == 0 ? 1 : hash;
    }
}
