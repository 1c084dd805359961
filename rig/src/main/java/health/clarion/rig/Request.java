package health.clarion.rig;

import com.sun.net.httpserver.Headers;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A request that a stand-in received. Anything its network does not document is refused. */
record Request(String method, URI uri, Headers headers, byte[] body) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    String path() {
        return uri.getPath();
    }

    /** Pieces of the path, without the empty one at the start. */
    List<String> pieces() {
        return List.of(path().substring(1).split("/"));
    }

    String header(String name) {
        String value = headers.getFirst(name);
        return value == null ? "" : value;
    }

    /** The query; a parameter that is not documented is refused. */
    Map<String, String> query(String... documented) throws Refusal {
        return checked(decoded(uri.getRawQuery() == null ? "" : uri.getRawQuery()), documented);
    }

    /** A form's fields; one that is not documented is refused, and so is another content type. */
    Map<String, String> form(String... documented) throws Refusal {
        requireType("application/x-www-form-urlencoded");
        return checked(decoded(new String(body, StandardCharsets.UTF_8)), documented);
    }

    /** A JSON object; a field that is not documented is refused, and so is another content type. */
    JsonNode json(String... documented) throws Refusal {
        requireType("application/json");
        JsonNode json;
        try {
            json = JSON.readTree(body);
        } catch (JacksonException malformed) {
            throw new Refusal(400, "InvalidRequest", "malformed JSON");
        }
        if (!json.isObject()) {
            throw new Refusal(400, "InvalidRequest", "expected a JSON object");
        }
        requireKnown(json.propertyNames(), documented);
        return json;
    }

    private void requireType(String type) throws Refusal {
        String given = header("Content-Type").split(";")[0].strip();
        if (!given.equalsIgnoreCase(type)) {
            throw new Refusal(415, "InvalidRequest", "expected " + type + ", not “" + given + "”");
        }
    }

    private static Map<String, String> checked(Map<String, String> fields, String... documented) throws Refusal {
        requireKnown(fields.keySet(), documented);
        return fields;
    }

    static void requireKnown(Collection<String> names, String... documented) throws Refusal {
        Set<String> unknown = new TreeSet<>(names);
        unknown.removeAll(List.of(documented));
        if (!unknown.isEmpty()) {
            throw new Refusal(422, "InvalidRequest", "not documented: " + unknown);
        }
    }

    private static Map<String, String> decoded(String encoded) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (String field : encoded.isEmpty() ? new String[0] : encoded.split("&")) {
            String[] sides = field.split("=", 2);
            fields.put(
                    URLDecoder.decode(sides[0], StandardCharsets.UTF_8),
                    sides.length == 2 ? URLDecoder.decode(sides[1], StandardCharsets.UTF_8) : "");
        }
        return fields;
    }
}
