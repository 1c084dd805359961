package health.clarion.ui;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A tab-separated file among our resources: comments start with {@code #}, the first other line names the columns. */
public final class TabFile {

    private TabFile() {}

    /** One row. */
    public static final class Row {

        private final Map<String, String> values;

        private Row(Map<String, String> values) {
            this.values = values;
        }

        /**
         * The value in a column, empty when the row has none.
         *
         * @throws IllegalArgumentException when the file has no such column
         */
        public String get(String column) {
            String value = values.get(column);
            if (value == null) {
                throw new IllegalArgumentException("no column is called " + column);
            }
            return value;
        }
    }

    /**
     * The rows in order; a value that is missing at a line's end is empty.
     *
     * @param beside the class in whose package the file is
     * @throws NullPointerException when the file is absent
     * @throws IllegalStateException when a row has more values than columns
     */
    public static List<Row> rows(Class<?> beside, String name) {
        List<String> lines = lines(beside, name);
        String[] columns = lines.getFirst().split("\t");
        return lines.stream().skip(1).map(line -> row(name, columns, line)).toList();
    }

    private static Row row(String name, String[] columns, String line) {
        String[] values = line.split("\t", -1);
        if (values.length > columns.length) {
            throw new IllegalStateException(name + " has too many values in: " + line);
        }
        Map<String, String> row = new HashMap<>();
        for (int i = 0; i < columns.length; i++) {
            row.put(columns[i], i < values.length ? values[i] : "");
        }
        return new Row(row);
    }

    private static List<String> lines(Class<?> beside, String name) {
        InputStream file = Objects.requireNonNull(beside.getResourceAsStream(name), name);
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            return reader.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
