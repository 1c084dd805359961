package health.clarion.evaluation;

import health.clarion.safeguards.answers.Answers;
import health.clarion.safeguards.answers.ReviewedAnswer;
import health.clarion.safeguards.meaning.Embedding;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import tools.jackson.databind.JsonNode;

/**
 * Whether a question finds another of its class, each question left out of the library in turn; and whether the engine knows when there is
 * no answer, the whole class left out.
 */
record AnswersCovidQ(String name, String folder) implements Task {
    private static final int FEW = 5;

    @Override
    public List<Figure> measure(Folder folder) {
        Asked asked = new Asked(folder.rows());
        List<Figure> figures = new ArrayList<>();
        figures.add(figure("top-1, leave one out (two others of its class)", folder, asked.among(1, false))
                .goal(Goal.atLeast(0.75))
                .published("BERT with triplets .495 (set A)"));
        figures.add(
                figure("top-5, leave one out", folder, asked.among(FEW, false)).goal(Goal.atLeast(0.92)));
        figures.add(figure("top-1, wordings known to have one answer", folder, asked.among(1, true)));
        figures.add(figure("top-5 answers, wordings known to have one answer", folder, asked.among(FEW, true)));
        figures.add(figure("answered, rightly", folder, row -> asked.answered(row, Asked::isIts, true)));
        figures.add(figure("answered, wrongly", folder, row -> asked.answered(row, Asked::isIts, false)));
        figures.add(figure(
                "answered though its class was taken out", folder, row -> asked.answered(row, Asked::sameClass)));
        return figures;
    }

    private Figure figure(String formula, Folder folder, ToDoubleFunction<JsonNode> of) {
        return Figure.of(
                this,
                formula,
                Measured.mean(folder.rows(Part.TUNE).stream().mapToDouble(of).toArray()),
                Measured.mean(folder.rows(Part.CONFIRM).stream().mapToDouble(of).toArray()));
    }

    /** All questions, with their vectors, made once. */
    private record Asked(List<JsonNode> rows, Map<String, float[]> vectors) {
        Asked(List<JsonNode> rows) {
            this(rows, new HashMap<>());
        }

        ToDoubleFunction<JsonNode> among(int most, boolean known) {
            return row -> without(row, Asked::isIts, known).find(text(row), most).matches().stream()
                            .anyMatch(match -> cls(match.answer()).equals(cls(row)))
                    ? 1
                    : 0;
        }

        double answered(JsonNode row, BiPredicate<JsonNode, JsonNode> out) {
            return without(row, out, true).find(text(row), 1).answered() ? 1 : 0;
        }

        double answered(JsonNode row, BiPredicate<JsonNode, JsonNode> out, boolean rightly) {
            Answers.Found found = without(row, out, true).find(text(row), 1);
            boolean right = !found.matches().isEmpty()
                    && cls(found.matches().getFirst().answer()).equals(cls(row));
            return found.answered() && right == rightly ? 1 : 0;
        }

        /** The library without some rows; a document's id begins with its class, and its answer is the class's name where that is known. */
        private Answers without(JsonNode row, BiPredicate<JsonNode, JsonNode> out, boolean known) {
            Predicate<JsonNode> stays = other -> !out.test(row, other);
            Function<JsonNode, ReviewedAnswer> document = other -> new ReviewedAnswer(
                    cls(other) + " " + other.get("id").asString(), text(other), known ? cls(other) : "", "en");
            return Answers.of(rows.stream().filter(stays).map(document).toList(), this::vectors);
        }

        private List<float[]> vectors(List<String> texts) {
            return texts.stream()
                    .map(text -> vectors.computeIfAbsent(text, Embedding.standard()::of))
                    .toList();
        }

        private static boolean isIts(JsonNode row, JsonNode other) {
            return row.get("id").equals(other.get("id"));
        }

        private static boolean sameClass(JsonNode row, JsonNode other) {
            return cls(row).equals(cls(other));
        }

        private static String text(JsonNode row) {
            return row.get("text").asString();
        }

        private static String cls(JsonNode row) {
            return row.get("cls").asString();
        }

        private static String cls(ReviewedAnswer answer) {
            return answer.id().substring(0, answer.id().indexOf(' '));
        }
    }
}
