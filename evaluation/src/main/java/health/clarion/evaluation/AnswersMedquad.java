package health.clarion.evaluation;

import health.clarion.safeguards.answers.Answers;
import health.clarion.safeguards.answers.ReviewedAnswer;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Whether real questions to a medical library find a passage that was judged good; passages nobody judged count as bad. */
record AnswersMedquad(String name, String folder) implements Task {
    private static final int SCORED = 10;
    private static final int GOOD = 3;

    @Override
    public List<Figure> measure(Folder folder) {
        List<ReviewedAnswer> library = folder.rows("docs.jsonl").stream()
                .map(row -> new ReviewedAnswer(
                        row.get("id").asString(),
                        row.get("question").asString(),
                        row.get("answer").asString(),
                        "en"))
                .toList();
        Answers answers = Answers.of("en", library, done -> {});
        List<JsonNode> rows = folder.rows().stream()
                .filter(row -> row.get("qrels").valueStream().anyMatch(grade -> grade.intValue() >= GOOD))
                .toList();
        double[] inverse =
                rows.stream().mapToDouble(row -> inverse(answers, row)).toArray();
        return List.of(Figure.of(this, "MRR@10 of passages judged 3 or 4", null, Measured.mean(inverse)));
    }

    private static double inverse(Answers answers, JsonNode row) {
        List<String> found = answers.find(row.get("text").asString(), SCORED).matches().stream()
                .map(match -> match.answer().id())
                .toList();
        for (int rank = 0; rank < found.size(); rank++) {
            if (row.get("qrels").path(found.get(rank)).asInt(0) >= GOOD) {
                return 1.0 / (rank + 1);
            }
        }
        return 0;
    }
}
