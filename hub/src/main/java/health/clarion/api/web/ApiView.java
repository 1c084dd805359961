package health.clarion.api.web;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The document as the page shows it: the same facts, in the order a person reads. */
public record ApiView(String description, Map<String, List<Call>> groups, List<Shape> shapes) {

    public record Call(
            String id,
            String method,
            String path,
            String summary,
            String needs,
            List<Field> parameters,
            @Nullable Kind body,
            List<Answer> answers,
            String refusals) {}

    /** @param place such as {@code query}; empty for a field of a body */
    public record Field(String name, String place, Kind kind, boolean required) {}

    public record Answer(
            String status, String words, @Nullable Kind body) {}

    /**
     * What a value is.
     *
     * @param words such as {@code list of}, or the whole when there is no shape
     * @param shape the name of a shape on the same page, or empty
     */
    public record Kind(String words, String shape) {}

    public record Shape(String name, List<Field> fields) {}

    /** Reads the document. */
    public static ApiView of(Map<String, Object> document) {
        Map<String, List<Call>> groups = new TreeMap<>();
        at(document, "paths").forEach((path, methods) -> map(methods).forEach((method, call) -> {
            Call read = call(path, method.toUpperCase(Locale.ROOT), map(call), document);
            groups.computeIfAbsent(read.id().split("\\.")[0], fresh -> new ArrayList<>())
                    .add(read);
        }));
        List<Shape> shapes = new ArrayList<>();
        at(at(document, "components"), "schemas")
                .forEach((name, schema) -> shapes.add(new Shape(name, fields(map(schema)))));
        return new ApiView(String.valueOf(at(document, "info").get("description")), groups, shapes);
    }

    private static Call call(String path, String method, Map<String, Object> call, Map<String, Object> document) {
        List<Field> parameters = new ArrayList<>();
        for (Object each : list(call.get("parameters"))) {
            Map<String, Object> parameter = followed(map(each), document);
            parameters.add(new Field(
                    text(parameter, "name"),
                    text(parameter, "in"),
                    kind(at(parameter, "schema")),
                    Boolean.TRUE.equals(parameter.get("required"))));
        }
        List<Answer> answers = new ArrayList<>();
        List<String> refusals = new ArrayList<>();
        at(call, "responses").forEach((status, response) -> {
            if (map(response).containsKey("$ref")) {
                refusals.add(status);
            } else {
                answers.add(new Answer(status, text(map(response), "description"), body(map(response))));
            }
        });
        return new Call(
                text(call, "operationId"),
                method,
                path,
                text(call, "summary"),
                text(call, "description"),
                parameters,
                call.containsKey("requestBody") ? body(at(call, "requestBody")) : null,
                answers,
                String.join(", ", refusals));
    }

    private static @Nullable Kind body(Map<String, Object> holder) {
        if (!holder.containsKey("content")) {
            return null;
        }
        Map.Entry<String, Object> content =
                at(holder, "content").entrySet().iterator().next();
        Kind kind = kind(at(map(content.getValue()), "schema"));
        return content.getKey().equals("application/json")
                ? kind
                : new Kind(content.getKey() + " " + kind.words(), kind.shape());
    }

    private static List<Field> fields(Map<String, Object> schema) {
        Collection<?> required = list(schema.get("required"));
        List<Field> fields = new ArrayList<>();
        if (schema.containsKey("properties")) {
            at(schema, "properties")
                    .forEach((name, of) -> fields.add(new Field(name, "", kind(map(of)), required.contains(name))));
        }
        return fields;
    }

    private static Kind kind(Map<String, Object> schema) {
        if (schema.get("$ref") instanceof String reference) {
            return new Kind("", reference.substring(reference.lastIndexOf('/') + 1));
        }
        if ("array".equals(schema.get("type"))) {
            Kind items = kind(at(schema, "items"));
            return new Kind(("list of " + items.words()).strip(), items.shape());
        }
        if (schema.get("additionalProperties") instanceof Map<?, ?> values) {
            Kind each = kind(map(values));
            return new Kind(("by name: " + each.words()).strip(), each.shape());
        }
        if (schema.containsKey("properties")) {
            return new Kind(String.join(", ", at(schema, "properties").keySet()), "");
        }
        return new Kind(value(schema), "");
    }

    private static String value(Map<String, Object> schema) {
        if (schema.get("enum") instanceof Collection<?> values) {
            return String.join(" | ", values.stream().map(String::valueOf).toList());
        }
        List<String> words = new ArrayList<>();
        words.add(text(schema, "type"));
        for (String more : List.of("format", "pattern", "default", "minLength", "maxLength", "minimum", "maximum")) {
            if (schema.containsKey(more)) {
                words.add((more.equals("format") ? "" : more + " ") + text(schema, more));
            }
        }
        return String.join(", ", words);
    }

    private static Map<String, Object> followed(Map<String, Object> value, Map<String, Object> document) {
        if (!(value.get("$ref") instanceof String reference)) {
            return value;
        }
        Map<String, Object> found = document;
        for (String step : reference.substring(2).split("/")) {
            found = at(found, step);
        }
        return found;
    }

    private static String text(Map<String, Object> holder, String key) {
        return String.valueOf(holder.getOrDefault(key, ""));
    }

    private static Map<String, Object> at(Map<String, Object> holder, String key) {
        return map(holder.get(key));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(@Nullable Object value) {
        return value == null ? Map.of() : (Map<String, Object>) value;
    }

    private static List<?> list(@Nullable Object value) {
        return value == null ? List.of() : (List<?>) value;
    }
}
