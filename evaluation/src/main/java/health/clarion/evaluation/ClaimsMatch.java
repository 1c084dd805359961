package health.clarion.evaluation;

import health.clarion.safeguards.claims.FactCheck;
import health.clarion.safeguards.claims.KnownClaims;
import health.clarion.safeguards.meaning.Embedding;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import tools.jackson.databind.JsonNode;

/**
 * Whether the checked claim that a post repeats is found among all of them, as CheckThat! scores it. The set of 2020 has many claims twice,
 * in other quotation marks, of which one alone counts as right: so it is also told what comes out when such twins share a rank, which no
 * engine can know how to order.
 *
 * @param goal the mean average precision at 5 to reach
 * @param published what others reached
 */
record ClaimsMatch(String name, String folder, double goal, String published) implements Task {
    private static final int DEEPEST = 20;
    private static final int SCORED = 5;
    private static final long SEED = 20261125;
    private static final double FREEDOM = 0.1;

    @Override
    public List<Figure> measure(Folder folder) {
        List<FactCheck> filed = claims(folder);
        Map<String, String> wordings = new HashMap<>();
        filed.forEach(check -> wordings.put(check.id(), letters(check.claim())));
        KnownClaims claims = KnownClaims.of("en", filed, done -> {});
        Ranked tune = Ranked.of(claims, wordings, folder.rows(Part.TUNE));
        Ranked confirm = Ranked.of(claims, wordings, folder.rows(Part.CONFIRM));
        List<FactCheck> shuffled = new ArrayList<>(filed);
        Collections.shuffle(shuffled, new Random(SEED));
        KnownClaims others = KnownClaims.of("en", shuffled, done -> {});
        return List.of(
                Figure.of(this, "MAP@5", Measured.mean(tune.precision()), Measured.mean(confirm.precision()))
                        .goal(Goal.atLeast(goal))
                        .published(published),
                Figure.of(
                        this,
                        "MAP@5 with the claims shuffled",
                        Measured.mean(Ranked.of(others, wordings, folder.rows(Part.TUNE))
                                .precision()),
                        Measured.mean(Ranked.of(others, wordings, folder.rows(Part.CONFIRM))
                                .precision())),
                Figure.of(
                        this,
                        "MAP@5 where claims of one wording share a rank",
                        Measured.mean(tune.fair()),
                        Measured.mean(confirm.fair())),
                Figure.of(
                        this, "mean reciprocal rank", Measured.mean(tune.inverse()), Measured.mean(confirm.inverse())),
                Figure.of(this, "P@1", Measured.mean(tune.first()), Measured.mean(confirm.first())),
                Figure.of(this, "recall in 20", Measured.mean(tune.recall()), Measured.mean(confirm.recall())));
    }

    @Override
    public List<Figure> fit(Folder folder) {
        KnownClaims claims = KnownClaims.of("en", claims(folder), done -> {});
        List<Figure> figures = new ArrayList<>();
        for (boolean vectors : new boolean[] {false, true}) {
            FreeRanking ranking = FreeRanking.fitted(asked(claims, folder.rows(Part.TUNE), vectors), FREEDOM);
            String formula = vectors ? "MAP@5, signs and vectors fitted freely" : "MAP@5, the signs fitted freely";
            figures.add(Figure.of(
                            this,
                            formula,
                            free(ranking, claims, folder.rows(Part.TUNE), vectors),
                            free(ranking, claims, folder.rows(Part.CONFIRM), vectors))
                    .goal(Goal.atLeast(goal)));
        }
        return figures;
    }

    private static List<FreeRanking.Asked> asked(KnownClaims claims, List<JsonNode> rows, boolean vectors) {
        return rows.stream().map(row -> asked(claims, row, vectors)).toList();
    }

    private static FreeRanking.Asked asked(KnownClaims claims, JsonNode row, boolean vectors) {
        String text = row.get("text").asString();
        List<KnownClaims.Candidate> candidates = claims.candidates(text);
        List<KnownClaims.Candidate> some = candidates.subList(0, Math.min(DEEPEST, candidates.size()));
        float[] post = vectors ? Embedding.standard().of(text) : new float[0];
        List<String> relevant = relevant(row);
        boolean[] right = new boolean[some.size()];
        double[][] signs = new double[some.size()][];
        for (int i = 0; i < right.length; i++) {
            FactCheck check = some.get(i).check();
            right[i] = relevant.contains(check.id());
            signs[i] = vectors
                    ? FreeRanking.with(
                            some.get(i).signs(), post, Embedding.standard().of(check.claim()))
                    : some.get(i).signs();
        }
        return new FreeRanking.Asked(some.stream().map(one -> one.check().id()).toList(), signs, right);
    }

    private static Measured free(FreeRanking ranking, KnownClaims claims, List<JsonNode> rows, boolean vectors) {
        return Measured.mean(rows.stream()
                .mapToDouble(row ->
                        Scores.averagePrecisionAt(SCORED, ranking.ranked(asked(claims, row, vectors)), relevant(row)))
                .toArray());
    }

    /** The letters and digits of a claim: twins have the same. */
    private static String letters(String claim) {
        StringBuilder letters = new StringBuilder();
        claim.codePoints()
                .filter(Character::isLetterOrDigit)
                .map(Character::toLowerCase)
                .forEach(letters::appendCodePoint);
        return letters.toString();
    }

    static List<FactCheck> claims(Folder folder) {
        return claims(folder.path().resolve("claims.jsonl"));
    }

    static List<FactCheck> claims(Path file) {
        List<FactCheck> claims = new ArrayList<>();
        for (JsonNode row : Folder.rowsOf(file)) {
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

    private record Ranked(double[] precision, double[] fair, double[] inverse, double[] first, double[] recall) {
        static Ranked of(KnownClaims claims, Map<String, String> wordings, List<JsonNode> rows) {
            int size = rows.size();
            Ranked ranked = new Ranked(
                    new double[size], new double[size], new double[size], new double[size], new double[size]);
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
                ranked.fair[i] = (Scores.averagePrecisionAt(SCORED, twins(found, relevant, wordings, true), relevant)
                                + Scores.averagePrecisionAt(SCORED, twins(found, relevant, wordings, false), relevant))
                        / 2;
                ranked.inverse[i] = rank < found.size() ? 1.0 / (rank + 1) : 0;
                ranked.first[i] = rank == 0 && !found.isEmpty() ? 1 : 0;
                ranked.recall[i] =
                        relevant.stream().filter(found::contains).count() / (double) Math.max(1, relevant.size());
            }
            return ranked;
        }

        /** What was found, with each run of twins ordered so that the right one comes first, or last. */
        private static List<String> twins(
                List<String> found, List<String> relevant, Map<String, String> wordings, boolean rightFirst) {
            List<String> ordered = new ArrayList<>();
            for (int from = 0; from < found.size(); ) {
                int to = from + 1;
                while (to < found.size()
                        && Objects.equals(wordings.get(found.get(to)), wordings.get(found.get(from)))) {
                    to++;
                }
                List<String> run = new ArrayList<>(found.subList(from, to));
                run.sort(Comparator.comparing(id -> relevant.contains(id) != rightFirst));
                ordered.addAll(run);
                from = to;
            }
            return ordered;
        }
    }
}
