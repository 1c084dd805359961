package health.clarion.safeguards.claims;

import health.clarion.safeguards.claims.WorthSigns.Counted;
import health.clarion.safeguards.rules.RuleBook;
import health.clarion.safeguards.text.Passage;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How likely an English text as a whole holds a claim about health that is worth checking: a weighted sum of at most 40 terms that a person
 * can see, read from {@code worthiness.tsv}. What is said about vaccines and the pandemic (politics, plots, supply) is told by other signs
 * than what is said about illness (remedies, causes, feelings), so each has its model; and each has a second one for where the meaning is
 * unknown.
 */
final class CheckWorthiness {
    private static final String FILE = "/health/clarion/safeguards/claims/worthiness.tsv";

    /** Where a value lies beyond what the model saw, it counts as the last that it did. */
    private static final double MOST_SPREADS = 3.5;

    private final WorthSigns signs;
    private final Map<String, List<Term>> models = new HashMap<>();

    CheckWorthiness(RuleBook book) {
        signs = new WorthSigns(book);
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(CheckWorthiness.class.getResourceAsStream(FILE), FILE),
                StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.startsWith("#")) {
                    String[] columns = line.split("\t");
                    models.computeIfAbsent(columns[0], ignored -> new ArrayList<>())
                            .add(Term.of(columns));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * 0 to 1; one half is the threshold.
     *
     * @param vector the meaning of the text, or null when it is unknown
     */
    double of(Passage passage, float @Nullable [] vector) {
        Counted counted = signs.in(passage);
        float[] centred = vector == null ? null : Kinds.standard().centred(vector);
        String model = (counted.ofVaccines() ? "vaccines" : "illness") + (vector == null ? "-by-words" : "");
        double sum = 0;
        for (Term term : models.getOrDefault(model, List.of())) {
            sum += term.weighs(counted, centred);
        }
        return LogOdds.probability(sum);
    }

    /**
     * One term.
     *
     * @param sign what is counted, null for a constant or a nearness
     * @param kind what the text is held to, or null
     */
    private record Term(@Nullable WorthSign sign, @Nullable String kind, double mean, double spread, double weight) {
        static Term of(String[] columns) {
            String name = columns[1];
            boolean near = name.startsWith("~");
            WorthSign sign = near || name.equals("constant")
                    ? null
                    : WorthSign.valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_'));
            return new Term(
                    sign,
                    near ? name.substring(1) : null,
                    Double.parseDouble(columns[2]),
                    Double.parseDouble(columns[3]),
                    Double.parseDouble(columns[4]));
        }

        double weighs(Counted counted, float @Nullable [] centred) {
            if (sign != null) {
                return term(counted.of(sign));
            }
            if (kind != null && centred != null) {
                return term(Kinds.standard().near(kind, centred));
            }
            return kind == null ? weight : 0;
        }

        private double term(double value) {
            return weight * Math.clamp((value - mean) / spread, -MOST_SPREADS, MOST_SPREADS);
        }
    }
}
