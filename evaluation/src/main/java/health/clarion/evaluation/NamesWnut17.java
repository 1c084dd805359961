package health.clarion.evaluation;

import health.clarion.safeguards.Span;
import health.clarion.safeguards.privacy.names.Found;
import health.clarion.safeguards.privacy.names.Names;
import health.clarion.safeguards.text.Passage;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import tools.jackson.databind.JsonNode;

/**
 * People's names in posts that were cut into tokens (WNUT-17, Derczynski et al. 2017): exact spans as checks of posts tell them, and
 * any overlap in review mode. Only the label person counts; what else has a name is no person. There is nothing to fit: the terms let the model that is shipped learn from the part to tune on, so it is the free fit.
 */
record NamesWnut17(String name, String folder) implements Task {
    private static final String PUBLISHED = "F1 .613, P .707, R .634 (best of the shared task in 2017, one each)";

    /** What was told of one text against what is there. */
    private record Told(int names, int told, int exact, int namesTouched, int toldTouching) {
        private static Told of(JsonNode row, Names.Mode mode) {
            List<Span> names = new ArrayList<>();
            for (JsonNode span : row.get("spans")) {
                if (span.get("label").asString().equals("person")) {
                    names.add(
                            new Span(span.get("start").asInt(), span.get("end").asInt()));
                }
            }
            List<Span> told = Names.in(Passage.of(row.get("text").asString()), mode).stream()
                    .map(Found::name)
                    .toList();
            return new Told(
                    names.size(),
                    told.size(),
                    (int) told.stream().filter(names::contains).count(),
                    (int) names.stream()
                            .filter(name -> told.stream().anyMatch(name::overlaps))
                            .count(),
                    (int) told.stream()
                            .filter(one -> names.stream().anyMatch(one::overlaps))
                            .count());
        }
    }

    /** Sums over texts. */
    private record Sums(double names, double told, double exact, double namesTouched, double toldTouching) {
        private static Sums of(List<Told> texts, int[] choice) {
            double[] sums = new double[5];
            for (int text : choice) {
                Told one = texts.get(text);
                sums[0] += one.names();
                sums[1] += one.told();
                sums[2] += one.exact();
                sums[3] += one.namesTouched();
                sums[4] += one.toldTouching();
            }
            return new Sums(sums[0], sums[1], sums[2], sums[3], sums[4]);
        }

        private static double share(double part, double of) {
            return of == 0 ? 0 : part / of;
        }
    }

    @Override
    public List<Figure> measure(Folder folder) {
        Parts posts = Parts.of(folder, Names.Mode.STANDARD);
        Parts review = Parts.of(folder, Names.Mode.REVIEW);
        return List.of(
                posts.figure(
                                this,
                                "F1 of exact spans",
                                sums -> Scores.f(
                                        1, sums.exact(), sums.told() - sums.exact(), sums.names() - sums.exact()))
                        .goal(Goal.atLeast(0.62))
                        .published(PUBLISHED),
                posts.figure(this, "precision of exact spans", sums -> Sums.share(sums.exact(), sums.told())),
                posts.figure(this, "recall of exact spans", sums -> Sums.share(sums.exact(), sums.names())),
                review.figure(
                                this,
                                "recall by overlap, review mode",
                                sums -> Sums.share(sums.namesTouched(), sums.names()))
                        .goal(Goal.atLeast(0.80)),
                review.figure(
                                this,
                                "precision by overlap, review mode",
                                sums -> Sums.share(sums.toldTouching(), sums.told()))
                        .goal(Goal.atLeast(0.50)));
    }

    /** What was told of the rows of both parts. */
    private record Parts(List<Told> tune, List<Told> confirm) {
        private static Parts of(Folder folder, Names.Mode mode) {
            return new Parts(told(folder.rows(Part.TUNE), mode), told(folder.rows(Part.CONFIRM), mode));
        }

        private static List<Told> told(List<JsonNode> rows, Names.Mode mode) {
            return rows.stream().map(row -> Told.of(row, mode)).toList();
        }

        private Figure figure(Task task, String formula, ToDoubleFunction<Sums> value) {
            return Figure.of(task, formula, measured(tune, value), measured(confirm, value));
        }

        private static Measured measured(List<Told> texts, ToDoubleFunction<Sums> value) {
            return Measured.of(texts.size(), choice -> value.applyAsDouble(Sums.of(texts, choice)));
        }
    }
}
