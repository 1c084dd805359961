package health.clarion.channels.mastodon;

import static health.clarion.channels.mastodon.Api.NAME;

import health.clarion.channels.Connection;
import health.clarion.channels.Incoming;
import health.clarion.channels.IncomingPage;
import health.clarion.channels.Outcome;
import health.clarion.channels.Reason;
import health.clarion.channels.Receipt;
import health.clarion.channels.gateway.Answers;
import health.clarion.channels.gateway.Exchange;
import health.clarion.channels.gateway.Exchange.Answered;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Mentions and replies: the notifications just after the last one we know. */
final class Mentions {

    private static final int PAGE = 40;

    /** Ids are numbers or letters that sort by time; longer ones are later. */
    private static final Comparator<String> BY_TIME =
            Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder());

    /** Comes before every id: where nothing has come yet, all that comes is new, however much it is. */
    private static final String BEFORE_ALL = "0";

    private final Api api;

    Mentions(Api api) {
        this.api = api;
    }

    IncomingPage since(String cursor, Connection connection) {
        String path = "/api/v1/notifications?types%5B%5D=mention&limit=" + PAGE
                + (cursor.isEmpty() ? "" : "&min_id=" + Api.encoded(cursor));
        Exchange exchange = api.get(connection, path);
        if (!(exchange instanceof Answered answered) || !answered.ok()) {
            return unavailable(api.withoutEffect(exchange));
        }
        JsonNode notifications = Answers.json(answered);
        if (!notifications.isArray()) {
            return new IncomingPage.Unavailable(api.now(), Reason.of("unreadable", NAME));
        }
        return page(cursor, notifications, Api.token(connection).account());
    }

    private IncomingPage unavailable(Outcome trouble) {
        return switch (trouble) {
            case Outcome.Refused refused -> new IncomingPage.Unavailable(api.now(), refused.reason());
            case Outcome.TryLater later -> new IncomingPage.Unavailable(later.notBefore(), later.reason());
            case Outcome.Ambiguous ambiguous -> new IncomingPage.Unavailable(api.now(), ambiguous.what());
            case Outcome.NotFound notFound -> new IncomingPage.Unavailable(api.now(), notFound.what());
            case Outcome.Sent sent -> throw new IllegalStateException("looking sends nothing");
        };
    }

    private static IncomingPage page(String cursor, JsonNode notifications, String account) {
        List<Incoming> items = new ArrayList<>();
        String newest = cursor.isEmpty() ? BEFORE_ALL : cursor;
        for (JsonNode notification : notifications) {
            String id = notification.path("id").asString("");
            newest = BY_TIME.compare(id, newest) > 0 ? id : newest;
            Incoming incoming = incoming(id, notification, account);
            if (incoming != null) {
                items.add(incoming);
            }
        }
        items.sort(Comparator.comparing(Incoming::id, BY_TIME));
        boolean more = !cursor.isEmpty() && notifications.size() >= PAGE && !newest.equals(cursor);
        return new IncomingPage.Page(items, newest, more);
    }

    private static @Nullable Incoming incoming(String id, JsonNode notification, String account) {
        JsonNode status = notification.path("status");
        if (id.isEmpty() || !notification.path("type").asString("").equals("mention") || !status.isObject()) {
            return null;
        }
        JsonNode author = notification.path("account");
        String handle = author.path("acct").asString("");
        String name = author.path("display_name").asString("");
        String parent = status.path("in_reply_to_id").asString("");
        boolean reply = status.path("in_reply_to_account_id").asString("").equals(account);
        Instant at = Timeline.createdAt(status);
        Receipt receipt = StatusPublishing.receipt(status);
        return new Incoming(
                id,
                reply ? Incoming.Kind.REPLY : Incoming.Kind.MENTION,
                handle,
                name.isBlank() ? handle : name,
                words(status),
                at.equals(Instant.MAX) ? Instant.EPOCH : at,
                receipt.url(),
                parent.isEmpty() ? null : parent,
                receipt,
                receipt);
    }

    /** What they wrote, the words they folded it behind first: those may be the urgent ones. */
    private static String words(JsonNode status) {
        String warning = status.path("spoiler_text").asString("").strip();
        String text = HtmlText.of(status.path("content").asString("")).text();
        return warning.isEmpty() ? text : warning + "\n\n" + text;
    }
}
