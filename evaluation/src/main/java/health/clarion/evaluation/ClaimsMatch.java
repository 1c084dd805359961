package health.clarion.evaluation;

import health.clarion.safeguards.claims.FactCheck;
import health.clarion.safeguards.claims.KnownClaims;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * Whether the checked claim that a post repeats is found among all of them, as CheckThat! scores it.
 *
 * @param goal the mean average precision at 5 to reach
 * @param published what others reached
 */
record ClaimsMatch(String name, String folder, double goal, String published) implements Task {
    private static final int DEEPEST = 20;
    private static final int SCORED = 5;

    @Override
    public List<Figure> measure(Folder folder) {
        KnownClaims claims = KnownClaims.of("en", claims(folder), done -> {});
        Ranked tune = Ranked.of(claims, folder.rows(Part.TUNE));
        Ranked confirm = Ranked.of(claims, folder.rows(Part.CONFIRM));
        return List.of(
                Figure.of(this, "MAP@5", Measured.mean(tune.precision()), Measured.mean(confirm.precision()))
                        .goal(Goal.atLeast(goal))
                        .published(published),
                Figure.of(
                        this, "mean reciprocal rank", Measured.mean(tune.inverse()), Measured.mean(confirm.inverse())),
                Figure.of(this, "P@1", Measured.mean(tune.first()), Measured.mean(confirm.first())),
                Figure.of(this, "recall in 20", Measured.mean(tune.recall()), Measured.mean(confirm.recall())));
    }

    static List<FactCheck> claims(Folder folder) {
        List<FactCheck> claims = new ArrayList<>();
        for (JsonNode row : folder.rows("claims.jsonl")) {
            claims.add(FactCheck.of(row.get("id").asString(), row.get("claim").asString())
                    .withTitle(
                            row.path("title").asString(""), row.path("subtitle").asString(""))
                    .withDate(row.path("date").asString("")));
        }
        return claims;
    }

    static List<String> relevant(JsonNode row) {
        List<String> relevant = new ArrayList<>();
        row.get("relevant").forEach(id -> relevant.add(id.asString()));
        return relevant;
    }

    private record Ranked(double[] precision, double[] inverse, double[] first, double[] recall) {
        static Ranked of(KnownClaims claims, List<JsonNode> rows) {
            int size = rows.size();
            Ranked ranked = new Ranked(new double[size], new double[size], new double[size], new double[size]);
            for (int i = 0; i < size; i++) {
                List<String> relevant = relevant(rows.get(i));
                List<String> found = claims.match(rows.get(i).get("text").asString(), DEEPEST).matches().stream()
                        .map(match -> match.check().id())
                        .toList();
                int rank = 0;
                while (rank < found.size() && !relevant.contains(found.get(rank))) {
                    rank++;
                }
                ranked.precision[i] = Scores.averagePrecisionAt(SCORED, found, relevant);
                ranked.inverse[i] = rank < found.size() ? 1.0 / (rank + 1) : 0;
                ranked.first[i] = rank == 0 && !found.isEmpty() ? 1 : 0;
                ranked.recall[i] =
                        relevant.stream().filter(found::contains).count() / (double) Math.max(1, relevant.size());
            }
            return ranked;
        }
    }
}
