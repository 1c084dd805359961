package health.clarion.safeguards.reading;

import health.clarion.safeguards.meaning.Embedding;
import health.clarion.safeguards.meaning.Meaning;
import health.clarion.safeguards.text.Passage;
import health.clarion.safeguards.text.Sentence;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Kinds of text, each as the mean vector of a few lines that we wrote ({@code anchors.yaml}), and the vector of a text to hold to them. */
final class Anchors {
    private static final String FILE = "/health/clarion/safeguards/reading/anchors.yaml";

    /** A text up to this long is taken whole: the sentence model can take it in. */
    private static final int MOST_WORDS_WHOLE = 75;

    /** A part of a longer one ends with the sentence that brings it to this many words. */
    private static final int WORDS_A_PART = 50;

    /** A text of more parts goes on as it began. */
    private static final int MOST_PARTS = 8;

    private final Map<String, float[]> kinds = new HashMap<>();

    private Anchors() {
        try (InputStream in = Objects.requireNonNull(Anchors.class.getResourceAsStream(FILE), FILE)) {
            Map<String, List<String>> lines = new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
            lines.forEach((kind, of) -> kinds.put(kind, mean(of)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The kinds, their vectors made at the first call, in about a third of a second. */
    static Anchors standard() {
        return Standard.ANCHORS;
    }

    private static final class Standard {
        static final Anchors ANCHORS = new Anchors();
    }

    /** The vector of a kind. */
    float[] of(String kind) {
        return Objects.requireNonNull(kinds.get(kind), kind);
    }

    /** The vector of a text: of the whole when it is short, else the mean over parts of whole sentences; null when the meaning is unknown. */
    static float @Nullable [] vector(Passage passage, Meaning meaning) {
        if (!meaning.isKnown()) {
            return null;
        }
        if (passage.words().size() <= MOST_WORDS_WHOLE) {
            return meaning.vector();
        }
        float[] sum = new float[Embedding.SIZE];
        List<Sentence> sentences = passage.sentences();
        int first = 0;
        int parts = 0;
        for (int i = 0; i < sentences.size() && parts < MOST_PARTS; i++) {
            int end = sentences.get(i).lastWord();
            if (end - first >= WORDS_A_PART || i + 1 == sentences.size()) {
                add(Embedding.standard().of(words(passage, first, end)), sum);
                first = end;
                parts++;
            }
        }
        return unit(sum);
    }

    private static String words(Passage passage, int from, int to) {
        var span = passage.wordSpan(from, Math.min(to, from + 4 * WORDS_A_PART));
        return passage.slice(span.start(), span.end());
    }

    private static float[] mean(List<String> lines) {
        float[] sum = new float[Embedding.SIZE];
        lines.forEach(line -> add(Embedding.standard().of(line), sum));
        return unit(sum);
    }

    private static void add(float[] vector, float[] sum) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += vector[i];
        }
    }

    private static float[] unit(float[] vector) {
        double square = 0;
        for (float part : vector) {
            square += part * part;
        }
        float length = (float) Math.sqrt(square);
        for (int i = 0; i < vector.length && length > 0; i++) {
            vector[i] /= length;
        }
        return vector;
    }
}
