package health.clarion.evaluation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A folder of data in JSON Lines.
 *
 * @param path where it is
 */
public record Folder(Path path) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** The rows to measure on, {@code open.jsonl}. */
    public List<JsonNode> rows() {
        return rows("open.jsonl");
    }

    /**
     * The rows of a file.
     *
     * @throws UncheckedIOException when it can't be read
     */
    public List<JsonNode> rows(String file) {
        return rowsOf(path.resolve(file));
    }

    /** The rows of a file anywhere. */
    static List<JsonNode> rowsOf(Path file) {
        List<JsonNode> rows = new ArrayList<>();
        try {
            for (String line : Files.readAllLines(file)) {
                if (!line.isBlank()) {
                    rows.add(JSON.readTree(line));
                }
            }
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The rows of one part, by their {@code id}. */
    public List<JsonNode> rows(Part part) {
        return rows().stream()
                .filter(row -> Part.of(row.get("id").asString()) == part)
                .toList();
    }

    /** Another folder of the same data, such as {@code firehose/health_posts}. */
    public Folder beside(String other) {
        return new Folder(path.resolve("../..").resolve(other).normalize());
    }
}
