package health.clarion.channels.bluesky;

import health.clarion.channels.Attempt;
import health.clarion.channels.CanonicalJson;
import health.clarion.channels.Connection;
import health.clarion.channels.Credentials.Session;
import health.clarion.channels.Deletion;
import health.clarion.channels.Outcome;
import health.clarion.channels.Part;
import health.clarion.channels.ReadBack;
import health.clarion.channels.Reason;
import health.clarion.channels.Receipt;
import health.clarion.channels.bluesky.Sessions.Reply;
import health.clarion.channels.gateway.Answers;
import health.clarion.channels.gateway.Exchange;
import health.clarion.channels.gateway.Exchange.Answered;
import health.clarion.channels.gateway.Exchange.NotSent;
import health.clarion.channels.gateway.Exchange.Unknown;
import health.clarion.channels.gateway.Gateway;
import health.clarion.networks.Network;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Looks at records that are there, and takes them down. */
final class Records {

    private static final String NAME = Network.BLUESKY.displayName();

    /** A record key at the end of a page's path, or in the question for a record. */
    private static final Pattern KEY = Pattern.compile("(?:/|[?&]rkey=)([2-7a-z]{13})/?(?:[?&#].*)?$");

    private final Gateway gateway;
    private final Sessions sessions;
    private final Clock clock;

    Records(Gateway gateway, Sessions sessions, Clock clock) {
        this.gateway = gateway;
        this.sessions = sessions;
        this.clock = clock;
    }

    Outcome reconcile(Part part, Attempt attempt, Connection connection) {
        return look(attempt.key(), connection, value -> ours(part, attempt, value));
    }

    /**
     * What our repository holds under the key in this address; a record of somebody else's has another key. The page may
     * be the public app's, or the record itself on a server that no app shows.
     */
    Outcome at(URI address, Connection connection) {
        Matcher key = KEY.matcher(address.toString());
        return key.find()
                ? look(key.group(1), connection, value -> true)
                : new Outcome.NotFound(Reason.of("not-there", NAME));
    }

    private Outcome look(String key, Connection connection, Predicate<JsonNode> ours) {
        Reply reply = sessions.send(
                connection,
                session -> Xrpc.query(
                        connection.server(),
                        "com.atproto.repo.getRecord",
                        "repo",
                        session.did(),
                        "collection",
                        Xrpc.POST,
                        "rkey",
                        key));
        return switch (reply) {
            case Reply.NotMade notMade -> new Outcome.Ambiguous(why(notMade.why()));
            case Reply.Made made -> found(key, ours, made, connection);
        };
    }

    private static Outcome found(String key, Predicate<JsonNode> ours, Reply.Made made, Connection connection) {
        return switch (made.exchange()) {
            case NotSent notSent -> new Outcome.Ambiguous(notSent.reason());
            case Unknown unknown -> new Outcome.Ambiguous(unknown.reason());
            case Answered answered when absent(answered) -> new Outcome.NotFound(Reason.of("not-there", NAME));
            case Answered answered
            when !answered.ok() -> new Outcome.Ambiguous(Reason.of("server-trouble", NAME, answered.status()));
            case Answered answered -> {
                JsonNode json = Answers.json(answered);
                yield ours.test(json.path("value"))
                        ? new Outcome.Sent(Publishing.receipt(
                                key,
                                json.path("uri").asString(""),
                                json.path("cid").asString(""),
                                made.session(),
                                connection))
                        : new Outcome.Ambiguous(Reason.of("key-taken", NAME));
            }
        };
    }

    private static boolean ours(Part part, Attempt attempt, JsonNode value) {
        JsonNode payload = CanonicalJson.read(part.payload());
        return value.path("text").asString("").equals(payload.path("text").asString())
                && sameMoment(value.path("createdAt").asString(""), attempt.createdAt());
    }

    private static boolean sameMoment(String written, Instant createdAt) {
        try {
            return Instant.parse(written).equals(createdAt.truncatedTo(ChronoUnit.MILLIS));
        } catch (DateTimeParseException unreadable) {
            return false;
        }
    }

