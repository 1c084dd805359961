package health.clarion.channels.gateway;

import health.clarion.channels.Reason;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** How a call ended. */
public sealed interface Exchange {

    /** The whole answer arrived, whatever its status. */
    record Answered(int status, HttpHeaders headers, byte[] body) implements Exchange {

        /** Whether the status is 2xx. */
        public boolean ok() {
            return status >= 200 && status < 300;
        }

        /** The body as text. */
        public String text() {
            return new String(body, StandardCharsets.UTF_8);
        }

        /** The first header of this name. */
        public Optional<String> header(String name) {
            return headers.firstValue(name);
        }

        /** The status only: bodies and headers are not for logs. */
        @Override
        public String toString() {
            return "Answered[" + status + "]";
        }
    }

    /** The request surely never reached the server: name not found, address refused, connection refused. */
    record NotSent(Reason reason) implements Exchange {}

    /** The server may have received and done it: time ran out, connection lost, answer unreadable. */
    record Unknown(Reason reason) implements Exchange {}
}
