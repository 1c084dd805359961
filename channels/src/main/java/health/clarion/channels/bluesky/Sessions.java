package health.clarion.channels.bluesky;

import health.clarion.channels.CanonicalJson;
import health.clarion.channels.Connection;
import health.clarion.channels.Credentials;
import health.clarion.channels.Credentials.AppPassword;
import health.clarion.channels.Credentials.Session;
import health.clarion.channels.Outcome;
import health.clarion.channels.Reason;
import health.clarion.channels.gateway.Answers;
import health.clarion.channels.gateway.Call;
import health.clarion.channels.gateway.Exchange;
import health.clarion.channels.gateway.Exchange.Answered;
import health.clarion.channels.gateway.Gateway;
import health.clarion.networks.Network;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Signs in with an app password and keeps the session fresh.
 *
 * <p>When a server says that the session ended, the request had no effect, so it is made once more with a new session.
 * That is no second publishing. A failed renewal is no disconnection: only a refused password is.
 */
final class Sessions {

    // A session is renewed under its account's lock, first by its token and then by the password: together well within
    // the time after which the hub's database ends a transaction that waits (application.yaml).
    private static final Duration RENEWAL = Duration.ofSeconds(20);

    private final Gateway gateway;
    private final Clock clock;

    Sessions(Gateway gateway, Clock clock) {
        this.gateway = gateway;
        this.clock = clock;
    }

    /** How a call on behalf of an account ended. */
    sealed interface Reply {
        /** The call was made, in this session. */
        record Made(Exchange exchange, Session session) implements Reply {}

        /** There is no session, or the gate was shut: nothing was sent. */
        record NotMade(Outcome why) implements Reply {}
    }

    /** Why nothing may be sent now; null when it may. */
    interface Gate {
        @Nullable
        Outcome shut();
    }

    private static final Gate OPEN = () -> null;

    private sealed interface Access {
        record Open(Session session) implements Access {}

        record Closed(Outcome why) implements Access {}
    }

    /** Makes a call in the account's session, opening or renewing it when needed. */
    Reply send(Connection connection, Function<Session, Call> call) {
        return send(connection, OPEN, call);
    }

    /** As {@link #send(Connection, Function)}; {@code gate} is asked just before each sending, and null lets it pass. */
    Reply send(Connection connection, Gate gate, Function<Session, Call> call) {
        AppPassword known = password(connection);
        Access access = known.session() == null ? renew(connection, known) : new Access.Open(known.session());
        if (access instanceof Access.Open open) {
            Reply reply = sendIn(open.session(), gate, call);
            if (!(reply instanceof Reply.Made made) || !ended(made.exchange())) {
                return reply;
            }
            access = renew(connection, known.with(open.session()));
        }
        return switch (access) {
            case Access.Open open -> sendIn(open.session(), gate, call);
            case Access.Closed closed -> new Reply.NotMade(closed.why());
        };
    }

    /** Opens a first session. */
    Reply signIn(URI server, AppPassword password) {
        Exchange exchange = create(server, password);
        return switch (access(exchange)) {
            case Access.Open open -> new Reply.Made(exchange, open.session());
            case Access.Closed closed -> new Reply.NotMade(closed.why());
        };
    }

    private Reply sendIn(Session session, Gate gate, Function<Session, Call> call) {
        Outcome shut = gate.shut();
        return shut != null
                ? new Reply.NotMade(shut)
                : new Reply.Made(gateway.send(call.apply(session).bearer(session.accessToken())), session);
    }

    private Access renew(Connection connection, AppPassword stale) {
        Access[] mine = {unreadable()};
        Credentials renewed = connection.store().renew(stale, old -> {
            mine[0] = renewed(connection.server(), stale);
            return mine[0] instanceof Access.Open open ? stale.with(open.session()) : old;
        });
        return renewed instanceof AppPassword now
                        && now.session() instanceof Session session
                        && !session.equals(stale.session())
                ? new Access.Open(session)
                : mine[0];
    }

    private Access renewed(URI server, AppPassword stale) {
        Session old = stale.session();
        if (old != null) {
            Exchange refreshed = gateway.send(Call.post(
                            server.resolve("/xrpc/com.atproto.server.refreshSession"), "application/json", new byte[0])
                    .bearer(old.refreshToken())
                    .within(RENEWAL));
            boolean usedUp =
                    refreshed instanceof Answered answered && (answered.status() == 400 || answered.status() == 401);
            if (!usedUp) {
                return access(refreshed);
            }
        }
        return access(create(server, stale));
    }

    private Exchange create(URI server, AppPassword password) {
        return gateway.send(Xrpc.procedure(
                        server,
                        "com.atproto.server.createSession",
                        CanonicalJson.object()
                                .put("identifier", password.identifier())
                                .put("password", password.password()))
                .within(RENEWAL));
    }

    private Access access(Exchange exchange) {
        if (!(exchange instanceof Answered answered) || !answered.ok()) {
            return new Access.Closed(Answers.withoutEffect(Network.BLUESKY, exchange, clock.instant()));
        }
        JsonNode json = Answers.json(answered);
        String did = json.path("did").asString("");
        String access = json.path("accessJwt").asString("");
        String refresh = json.path("refreshJwt").asString("");
        return did.isBlank() || access.isBlank() || refresh.isBlank()
                ? unreadable()
                : new Access.Open(new Session(did, json.path("handle").asString(did), access, refresh));
    }

    /** A server says 401, or 400 with one of these words. */
    private static boolean ended(Exchange exchange) {
        return exchange instanceof Answered answered
                && (answered.status() == 401
                        || answered.status() == 400
                                && List.of("ExpiredToken", "InvalidToken")
                                        .contains(Answers.json(answered)
                                                .path("error")
                                                .asString("")));
    }

    private Access unreadable() {
        return new Access.Closed(new Outcome.TryLater(
                clock.instant().plusSeconds(30), Reason.of("unreadable", Network.BLUESKY.displayName())));
    }

    private static AppPassword password(Connection connection) {
        if (connection.credentials() instanceof AppPassword password) {
            return password;
        }
        throw new IllegalArgumentException("Bluesky accounts connect with an app password");
    }
}
