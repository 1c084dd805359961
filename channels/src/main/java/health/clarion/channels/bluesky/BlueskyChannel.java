package health.clarion.channels.bluesky;

import health.clarion.channels.Attempt;
import health.clarion.channels.Channel;
import health.clarion.channels.Connection;
import health.clarion.channels.Deletion;
import health.clarion.channels.Fit;
import health.clarion.channels.IncomingPage;
import health.clarion.channels.Metrics;
import health.clarion.channels.Outcome;
import health.clarion.channels.Outgoing;
import health.clarion.channels.Part;
import health.clarion.channels.Preflight;
import health.clarion.channels.ReadBack;
import health.clarion.channels.Reason;
import health.clarion.channels.Receipt;
import health.clarion.channels.gateway.Answers;
import health.clarion.channels.gateway.Exchange;
import health.clarion.channels.gateway.Exchange.Answered;
import health.clarion.channels.gateway.Gateway;
import health.clarion.networks.Capabilities;
import health.clarion.networks.Network;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/**
 * Bluesky, through the account's own server.
 *
 * <p>A post is written under a record key that is fixed before the first attempt, with a fixed creation time, so that
 * the same record written twice is one record (a second {@code putRecord} with the same content changes nothing).
 */
public final class BlueskyChannel implements Channel {

    /** A record key is enforced for as long as there is a repository. */
    private static final Duration FOR_GOOD = Duration.ofDays(36_500);

    private final Gateway gateway;
    private final Sessions sessions;
    private final Publishing publishing;
    private final Records records;
    private final Notifications notifications;

    public BlueskyChannel(Gateway gateway, Clock clock) {
        this.gateway = gateway;
        this.sessions = new Sessions(gateway, clock);
        this.records = new Records(gateway, sessions, clock);
        this.publishing = new Publishing(sessions, clock);
        this.notifications = new Notifications(sessions, clock);
    }

    @Override
    public Network network() {
        return Network.BLUESKY;
    }

    /** The dated figures: they are fixed by the lexicon, and a server states none of its own. */
    @Override
    public Capabilities capabilities(Connection connection) {
        return Capabilities.of(Network.BLUESKY);
    }

    @Override
    public Preflight preflight(Outgoing outgoing, Capabilities limits) {
        List<Reason> reasons = Fit.reasons(outgoing, limits);
        return reasons.isEmpty()
                ? new Preflight.Ready(PostPayload.render(outgoing))
                : new Preflight.NotPossible(reasons);
    }

    @Override
    public Optional<String> resolve(String handle, Connection connection) {
        Exchange exchange =
                gateway.send(Xrpc.query(connection.server(), "com.atproto.identity.resolveHandle", "handle", handle));
        if (exchange instanceof Answered answered && answered.ok()) {
            String did = Answers.json(answered).path("did").asString("");
            return did.startsWith("did:") ? Optional.of(did) : Optional.empty();
        }
        return Optional.empty();
    }

    @Override
    public String key(UUID part, Instant createdAt) {
        return Tid.of(part, createdAt);
    }

    @Override
    public Outcome publish(Part part, Attempt attempt, Connection connection) {
        return publishing.publish(part, attempt, connection);
    }

    @Override
    public Outcome reconcile(Part part, Attempt attempt, Connection connection) {
        return records.reconcile(part, attempt, connection);
    }

    @Override
    public Outcome at(URI address, Connection connection) {
        return records.at(address, connection);
    }

    @Override
    public ReadBack readBack(Part part, Receipt receipt, Connection connection) {
        return records.readBack(part, receipt, connection);
    }

    @Override
    public Deletion delete(Receipt receipt, Connection connection) {
        return records.delete(receipt, connection);
    }

    /** Asked of the network through the account's server; unknown when that serves no views. */
    @Override
    public Metrics metrics(Receipt receipt, Connection connection) {
        Sessions.Reply reply = sessions.send(
                connection,
                session -> Xrpc.query(connection.server(), "app.bsky.feed.getPosts", "uris", receipt.uri()));
        if (!(reply instanceof Sessions.Reply.Made made)
                || !(made.exchange() instanceof Answered answered)
                || !answered.ok()) {
            return Metrics.unknown();
        }
        JsonNode post = Answers.json(answered).path("posts").path(0);
        return new Metrics(
                count(post, "likeCount"),
                count(post, "repostCount"),
                count(post, "replyCount"),
                count(post, "quoteCount"));
    }

    private static OptionalLong count(JsonNode post, String name) {
        JsonNode count = post.path(name);
        return count.isIntegralNumber() ? OptionalLong.of(count.asLong()) : OptionalLong.empty();
    }

    @Override
    public IncomingPage incoming(String cursor, Connection connection) {
        return notifications.since(cursor, connection);
    }

    @Override
    public Duration keyTrust(Connection connection) {
        return FOR_GOOD;
    }
}
