package health.clarion.channels.mastodon;

import health.clarion.channels.Connection;
import health.clarion.channels.Credentials.OAuthToken;
import health.clarion.channels.Outcome;
import health.clarion.channels.gateway.Answers;
import health.clarion.channels.gateway.Call;
import health.clarion.channels.gateway.Exchange;
import health.clarion.channels.gateway.Gateway;
import health.clarion.networks.Network;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Mastodon's addresses, called on behalf of an account. */
record Api(Gateway gateway, Clock clock) {

    static final String NAME = Network.MASTODON.displayName();

    Exchange send(Connection connection, Call call) {
        return gateway.send(call.bearer(token(connection).accessToken()));
    }

    Exchange get(Connection connection, String path) {
        return send(connection, Call.get(connection.server().resolve(path)));
    }

    Instant now() {
        return clock.instant();
    }

    Duration left(Instant deadline) {
        return Duration.between(clock.instant(), deadline);
    }

    Outcome withoutEffect(Exchange exchange) {
        return Answers.withoutEffect(Network.MASTODON, exchange, clock.instant());
    }

    static OAuthToken token(Connection connection) {
        if (connection.credentials() instanceof OAuthToken token) {
            return token;
        }
        throw new IllegalArgumentException("Mastodon accounts connect by OAuth");
    }

    /** The address of one thing by its id, which a server may choose freely. */
    static String path(String collection, String id) {
        return "/api/v1/" + collection + "/" + encoded(id);
    }

    static URI resolve(Connection connection, String path) {
        return connection.server().resolve(path);
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
