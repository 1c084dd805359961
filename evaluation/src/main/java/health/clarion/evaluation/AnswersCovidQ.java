package health.clarion.evaluation;

import health.clarion.safeguards.answers.Answers;
import health.clarion.safeguards.answers.ReviewedAnswer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Whether a question finds another of its class, each question left out of the library in turn. */
record AnswersCovidQ(String name, String folder) implements Task {
    private static final int FEW = 5;

    @Override
    public List<Figure> measure(Folder folder) {
        Map<String, String> classes = new HashMap<>();
        List<ReviewedAnswer> library = folder.rows().stream()
                .map(row -> {
                    classes.put(row.get("id").asString(), row.get("cls").asString());
                    return new ReviewedAnswer(
                            row.get("id").asString(), row.get("text").asString(), "", "en");
                })
                .toList();
        Answers answers = Answers.of("en", library, done -> {});
        return List.of(
                Figure.of(
                                this,
                                "top-1, leave one out (two others of its class)",
                                Measured.mean(found(answers, classes, folder.rows(Part.TUNE), 1)),
                                Measured.mean(found(answers, classes, folder.rows(Part.CONFIRM), 1)))
                        .goal(Goal.atLeast(0.75))
                        .published("BERT with triplets .495 (set A)"),
                Figure.of(
                                this,
                                "top-5, leave one out",
                                Measured.mean(found(answers, classes, folder.rows(Part.TUNE), FEW)),
                                Measured.mean(found(answers, classes, folder.rows(Part.CONFIRM), FEW)))
                        .goal(Goal.atLeast(0.92)));
    }

    private static double[] found(Answers answers, Map<String, String> classes, List<JsonNode> rows, int most) {
        return rows.stream()
                .mapToDouble(row -> {
                    String id = row.get("id").asString();
                    return answers.find(row.get("text").asString(), most + 1).matches().stream()
                                    .map(match -> match.answer().id())
                                    .filter(other -> !other.equals(id))
                                    .limit(most)
                                    .anyMatch(other -> row.get("cls").asString().equals(classes.get(other)))
                            ? 1
                            : 0;
                })
                .toArray();
    }
}
