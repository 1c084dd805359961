package health.clarion.accounts;

import health.clarion.channels.Credentials;
import health.clarion.networks.Network;
import health.clarion.rig.BlueskyServer;
import health.clarion.rig.BlueskyStandIn;
import health.clarion.rig.MastodonStandIn;
import java.net.URI;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** For every module's tests: connects accounts of the stand-ins without their sign-in pages. */
@Component
public class TestAccounts {

    private final Accounts accounts;
    private final Vault vault;

    TestAccounts(Accounts accounts, Vault vault) {
        this.accounts = accounts;
        this.vault = vault;
    }

    /** A new account on this server, connected. */
    public Account on(MastodonStandIn server) {
        return on(
                server,
                server.createAccount("harbour" + UUID.randomUUID().toString().substring(0, 8), "Harbour Minds"));
    }

    /** An account that is there, connected here. */
    public Account on(MastodonStandIn server, MastodonStandIn.Account there) {
        UUID id = accounts.keep(
                Network.MASTODON, server.url(), there.id(), there.username(), there.displayName(), UUID.randomUUID());
        vault.save(
                id,
                new Credentials.OAuthToken(
                        there.id(), there.clientId(), there.clientSecret(), there.accessToken(), null, null));
        return accounts.find(id).orElseThrow();
    }

    /** A new account on this server, connected. */
    public Account on(BlueskyStandIn server) {
        BlueskyStandIn.Account there =
                server.createAccount("harbour" + UUID.randomUUID().toString().substring(0, 8));
        UUID id = accounts.keep(
                Network.BLUESKY, server.url(), there.did(), there.handle(), there.handle(), UUID.randomUUID());
        vault.save(id, new Credentials.AppPassword(there.handle(), there.appPassword(), null));
        return accounts.find(id).orElseThrow();
    }

    /** An account that is there, connected here. */
    public Account on(BlueskyServer server, BlueskyServer.Account there) {
        UUID id = accounts.keep(
                Network.BLUESKY, server.url(), there.did(), there.handle(), there.handle(), UUID.randomUUID());
        vault.save(id, new Credentials.AppPassword(there.handle(), there.appPassword(), null));
        return accounts.find(id).orElseThrow();
    }

    /** An account on a network with no open way in. */
    public Account byHand(Network network) {
        String name = "harbour" + UUID.randomUUID().toString().substring(0, 8);
        UUID id = accounts.keep(network, URI.create("https://example.org"), name, name, name, UUID.randomUUID());
        return accounts.find(id).orElseThrow();
    }

    /** Whether it is connected now. */
    public Account.Status status(Account account) {
        return accounts.find(account.id()).orElseThrow().status();
    }

    /** Somebody disconnects it. */
    public void disconnect(Account account) {
        accounts.forget(account.id());
    }

    /** Somebody connects it again, with what its server knows. */
    public void connectAgain(Account account, MastodonStandIn.Account there) {
        accounts.keep(
                account.network(),
                account.server(),
                there.id(),
                account.handle(),
                account.displayName(),
                UUID.randomUUID());
        vault.save(
                account.id(),
                new Credentials.OAuthToken(
                        there.id(), there.clientId(), there.clientSecret(), there.accessToken(), null, null));
    }
}
