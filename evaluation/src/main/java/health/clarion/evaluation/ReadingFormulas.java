package health.clarion.evaluation;

import health.clarion.safeguards.reading.Counts;
import health.clarion.safeguards.reading.Formula;
import health.clarion.safeguards.reading.Readability;
import health.clarion.safeguards.text.Passage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Whether the formulas compute what another library computes (textstat, MIT): once from its own counts where it tells them, which must agree,
 * and once from ours, which differ in what is a word, a sentence and a syllable.
 */
record ReadingFormulas(String name, String folder) implements Task {
    /** Their counts come as means of three decimals, ours are whole: so many words make the difference vanish. */
    private static final int WORDS = 1_000_000;

    private static final double WITHIN = 0.1;

    private static final Map<String, Formula> FORMULAS = formulas();

    private static Map<String, Formula> formulas() {
        Map<String, Formula> formulas = new LinkedHashMap<>();
        formulas.put("flesch_reading_ease", Formula.FLESCH);
        formulas.put("flesch_kincaid_grade", Formula.FLESCH_KINCAID);
        formulas.put("smog_index", Formula.SMOG);
        formulas.put("dale_chall_readability_score", Formula.DALE_CHALL);
        formulas.put("gunning_fog", Formula.GUNNING_FOG);
        formulas.put("automated_readability_index", Formula.AUTOMATED_READABILITY_INDEX);
        formulas.put("coleman_liau_index", Formula.COLEMAN_LIAU);
        formulas.put("fernandez_huerta", Formula.FERNANDEZ_HUERTA);
        formulas.put("szigriszt_pazos", Formula.SZIGRISZT_PAZOS);
        formulas.put("gutierrez_polini", Formula.GUTIERREZ_DE_POLINI);
        formulas.put("crawford", Formula.CRAWFORD);
        return formulas;
    }

    @Override
    public List<Figure> measure(Folder folder) {
        Map<String, Map<String, Double>> told = new LinkedHashMap<>();
        for (JsonNode row : folder.rows()) {
            told.computeIfAbsent(row.get("text").asString(), text -> new LinkedHashMap<>())
                    .put(row.get("metric").asString(), row.get("expected").asDouble());
        }
        List<Figure> figures = new ArrayList<>();
        FORMULAS.forEach((metric, formula) -> {
            List<Double> theirs = new ArrayList<>();
            List<Double> ours = new ArrayList<>();
            told.forEach((text, values) -> {
                Double expected = values.get(metric);
                if (expected != null && !text.isBlank()) {
                    ours.add(Math.abs(expected - formula.of(Readability.counts(Passage.of(text), "en"))));
                    Counts counts = counts(values, formula);
                    if (counts != null) {
                        theirs.add(Math.abs(expected - formula.of(counts)));
                    }
                }
            });
            if (!theirs.isEmpty()) {
                figures.add(figure(metric + ": greatest error, their counts" + note(formula), most(theirs))
                        .goal(Goal.atMost(WITHIN)));
            }
            figures.add(figure(metric + ": mean error, our counts", mean(ours)));
        });
        return figures;
    }

    /** Where theirs is not the published formula; they have corrected it since these vectors were made. */
    private static String note(Formula formula) {
        return formula == Formula.COLEMAN_LIAU ? " (theirs has .058 for .0588)" : "";
    }

    private Figure figure(String formula, Measured measured) {
        return Figure.of(this, formula, null, measured);
    }

    private static Measured most(List<Double> errors) {
        return Measured.of(errors.size(), rows -> {
            double most = 0;
            for (int row : rows) {
                most = Math.max(most, errors.get(row));
            }
            return most;
        });
    }

    private static Measured mean(List<Double> errors) {
        return Measured.mean(errors.stream().mapToDouble(Double::doubleValue).toArray());
    }

    /** Their counts of a text, or null when they don't tell all that a formula needs. */
    private static @Nullable Counts counts(Map<String, Double> values, Formula formula) {
        boolean told = values.containsKey("words_per_sentence")
                && values.containsKey("syllables_per_word")
                && values.containsKey("letters_per_word")
                && values.containsKey("chars_per_word");
        return switch (formula) {
            case SMOG, DALE_CHALL, GUNNING_FOG, MU -> null;
            case FLESCH,
                    FLESCH_KINCAID,
                    AUTOMATED_READABILITY_INDEX,
                    COLEMAN_LIAU,
                    FERNANDEZ_HUERTA,
                    SZIGRISZT_PAZOS,
                    GUTIERREZ_DE_POLINI,
                    CRAWFORD -> told ? scaled(values) : null;
        };
    }

    private static Counts scaled(Map<String, Double> values) {
        return new Counts(
                (int) Math.round(WORDS / value(values, "words_per_sentence")),
                WORDS,
                (int) Math.round(WORDS * value(values, "letters_per_word")),
                (int) Math.round(WORDS * value(values, "chars_per_word")),
                (int) Math.round(WORDS * value(values, "syllables_per_word")),
                0,
                0,
                0,
                0);
    }

    private static double value(Map<String, Double> values, String metric) {
        return Objects.requireNonNull(values.get(metric));
    }
}
