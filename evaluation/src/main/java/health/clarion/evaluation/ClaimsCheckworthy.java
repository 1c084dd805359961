package health.clarion.evaluation;

import health.clarion.safeguards.Draft;
import health.clarion.safeguards.Knowledge;
import health.clarion.safeguards.Safeguards;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Whether posts with a claim worth checking are told from others, on posts about one disease after another. */
record ClaimsCheckworthy(String name, String folder) implements Task {
    private static final double THRESHOLD = 0.5;

    @Override
    public List<Figure> measure(Folder folder) {
        Measured tune = f1(folder.rows(Part.TUNE));
        Measured confirm = f1(folder.rows(Part.CONFIRM));
        return List.of(Figure.of(this, "F1 of check-worthy at " + THRESHOLD, tune, confirm)
                .goal(Goal.atLeast(0.75))
                .published("TF-IDF .52"));
    }

    private static Measured f1(List<JsonNode> rows) {
        boolean[] gold = new boolean[rows.size()];
        boolean[] told = new boolean[rows.size()];
        for (int i = 0; i < gold.length; i++) {
            gold[i] = rows.get(i).get("checkworthy").asBoolean();
            told[i] = Safeguards.standard()
                            .check(Draft.of(rows.get(i).get("text").asString()), Knowledge.empty())
                            .checkworthy()
                    >= THRESHOLD;
        }
        return Measured.of(gold.length, choice -> {
            int right = 0;
            int wrong = 0;
            int missed = 0;
            for (int row : choice) {
                right += gold[row] && told[row] ? 1 : 0;
                wrong += !gold[row] && told[row] ? 1 : 0;
                missed += gold[row] && !told[row] ? 1 : 0;
            }
            return Scores.f(1, right, wrong, missed);
        });
    }
}
