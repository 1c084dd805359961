package health.clarion.inbox;

import health.clarion.accounts.Account;
import health.clarion.channels.Channel;
import health.clarion.channels.Channels;
import health.clarion.channels.Connection;
import health.clarion.channels.Credentials;
import health.clarion.channels.gateway.Gateway;
import health.clarion.networks.Network;
import health.clarion.rig.BlueskyStandIn;
import health.clarion.rig.MastodonStandIn;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.springframework.jdbc.core.simple.JdbcClient;

/** People outside, who write to accounts of ours on stand-ins of both networks. */
final class Outside {

    private static final Channels CHANNELS = Channels.standard(new Gateway(Gateway.Settings.of(true)));

    private final Servers servers;
    private final Inbox inbox;
    private final Fetching fetching;
    private final Keeping keeping;
    private final JdbcClient jdbc;

    Outside(Servers servers, Inbox inbox, Fetching fetching, Keeping keeping, JdbcClient jdbc) {
        this.servers = servers;
        this.inbox = inbox;
        this.fetching = fetching;
        this.keeping = keeping;
        this.jdbc = jdbc;
    }

    /** The stand-ins. */
    record Servers(MastodonStandIn mastodon, BlueskyStandIn bluesky) implements AutoCloseable {

        static Servers start() {
            return new Servers(MastodonStandIn.start(), BlueskyStandIn.start());
        }

        @Override
        public void close() {
            mastodon.close();
            bluesky.close();
        }
    }

    /** One of our accounts on a stand-in, with all it takes to read it. */
    record Reach(Account account, Channel channel, Connection connection, Object there) {}

    MastodonStandIn mastodon() {
        return servers.mastodon();
    }

    BlueskyStandIn bluesky() {
        return servers.bluesky();
    }

    static String name() {
        return "u" + UUID.randomUUID().toString().substring(0, 8);
    }

    Reach onMastodon() {
        MastodonStandIn.Account there = servers.mastodon().createAccount(name(), "Harbour Minds");
        Credentials token = new Credentials.OAuthToken(
                there.id(), there.clientId(), there.clientSecret(), there.accessToken(), null, null);
        return reach(Network.MASTODON, servers.mastodon().url(), there.username(), token, there);
    }

    Reach onBluesky() {
        BlueskyStandIn.Account there = servers.bluesky().createAccount(name());
        Credentials password = new Credentials.AppPassword(there.handle(), there.appPassword(), null);
        return reach(Network.BLUESKY, servers.bluesky().url(), there.handle(), password, there);
    }

    private Reach reach(Network network, java.net.URI server, String handle, Credentials credentials, Object there) {
        Account account = new Account(UUID.randomUUID(), network, server, handle, handle, Account.Status.CONNECTED);
        keeping.know(List.of(account.id()));
        jdbc.sql("update inbox.source set next_look_at = 'infinity' where account = :id") // the job leaves it to us
                .param("id", account.id())
                .update();
        var kept = new java.util.concurrent.atomic.AtomicReference<>(credentials);
        Connection connection = new Connection(
                network, server, handle, credentials, (Credentials stale, UnaryOperator<Credentials> renewal) -> {
                    kept.set(renewal.apply(kept.get()));
                    return kept.get();
                });
        return new Reach(account, CHANNELS.on(network).orElseThrow(), connection, there);
    }

    void forgetCursor(Reach reach) {
        jdbc.sql("update inbox.source set cursor = '' where account = :id")
                .param("id", reach.account().id())
                .update();
    }

    int look(Reach reach) {
        return fetching.look(reach.account(), reach.channel(), reach.connection());
    }

    Item mentioned(Reach reach, String by, String text) {
        switch (reach.there()) {
            case MastodonStandIn.Account there -> servers.mastodon().mention(there, by, "<p>" + text + "</p>", "");
            case BlueskyStandIn.Account there -> servers.bluesky().notify(there, by, text, "", Instant.now());
            default -> throw new IllegalStateException();
        }
        look(reach);
        return inbox.of(reach.account().network(), by).getFirst();
    }
}
