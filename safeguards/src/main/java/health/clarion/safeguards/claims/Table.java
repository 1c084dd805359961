package health.clarion.safeguards.claims;

import java.util.ArrayList;
import java.util.List;

/** A table in CSV as RFC 4180 has it: quoted cells may hold commas, line breaks and doubled quotes. */
final class Table {
    private Table() {}

    /**
     * A row.
     *
     * @param line the line it starts on, from 1
     * @param cells its cells
     */
    record Row(long line, List<String> cells) {}

    /** A row under its head line, in small letters. */
    record Named(List<String> head, List<String> cells) {
        /** The first cell under one of the names that is not blank, or "". */
        String first(String... names) {
            for (String name : names) {
                int at = head.indexOf(name);
                if (at >= 0 && !cells.get(at).isBlank()) {
                    return cells.get(at);
                }
            }
            return "";
        }
    }

    /** The rows of a table that are not blank. */
    static List<Row> rows(String csv) {
        String text = csv.startsWith("\uFEFF") ? csv.substring(1) : csv;
        char comma = separator(text);
        List<Row> rows = new ArrayList<>();
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        long line = 1;
        long start = 1;
        for (int i = 0; i <= text.length(); i++) {
            char c = i < text.length() ? text.charAt(i) : '\n';
            line += c == '\n' ? 1 : 0;
            if (quoted && i < text.length()) {
                if (c != '"') {
                    cell.append(c);
                } else if (i + 1 < text.length() && text.charAt(i + 1) == '"') {
                    cell.append(c);
                    i++;
                } else {
                    quoted = false;
                }
            } else if (c == '"') {
                quoted = true;
            } else if (c == comma || c == '\n') {
                cells.add(cell.toString());
                cell.setLength(0);
                if (c == '\n') {
                    if (cells.stream().anyMatch(one -> !one.isBlank())) {
                        rows.add(new Row(start, List.copyOf(cells)));
                    }
                    cells.clear();
                    start = line;
                }
            } else if (c != '\r') {
                cell.append(c);
            }
        }
        return rows;
    }

    private static char separator(String text) {
        int end = text.indexOf('\n');
        String head = end < 0 ? text : text.substring(0, end);
        long semicolons = head.chars().filter(c -> c == ';').count();
        return semicolons > head.chars().filter(c -> c == ',').count() ? ';' : ',';
    }
}
