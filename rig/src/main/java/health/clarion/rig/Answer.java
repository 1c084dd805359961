package health.clarion.rig;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** What a stand-in answers. */
record Answer(int status, Map<String, String> headers, byte[] body) {

    static Answer json(JsonNode body) {
        return json(200, body);
    }

    static Answer json(int status, JsonNode body) {
        return new Answer(
                status,
                Map.of("Content-Type", "application/json; charset=utf-8"),
                body.toString().getBytes(StandardCharsets.UTF_8));
    }

    static Answer html(String page) {
        return new Answer(
                200, Map.of("Content-Type", "text/html; charset=utf-8"), page.getBytes(StandardCharsets.UTF_8));
    }

    static Answer redirect(String address) {
        return new Answer(302, Map.of("Location", address), new byte[0]);
    }

    Answer header(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Answer(status, more, body);
    }
}
