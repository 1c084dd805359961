package health.clarion.evaluation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The figures as they stand in {@code docs/measurements}: JSON for programs, Markdown for people. A task measured anew replaces its own lines. */
final class Measurements {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    private static final String HEAD = """
            # What the safeguards were measured to do

            Written by `./clarion evaluate`; never by hand. *Tune* is the part of the data that rules and coefficients were made on, *confirm*
            the part kept for looking once (by the SHA-256 of the id, 70 to 30). In brackets the 95 % interval of a thousand bootstrap draws.

            """;

    private final Path folder;
    private final Map<String, List<Figure>> byTask = new LinkedHashMap<>();

    Measurements(Path folder, Collection<String> order) throws IOException {
        this.folder = folder;
        order.forEach(task -> byTask.put(task, List.of()));
        Path json = folder.resolve("measurements.json");
        if (Files.exists(json)) {
            List<Figure> before = JSON.readValue(Files.readString(json), new TypeReference<List<Figure>>() {});
            before.forEach(
                    figure -> byTask.computeIfPresent(figure.task(), (task, figures) -> joined(figures, figure)));
        }
    }

    private static List<Figure> joined(List<Figure> figures, Figure more) {
        List<Figure> all = new ArrayList<>(figures);
        all.add(more);
        return all;
    }

    void put(String task, List<Figure> figures) throws IOException {
        byTask.put(task, figures);
        List<Figure> all = byTask.values().stream().flatMap(List::stream).toList();
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("measurements.json"), JSON.writeValueAsString(all) + "\n");
        Files.writeString(folder.resolve("README.md"), HEAD + table(all));
    }

    static String table(List<Figure> figures) {
        StringBuilder table = new StringBuilder("""
                | task | folder | formula | tune | confirm | rows | published | goal | reached |
                |---|---|---|---|---|---|---|---|---|
                """);
        for (Figure figure : figures) {
            table.append("| ").append(figure.task());
            table.append(" | ").append(figure.folder());
            table.append(" | ").append(figure.formula());
            table.append(" | ").append(written(figure.tune()));
            table.append(" | ").append(written(figure.confirm()));
            table.append(" | ").append(figure.confirm().rows());
            table.append(" | ").append(figure.published());
            table.append(" | ").append(figure.goal() == null ? "" : figure.goal());
            table.append(" | ").append(reached(figure)).append(" |\n");
        }
        return table.toString();
    }

    private static String reached(Figure figure) {
        Goal goal = figure.goal();
        return goal == null ? "" : goal.reachedBy(figure.confirm().value()) ? "yes" : "**no**";
    }

    private static String written(@Nullable Measured measured) {
        return measured == null
                ? ""
                : String.format(Locale.ROOT, "%.3f [%.3f, %.3f]", measured.value(), measured.low(), measured.high());
    }
}
