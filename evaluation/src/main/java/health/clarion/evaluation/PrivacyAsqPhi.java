package health.clarion.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/**
 * Questions a clinician might type, with and without someone's data in them: how many of the details are hidden to the last character, and
 * how many texts without any are masked all the same. A text without details in which the safeguards mask something is told by id on the
 * error stream, so that disputed ones can be listed. There is nothing to fit: what is left are words that name no one but are labelled.
 */
record PrivacyAsqPhi(String name, String folder) implements Task {
    private static final String SOURCE = "AWS Comprehend Medical .9855 at .8995 over-redaction";

    @Override
    public List<Figure> measure(Folder folder) {
        Rows tune = Rows.of(folder.rows(Part.TUNE));
        Rows confirm = Rows.of(folder.rows(Part.CONFIRM));
        List<Figure> figures = new ArrayList<>();
        figures.add(Figure.of(this, "entity recall, every character masked", tune.recall(true), confirm.recall(true))
                .goal(Goal.atLeast(0.995))
                .published(SOURCE));
        figures.add(Figure.of(this, "entity recall, any character masked", tune.recall(false), confirm.recall(false)));
        figures.add(Figure.of(
                        this,
                        "share of texts without details masked anywhere",
                        tune.overRedaction(),
                        confirm.overRedaction())
                .goal(Goal.atMost(0.10))
                .published(SOURCE));
        for (String label : confirm.labels()) {
            figures.add(Figure.of(this, "recall of " + label, tune.recallOf(label), confirm.recallOf(label)));
        }
        confirm.tellDisputed();
        tune.tellDisputed();
        return figures;
    }

    /**
     * Rows with what was masked in each.
     *
     * @param rows the rows as they are
     * @param masked what was masked, in the same order
     */
    private record Rows(List<JsonNode> rows, List<Masked> masked) {
        static Rows of(List<JsonNode> rows) {
            return new Rows(
                    rows,
                    rows.stream()
                            .map(row -> Masked.of(row.get("text").asString()))
                            .toList());
        }

        Measured recall(boolean whole) {
            return ratio(null, whole);
        }

        Measured recallOf(String label) {
            return ratio(label, true);
        }

        private Measured ratio(@org.jspecify.annotations.Nullable String label, boolean whole) {
            int[] hidden = new int[rows.size()];
            int[] all = new int[rows.size()];
            for (int i = 0; i < all.length; i++) {
                for (JsonNode span : rows.get(i).get("spans")) {
                    boolean counted =
                            label == null || label.equals(span.get("label").asString());
                    if (counted && !span.get("start").isNull()) {
                        int start = span.get("start").asInt();
                        int end = span.get("end").asInt();
                        boolean safe = whole
                                ? masked.get(i).hides(start, end)
                                : masked.get(i).touches(start, end);
                        all[i]++;
                        hidden[i] += safe ? 1 : 0;
                    }
                }
            }
            return Measured.of(all.length, choice -> {
                double sum = 0;
                double of = 0;
                for (int row : choice) {
                    sum += hidden[row];
                    of += all[row];
                }
                return of == 0 ? 1 : sum / of;
            });
        }

        Measured overRedaction() {
            List<Double> clean = new ArrayList<>();
            for (int i = 0; i < rows.size(); i++) {
                if (!rows.get(i).get("has_phi").asBoolean()) {
                    clean.add(masked.get(i).covered().isEmpty() ? 0.0 : 1.0);
                }
            }
            return Measured.mean(clean.stream().mapToDouble(Double::doubleValue).toArray());
        }

        List<String> labels() {
            TreeMap<String, Integer> labels = new TreeMap<>();
            rows.forEach(row -> row.get("spans")
                    .forEach(span -> labels.merge(span.get("label").asString(), 1, Integer::sum)));
            return List.copyOf(labels.keySet());
        }

        void tellDisputed() {
            for (int i = 0; i < rows.size(); i++) {
                if (!rows.get(i).get("has_phi").asBoolean()) {
                    String id = rows.get(i).get("id").asString();
                    masked.get(i)
                            .findings()
                            .forEach(finding -> System.err.println("disputed " + id + " " + finding.rule()));
                }
            }
        }
    }
}
