package health.clarion.channels.mastodon;

import static health.clarion.channels.mastodon.Api.NAME;

import health.clarion.channels.Attempt;
import health.clarion.channels.Connection;
import health.clarion.channels.Deletion;
import health.clarion.channels.Metrics;
import health.clarion.channels.Outcome;
import health.clarion.channels.Part;
import health.clarion.channels.ReadBack;
import health.clarion.channels.Reason;
import health.clarion.channels.Receipt;
import health.clarion.channels.gateway.Answers;
import health.clarion.channels.gateway.Call;
import health.clarion.channels.gateway.Exchange;
import health.clarion.channels.gateway.Exchange.Answered;
import health.clarion.channels.gateway.Exchange.NotSent;
import health.clarion.channels.gateway.Exchange.Unknown;
import java.net.URI;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Looks at statuses that are there, and takes them down. */
final class Statuses {

    private static final Pattern ID = Pattern.compile("/([A-Za-z0-9]+)/?$");

    private final Api api;
    private final Timeline timeline;

    Statuses(Api api) {
        this.api = api;
        this.timeline = new Timeline(api);
    }

    /** Looks through what the account posted since the first attempt. Sends nothing, whatever the key is worth. */
    Outcome reconcile(Part part, Attempt attempt, Connection connection) {
        return switch (timeline.postedSince(part, attempt, connection)) {
            case Timeline.Look.Found found -> new Outcome.Sent(StatusPublishing.receipt(found.status()));
            case Timeline.Look.NotThere notThere -> new Outcome.NotFound(Reason.of("not-there", NAME));
            case Timeline.Look.Unreadable unreadable -> new Outcome.Ambiguous(unreadable.reason());
        };
    }

    /** The account's own status at the address of a page: every such page ends with the id. */
    Outcome at(URI address, Connection connection) {
        Matcher id = ID.matcher(String.valueOf(address.getPath()));
        boolean here = connection.server().getHost().equalsIgnoreCase(address.getHost());
        if (!here || !id.find()) {
            return new Outcome.NotFound(Reason.of("not-there", NAME));
        }
        Exchange exchange = api.get(connection, Api.path("statuses", id.group(1)));
        return switch (exchange) {
            case NotSent notSent -> new Outcome.Ambiguous(notSent.reason());
            case Unknown unknown -> new Outcome.Ambiguous(unknown.reason());
            case Answered answered when gone(answered) -> new Outcome.NotFound(Reason.of("not-there", NAME));
            case Answered answered
            when !answered.ok() -> new Outcome.Ambiguous(Reason.of("server-trouble", NAME, answered.status()));
            case Answered answered -> {
                JsonNode status = Answers.json(answered);
                String author = status.path("account").path("id").asString("");
                yield author.equals(Api.token(connection).account())
                        ? new Outcome.Sent(StatusPublishing.receipt(status))
                        : new Outcome.NotFound(Reason.of("not-there", NAME));
            }
        };
    }

    ReadBack readBack(Part part, Receipt receipt, Connection connection) {
        Exchange exchange = api.get(connection, Api.path("statuses", receipt.id()));
        return switch (exchange) {
            case NotSent notSent -> new ReadBack.Unreachable(notSent.reason());
            case Unknown unknown -> new ReadBack.Unreachable(unknown.reason());
            case Answered answered when gone(answered) -> readBackMoved(part, receipt, connection);
            case Answered answered
            when !answered.ok() -> new ReadBack.Unreachable(Reason.of("server-trouble", NAME, answered.status()));
            case Answered answered -> {
                JsonNode status = Answers.json(answered);
                yield status.path("id").asString("").isEmpty()
                        ? new ReadBack.Unreachable(Reason.of("unreadable", NAME))
                        : found(part, status, connection);
            }
        };
    }

    /** Some servers give a status a new id when it is edited; its uri stays. */
    private ReadBack readBackMoved(Part part, Receipt receipt, Connection connection) {
        return switch (timeline.named(receipt.uri(), connection)) {
            case Timeline.Look.Found found -> found(part, found.status(), connection);
            case Timeline.Look.NotThere notThere -> new ReadBack.Missing(Reason.of("not-there", NAME));
            case Timeline.Look.Unreadable unreadable -> new ReadBack.Unreachable(unreadable.reason());
        };
    }

    private ReadBack found(Part part, JsonNode status, Connection connection) {
        Receipt receipt = StatusPublishing.receipt(status);
        StatusComparison comparison = new StatusComparison(part, status, source(receipt, connection));
        return new ReadBack.Found(receipt, comparison.published(), comparison.differences());
    }

    private @Nullable String source(Receipt receipt, Connection connection) {
        Exchange exchange = api.get(connection, Api.path("statuses", receipt.id()) + "/source");
        if (exchange instanceof Answered answered && answered.ok()) {
            JsonNode text = Answers.json(answered).path("text");
            return text.isString() ? text.stringValue() : null;
        }
        return null;
    }

    Deletion delete(Receipt receipt, Connection connection) {
        Exchange exchange = remove(receipt.id(), connection);
        if (exchange instanceof Answered answered && gone(answered)) {
            return switch (timeline.named(receipt.uri(), connection)) {
                case Timeline.Look.Found found ->
                    deletion(remove(found.status().path("id").asString(""), connection));
                case Timeline.Look.NotThere notThere -> new Deletion.AlreadyGone();
                case Timeline.Look.Unreadable unreadable -> new Deletion.TryLater(api.now(), unreadable.reason());
            };
        }
        return deletion(exchange);
    }

    private Exchange remove(String id, Connection connection) {
        return api.send(connection, Call.delete(Api.resolve(connection, Api.path("statuses", id))));
    }

    private Deletion deletion(Exchange exchange) {
        if (exchange instanceof Answered answered && answered.ok()) {
            return new Deletion.Deleted();
        }
        if (exchange instanceof Answered answered && gone(answered)) {
            return new Deletion.AlreadyGone();
        }
        return switch (api.withoutEffect(exchange)) {
            case Outcome.Refused refused -> new Deletion.Refused(refused.code(), refused.reason());
            case Outcome.TryLater later -> new Deletion.TryLater(later.notBefore(), later.reason());
            case Outcome.Ambiguous ambiguous -> new Deletion.TryLater(api.now(), ambiguous.what());
            case Outcome.NotFound notFound -> new Deletion.AlreadyGone();
            case Outcome.Sent sent -> throw new IllegalStateException("deleting sends nothing");
        };
    }

    Metrics metrics(Receipt receipt, Connection connection) {
        Exchange exchange = api.get(connection, Api.path("statuses", receipt.id()));
        if (!(exchange instanceof Answered answered) || !answered.ok()) {
            return Metrics.unknown();
        }
        JsonNode status = Answers.json(answered);
        return new Metrics(
                count(status, "favourites_count"),
                count(status, "reblogs_count"),
                count(status, "replies_count"),
                count(status, "quotes_count"));
    }

    private static OptionalLong count(JsonNode status, String name) {
        JsonNode count = status.path(name);
        return count.isIntegralNumber() ? OptionalLong.of(count.asLong()) : OptionalLong.empty();
    }

    private static boolean gone(Answered answered) {
        return answered.status() == 404 || answered.status() == 410;
    }
}
