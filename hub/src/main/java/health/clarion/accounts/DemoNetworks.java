package health.clarion.accounts;

import health.clarion.channels.Credentials;
import health.clarion.channels.Login;
import health.clarion.channels.bluesky.BlueskyLogin;
import health.clarion.networks.Network;
import java.net.URI;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The accounts of a demonstration; usable only with {@code clarion.demo}. Most of them are invented: those a person posts
 * to by hand are ready, the others stand as accounts do whose sign-in has ended, so nothing is ever sent there.
 */
@Component
public class DemoNetworks {

    private final Accounts accounts;
    private final Vault vault;
    private final BlueskyLogin bluesky;
    private final boolean demo;

    DemoNetworks(Accounts accounts, Vault vault, BlueskyLogin bluesky, @Value("${clarion.demo:false}") boolean demo) {
        this.accounts = accounts;
        this.vault = vault;
        this.bluesky = bluesky;
        this.demo = demo;
    }

    /**
     * An account that nobody can reach.
     *
     * @throws IllegalStateException outside a demonstration
     */
    public Account invented(Network network, URI server, String handle, String name, UUID by) {
        requireDemo();
        UUID id = accounts.keep(network, server, handle, handle, name, by);
        if (!accounts.byHand(accounts.find(id).orElseThrow())) {
            accounts.needsSignIn(id);
        }
        return accounts.find(id).orElseThrow();
    }

    /**
     * A real account on a Bluesky server on this computer, such as the one of {@code rig}; it takes the place of an
     * earlier start's.
     *
     * @param address {@code http://handle:app-password@localhost:2583}
     * @throws IllegalStateException outside a demonstration, or when the server refuses
     */
    public Account bluesky(URI address, UUID by) {
        requireDemo();
        forgetEarlierServers();
        String[] who = address.getUserInfo().split(":", 2);
        URI server = URI.create(address.getScheme() + "://" + address.getHost() + ":" + address.getPort());
        return switch (bluesky.connect(server, who[0], who[1])) {
            case Login.Connected in -> keep(in, by);
            case Login.Failed failed ->
                throw new IllegalStateException("Bluesky refused the demonstration: " + failed.why());
        };
    }

    // Such a server keeps nothing: the account of an earlier start is nowhere any more.
    private void forgetEarlierServers() {
        accounts.on(Network.BLUESKY).stream()
                .filter(account -> "localhost".equals(account.server().getHost()))
                .forEach(account -> accounts.forget(account.id()));
    }

    private Account keep(Login.Connected in, UUID by) {
        Credentials credentials = in.connection().credentials();
        UUID id = accounts.keep(
                Network.BLUESKY,
                in.connection().server(),
                in.account(),
                in.connection().handle(),
                in.displayName(),
                by);
        vault.save(id, credentials);
        return accounts.find(id).orElseThrow();
    }

    private void requireDemo() {
        if (!demo) {
            throw new IllegalStateException("Invented accounts exist only in a demonstration");
        }
    }
}
