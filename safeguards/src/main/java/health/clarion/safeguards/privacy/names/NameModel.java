package health.clarion.safeguards.privacy.names;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;

/**
 * The trained model: a maximum-entropy Markov model (A. McCallum et al., ICML 2000) of four labels, trained with OpenNLP by
 * {@code clarion train names} and written down as one table of weights. It is evaluated here and not by OpenNLP's own name finder
 * because that one builds every feature as a string, several hundred a word, which costs more than a millisecond a post; with
 * features hashed to 32 bits the same weights give the same answer in a few hundredths of that. Immutable.
 */
public final class NameModel {
    /** No name. */
    public static final int NONE = 0;
    /** The first token of a person's name. */
    public static final int FIRST = 1;
    /** A further token of a person's name. */
    public static final int FURTHER = 2;
    /** The name of something else: a place, an organisation, a product. */
    public static final int OTHER = 3;

    /** How many labels there are. */
    public static final int LABELS = 4;

    private static final int MAGIC = 0x4E414D31;
    private static final String FILE = "/health/clarion/safeguards/names/model.bin";

    private final int[] keys;
    private final byte[] weights;
    private final float scale;
    private final int mask;

    private NameModel(int[] sorted, byte[] given, float scale) {
        int room = Integer.highestOneBit(Math.max(1, sorted.length) * 2) * 2;
        this.keys = new int[room];
        this.weights = new byte[room * LABELS];
        this.scale = scale;
        this.mask = room - 1;
        for (int i = 0; i < sorted.length; i++) {
            int at = place(sorted[i]);
            keys[at] = sorted[i];
            System.arraycopy(given, i * LABELS, weights, at * LABELS, LABELS);
        }
    }

    /** The model that comes with Clarion, read at the first call and shared. */
    public static NameModel standard() {
        return Standard.MODEL;
    }

    private static final class Standard {
        static final NameModel MODEL = read();
    }

    private static NameModel read() {
        try (InputStream in = NameModel.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException("No model of names");
            }
            return read(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws IOException when it can't be read or is no model
     */
    public static NameModel read(InputStream from) throws IOException {
        DataInputStream in = new DataInputStream(new BufferedInputStream(from, 1 << 16));
        if (in.readInt() != MAGIC) {
            throw new IOException("Not a model of names");
        }
        int count = in.readInt();
        float scale = in.readFloat();
        int[] keys = new int[count];
        for (int i = 0; i < count; i++) {
            keys[i] = in.readInt();
        }
        byte[] weights = new byte[count * LABELS];
        in.readFully(weights);
        return new NameModel(keys, weights, scale);
    }

    /**
     * Writes a model down.
     *
     * @param hashes the features, in ascending order, none of them 0
     * @param weights for each feature one weight a label, in steps of {@code scale}
     */
    public static void write(OutputStream to, int[] hashes, byte[] weights, float scale) throws IOException {
        DataOutputStream out = new DataOutputStream(to);
        out.writeInt(MAGIC);
        out.writeInt(hashes.length);
        out.writeFloat(scale);
        for (int hash : hashes) {
            out.writeInt(hash);
        }
        out.write(weights);
        out.flush();
    }

    private int place(int key) {
        int at = key & mask;
        while (keys[at] != 0 && keys[at] != key) {
            at = at + 1 & mask;
        }
        return at;
    }

    /** Adds the weights of features to the sums of each label. */
    void add(int[] hashes, int size, float[] sums, int from) {
        int none = 0;
        int first = 0;
        int further = 0;
        int other = 0;
        for (int i = 0; i < size; i++) {
            int at = place(hashes[i]);
            if (keys[at] != 0) {
                int base = at * LABELS;
                none += weights[base];
                first += weights[base + FIRST];
                further += weights[base + FURTHER];
                other += weights[base + OTHER];
            }
        }
        sums[from] += none * scale;
        sums[from + FIRST] += first * scale;
        sums[from + FURTHER] += further * scale;
        sums[from + OTHER] += other * scale;
    }
}
