package health.clarion.evaluation;

import health.clarion.safeguards.Draft;
import health.clarion.safeguards.Effort;
import health.clarion.safeguards.Kind;
import health.clarion.safeguards.Knowledge;
import health.clarion.safeguards.Safeguards;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/**
 * How often an alarm is raised on posts by health newsrooms, none of which is by a person in crisis: once as if a member had written
 * them, once as a team's own. The rules were tuned on neither part, but false alarms on all of them were counted while they were written.
 */
record CrisisFalseAlarms(String name, String folder) implements Task {
    private static final double PER = 10_000;

    @Override
    public List<Figure> measure(Folder folder) {
        List<Figure> figures = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            String formula = "alarms in 10,000 posts, read as " + kind.name().toLowerCase(Locale.ROOT);
            figures.add(Figure.of(
                            this,
                            formula,
                            alarms(folder.rows(Part.TUNE), kind),
                            alarms(folder.rows(Part.CONFIRM), kind))
                    .goal(Goal.atMost(5))
                    .published("none"));
        }
        return figures;
    }

    private static Measured alarms(List<JsonNode> rows, Kind kind) {
        double[] alarms = new double[rows.size()];
        for (int i = 0; i < alarms.length; i++) {
            Draft draft = Draft.of(rows.get(i).get("text").asString()).withKind(kind);
            boolean alarm = Safeguards.standard(Effort.RULES)
                    .check(draft, Knowledge.empty())
                    .crisis()
                    .alarm();
            alarms[i] = alarm ? PER : 0;
        }
        return Measured.mean(alarms);
    }
}
