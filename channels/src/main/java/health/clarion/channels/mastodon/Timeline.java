package health.clarion.channels.mastodon;

import static health.clarion.channels.mastodon.Api.NAME;

import health.clarion.channels.Attempt;
import health.clarion.channels.Connection;
import health.clarion.channels.Outcome;
import health.clarion.channels.Part;
import health.clarion.channels.Reason;
import health.clarion.channels.gateway.Answers;
import health.clarion.channels.gateway.Exchange;
import health.clarion.channels.gateway.Exchange.Answered;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What the account posted lately, newest first. */
final class Timeline {

    /** The most statuses that Mastodon gives at once. */
    private static final int PAGE = 40;

    private static final int MOST_PAGES = 10;

    /** The server's {@code Date} has whole seconds, and its answer took time to arrive. */
    private static final Duration SLACK = Duration.ofSeconds(2);

    private final Api api;

    Timeline(Api api) {
        this.api = api;
    }

    /** What a look through the account's statuses found. */
    sealed interface Look {
        record Found(JsonNode status) implements Look {}

        record NotThere() implements Look {}

        record Unreadable(Reason reason) implements Look {}
    }

    /** The status that says exactly what the part says, answers what it answers, and is no older than its first attempt. */
    Look postedSince(Part part, Attempt attempt, Connection connection) {
        String parent = attempt.parent() == null ? "" : attempt.parent().id();
        return search(
                connection,
                attempt.keySince(),
                status -> status.path("in_reply_to_id").asString("").equals(parent)
                        && new StatusComparison(part, status, null).exact());
    }

    /** The status of this uri. */
    Look named(String uri, Connection connection) {
        return uri.isEmpty()
                ? new Look.NotThere()
                : search(connection, Instant.EPOCH, status -> status.path("uri")
                        .asString("")
                        .equals(uri));
    }

    private Look search(Connection connection, Instant since, Predicate<JsonNode> wanted) {
        String before = "";
        JsonNode oldest = null;
        for (int page = 0; page < MOST_PAGES; page++) {
            Exchange exchange = api.get(connection, address(connection, before));
            if (!(exchange instanceof Answered answered) || !answered.ok()) {
                return new Look.Unreadable(reason(exchange));
            }
            JsonNode statuses = Answers.json(answered);
            if (!statuses.isArray()) {
                return new Look.Unreadable(Reason.of("unreadable", NAME));
            }
            Instant floor = serverTime(answered, since);
            for (JsonNode status : statuses) {
                if (createdAt(status).isBefore(floor)) {
                    return look(oldest);
                }
                oldest = wanted.test(status) ? status : oldest;
                before = status.path("id").asString("");
            }
            if (statuses.isEmpty()) {
                return look(oldest);
            }
        }
        return oldest != null ? look(oldest) : new Look.Unreadable(Reason.of("too-many-to-look", NAME));
    }

    private static Look look(@Nullable JsonNode status) {
        return status == null ? new Look.NotThere() : new Look.Found(status);
    }

    private static String address(Connection connection, String before) {
        return Api.path("accounts", Api.token(connection).account()) + "/statuses?exclude_reblogs=true&limit=" + PAGE
                + (before.isEmpty() ? "" : "&max_id=" + Api.encoded(before));
    }

    private Reason reason(Exchange exchange) {
        return switch (api.withoutEffect(exchange)) {
            case Outcome.Refused refused -> refused.reason();
            case Outcome.TryLater later -> later.reason();
            case Outcome.Ambiguous ambiguous -> ambiguous.what();
            case Outcome.NotFound notFound -> notFound.what();
            case Outcome.Sent sent -> throw new IllegalStateException("looking sends nothing");
        };
    }

    /** Our moment by the server's clock, which its {@code Date} header tells; with a little slack. */
    private Instant serverTime(Answered answered, Instant ours) {
        if (ours.equals(Instant.EPOCH)) {
            return ours;
        }
        Duration ahead =
                answered.header("Date").map(date -> ahead(date, api.now())).orElse(Duration.ZERO);
        return ours.plus(ahead).minus(SLACK);
    }

    private static Duration ahead(String date, Instant now) {
        try {
            return Duration.between(
                    now,
                    ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME)
                            .toInstant());
        } catch (DateTimeException unreadable) {
            return Duration.ZERO;
        }
    }

    static Instant createdAt(JsonNode status) {
        try {
            return Instant.parse(status.path("created_at").asString(""));
        } catch (DateTimeException unreadable) {
            return Instant.MAX;
        }
    }
}
