package health.clarion.evaluation;

import health.clarion.safeguards.meaning.Embedding;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * On which side of six pairs of word kinds a word lies ({@code leanings.yaml}, words that we wrote): a small child's world or grown-up
 * business, doing or thinking, today's or old, and so on. The sentence model places it on the line between the two kinds' means; a digit
 * from 0 to 7 says where, 3 and 4 being the middle of everyday words.
 */
final class Leanings {
    private static final String FILE = "/health/clarion/evaluation/reading/leanings.yaml";
    private static final int HIGHEST = 7;
    private static final double STEPS_A_SPREAD = 1.25;

    private final List<float[]> directions = new ArrayList<>();

    Leanings() {
        try (InputStream in = Objects.requireNonNull(Leanings.class.getResourceAsStream(FILE), FILE)) {
            Map<String, Map<String, String>> pairs = new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
            pairs.values().forEach(pair -> directions.add(direction(vectors(pair, "from"), vectors(pair, "to"))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * For every word one digit for each pair, in the order of the file. Minutes for a hundred thousand words.
     *
     * @param everyday those by which the middle and a step are set: eight tenths of a spread
     */
    Map<String, String> of(Collection<String> words, Predicate<String> everyday) {
        Map<String, double[]> places = new TreeMap<>();
        words.forEach(word -> places.put(word, places(word)));
        double[] middles = new double[directions.size()];
        double[] spreads = new double[directions.size()];
        for (int i = 0; i < directions.size(); i++) {
            int pair = i;
            double[] at = places.entrySet().stream()
                    .filter(place -> everyday.test(place.getKey()))
                    .mapToDouble(place -> place.getValue()[pair])
                    .toArray();
            double middle = Arrays.stream(at).average().orElseThrow();
            middles[i] = middle;
            spreads[i] = Math.sqrt(Arrays.stream(at)
                    .map(place -> (place - middle) * (place - middle))
                    .average()
                    .orElseThrow());
        }
        Map<String, String> digits = new TreeMap<>();
        places.forEach((word, at) -> {
            StringBuilder written = new StringBuilder(at.length);
            for (int i = 0; i < at.length; i++) {
                double steps = (at[i] - middles[i]) / spreads[i] * STEPS_A_SPREAD;
                written.append(Math.clamp(Math.round(HIGHEST / 2.0 + steps), 0, HIGHEST));
            }
            digits.put(word, written.toString());
        });
        return digits;
    }

    private double[] places(String word) {
        float[] vector = Embedding.standard().of(word);
        return directions.stream()
                .mapToDouble(direction -> Embedding.cosine(vector, direction))
                .toArray();
    }

    private static List<float[]> vectors(Map<String, String> pair, String side) {
        List<float[]> vectors = new ArrayList<>();
        for (String word : Objects.requireNonNull(pair.get(side)).split(" ")) {
            vectors.add(Embedding.standard().of(word));
        }
        return vectors;
    }

    private static float[] direction(List<float[]> from, List<float[]> to) {
        float[] direction = new float[Embedding.SIZE];
        add(direction, to, 1f / to.size());
        add(direction, from, -1f / from.size());
        return direction;
    }

    private static void add(float[] sum, List<float[]> vectors, float weight) {
        for (float[] vector : vectors) {
            for (int i = 0; i < sum.length; i++) {
                sum[i] += weight * vector[i];
            }
        }
    }
}
