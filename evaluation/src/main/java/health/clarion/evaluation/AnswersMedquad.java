package health.clarion.evaluation;

import health.clarion.safeguards.answers.Answers;
import health.clarion.safeguards.answers.ReviewedAnswer;
import health.clarion.safeguards.meaning.Embedding;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Whether real questions to a medical library find a passage that was judged good; passages nobody judged count as bad. */
record AnswersMedquad(String name, String folder) implements Task {
    private static final int SCORED = 10;
    private static final int GOOD = 3;
    private static final int DEEPEST = 40;
    private static final double FREEDOM = 0.01;

    @Override
    public List<Figure> measure(Folder folder) {
        Answers answers = answers(folder);
        double[] inverse = judged(folder.rows()).stream()
                .mapToDouble(row -> inverse(answers, row))
                .toArray();
        return List.of(Figure.of(this, "MRR@10 of passages judged 3 or 4", null, Measured.mean(inverse)));
    }

    @Override
    public List<Figure> fit(Folder folder) {
        Answers answers = answers(folder);
        FreeRanking ranking = FreeRanking.fitted(
                judged(folder.rows(Part.TUNE)).stream()
                        .map(row -> asked(answers, row))
                        .toList(),
                FREEDOM);
        double[] inverse = judged(folder.rows(Part.CONFIRM)).stream()
                .mapToDouble(row -> inverse(ranking.ranked(asked(answers, row)), row))
                .toArray();
        return List.of(
                Figure.of(this, "MRR@10 of passages judged 3 or 4, fitted freely", null, Measured.mean(inverse)));
    }

    private static Answers answers(Folder folder) {
        List<ReviewedAnswer> library = folder.rows("docs.jsonl").stream()
                .map(row -> new ReviewedAnswer(
                        row.get("id").asString(),
                        row.get("question").asString(),
                        row.get("answer").asString(),
                        "en"))
                .toList();
        return Answers.of("en", library, done -> {});
    }

    private static List<JsonNode> judged(List<JsonNode> rows) {
        return rows.stream()
                .filter(row -> row.get("qrels").valueStream().anyMatch(grade -> grade.intValue() >= GOOD))
                .toList();
    }

    /** A question with the passages near it. */
    private static FreeRanking.Asked asked(Answers answers, JsonNode row) {
        String text = row.get("text").asString();
        float[] vector = Embedding.standard().of(text);
        List<Answers.Match> near = answers.find(text, DEEPEST).matches();
        boolean[] right = new boolean[near.size()];
        double[][] signs = new double[near.size()][];
        for (int i = 0; i < right.length; i++) {
            ReviewedAnswer answer = near.get(i).answer();
            right[i] = row.get("qrels").path(answer.id()).asInt(0) >= GOOD;
            signs[i] = FreeRanking.with(
                    new double[] {near.get(i).score()},
                    vector,
                    Embedding.standard().of(answer.question()));
        }
        return new FreeRanking.Asked(near.stream().map(one -> one.answer().id()).toList(), signs, right);
    }

    private static double inverse(Answers answers, JsonNode row) {
        return inverse(
                answers.find(row.get("text").asString(), SCORED).matches().stream()
                        .map(match -> match.answer().id())
                        .toList(),
                row);
    }

    private static double inverse(List<String> ranked, JsonNode row) {
        List<String> found = ranked.subList(0, Math.min(SCORED, ranked.size()));
        for (int rank = 0; rank < found.size(); rank++) {
            if (row.get("qrels").path(found.get(rank)).asInt(0) >= GOOD) {
                return 1.0 / (rank + 1);
            }
        }
        return 0;
    }
}
