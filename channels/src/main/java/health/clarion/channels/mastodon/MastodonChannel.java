package health.clarion.channels.mastodon;

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
import health.clarion.channels.gateway.Gateway;
import health.clarion.networks.Capabilities;
import health.clarion.networks.Network;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Mastodon, and servers that speak its language without being it.
 *
 * <p>A status is sent with an {@code Idempotency-Key}. Mastodon itself keeps a key for an hour; others may ignore it, so
 * the key is trusted only for less than an hour, and only on a server that says it is Mastodon.
 */
public final class MastodonChannel implements Channel {

    /** Mastodon keeps keys for one hour; five minutes are left for clocks that differ and requests under way. */
    static final Duration TRUSTED = Duration.ofMinutes(55);

    private final Servers servers;
    private final StatusPublishing publishing;
    private final Statuses statuses;
    private final Mentions mentions;

    public MastodonChannel(Gateway gateway, Clock clock) {
        Api api = new Api(gateway, clock);
        this.servers = new Servers(api, clock);
        this.publishing = new StatusPublishing(api);
        this.statuses = new Statuses(api);
        this.mentions = new Mentions(api);
    }

    @Override
    public Network network() {
        return Network.MASTODON;
    }

    @Override
    public Capabilities capabilities(Connection connection) {
        return Capabilities.of(Network.MASTODON)
                .withServerLimits(servers.about(connection.server()).limits());
    }

    @Override
    public Preflight preflight(Outgoing outgoing, Capabilities limits) {
        List<Reason> reasons = Fit.reasons(outgoing, limits);
        return reasons.isEmpty()
                ? new Preflight.Ready(StatusPayload.render(outgoing))
                : new Preflight.NotPossible(reasons);
    }

    @Override
    public String key(UUID part, Instant createdAt) {
        return "clarion-" + part;
    }

    @Override
    public Outcome publish(Part part, Attempt attempt, Connection connection) {
        return publishing.publish(part, attempt, connection);
    }

    @Override
    public Outcome reconcile(Part part, Attempt attempt, Connection connection) {
        return statuses.reconcile(part, attempt, connection);
    }

    @Override
    public Outcome at(URI address, Connection connection) {
        return statuses.at(address, connection);
    }

    @Override
    public ReadBack readBack(Part part, Receipt receipt, Connection connection) {
        return statuses.readBack(part, receipt, connection);
    }

    @Override
    public Deletion delete(Receipt receipt, Connection connection) {
        return statuses.delete(receipt, connection);
    }

    @Override
    public Metrics metrics(Receipt receipt, Connection connection) {
        return statuses.metrics(receipt, connection);
    }

    @Override
    public IncomingPage incoming(String cursor, Connection connection) {
        return mentions.since(cursor, connection);
    }

    @Override
    public Duration keyTrust(Connection connection) {
        return servers.about(connection.server()).honoursKeys() ? TRUSTED : Duration.ZERO;
    }
}
