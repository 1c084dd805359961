package health.clarion.channels.bluesky;

import health.clarion.channels.Connection;
import health.clarion.channels.Incoming;
import health.clarion.channels.IncomingPage;
import health.clarion.channels.Outcome;
import health.clarion.channels.Receipt;
import health.clarion.channels.bluesky.Sessions.Reply;
import health.clarion.channels.gateway.Answers;
import health.clarion.channels.gateway.Exchange.Answered;
import health.clarion.networks.Network;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Mentions and replies. Bluesky lists the newest first and pages backwards, so a look that starts at the newest may need
 * several pages until it meets what is known; the {@link Mark} remembers how far it got.
 */
final class Notifications {

    private static final String LIMIT = "50";

    /** Where nothing has come yet, all that comes is new, however much it is. */
    private static final String BEFORE_ALL = "1970-01-01T00:00:00.000Z";

    private final Sessions sessions;
    private final Clock clock;

    Notifications(Sessions sessions, Clock clock) {
        this.sessions = sessions;
        this.clock = clock;
    }

    /**
     * How far we got.
     *
     * @param since everything up to here is known
     * @param newest the newest of the look under way; empty when none is
     * @param page the server's own cursor for its next page
     */
    record Mark(String since, String newest, String page) {

        static Mark read(String cursor) {
            String[] pieces = cursor.split("\\|", 3);
            return pieces.length == 3 ? new Mark(pieces[0], pieces[1], pieces[2]) : new Mark("", "", "");
        }

        String write() {
            return since + "|" + newest + "|" + page;
        }
    }

    IncomingPage since(String cursor, Connection connection) {
        Mark mark = Mark.read(cursor);
        Reply reply = sessions.send(connection, session -> {
            String method = "app.bsky.notification.listNotifications";
            return mark.page().isEmpty()
                    ? Xrpc.query(connection.server(), method, "limit", LIMIT)
                    : Xrpc.query(connection.server(), method, "limit", LIMIT, "cursor", mark.page());
        });
        return switch (reply) {
            case Reply.NotMade notMade -> unavailable(notMade.why());
            case Reply.Made made
            when made.exchange() instanceof Answered answered && answered.ok() ->
                page(mark, Answers.json(answered), connection);
            case Reply.Made made ->
                unavailable(Answers.withoutEffect(Network.BLUESKY, made.exchange(), clock.instant()));
        };
    }

    private IncomingPage unavailable(Outcome trouble) {
        Instant notBefore = trouble instanceof Outcome.TryLater later ? later.notBefore() : clock.instant();
        return new IncomingPage.Unavailable(notBefore, Records.why(trouble));
    }

    private IncomingPage page(Mark mark, JsonNode json, Connection connection) {
        List<Incoming> items = new ArrayList<>();
        String newest = mark.newest();
        boolean met = false;
        for (JsonNode notification : json.path("notifications")) {
            String at = notification.path("indexedAt").asString("");
            newest = at.compareTo(newest) > 0 ? at : newest;
            if (at.compareTo(mark.since()) < 0) {
                met = true;
                break;
            }
            Incoming incoming = incoming(notification);
            if (incoming != null) {
                items.add(incoming);
            }
        }
        Collections.reverse(items);
        String next = json.path("cursor").asString("");
        boolean more = !met
                && !next.isEmpty()
                && !json.path("notifications").isEmpty()
                && !mark.since().isEmpty();
        Mark then =
                more ? new Mark(mark.since(), newest, next) : new Mark(newest.isEmpty() ? known(mark) : newest, "", "");
        return new IncomingPage.Page(items, then.write(), more);
    }

    private static String known(Mark mark) {
        return mark.since().isEmpty() ? BEFORE_ALL : mark.since();
    }

    private @Nullable Incoming incoming(JsonNode notification) {
        Incoming.Kind kind =
                switch (notification.path("reason").asString("")) {
                    case "reply" -> Incoming.Kind.REPLY;
                    case "mention", "quote" -> Incoming.Kind.MENTION;
                    default -> null;
                };
        String uri = notification.path("uri").asString("");
        if (kind == null || uri.isEmpty()) {
            return null;
        }
        JsonNode author = notification.path("author");
        String handle = author.path("handle").asString("");
        String name = author.path("displayName").asString("");
        JsonNode reply = notification.path("record").path("reply");
        String parent = reply.path("parent").path("uri").asString("");
        Receipt itself = receipt(notification);
        return new Incoming(
                uri,
                kind,
                handle,
                name.isBlank() ? handle : name,
                notification.path("record").path("text").asString(""),
                moment(notification.path("indexedAt").asString("")),
                uri,
                parent.isEmpty() ? null : parent,
                itself,
                reply.path("root").path("uri").asString("").isEmpty() ? itself : receipt(reply.path("root")));
    }

    /** From anything that has a uri and a cid. */
    private static Receipt receipt(JsonNode reference) {
        String uri = reference.path("uri").asString("");
        String key = uri.substring(uri.lastIndexOf('/') + 1);
        return new Receipt(key, uri, uri, Map.of("cid", reference.path("cid").asString("")));
    }

    private Instant moment(String written) {
        try {
            return Instant.parse(written);
        } catch (DateTimeParseException unreadable) {
            return clock.instant();
        }
    }
}
