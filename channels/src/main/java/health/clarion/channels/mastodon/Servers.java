package health.clarion.channels.mastodon;

import health.clarion.channels.gateway.Answers;
import health.clarion.channels.gateway.Call;
import health.clarion.channels.gateway.Exchange;
import health.clarion.channels.gateway.Exchange.Answered;
import health.clarion.networks.ServerLimits;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What servers say about themselves, remembered for a while. */
final class Servers {

    private static final Duration REMEMBERED = Duration.ofMinutes(10);
    private static final Duration AFTER_SILENCE = Duration.ofSeconds(30);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int MOST = 1_000;

    /** Mastodon's own version numbers; others write “2.7.2 (compatible; Pleroma 2.7.0)” or leave the source elsewhere. */
    private static final Pattern OWN_VERSION = Pattern.compile("[4-9]\\.\\d+\\.\\d+([-+.][A-Za-z0-9.+-]*)?");

    private static final Pattern OWN_SOURCE = Pattern.compile("https://github\\.com/mastodon/mastodon/?");

    private final Api api;
    private final Clock clock;
    private final Map<URI, About> known = new ConcurrentHashMap<>();

    Servers(Api api, Clock clock) {
        this.api = api;
        this.clock = clock;
    }

    /**
     * A server's word about itself.
     *
     * @param honoursKeys whether it is Mastodon itself, whose handling of keys is documented
     */
    record About(ServerLimits limits, boolean honoursKeys, Instant asked) {}

    About about(URI server) {
        Instant now = clock.instant();
        About remembered = known.get(server);
        if (remembered != null && Duration.between(remembered.asked(), now).compareTo(REMEMBERED) < 0) {
            return remembered;
        }
        About answer = ask(server, now);
        if (known.size() >= MOST) {
            known.clear();
        }
        About kept = answer != null ? answer : unanswered(remembered, now);
        known.put(server, kept);
        return kept;
    }

    /** What we knew, or nothing; asked again soon, not at every call, because a silent server takes our time. */
    private static About unanswered(@Nullable About remembered, Instant now) {
        Instant again = now.minus(REMEMBERED).plus(AFTER_SILENCE);
        return remembered == null
                ? new About(ServerLimits.none(), false, again)
                : new About(remembered.limits(), remembered.honoursKeys(), again);
    }

    private @Nullable About ask(URI server, Instant now) {
        Exchange second = api.gateway()
                .send(Call.get(server.resolve("/api/v2/instance"))
                        .within(PATIENCE)
                        .following(2));
        if (second instanceof Answered answered && answered.ok()) {
            JsonNode instance = Answers.json(answered);
            return new About(ServerLimits.ofMastodon(instance), isMastodon(instance), now);
        }
        Exchange first = api.gateway()
                .send(Call.get(server.resolve("/api/v1/instance"))
                        .within(PATIENCE)
                        .following(2));
        return first instanceof Answered answered && answered.ok()
                ? new About(ServerLimits.ofMastodon(Answers.json(answered)), false, now)
                : null;
    }

    private static boolean isMastodon(JsonNode instance) {
        return OWN_VERSION.matcher(instance.path("version").asString("")).matches()
                && OWN_SOURCE.matcher(instance.path("source_url").asString("")).matches();
    }
}
