package health.clarion.safeguards.claims;

import health.clarion.safeguards.meaning.Embedding;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * Kinds of what is said about health, each as the mean vector of a few lines that we wrote ({@code kinds.yaml}). A line may leave open which
 * illness it is about; then it stands for several, so that a kind is near to what is said, whatever the illness. The mean of all lines
 * is taken from every vector first: all are about health, and that tells nothing.
 */
final class Kinds {
    private static final String FILE = "/health/clarion/safeguards/claims/kinds.yaml";
    private static final String OPEN = "{illness}";
    private static final List<String> ILLNESSES = List.of("diabetes", "depression", "cancer", "Alzheimer's disease");

    private final Map<String, float[]> kinds = new HashMap<>();
    private final float[] mean = new float[Embedding.SIZE];

    private Kinds() {
        Map<String, List<float[]>> vectors = new LinkedHashMap<>();
        read().forEach((kind, lines) -> vectors.put(kind, vectors(lines)));
        long all = vectors.values().stream().mapToLong(List::size).sum();
        vectors.values().forEach(of -> of.forEach(vector -> add(vector, 1f / all, mean)));
        vectors.forEach((kind, of) -> {
            float[] sum = new float[Embedding.SIZE];
            of.forEach(vector -> add(centred(vector), 1f / of.size(), sum));
            kinds.put(kind, sum);
        });
    }

    /** The kinds, their vectors made at the first call, in about half a second. */
    static Kinds standard() {
        return Standard.KINDS;
    }

    private static final class Standard {
        static final Kinds KINDS = new Kinds();
    }

    /** How near a centred vector is to the lines of a kind, on average. */
    double near(String kind, float[] centred) {
        return Embedding.cosine(Objects.requireNonNull(kinds.get(kind), kind), centred);
    }

    /** A vector without what all kinds have in common, of unit length. */
    float[] centred(float[] vector) {
        float[] centred = vector.clone();
        add(mean, -1, centred);
        float length = (float) Math.sqrt(Embedding.cosine(centred, centred));
        for (int i = 0; i < centred.length && length > 0; i++) {
            centred[i] /= length;
        }
        return centred;
    }

    private static Map<String, List<String>> read() {
        try (InputStream in = Objects.requireNonNull(Kinds.class.getResourceAsStream(FILE), FILE)) {
            return new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<float[]> vectors(List<String> lines) {
        List<float[]> vectors = new ArrayList<>();
        for (String line : lines) {
            for (String illness : line.contains(OPEN) ? ILLNESSES : List.of("")) {
                vectors.add(Embedding.standard().of(capitalised(line.replace(OPEN, illness))));
            }
        }
        return vectors;
    }

    private static String capitalised(String line) {
        return Character.toUpperCase(line.charAt(0)) + line.substring(1);
    }

    private static void add(float[] vector, float weight, float[] sum) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += weight * vector[i];
        }
    }
}
