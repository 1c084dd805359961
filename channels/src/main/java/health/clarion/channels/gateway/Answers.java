package health.clarion.channels.gateway;

import health.clarion.channels.CanonicalJson;
import health.clarion.channels.Outcome;
import health.clarion.channels.Reason;
import health.clarion.channels.gateway.Exchange.Answered;
import health.clarion.channels.gateway.Exchange.NotSent;
import health.clarion.channels.gateway.Exchange.Unknown;
import health.clarion.networks.Network;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** What a network's answer means, where all networks agree. */
public final class Answers {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Duration LATEST = Duration.ofHours(24);
    private static final int LONGEST_QUOTE = 300;

    private Answers() {}

    /** The body as JSON; a missing node when it is none. */
    public static JsonNode json(Answered answered) {
        return CanonicalJson.read(answered.text());
    }

    /** What the server says is wrong, shortened to fit a page; the status when it says nothing. */
    public static String words(Answered answered) {
        JsonNode json = json(answered);
        for (String field : new String[] {"error_description", "message", "error"}) {
            String words = json.path(field).asString("").strip();
            if (!words.isEmpty()) {
                return words.length() > LONGEST_QUOTE ? words.substring(0, LONGEST_QUOTE) + "…" : words;
            }
        }
        return "HTTP " + answered.status();
    }

    /**
     * What to make of a request that did not succeed and that had no effect, or whose effect does no harm when it is
     * repeated. {@code SIGN_IN} for 401; {@link Outcome.TryLater} for everything that may pass by itself.
     */
    public static Outcome withoutEffect(Network network, Exchange exchange, Instant now) {
        return switch (exchange) {
            case NotSent notSent -> new Outcome.TryLater(now.plus(SOON), notSent.reason());
            case Unknown unknown -> new Outcome.TryLater(now.plus(SOON), unknown.reason());
            case Answered answered -> withoutEffect(network, answered, now);
        };
    }

    private static Outcome withoutEffect(Network network, Answered answered, Instant now) {
        String name = network.displayName();
        int status = answered.status();
        if (status == 429) {
            return busy(network, answered, now);
        }
        if (status == 401) {
            return new Outcome.Refused(Outcome.Refused.SIGN_IN, Reason.of("sign-in", name));
        }
        if (status >= 500 || status == 408 || status == 425) {
            return new Outcome.TryLater(notBefore(answered, now), Reason.of("server-trouble", name, status));
        }
        return refused(network, answered);
    }

    /** The network asks us to wait. */
    public static Outcome.TryLater busy(Network network, Answered answered, Instant now) {
        return new Outcome.TryLater(notBefore(answered, now), Reason.of("busy", network.displayName()));
    }

    /** The network does not want this. */
    public static Outcome.Refused refused(Network network, Answered answered) {
        String code = json(answered).path("error").asString("");
        return new Outcome.Refused(
                code.matches("[A-Za-z][A-Za-z0-9_]{0,60}") ? code : "http-" + answered.status(),
                Reason.of("refused", network.displayName(), words(answered)));
    }

    /** When the server may be asked again: its own word, between one second and one day from now; else in 30 s. */
    public static Instant notBefore(Answered answered, Instant now) {
        Instant told = answered.header("Retry-After")
                .flatMap(value -> moment(value, now))
                .or(() -> answered.header("RateLimit-Reset").flatMap(value -> moment(value, now)))
                .or(() -> answered.header("X-RateLimit-Reset").flatMap(value -> moment(value, now)))
                .orElse(now.plus(SOON));
        Instant earliest = now.plusSeconds(1);
        Instant latest = now.plus(LATEST);
        return told.isBefore(earliest) ? earliest : told.isAfter(latest) ? latest : told;
    }

    /** Seconds from now, seconds since 1970, an ISO time, or an HTTP date: all are in use. */
    private static Optional<Instant> moment(String value, Instant now) {
        String text = value.strip();
        try {
            if (text.matches("\\d{1,10}")) {
                long seconds = Long.parseLong(text);
                return Optional.of(seconds > 100_000_000 ? Instant.ofEpochSecond(seconds) : now.plusSeconds(seconds));
            }
            return Optional.of(
                    text.contains("T") && text.contains("-")
                            ? ZonedDateTime.parse(text).toInstant()
                            : ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                                    .toInstant());
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }
}
