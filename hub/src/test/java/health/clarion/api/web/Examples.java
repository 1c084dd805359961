package health.clarion.api.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Addresses of things that really are in the demonstration, found through the API itself. */
final class Examples {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Map<String, String> ASKED = Map.of(
            "/api/v1/posts/{id}/diff", "?from=1&to=1",
            "/api/v1/calendar", "?from=2026-11-01&to=2026-11-08",
            "/api/v1/slots/next", "?network=bluesky",
            "/api/v1/campaigns/{id}/link", "?network=bluesky",
            "/api/v1/platform-advice", "?ages=18-29&languages=en");

    private final Function<String, String> get;

    Examples(Function<String, String> get) {
        this.get = get;
    }

    /** The path of a GET with something real in every gap, and what has to be asked for. */
    String address(String path) {
        String filled = path;
        for (Map.Entry<String, Example> example : BY_BEGINNING.entrySet()) {
            if (path.startsWith(example.getKey())) {
                filled = example.getValue().in(path, this);
            }
        }
        return filled + ASKED.getOrDefault(path, "");
    }

    private interface Example {
        String in(String path, Examples all);
    }

    private static final Map<String, Example> BY_BEGINNING = Map.of(
            "/api/v1/posts/{id}",
                    (path, all) -> path.replace("{id}", all.text("posts", "/items", "submission", "/id"))
                            .replace("{number}", "1"),
            "/api/v1/submissions/{id}",
                    (path, all) -> path.replace("{id}", all.text("posts", "/items", "submission", "/submission")),
            "/api/v1/campaigns/{id}",
                    (path, all) -> path.replace("{id}", all.text("campaigns", "/campaigns", "id", "/id")),
            "/api/v1/deliveries/{id}", (path, all) -> path.replace("{id}", all.text("deliveries", "", "id", "/id")),
            "/api/v1/reviews/{submission}",
                    (path, all) -> path.replace("{submission}", all.text("reviews", "", "submission", "/submission")),
            "/api/v1/inbox/{id}",
                    (path, all) -> path.replace("{id}", all.text("inbox?show=open", "/items", "id", "/id")),
            "/api/v1/inbox/authors",
                    (path, all) -> path.replace("{network}", "mastodon").replace("{handle}", "somebody@social.example"),
            "/api/v1/media/{id}",
                    (path, all) -> path.replace("{id}", all.text("media", "", "id", "/id"))
                            .replace("{network}", "bluesky"),
            "/api/v1/accounts/{id}", (path, all) -> path.replace("{id}", all.text("accounts", "", "id", "/id")),
            "/api/v1/people/{id}", (path, all) -> path.replace("{id}", all.text("people", "", "id", "/id")));

    // The first in a list that has a certain field.
    private String text(String list, String items, String has, String wanted) {
        for (JsonNode item : JSON.readTree(get.apply("/api/v1/" + list)).at(items)) {
            if (item.has(has)) {
                return item.at(wanted).asString();
            }
        }
        throw new AssertionError("The demonstration has nothing in " + list);
    }

    /** The path with something in every gap that is nowhere, and what must be asked for. */
    static String anywhere(JsonNode document, String method, String path) {
        String filled = path.replaceAll("\\{(network|handle)}", "bluesky")
                .replace("{number}", "1")
                .replaceAll("\\{[^}]+}", UUID.randomUUID().toString());
        return filled + "?"
                + call(document, method, path)
                        .path("parameters")
                        .valueStream()
                        .filter(parameter -> parameter.path("in").asString("").equals("query"))
                        .filter(parameter -> parameter.path("required").asBoolean())
                        .map(parameter ->
                                parameter.path("name").asString() + "=" + example(parameter.path("schema"), document))
                        .collect(Collectors.joining("&"));
    }

    private static JsonNode call(JsonNode document, String method, String path) {
        return document.path("paths").path(path).path(method.toLowerCase(Locale.ROOT));
    }

    /** A body of the right shape, so that a call is stopped by who makes it and not by what it says. */
    static String bodyOf(JsonNode document, String method, String path) {
        JsonNode schema = call(document, method, path).at("/requestBody/content/application~1json/schema");
        return schema.isMissingNode() ? "" : JSON.writeValueAsString(example(schema, document));
    }

    private static Object example(JsonNode schema, JsonNode document) {
        if (schema.has("$ref")) {
            return example(document.at(schema.get("$ref").asString().substring(1)), document);
        }
        if (schema.has("enum") || schema.has("examples")) {
            return schema.path(schema.has("enum") ? "enum" : "examples").get(0).asString();
        }
        return switch (schema.path("type").asString("")) {
            case "object" -> filled(schema, document);
            case "array" -> List.of(example(schema.path("items"), document));
            case "integer", "number" -> 1;
            case "boolean" -> true;
            default -> word(schema);
        };
    }

    private static Map<String, Object> filled(JsonNode schema, JsonNode document) {
        Map<String, Object> filled = new LinkedHashMap<>();
        schema.path("required")
                .forEach(name -> filled.put(
                        name.asString(), example(schema.path("properties").path(name.asString()), document)));
        return filled;
    }

    private static String word(JsonNode schema) {
        return switch (schema.path("format").asString("")) {
            case "uuid" -> UUID.randomUUID().toString();
            case "date-time" -> "2026-11-24T09:00:00Z";
            case "date" -> "2026-11-24";
            default -> "a".repeat(Math.max(1, schema.path("minLength").asInt(1)));
        };
    }
}
