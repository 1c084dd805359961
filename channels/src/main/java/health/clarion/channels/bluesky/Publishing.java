package health.clarion.channels.bluesky;

import health.clarion.channels.Attempt;
import health.clarion.channels.CanonicalJson;
import health.clarion.channels.Connection;
import health.clarion.channels.Credentials.Session;
import health.clarion.channels.Outcome;
import health.clarion.channels.Part;
import health.clarion.channels.Picture;
import health.clarion.channels.Reason;
import health.clarion.channels.Receipt;
import health.clarion.channels.bluesky.Sessions.Reply;
import health.clarion.channels.gateway.Answers;
import health.clarion.channels.gateway.Call;
import health.clarion.channels.gateway.Exchange;
import health.clarion.channels.gateway.Exchange.Answered;
import health.clarion.channels.gateway.Exchange.NotSent;
import health.clarion.channels.gateway.Exchange.Unknown;
import health.clarion.networks.Network;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Uploads a part's pictures and writes its record, once. */
final class Publishing {

    private static final String NAME = Network.BLUESKY.displayName();
    private static final Duration SOON = Duration.ofSeconds(30);

    private final Sessions sessions;
    private final Clock clock;

    Publishing(Sessions sessions, Clock clock) {
        this.sessions = sessions;
        this.clock = clock;
    }

    Outcome publish(Part part, Attempt attempt, Connection connection) {
        Map<String, JsonNode> blobs = new HashMap<>();
        for (Picture picture : part.pictures()) {
            Outcome trouble = upload(picture, attempt, connection, blobs);
            if (trouble != null) {
                return trouble;
            }
        }
        ObjectNode record = PostPayload.record(
                CanonicalJson.read(part.payload()), attempt.createdAt(), attempt.root(), attempt.parent(), blobs);
        return put(part, record, attempt, connection);
    }

    private @Nullable Outcome upload(
            Picture picture, Attempt attempt, Connection connection, Map<String, JsonNode> blobs) {
        String saved = attempt.steps().get(step(picture));
        if (saved != null && !saved.isEmpty()) {
            blobs.put(picture.sha256(), CanonicalJson.read(saved));
            return null;
        }
        byte[] bytes;
        try {
            bytes = attempt.media().bytes(picture.sha256());
        } catch (IOException unreadable) {
            return new Outcome.TryLater(clock.instant().plus(SOON), Reason.of("picture-unreadable"));
        }
        Reply reply = sessions.send(connection, session -> Call.post(
                        connection.server().resolve("/xrpc/com.atproto.repo.uploadBlob"), picture.mime(), bytes)
                .atMost(left(attempt)));
        return switch (reply) {
            case Reply.NotMade notMade -> notMade.why();
            case Reply.Made made -> uploaded(picture, attempt, made.exchange(), blobs);
        };
    }

    private @Nullable Outcome uploaded(
            Picture picture, Attempt attempt, Exchange exchange, Map<String, JsonNode> blobs) {
        if (!(exchange instanceof Answered answered) || !answered.ok()) {
            return Answers.withoutEffect(Network.BLUESKY, exchange, clock.instant());
        }
        JsonNode blob = Answers.json(answered).path("blob");
        if (!blob.isObject()) {
            return new Outcome.TryLater(clock.instant().plus(SOON), Reason.of("unreadable", NAME));
        }
        attempt.steps().save(step(picture), CanonicalJson.write(blob));
        blobs.put(picture.sha256(), blob);
        return null;
    }

    private Outcome put(Part part, ObjectNode record, Attempt attempt, Connection connection) {
        Reply reply = sessions.send(
                connection, () -> fenced(attempt), session -> write(connection, session, attempt, record));
        return switch (reply) {
            case Reply.NotMade notMade -> notMade.why();
            case Reply.Made made -> outcome(part, attempt, made, connection);
        };
    }

    private @Nullable Outcome fenced(Attempt attempt) {
        return attempt.fence().stillMine()
                ? null
                : new Outcome.TryLater(clock.instant(), Reason.of("not-ours-any-more"));
    }

    /** Create-only ({@code swapRecord: null}): a key that is taken by other content is refused, never overwritten. */
    private Call write(Connection connection, Session session, Attempt attempt, ObjectNode record) {
        ObjectNode input = CanonicalJson.object()
                .put("repo", session.did())
                .put("collection", Xrpc.POST)
                .put("rkey", attempt.key())
                .put("validate", true)
                .putNull("swapRecord");
        input.set("record", record);
        return Xrpc.procedure(connection.server(), "com.atproto.repo.putRecord", input)
                .atMost(left(attempt));
    }

    private Outcome outcome(Part part, Attempt attempt, Reply.Made made, Connection connection) {
        return switch (made.exchange()) {
            case NotSent notSent -> new Outcome.TryLater(clock.instant().plus(SOON), notSent.reason());
            case Unknown unknown -> new Outcome.Ambiguous(unknown.reason());
            case Answered answered when answered.ok() -> sent(attempt, answered, made.session(), connection);
            case Answered answered -> notSent(part, attempt, answered);
        };
    }

    private static Outcome sent(Attempt attempt, Answered answered, Session session, Connection connection) {
        JsonNode json = Answers.json(answered);
        String uri = json.path("uri").asString("");
        String cid = json.path("cid").asString("");
        return uri.isEmpty() || cid.isEmpty()
                ? new Outcome.Ambiguous(Reason.of("unreadable", NAME))
                : new Outcome.Sent(receipt(attempt.key(), uri, cid, session, connection));
    }

    /** Where a record is found. */
    static Receipt receipt(String key, String uri, String cid, Session session, Connection connection) {
        return new Receipt(key, uri, Records.page(session, connection, key), Map.of("cid", cid));
    }

    private Outcome notSent(Part part, Attempt attempt, Answered answered) {
        int status = answered.status();
        if (status == 429) {
            return Answers.busy(Network.BLUESKY, answered, clock.instant());
        }
        if (status >= 500 || status == 408) {
            return new Outcome.Ambiguous(Reason.of("server-trouble", NAME, status));
        }
        if (status == 401) {
            return new Outcome.Refused(Outcome.Refused.SIGN_IN, Reason.of("sign-in", NAME));
        }
        return switch (Answers.json(answered).path("error").asString("")) {
            case "InvalidSwap" -> new Outcome.Refused("InvalidSwap", Reason.of("key-taken", NAME));
            case "BlobNotFound" -> uploadAgain(part, attempt);
            default -> Answers.refused(Network.BLUESKY, answered);
        };
    }

    /** Uploads that no record used are thrown away by the server after some hours. */
    private Outcome uploadAgain(Part part, Attempt attempt) {
        part.pictures().forEach(picture -> attempt.steps().save(step(picture), ""));
        return new Outcome.TryLater(clock.instant(), Reason.of("picture-expired", NAME));
    }

    private Duration left(Attempt attempt) {
        return Duration.between(clock.instant(), attempt.deadline());
    }

    private static String step(Picture picture) {
        return "bluesky.blob." + picture.sha256();
    }
}
