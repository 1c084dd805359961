package health.clarion.accounts;

import health.clarion.networks.Network;
import java.net.URI;
import java.util.Locale;
import java.util.UUID;

/**
 * An account of the organisation on a network.
 *
 * @param server origin of the account's server; for an account that a person posts to, the address of its page
 * @param handle as the network writes it, without the leading {@code @}
 * @param displayName as the account shows itself; its handle when it shows none
 */
public record Account(UUID id, Network network, URI server, String handle, String displayName, Status status) {

    /** Whether the hub can act for the account. */
    public enum Status {
        /** Ready. */
        CONNECTED,
        /** The network no longer takes its credentials, or we can't read them: somebody has to sign in again. */
        NEEDS_SIGN_IN,
        /** Somebody disconnected it; kept because deliveries point to it. */
        DISCONNECTED;

        /** {@code "needs-sign-in"}, as the API says it. */
        public String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** Who it is, in one line: {@code @harbourminds@mastodon.example}. */
    public String who() {
        return "@" + handle;
    }
}