    /** Needs no session: records are public. */
    ReadBack readBack(Part part, Receipt receipt, Connection connection) {
        Exchange exchange = gateway.send(Xrpc.query(
                connection.server(),
                "com.atproto.repo.getRecord",
                "repo",
                repository(receipt),
                "collection",
                Xrpc.POST,
                "rkey",
                receipt.id()));
        return switch (exchange) {
            case NotSent notSent -> new ReadBack.Unreachable(notSent.reason());
            case Unknown unknown -> new ReadBack.Unreachable(unknown.reason());
            case Answered answered when absent(answered) -> new ReadBack.Missing(Reason.of("not-there", NAME));
            case Answered answered
            when !answered.ok() -> new ReadBack.Unreachable(Reason.of("server-trouble", NAME, answered.status()));
            case Answered answered -> {
                JsonNode json = Answers.json(answered);
                yield json.path("value").isObject()
                        ? new Comparison(CanonicalJson.read(part.payload()), json.path("value")).found(receipt)
                        : new ReadBack.Unreachable(Reason.of("unreadable", NAME));
            }
        };
    }

    Deletion delete(Receipt receipt, Connection connection) {
        Reply reply = sessions.send(
                connection,
                session -> Xrpc.procedure(
                        connection.server(),
                        "com.atproto.repo.deleteRecord",
                        CanonicalJson.object()
                                .put("repo", session.did())
                                .put("collection", Xrpc.POST)
                                .put("rkey", receipt.id())));
        return switch (reply) {
            case Reply.NotMade notMade -> deletion(notMade.why());
            case Reply.Made made
            when made.exchange() instanceof Answered answered && answered.ok() ->
                Answers.json(answered).has("commit") ? new Deletion.Deleted() : new Deletion.AlreadyGone();
            case Reply.Made made -> deletion(Answers.withoutEffect(Network.BLUESKY, made.exchange(), clock.instant()));
        };
    }

    private Deletion deletion(Outcome trouble) {
        return switch (trouble) {
            case Outcome.Refused refused -> new Deletion.Refused(refused.code(), refused.reason());
            case Outcome.TryLater later -> new Deletion.TryLater(later.notBefore(), later.reason());
            case Outcome.Ambiguous ambiguous -> new Deletion.TryLater(clock.instant(), ambiguous.what());
            case Outcome.NotFound notFound -> new Deletion.AlreadyGone();
            case Outcome.Sent sent -> throw new IllegalStateException("deleting sends nothing");
        };
    }

    /** What went wrong, in a trouble that had no effect. */
    static Reason why(Outcome trouble) {
        return switch (trouble) {
            case Outcome.Refused refused -> refused.reason();
            case Outcome.TryLater later -> later.reason();
            case Outcome.Ambiguous ambiguous -> ambiguous.what();
            case Outcome.NotFound notFound -> notFound.what();
            case Outcome.Sent sent -> throw new IllegalStateException("sent is no trouble");
        };
    }

    private static boolean absent(Answered answered) {
        return answered.status() == 404
                || answered.status() == 400
                        && List.of("RecordNotFound", "NotFound")
                                .contains(Answers.json(answered).path("error").asString(""));
    }

    private static String repository(Receipt receipt) {
        String[] pieces = receipt.uri().split("/", 5);
        if (pieces.length < 5) {
            throw new IllegalArgumentException("not a Bluesky address: " + receipt.uri());
        }
        return pieces[2];
    }

    /** Where a person sees the post: in the public app, or, for a server that no app shows, the record itself. */
    static String page(Session session, Connection connection, String key) {
        String handle = session.handle();
        boolean nowhere = handle.endsWith(".test") || handle.endsWith(".localhost") || handle.endsWith(".invalid");
        return nowhere
                ? connection
                        .server()
                        .resolve("/xrpc/com.atproto.repo.getRecord?repo=" + session.did() + "&collection=" + Xrpc.POST
                                + "&rkey=" + key)
                        .toString()
                : "https://bsky.app/profile/" + session.did() + "/post/" + key;
    }
}
