package health.clarion.safeguards.reading;

import health.clarion.safeguards.meaning.Embedding;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How hard an English text is: a weighted sum of at most 40 terms that a person can understand, read from {@code difficulty.tsv}. One model for
 * sentences and short texts, one for passages; between the two lengths they are mixed. A term is a {@link Trait} or the nearness in
 * meaning to lines that we wrote; where the meaning is unknown, the latter say nothing.
 */
final class Difficulty {
    private static final String FILE = "/health/clarion/safeguards/reading/difficulty.tsv";

    /** Where a value lies beyond what the model saw, it counts as the last that it did. */
    private static final double MOST_SPREADS = 3.5;

    /** MedReadMe's sentences are rarely longer than the first, CLEAR's passages never shorter than the second. */
    private static final int WORDS_OF_SHORT = 75;

    private static final int WORDS_OF_PASSAGE = 135;

    private final List<Term> sentence = new ArrayList<>();
    private final List<Term> passage = new ArrayList<>();
    private final Scale sentenceScale = new Scale(4.2782, 3.600, 9.8346);
    private final Scale passageScale = new Scale(0.9559, 5.1524, 9.3878);

    private Difficulty() {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(Difficulty.class.getResourceAsStream(FILE), FILE), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.startsWith("#")) {
                    String[] columns = line.split("\t");
                    (columns[0].equals("sentence") ? sentence : passage).add(Term.of(columns));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The model, loaded at the first call. */
    static Difficulty standard() {
        return Standard.DIFFICULTY;
    }

    private static final class Standard {
        static final Difficulty DIFFICULTY = new Difficulty();
    }

    /**
     * The school grade a reader needs, not bounded.
     *
     * @param meaning the vector of the text, or null when it is unknown
     */
    double grade(Traits traits, float @Nullable [] meaning) {
        double share = (double) (traits.words() - WORDS_OF_SHORT) / (WORDS_OF_PASSAGE - WORDS_OF_SHORT);
        double ofPassage = Math.clamp(share, 0, 1);
        double grade = 0;
        if (ofPassage < 1) {
            grade += (1 - ofPassage) * sentenceScale.grade(sum(sentence, traits, meaning));
        }
        if (ofPassage > 0) {
            grade += ofPassage * passageScale.grade(sum(passage, traits, meaning));
        }
        return grade;
    }

    private static double sum(List<Term> terms, Traits traits, float @Nullable [] meaning) {
        double sum = 0;
        for (Term term : terms) {
            sum += term.weighs(traits, meaning);
        }
        return sum;
    }

    /** What weighs in a text and how much, in the model's own units, the heaviest first; for explaining and for tests. */
    List<Weight> weights(Traits traits, float @Nullable [] meaning) {
        List<Term> terms = traits.words() > WORDS_OF_SHORT ? passage : sentence;
        return terms.stream()
                .map(term -> new Weight(term.name(), term.weighs(traits, meaning)))
                .sorted(Comparator.comparingDouble((Weight weight) -> -Math.abs(weight.by())))
                .toList();
    }

    /** How many terms each model has, for the test that keeps them few. */
    int terms() {
        return Math.max(sentence.size(), passage.size());
    }

    /**
     * What one term adds.
     *
     * @param name its name in the file
     * @param by more than 0 when it makes the text harder than the usual one
     */
    record Weight(String name, double by) {}

    /**
     * The model's units as school grades.
     *
     * @param mean the usual difficulty
     * @param slope grades a unit
     * @param grade the grade of the usual difficulty
     */
    private record Scale(double mean, double slope, double grade) {
        double grade(double difficulty) {
            return grade + slope * (difficulty - mean);
        }
    }

    /**
     * One term.
     *
     * @param trait what is counted, null for a constant or a nearness
     * @param anchor what the text is held to, or null
     */
    private record Term(
            String name, @Nullable Trait trait, @Nullable String anchor, double mean, double spread, double weight) {
        static Term of(String[] columns) {
            String name = columns[1];
            boolean near = name.startsWith("~");
            Trait trait = near || name.equals("constant")
                    ? null
                    : Trait.valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_'));
            return new Term(
                    name,
                    trait,
                    near ? name.substring(1) : null,
                    Double.parseDouble(columns[2]),
                    Double.parseDouble(columns[3]),
                    Double.parseDouble(columns[4]));
        }

        double weighs(Traits traits, float @Nullable [] meaning) {
            if (trait == null && anchor == null) {
                return weight;
            }
            if (anchor != null) {
                return meaning == null
                        ? 0
                        : term(Embedding.cosine(meaning, Anchors.standard().of(anchor)));
            }
            return term(traits.of(Objects.requireNonNull(trait)));
        }

        private double term(double value) {
            return weight * Math.clamp((value - mean) / spread, -MOST_SPREADS, MOST_SPREADS);
        }
    }
}
