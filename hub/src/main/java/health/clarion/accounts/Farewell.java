package health.clarion.accounts;

import health.clarion.channels.Connection;
import health.clarion.channels.Credentials.AppPassword;
import health.clarion.channels.Credentials.OAuthToken;
import health.clarion.channels.gateway.Call;
import health.clarion.channels.gateway.Exchange.Answered;
import health.clarion.channels.gateway.Gateway;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Asks a network to withdraw what we could act with. */
@Component
class Farewell {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Gateway gateway;

    Farewell(Gateway gateway) {
        this.gateway = gateway;
    }

    /**
     * Withdraws the token (OAuth 2, RFC 7009) or ends the session.
     *
     * @return false when the network did not confirm it; an app password itself can only be removed in its settings
     */
    boolean withdrawn(Connection connection) {
        Call call =
                switch (connection.credentials()) {
                    case OAuthToken token -> revoke(connection, token);
                    case AppPassword password when password.session() != null -> end(connection, password.session());
                    case AppPassword password -> null;
                };
        return call != null && gateway.send(call.within(PATIENCE)) instanceof Answered answered && answered.ok();
    }

    private static Call revoke(Connection connection, OAuthToken token) {
        String form = "client_id=" + encoded(token.clientId()) + "&client_secret=" + encoded(token.clientSecret())
                + "&token=" + encoded(token.accessToken());
        return Call.post(
                connection.server().resolve("/oauth/revoke"),
                "application/x-www-form-urlencoded",
                form.getBytes(StandardCharsets.UTF_8));
    }

    private static Call end(Connection connection, health.clarion.channels.Credentials.Session session) {
        return Call.post(
                        connection.server().resolve("/xrpc/com.atproto.server.deleteSession"),
                        "application/json",
                        new byte[0])
                .bearer(session.refreshToken());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
