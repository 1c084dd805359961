package health.clarion.campaigns.web;

import java.util.List;

/**
 * What is wrong with one field of a form.
 *
 * @param field its name in the form and in JSON
 * @param key the words, as a message key
 */
record Wrong(String field, String key, List<Object> arguments) {

    static Wrong in(String field, String key, Object... arguments) {
        return new Wrong(field, "campaigns.wrong." + key, List.of(arguments));
    }
}
