package health.clarion.safeguards.meaning;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The sentence model all-MiniLM-L6-v2 (Apache-2.0; N. Reimers and I. Gurevych, Sentence-BERT, EMNLP 2019), quantised to bytes: English
 * text becomes a vector of unit length whose cosine says how near two texts are in meaning. About 3 ms a short post on one core. Any
 * number of threads may ask at once, each on its own core; the same text gives the same vector.
 */
public final class Embedding {
    /** How many numbers a vector has. */
    public static final int SIZE = 384;

    /** The model was trained on texts of up to 256 word pieces; what is beyond them is not looked at. */
    private static final int MOST_PIECES = 256;

    /** So many pieces never take more characters in a text that anyone reads; cutting the rest into pieces would be for nothing. */
    private static final int MOST_CHARACTERS = 32 * MOST_PIECES;

    private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
    private final OrtSession session;
    private final HuggingFaceTokenizer tokenizer;

    private Embedding() {
        try (InputStream model = file("all-minilm-l6-v2-q.onnx");
                InputStream pieces = file("all-minilm-l6-v2-q-tokenizer.json");
                OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            session = environment.createSession(model.readAllBytes(), options);
            tokenizer = HuggingFaceTokenizer.newInstance(
                    pieces, Map.of("padding", "false", "truncation", "true", "maxLength", "" + MOST_PIECES));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (OrtException e) {
            throw new IllegalStateException("The sentence model can't be loaded", e);
        }
    }

    /**
     * The model, loaded at the first call (about a second) and shared.
     *
     * @throws IllegalStateException when it can't run on this machine; {@link #whyNot} says why
     */
    public static Embedding standard() {
        if (Standard.EMBEDDING == null) {
            throw new IllegalStateException("The sentence model can't run here: " + Standard.whyNot);
        }
        return Standard.EMBEDDING;
    }

    /** Whether it can run on this machine: its native parts need a system they were made for, and a home folder to lie in. */
    public static boolean isAvailable() {
        return Standard.EMBEDDING != null;
    }

    /** Why it can't run on this machine, or null when it can. */
    public static @Nullable String whyNot() {
        return Standard.whyNot;
    }

    private static final class Standard {
        static final @Nullable Embedding EMBEDDING;
        static @Nullable String whyNot;

        static {
            Embedding loaded = null;
            try {
                loaded = new Embedding();
            } catch (RuntimeException | LinkageError e) {
                whyNot = e.toString();
            }
            EMBEDDING = loaded;
        }
    }

    /** The vector of a text, of unit length; of its first 256 word pieces when it is longer. A text without words has one too. */
    public float[] of(String text) {
        Encoding pieces =
                tokenizer.encode(whole(text.length() > MOST_CHARACTERS ? text.substring(0, MOST_CHARACTERS) : text));
        long[] shape = {1, pieces.getIds().length};
        try (OnnxTensor ids = OnnxTensor.createTensor(environment, LongBuffer.wrap(pieces.getIds()), shape);
                OnnxTensor types = OnnxTensor.createTensor(environment, LongBuffer.wrap(pieces.getTypeIds()), shape);
                OnnxTensor mask =
                        OnnxTensor.createTensor(environment, LongBuffer.wrap(pieces.getAttentionMask()), shape);
                OrtSession.Result result =
                        session.run(Map.of("input_ids", ids, "token_type_ids", types, "attention_mask", mask))) {
            return mean(((OnnxTensor) result.get(0)).getFloatBuffer());
        } catch (OrtException e) {
            throw new IllegalStateException("The sentence model gave no answer", e);
        }
    }

    /** How near two vectors of unit length are: 1 the same, about 0 unrelated. */
    public static float cosine(float[] one, float[] other) {
        float sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += one[i] * other[i];
        }
        return sum;
    }

    /** Half a surrogate pair can't be written as UTF-8, which the tokenizer needs. */
    private static String whole(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
            }
        }
        return text;
    }

    private static float[] mean(FloatBuffer pieces) {
        float[] mean = new float[SIZE];
        for (int at = 0; at < pieces.limit(); at++) {
            mean[at % SIZE] += pieces.get(at);
        }
        double square = 0;
        for (float part : mean) {
            square += part * part;
        }
        float length = (float) Math.sqrt(square);
        for (int i = 0; i < SIZE && length > 0; i++) {
            mean[i] /= length;
        }
        return mean;
    }

    private static InputStream file(String name) {
        InputStream file = Embedding.class.getResourceAsStream("/" + name);
        if (file == null) {
            throw new IllegalStateException("The sentence model's file " + name + " is missing");
        }
        return file;
    }
}
