package health.clarion.evaluation;

import health.clarion.safeguards.Crisis;
import health.clarion.safeguards.Draft;
import health.clarion.safeguards.Effort;
import health.clarion.safeguards.Kind;
import health.clarion.safeguards.Knowledge;
import health.clarion.safeguards.Safeguards;
import health.clarion.safeguards.crisis.Crises;
import health.clarion.safeguards.meaning.Embedding;
import health.clarion.safeguards.rules.RuleBook;
import health.clarion.safeguards.text.Passage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/**
 * Whether posts by people who think of suicide, or have tried, are told from other posts of the same community: people in distress,
 * and people who answer them. The level comes from rules alone; the score is measured by rules alone and refined by the sentence model.
 * No post is ever printed.
 */
record CrisisPosts(String name, String folder) implements Task {
    private static final int GRADES = 5;
    private static final double PRECISION = 0.5;

    @Override
    public List<Figure> measure(Folder folder) {
        List<JsonNode> tuned = folder.rows(Part.TUNE);
        List<JsonNode> kept = folder.rows(Part.CONFIRM);
        Told tune = Told.of(tuned, Effort.RULES);
        Told confirm = Told.of(kept, Effort.RULES);
        Told tuneByMeaning = Told.of(tuned, Effort.MEANING);
        Told confirmByMeaning = Told.of(kept, Effort.MEANING);
        Told strangers = Told.of(ofOthers(kept, tuned), Effort.MEANING);
        return List.of(
                figure("average precision of at-risk by score", Told::averagePrecision, tuneByMeaning, confirmByMeaning)
                        .goal(Goal.atLeast(0.70))
                        .published("TF-IDF .545"),
                figure("recall at precision ≥ .5, by score", Told::recallAtPrecision, tuneByMeaning, confirmByMeaning)
                        .goal(Goal.atLeast(0.85)),
                figure("area under the ROC curve, by score", Told::area, tuneByMeaning, confirmByMeaning),
                figure("average precision of at-risk by score, rules alone", Told::averagePrecision, tune, confirm),
                figure("recall at precision ≥ .5, by score, rules alone", Told::recallAtPrecision, tune, confirm),
                figure("recall of alarms (level ≥ 2)", Told::recall, tune, confirm),
                figure("precision of alarms (level ≥ 2)", Told::precision, tune, confirm),
                figure("severity 0 to 4, macro F1", Told::macroF1, tune, confirm),
                figure("severity 0 to 4, quadratic kappa", Told::kappa, tune, confirm),
                Figure.of(this, "average precision, users with no post in tune", null, strangers.averagePrecision()));
    }

    /** The same factors fitted anew, and together with the 384 numbers of the sentence model. */
    @Override
    public List<Figure> fit(Folder folder) {
        List<JsonNode> tune = folder.rows(Part.TUNE);
        List<JsonNode> confirm = folder.rows(Part.CONFIRM);
        Crises crises = new Crises(RuleBook.standard());
        return List.of(
                fitted("average precision, the factors fitted anew", row -> factors(crises, row), 0.05, tune, confirm),
                fitted("average precision, the sentence model alone", CrisisPosts::vector, 0.003, tune, confirm),
                fitted(
                        "average precision, factors and the sentence model",
                        row -> joined(factors(crises, row), vector(row)),
                        0.003,
                        tune,
                        confirm));
    }

    private Figure figure(String formula, Function<Told, Measured> measure, Told tune, Told confirm) {
        return Figure.of(this, formula, measure.apply(tune), measure.apply(confirm));
    }

    private Figure fitted(
            String formula,
            Function<JsonNode, double[]> values,
            double freedom,
            List<JsonNode> tune,
            List<JsonNode> confirm) {
        double[][] known = tune.stream().map(values).toArray(double[][]::new);
        double[][] unknown = confirm.stream().map(values).toArray(double[][]::new);
        Logistic model = Logistic.fitted(known, Told.of(tune, Effort.RULES).atRisk, freedom);
        return Figure.of(
                this,
                formula,
                Told.of(tune, Effort.RULES).scoredBy(model.scores(known)).averagePrecision(),
                Told.of(confirm, Effort.RULES).scoredBy(model.scores(unknown)).averagePrecision());
    }

    private static double[] factors(Crises crises, JsonNode row) {
        Draft draft = draft(row);
        return crises.factors(Passage.of(draft.text()), draft);
    }

    private static double[] vector(JsonNode row) {
        float[] vector = Embedding.standard().of(draft(row).text());
        return IntStream.range(0, vector.length).mapToDouble(i -> vector[i]).toArray();
    }

    private static double[] joined(double[] one, double[] other) {
        double[] joined = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, joined, one.length, other.length);
        return joined;
    }

    private static List<JsonNode> ofOthers(List<JsonNode> rows, List<JsonNode> known) {
        Set<String> users = new HashSet<>();
        known.forEach(row -> users.add(row.get("user").asString()));
        return rows.stream()
                .filter(row -> !users.contains(row.get("user").asString()))
                .toList();
    }

    private static Draft draft(JsonNode row) {
        return Draft.of(row.get("text").asString()).withKind(Kind.MEMBER);
    }

    /**
     * What was told of posts, beside what annotators said.
     *
     * @param atRisk whether annotators saw ideation or worse
     * @param grave their severity, 0 to 4; uninformative posts are 0
     */
    private record Told(double[] scores, int[] levels, boolean[] atRisk, int[] grave) {
        static Told of(List<JsonNode> rows, Effort effort) {
            List<Crisis> told = new ArrayList<>();
            for (JsonNode row : rows) {
                told.add(Safeguards.standard(effort)
                        .check(draft(row), Knowledge.empty())
                        .crisis());
            }
            boolean[] atRisk = new boolean[rows.size()];
            for (int i = 0; i < atRisk.length; i++) {
                atRisk[i] = rows.get(i).get("at_risk").asBoolean();
            }
            return new Told(
                    told.stream().mapToDouble(Crisis::score).toArray(),
                    told.stream().mapToInt(Crisis::level).toArray(),
                    atRisk,
                    rows.stream()
                            .mapToInt(row -> Math.max(0, row.get("severity").asInt()))
                            .toArray());
        }

        Told scoredBy(double[] scores) {
            return new Told(scores, levels, atRisk, grave);
        }

        Measured averagePrecision() {
            return Measured.of(scores.length, rows -> Scores.averagePrecision(scores, atRisk, rows));
        }

        Measured recallAtPrecision() {
            return Measured.of(scores.length, rows -> Scores.recallAtPrecision(scores, atRisk, PRECISION, rows));
        }

        Measured area() {
            return Measured.of(scores.length, rows -> Scores.auc(scores, atRisk, rows));
        }

        Measured recall() {
            return Measured.of(scores.length, rows -> share(rows, row -> atRisk[row], row -> levels[row] >= 2));
        }

        Measured precision() {
            return Measured.of(scores.length, rows -> share(rows, row -> levels[row] >= 2, row -> atRisk[row]));
        }

        Measured macroF1() {
            return Measured.of(scores.length, rows -> Scores.macroF1(grave, levels, GRADES, rows));
        }

        Measured kappa() {
            return Measured.of(scores.length, rows -> Scores.quadraticKappa(grave, levels, GRADES, rows));
        }

        private static double share(int[] rows, IntPredicate among, IntPredicate those) {
            long all = Arrays.stream(rows).filter(among).count();
            return all == 0
                    ? 0
                    : (double) Arrays.stream(rows).filter(among.and(those)).count() / all;
        }
    }
}
