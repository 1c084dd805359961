package health.clarion.evaluation;

import health.clarion.safeguards.Draft;
import health.clarion.safeguards.Effort;
import health.clarion.safeguards.Knowledge;
import health.clarion.safeguards.Safeguards;
import health.clarion.safeguards.meaning.Embedding;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/**
 * Whether posts with a claim worth checking are told from others.
 *
 * @param field what is true or 1 for such a post
 * @param goal the F1 to reach
 * @param published what others reached
 */
record ClaimsCheckworthy(String name, String folder, String field, double goal, String published) implements Task {
    private static final double THRESHOLD = 0.5;
    private static final int FOLDS = 5;

    /** How many scores of the engine the free fit sees. */
    private static final int OF_THE_ENGINE = 2;

    /** Scores are told to a thousandth. */
    private static final double LEAST = 0.0005;

    @Override
    public List<Figure> measure(Folder folder) {
        Told tune = told(folder.rows(Part.TUNE), Effort.MEANING);
        Told confirm = told(folder.rows(Part.CONFIRM), Effort.MEANING);
        Told tuneByWords = told(folder.rows(Part.TUNE), Effort.RULES);
        Told confirmByWords = told(folder.rows(Part.CONFIRM), Effort.RULES);
        return List.of(
                Figure.of(this, "F1 of check-worthy at " + THRESHOLD, tune.f1(THRESHOLD), confirm.f1(THRESHOLD))
                        .goal(Goal.atLeast(goal))
                        .published(published),
                Figure.of(this, "average precision", tune.precision(), confirm.precision()),
                Figure.of(
                        this,
                        "F1 without the sentence model",
                        tuneByWords.f1(THRESHOLD),
                        confirmByWords.f1(THRESHOLD)));
    }

    /**
     * Kernel ridge on the shipped score, with and without the sentence model, and the whole vector of meaning. The threshold is the best on
     * the tune part, each fifth told by a fit to the others; the shipped score has seen all of it, so that figure flatters a little.
     */
    @Override
    public List<Figure> fit(Folder folder) {
        List<JsonNode> tune = folder.rows(Part.TUNE);
        List<JsonNode> confirm = folder.rows(Part.CONFIRM);
        double[][] seen = seen(tune);
        Told crossed = new Told(gold(tune), crossed(seen, gold(tune)));
        double threshold = crossed.bestThreshold();
        KernelRidge fitted = KernelRidge.fit(seen, numbers(gold(tune)));
        double[] scores = Arrays.stream(seen(confirm)).mapToDouble(fitted::of).toArray();
        Told told = new Told(gold(confirm), scores);
        return List.of(
                Figure.of(this, "F1 of check-worthy, fitted freely", crossed.f1(threshold), told.f1(threshold))
                        .goal(Goal.atLeast(goal)),
                Figure.of(this, "average precision, fitted freely", crossed.precision(), told.precision()));
    }

    private static double[] crossed(double[][] seen, boolean[] gold) {
        double[] scores = new double[gold.length];
        for (int fold = 0; fold < FOLDS; fold++) {
            int out = fold;
            int[] kept = IntStream.range(0, gold.length)
                    .filter(row -> row % FOLDS != out)
                    .toArray();
            KernelRidge fitted = KernelRidge.fit(
                    Arrays.stream(kept).mapToObj(row -> seen[row]).toArray(double[][]::new),
                    Arrays.stream(kept).mapToDouble(row -> gold[row] ? 1 : 0).toArray());
            for (int row = fold; row < gold.length; row += FOLDS) {
                scores[row] = fitted.of(seen[row]);
            }
        }
        return scores;
    }

    private static double[][] seen(List<JsonNode> rows) {
        Safeguards words = Safeguards.standard(Effort.RULES);
        double[][] seen = new double[rows.size()][OF_THE_ENGINE + Embedding.SIZE];
        for (int i = 0; i < seen.length; i++) {
            String text = rows.get(i).get("text").asString();
            seen[i][0] = logOdds(checkworthy(words, text));
            seen[i][1] = logOdds(checkworthy(Safeguards.standard(), text));
            float[] meaning = Embedding.standard().of(text);
            for (int j = 0; j < meaning.length; j++) {
                seen[i][OF_THE_ENGINE + j] = meaning[j];
            }
        }
        return seen;
    }

    private static double logOdds(double share) {
        double inside = Math.clamp(share, LEAST, 1 - LEAST);
        return Math.log(inside / (1 - inside));
    }

    private static double checkworthy(Safeguards safeguards, String text) {
        return safeguards.check(Draft.of(text), Knowledge.empty()).checkworthy();
    }

    private boolean[] gold(List<JsonNode> rows) {
        boolean[] gold = new boolean[rows.size()];
        for (int i = 0; i < gold.length; i++) {
            gold[i] = rows.get(i).get(field).asBoolean();
        }
        return gold;
    }

    private static double[] numbers(boolean[] gold) {
        return IntStream.range(0, gold.length).mapToDouble(i -> gold[i] ? 1 : 0).toArray();
    }

    private Told told(List<JsonNode> rows, Effort effort) {
        Safeguards safeguards = Safeguards.standard(effort);
        double[] scores = rows.stream()
                .mapToDouble(row -> checkworthy(safeguards, row.get("text").asString()))
                .toArray();
        return new Told(gold(rows), scores);
    }

    private record Told(boolean[] gold, double[] scores) {
        /** The threshold with the best F1. */
        double bestThreshold() {
            int[] all = IntStream.range(0, gold.length).toArray();
            return Arrays.stream(scores)
                    .boxed()
                    .max(Comparator.comparingDouble(threshold -> f1(threshold, all)))
                    .orElse(THRESHOLD);
        }

        Measured f1(double threshold) {
            return Measured.of(gold.length, choice -> f1(threshold, choice));
        }

        private double f1(double threshold, int[] choice) {
            int right = 0;
            int wrong = 0;
            int missed = 0;
            for (int row : choice) {
                boolean told = scores[row] >= threshold;
                right += gold[row] && told ? 1 : 0;
                wrong += !gold[row] && told ? 1 : 0;
                missed += gold[row] && !told ? 1 : 0;
            }
            return Scores.f(1, right, wrong, missed);
        }

        Measured precision() {
            return Measured.of(gold.length, choice -> Scores.averagePrecision(scores, gold, choice));
        }
    }
}
