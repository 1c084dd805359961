package health.clarion.api.web;

import health.clarion.api.web.Operation.Answer;
import health.clarion.api.web.Operation.Parameter;
import health.clarion.api.web.Operation.Place;
import health.clarion.ui.RepeatableCall;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * The API as an OpenAPI document (https://spec.openapis.org/oas/v3.1.1.html). Made when it is first asked for; it holds
 * nothing of the organisation.
 */
@Component
class Document {

    private static final String PROBLEM = "application/problem+json";
    private static final String JSON = "application/json";

    private final Operations operations;
    private final JsonMapper json;
    private volatile @Nullable Map<String, Object> made;

    Document(Operations operations, JsonMapper json) {
        this.operations = operations;
        this.json = json;
    }

    /** The whole document, as maps and lists. */
    Map<String, Object> whole() {
        Map<String, Object> before = made;
        if (before != null) {
            return before;
        }
        Map<String, Object> now = make();
        made = now;
        return now;
    }

    private Map<String, Object> make() {
        Schemas schemas = new Schemas(json);
        Map<String, Object> paths = new TreeMap<>();
        Set<String> groups = new TreeSet<>();
        for (Operation operation : operations.all()) {
            groups.add(operation.group());
            of(paths, operation.path()).put(operation.method().toLowerCase(), described(operation, schemas));
        }
        return map(
                "openapi",
                "3.1.1",
                "info",
                map(
                        "title",
                        "Clarion",
                        "version",
                        "1",
                        "summary",
                        ApiWords.SUMMARY,
                        "description",
                        ApiWords.DESCRIPTION),
                "servers",
                List.of(map("url", "/")),
                "tags",
                groups.stream().map(group -> map("name", group)).toList(),
                "paths",
                paths,
                "components",
                components(schemas));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> of(Map<String, Object> paths, String path) {
        return (Map<String, Object>) paths.computeIfAbsent(path, fresh -> new LinkedHashMap<String, Object>());
    }

    private static Map<String, Object> described(Operation operation, Schemas schemas) {
        Map<String, Object> described = map(
                "operationId",
                operation.id(),
                "tags",
                List.of(operation.group()),
                "summary",
                operation.summary(),
                "description",
                ApiWords.needs(operation.access()),
                "security",
                security(operation.access()));
        List<Map<String, Object>> parameters = parameters(operation, schemas);
        if (!parameters.isEmpty()) {
            described.put("parameters", parameters);
        }
        Map<String, Object> body = body(operation, schemas);
        if (!body.isEmpty()) {
            described.put("requestBody", body);
        }
        described.put("responses", responses(operation, schemas));
        return described;
    }

    // What stands beside the scheme are the scopes; OpenAPI 3.1 allows them for tokens too.
    private static List<Map<String, Object>> security(Access access) {
        return access.open() ? List.of() : List.of(map("token", List.copyOf(access.scopes())));
    }

    private static List<Map<String, Object>> parameters(Operation operation, Schemas schemas) {
        List<Map<String, Object>> parameters = new ArrayList<>();
        for (Parameter parameter : operation.parameters()) {
            if (parameter.place() != Place.FORM) {
                parameters.add(map(
                        "name",
                        parameter.name(),
                        "in",
                        parameter.place().name().toLowerCase(),
                        "required",
                        parameter.required(),
                        "schema",
                        schema(parameter, schemas)));
            }
        }
        if (RepeatableCall.is(operation.method(), operation.path())) {
            parameters.add(map("$ref", "#/components/parameters/IdempotencyKey"));
        }
        return parameters;
    }

    private static Map<String, Object> schema(Parameter parameter, Schemas schemas) {
        Map<String, Object> schema = schemas.of(parameter.type(), parameter.limits());
        if (parameter.usual() != null && !"array".equals(schema.get("type"))) {
            schema.put("default", usual(schema, parameter.usual()));
        }
        return schema;
    }

    private static Object usual(Map<String, Object> schema, String text) {
        return switch (String.valueOf(schema.get("type"))) {
            case "integer" -> Long.valueOf(text);
            case "boolean" -> Boolean.valueOf(text);
            default -> text;
        };
    }

    private static Map<String, Object> body(Operation operation, Schemas schemas) {
        if (operation.takesForm()) {
            return map(
                    "required", true, "content", map("multipart/form-data", map("schema", form(operation, schemas))));
        }
        Operation.Body body = operation.body();
        return body == null
                ? map()
                : map("required", body.required(), "content", map(JSON, map("schema", schemas.of(body.type()))));
    }

    private static Map<String, Object> form(Operation operation, Schemas schemas) {
        Map<String, Object> fields = new LinkedHashMap<>();
        List<String> required = new ArrayList<>();
        for (Parameter parameter : operation.parameters()) {
            if (parameter.place() == Place.FORM) {
                fields.put(parameter.name(), schema(parameter, schemas));
                if (parameter.required()) {
                    required.add(parameter.name());
                }
            }
        }
        return map("type", "object", "properties", fields, "required", required);
    }

    private static Map<String, Object> responses(Operation operation, Schemas schemas) {
        Map<String, Object> responses = new TreeMap<>();
        for (Answer answer : operation.answers()) {
            responses.put(String.valueOf(answer.status()), answered(operation, answer, schemas));
        }
        Refusals.of(operation)
                .forEach(status ->
                        responses.put(String.valueOf(status), map("$ref", "#/components/responses/Problem" + status)));
        return responses;
    }

    private static Map<String, Object> answered(Operation operation, Answer answer, Schemas schemas) {
        Map<String, Object> answered = map("description", ApiWords.answer(answer.status()));
        if (RepeatableCall.is(operation.method(), operation.path())) {
            answered.put("headers", map(RepeatableCall.REPLAYED, map("$ref", "#/components/headers/Replayed")));
        }
        if (answer.body() != null) {
            answered.put("content", map(answer.mime(), map("schema", schemas.of(answer.body()))));
        }
        return answered;
    }

    private static Map<String, Object> components(Schemas schemas) {
        Map<String, Object> types = new TreeMap<>(schemas.components());
        types.put("Problem", problem());
        Map<String, Object> refusals = new TreeMap<>();
        Refusals.ALL.forEach((status, words) -> refusals.put(
                "Problem" + status,
                map(
                        "description",
                        words,
                        "content",
                        map(PROBLEM, map("schema", map("$ref", "#/components/schemas/Problem"))))));
        return map(
                "schemas",
                types,
                "responses",
                refusals,
                "parameters",
                map(
                        "IdempotencyKey",
                        map(
                                "name",
                                RepeatableCall.KEY,
                                "in",
                                "header",
                                "required",
                                false,
                                "description",
                                ApiWords.REPEATING,
                                "schema",
                                map(
                                        "type",
                                        "string",
                                        "minLength",
                                        1,
                                        "maxLength",
                                        RepeatableCall.LONGEST_KEY,
                                        "pattern",
                                        "^[!-~]+$"))),
                "headers",
                map(
                        "Replayed",
                        map("description", ApiWords.REPLAYED, "required", false, "schema", map("const", "true"))),
                "securitySchemes",
                map("token", map("type", "http", "scheme", "bearer", "description", ApiWords.TOKEN)));
    }

    // RFC 9457. Some problems say more: findings, obstacles, reasons, errors by field, the version that is there now.
    private static Map<String, Object> problem() {
        Map<String, Object> text = map("type", "string");
        return map(
                "type",
                "object",
                "description",
                ApiWords.PROBLEM,
                "properties",
                map(
                        "type",
                        map("type", "string", "format", "uri-reference"),
                        "title",
                        text,
                        "status",
                        map("type", "integer"),
                        "detail",
                        text,
                        "instance",
                        map("type", "string", "format", "uri-reference")),
                "required",
                List.of("type", "title", "status", "detail"));
    }

    private static Map<String, Object> map(Object... parts) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < parts.length; i += 2) {
            map.put((String) parts[i], parts[i + 1]);
        }
        return map;
    }
}
