package health.clarion.channels.bluesky;

import health.clarion.channels.CanonicalJson;
import health.clarion.channels.gateway.Call;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.JsonNode;

/** Addresses and bodies of Bluesky's protocol. */
final class Xrpc {

    static final String POST = "app.bsky.feed.post";

    private Xrpc() {}

    /** Asks; {@code parameters} are name, value, name, value … */
    static Call query(URI server, String method, String... parameters) {
        StringBuilder address = new StringBuilder("/xrpc/" + method);
        char separator = '?';
        for (int i = 0; i < parameters.length; i += 2) {
            address.append(separator)
                    .append(parameters[i])
                    .append('=')
                    .append(URLEncoder.encode(parameters[i + 1], StandardCharsets.UTF_8));
            separator = '&';
        }
        return Call.get(server.resolve(address.toString()));
    }

    /** Does. */
    static Call procedure(URI server, String method, JsonNode input) {
        return Call.json(server.resolve("/xrpc/" + method), CanonicalJson.write(input));
    }
}
