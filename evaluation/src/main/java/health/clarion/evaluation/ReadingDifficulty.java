package health.clarion.evaluation;

import health.clarion.safeguards.Draft;
import health.clarion.safeguards.Knowledge;
import health.clarion.safeguards.Reading;
import health.clarion.safeguards.Safeguards;
import health.clarion.safeguards.meaning.Embedding;
import health.clarion.safeguards.reading.Formula;
import health.clarion.safeguards.reading.Readability;
import health.clarion.safeguards.text.Passage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import tools.jackson.databind.JsonNode;

/**
 * How well grade and ease agree with what people said of the same texts.
 *
 * @param field the row's judgement
 * @param easier whether a higher judgement means an easier text
 */
record ReadingDifficulty(String name, String folder, String field, boolean easier, double goal) implements Task {
    private static final String PUBLISHED = "formulas ≤ .59";

    /** A part of a text that the sentence model takes in without cutting it. */
    private static final int WORDS_A_PART = 60;

    @Override
    public List<Figure> measure(Folder folder) {
        List<JsonNode> tune = folder.rows(Part.TUNE);
        List<JsonNode> confirm = folder.rows(Part.CONFIRM);
        Goal atLeast = Goal.atLeast(goal);
        List<Reading> ofTune = tune.stream().map(ReadingDifficulty::reading).toList();
        List<Reading> ofConfirm =
                confirm.stream().map(ReadingDifficulty::reading).toList();
        return List.of(
                Figure.of(
                                this,
                                "Pearson's r of grade",
                                pearson(tune, ofTune, Reading::grade),
                                pearson(confirm, ofConfirm, Reading::grade))
                        .goal(atLeast)
                        .published(PUBLISHED),
                Figure.of(
                                this,
                                "Pearson's r of ease, turned",
                                pearson(tune, ofTune, reading -> -reading.ease()),
                                pearson(confirm, ofConfirm, reading -> -reading.ease()))
                        .goal(atLeast)
                        .published(PUBLISHED),
                figure("Pearson's r of grade, without meaning", tune, confirm, ReadingDifficulty::withoutMeaning),
                figure("Pearson's r of Flesch-Kincaid", tune, confirm, row -> formula(row, Formula.FLESCH_KINCAID)),
                figure("Pearson's r of Flesch, turned", tune, confirm, row -> -formula(row, Formula.FLESCH)),
                figure("Pearson's r of SMOG", tune, confirm, row -> formula(row, Formula.SMOG)),
                figure("Pearson's r of Dale-Chall", tune, confirm, row -> formula(row, Formula.DALE_CHALL)));
    }

    private Figure figure(
            String formula, List<JsonNode> tune, List<JsonNode> confirm, ToDoubleFunction<JsonNode> told) {
        return Figure.of(this, formula, pearson(tune, tune, told), pearson(confirm, confirm, told));
    }

    private <T> Measured pearson(List<JsonNode> rows, List<T> seen, ToDoubleFunction<T> told) {
        double[] values = seen.stream().mapToDouble(told).toArray();
        double[] gold = gold(rows);
        return Measured.of(gold.length, choice -> Scores.pearson(values, gold, choice));
    }

    private double[] gold(List<JsonNode> rows) {
        return rows.stream()
                .mapToDouble(row -> (easier ? -1 : 1) * row.get(field).asDouble())
                .toArray();
    }

    private static Reading reading(JsonNode row) {
        return Safeguards.standard()
                .check(Draft.of(text(row)), Knowledge.empty())
                .reading();
    }

    private static double withoutMeaning(JsonNode row) {
        return new Readability().measure(Passage.of(text(row)), "en").grade();
    }

    private static String text(JsonNode row) {
        return row.get("text").asString();
    }

    private static double formula(JsonNode row, Formula formula) {
        Map<Formula, Double> formulas = Readability.formulas(Passage.of(text(row)), "en");
        return formulas.getOrDefault(formula, 0.0);
    }

    /** Kernel ridge on the traits and the whole vector of meaning, fitted on the tune part. */
    @Override
    public List<Figure> fit(Folder folder) {
        List<JsonNode> tune = folder.rows(Part.TUNE);
        List<JsonNode> confirm = folder.rows(Part.CONFIRM);
        KernelRidge fitted = KernelRidge.fit(seen(tune), gold(tune));
        double[] told = Arrays.stream(seen(confirm)).mapToDouble(fitted::of).toArray();
        double[] gold = gold(confirm);
        Measured measured = Measured.of(gold.length, choice -> Scores.pearson(told, gold, choice));
        return List.of(
                Figure.of(this, "Pearson's r, fitted freely", null, measured).goal(Goal.atLeast(goal)));
    }

    private static double[][] seen(Collection<JsonNode> rows) {
        List<double[]> seen = new ArrayList<>();
        for (JsonNode row : rows) {
            double[] traits = Readability.traits(Passage.of(text(row))).values().stream()
                    .mapToDouble(Double::doubleValue)
                    .toArray();
            double[] all = Arrays.copyOf(traits, traits.length + Embedding.SIZE);
            float[] meaning = meaning(text(row));
            for (int i = 0; i < meaning.length; i++) {
                all[traits.length + i] = meaning[i];
            }
            seen.add(all);
        }
        return seen.toArray(double[][]::new);
    }

    private static float[] meaning(String text) {
        String[] words = text.split("\\s+");
        float[] sum = new float[Embedding.SIZE];
        int parts = Math.max(1, Math.round((float) words.length / WORDS_A_PART));
        for (int part = 0; part < parts; part++) {
            List<String> some = List.of(words).subList(part * words.length / parts, (part + 1) * words.length / parts);
            float[] vector = Embedding.standard().of(String.join(" ", some));
            for (int i = 0; i < sum.length; i++) {
                sum[i] += vector[i] / parts;
            }
        }
        return sum;
    }
}
