package health.clarion.api.web;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Type;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One call of the API.
 *
 * @param method such as {@code POST}
 * @param path such as {@code /api/v1/posts/{id}}
 * @param group the first word of the path after the version
 * @param summary what it does
 * @param body null when it takes none
 */
record Operation(
        String method,
        String path,
        String group,
        String name,
        String summary,
        Access access,
        List<Parameter> parameters,
        @Nullable Body body,
        List<Answer> answers) {

    /** Where a parameter stands. */
    enum Place {
        PATH,
        QUERY,
        HEADER,
        FORM
    }

    /** @param usual what counts when it is left out; null when there is nothing or it must be given */
    record Parameter(
            String name,
            Place place,
            Type type,
            AnnotatedElement limits,
            boolean required,
            @Nullable String usual) {}

    record Body(Type type, boolean required) {}

    /** @param body null when there is none */
    record Answer(int status, String mime, @Nullable Type body) {}

    boolean changes() {
        return !method.equals("GET");
    }

    boolean takesForm() {
        return parameters.stream().anyMatch(parameter -> parameter.place() == Place.FORM);
    }

    /** A name that no other operation has. */
    String id() {
        return group + "." + name;
    }
}
