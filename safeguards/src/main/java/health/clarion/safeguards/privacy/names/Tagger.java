package health.clarion.safeguards.privacy.names;

import java.util.Arrays;

/**
 * Labels the tokens of a text with the model: the likeliest row of labels (A. Viterbi, 1967) and for each token how likely it is part of
 * a person's name. A text is one row: names run on over line breaks no further than the model allows.
 */
final class Tagger {
    private static final int LABELS = NameModel.LABELS;

    /** Far more than any story has. Beyond it only titles and the like tell names, so that no text takes long. */
    private static final int MOST_TOKENS = 50_000;

    private final Tokens tokens;
    private final int size;
    /** For each token, label before and label: the probability of the label, given the one before. */
    private final float[] steps;

    private final float[] first;
    private final float[] further;
    private final byte[] labels;

    /**
     * @param lean how far to lean towards names, added to their log odds: 0 as the model says
     */
    Tagger(Tokens tokens, NameModel model, double lean) {
        this.tokens = tokens;
        this.size = Math.min(tokens.size(), MOST_TOKENS);
        this.steps = new float[size * LABELS * LABELS];
        this.first = new float[size];
        this.further = new float[size];
        this.labels = new byte[size];
        weigh(model, (float) lean);
        walk();
        trace();
    }

    /** The label of a token in the likeliest row. */
    int label(int at) {
        return at < size ? labels[at] : NameModel.NONE;
    }

    /** How likely a token is part of a person's name, 0 to 1. */
    double name(int at) {
        return at < size ? first[at] + further[at] : 0;
    }

    private void weigh(NameModel model, float lean) {
        Features features = new Features(tokens);
        float[] sums = new float[LABELS];
        float[] row = new float[LABELS];
        for (int at = 0; at < size; at++) {
            features.look(at);
            Arrays.fill(sums, 0);
            model.add(features.hashes(), features.size(), sums, 0);
            sums[NameModel.FIRST] += lean;
            sums[NameModel.FURTHER] += lean;
            for (int before = 0; before < LABELS; before++) {
                features.follow(at, before);
                System.arraycopy(sums, 0, row, 0, LABELS);
                model.add(features.hashes(), features.size(), row, 0);
                share(row, before, steps, (at * LABELS + before) * LABELS);
            }
        }
    }

    /** A softmax in which a name only goes on where there is one. */
    private static void share(float[] row, int before, float[] into, int from) {
        boolean goesOn = before == NameModel.FIRST || before == NameModel.FURTHER;
        float most = Float.NEGATIVE_INFINITY;
        for (int label = 0; label < LABELS; label++) {
            if (label != NameModel.FURTHER || goesOn) {
                most = Math.max(most, row[label]);
            }
        }
        float sum = 0;
        for (int label = 0; label < LABELS; label++) {
            boolean allowed = label != NameModel.FURTHER || goesOn;
            into[from + label] = allowed ? (float) Math.exp(row[label] - most) : 0;
            sum += into[from + label];
        }
        for (int label = 0; label < LABELS; label++) {
            into[from + label] /= sum;
        }
    }

    private void walk() {
        float[] now = new float[LABELS];
        now[NameModel.NONE] = 1;
        float[] next = new float[LABELS];
        for (int at = 0; at < size; at++) {
            for (int label = 0; label < LABELS; label++) {
                float sum = 0;
                for (int before = 0; before < LABELS; before++) {
                    sum += now[before] * steps[(at * LABELS + before) * LABELS + label];
                }
                next[label] = sum;
            }
            first[at] = next[NameModel.FIRST];
            further[at] = next[NameModel.FURTHER];
            float[] swap = now;
            now = next;
            next = swap;
        }
    }

    private void trace() {
        byte[] from = new byte[size * LABELS];
        float[] now = {1, 0, 0, 0};
        float[] next = new float[LABELS];
        for (int at = 0; at < size; at++) {
            float most = 0;
            for (int label = 0; label < LABELS; label++) {
                next[label] = -1;
                for (int before = 0; before < LABELS; before++) {
                    float here = now[before] * steps[(at * LABELS + before) * LABELS + label];
                    if (here > next[label]) {
                        next[label] = here;
                        from[at * LABELS + label] = (byte) before;
                    }
                }
                most = Math.max(most, next[label]);
            }
            for (int label = 0; label < LABELS; label++) {
                now[label] = next[label] / most;
            }
        }
        byte label = 0;
        for (byte other = 1; other < LABELS; other++) {
            label = now[other] > now[label] ? other : label;
        }
        for (int at = size - 1; at >= 0; at--) {
            labels[at] = label;
            label = from[at * LABELS + label];
        }
    }
}
