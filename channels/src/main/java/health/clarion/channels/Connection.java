package health.clarion.channels;

import health.clarion.networks.Network;
import java.net.URI;

/**
 * An account on a server, and what it takes to speak for it.
 *
 * @param server origin of the account's server, such as {@code https://mastodon.example}
 * @param handle without the leading {@code @}
 * @param store holds the credentials; asked when they must be renewed
 */
public record Connection(Network network, URI server, String handle, Credentials credentials, CredentialsStore store) {

    /** The same account with other credentials. */
    public Connection with(Credentials renewed) {
        return new Connection(network, server, handle, renewed, store);
    }
}
