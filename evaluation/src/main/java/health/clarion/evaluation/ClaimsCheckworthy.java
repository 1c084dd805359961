package health.clarion.evaluation;

import health.clarion.safeguards.Draft;
import health.clarion.safeguards.Knowledge;
import health.clarion.safeguards.Safeguards;
import java.util.List;
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

    @Override
    public List<Figure> measure(Folder folder) {
        Told tune = told(folder.rows(Part.TUNE));
        Told confirm = told(folder.rows(Part.CONFIRM));
        return List.of(
                Figure.of(this, "F1 of check-worthy at " + THRESHOLD, tune.f1(), confirm.f1())
                        .goal(Goal.atLeast(goal))
                        .published(published),
                Figure.of(this, "average precision", tune.precision(), confirm.precision()));
    }

    private Told told(List<JsonNode> rows) {
        boolean[] gold = new boolean[rows.size()];
        double[] scores = new double[rows.size()];
        for (int i = 0; i < gold.length; i++) {
            JsonNode row = rows.get(i);
            gold[i] = row.get(field).asBoolean();
            scores[i] = Safeguards.standard()
                    .check(Draft.of(row.get("text").asString()), Knowledge.empty())
                    .checkworthy();
        }
        return new Told(gold, scores);
    }

    private record Told(boolean[] gold, double[] scores) {
        Measured f1() {
            return Measured.of(gold.length, choice -> {
                int right = 0;
                int wrong = 0;
                int missed = 0;
                for (int row : choice) {
                    boolean told = scores[row] >= THRESHOLD;
                    right += gold[row] && told ? 1 : 0;
                    wrong += !gold[row] && told ? 1 : 0;
                    missed += gold[row] && !told ? 1 : 0;
                }
                return Scores.f(1, right, wrong, missed);
            });
        }

        Measured precision() {
            return Measured.of(gold.length, choice -> Scores.averagePrecision(scores, gold, choice));
        }
    }
}
