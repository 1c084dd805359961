package health.clarion.campaigns.web;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with one field of a form.
 *
 * @param field its name in the form and in JSON
 * @param row where in a field of several rows; null when it is not about one of them
 * @param key the words, as a message key
 */
record Wrong(String field, @Nullable Row row, String key, List<Object> arguments) {

    /**
     * One input in a row of a field.
     *
     * @param input its id in the form
     * @param label what the form calls it, as a message key
     * @param number of the row, from 1
     */
    record Row(String input, String label, int number) {

        static Row audience(int index, String part) {
            String label = part.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
            return new Row("audience-" + index + "-" + part, "campaigns.audience." + label, index + 1);
        }

        static Row action(int index, String part) {
            return new Row("action-" + part + "-" + index, "campaigns.action-" + part, index + 1);
        }

        static Row partner(int index, String part) {
            String label = part.equals("words") ? "name" : "site";
            return new Row("partner-" + part + "-" + index, "campaigns.partner-" + label, index + 1);
        }
    }

    static Wrong in(String field, String key, Object... arguments) {
        return new Wrong(field, null, "campaigns.wrong." + key, List.of(arguments));
    }

    Wrong at(Row where) {
        return new Wrong(field, where, key, arguments);
    }

    /** Where the form shows it. */
    String input() {
        return row == null ? field : row.input();
    }
}
