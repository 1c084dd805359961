package health.clarion.accounts.web;

import health.clarion.channels.Reason;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A form that needs another look.
 *
 * @param form which of the forms; empty when none was sent
 * @param values what was typed, without secrets
 */
public record Tried(
        String form, Map<String, String> values, @Nullable Reason reason) {

    static final Tried NOTHING = new Tried("", Map.of(), null);

    /** What was typed in this field of this form. */
    public String value(String which, String field, String otherwise) {
        return which.equals(form) ? values.getOrDefault(field, otherwise) : otherwise;
    }

    /** Whether it is this form that needs another look. */
    public boolean is(String which) {
        return which.equals(form) && reason != null;
    }
}
