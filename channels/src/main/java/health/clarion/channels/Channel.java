package health.clarion.channels;

import health.clarion.networks.Capabilities;
import health.clarion.networks.Network;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * One network, as the publisher sees it.
 *
 * <p>A channel keeps no ledger and never sends a publishing request a second time by itself. Every method returns a
 * value for every way the network may fail; only mistakes of the caller are thrown. All methods may be called by many
 * threads at once. Each exchange ends at the attempt's deadline or the gateway's own, whichever comes first.
 */
public interface Channel {

    /** Which network this is. */
    Network network();

    /** What the account's own server accepts, asked with a short timeout; our dated figures when it does not say. */
    Capabilities capabilities(Connection connection);

    /**
     * Renders what will be sent. Pure: no request is made, and the same post gives the same payloads, so that their
     * hash can be signed.
     */
    Preflight preflight(Outgoing outgoing, Capabilities limits);

    /**
     * The network's lasting id of somebody mentioned by handle (without {@code @}); empty when there is no such account,
     * when it can't be asked, or when the network needs no ids.
     */
    default Optional<String> resolve(String handle, Connection connection) {
        return Optional.empty();
    }

    /**
     * The idempotency key or record key of a part: the same part and the same creation time always give the same key.
     */
    String key(UUID part, Instant createdAt);

    /**
     * Sends one part, once. Uploads pictures first, saving each handle through {@link Attempt#steps()}, and asks
     * {@link Attempt#fence()} just before the one request that publishes.
     *
     * @return never {@link Outcome.NotFound}
     */
    Outcome publish(Part part, Attempt attempt, Connection connection);

    /**
     * Looks whether an attempt with an unknown outcome took effect. Only reads.
     *
     * @return {@link Outcome.Sent}, {@link Outcome.NotFound} (looked, not there: no proof), or
     *     {@link Outcome.Ambiguous} when it could not be looked up or something else is there
     */
    Outcome reconcile(Part part, Attempt attempt, Connection connection);

    /**
     * Our post at an address that a person found, in whatever form the network's pages show it. Only reads.
     *
     * @return {@link Outcome.Sent}, {@link Outcome.NotFound} when there is nothing at it or it isn't this account's, or
     *     {@link Outcome.Ambiguous} when it could not be looked at
     */
    Outcome at(URI address, Connection connection);

    /** What is really there, and how it differs from what was signed. */
    ReadBack readBack(Part part, Receipt receipt, Connection connection);

    /** Takes a part down. Deleting what is already gone is no error. */
    Deletion delete(Receipt receipt, Connection connection);

    /** The public numbers of a part; unknown ones are absent. */
    Metrics metrics(Receipt receipt, Connection connection);

    /** Mentions and replies since {@code cursor}; {@code ""} at first. */
    IncomingPage incoming(String cursor, Connection connection);

    /**
     * For how long after {@link Attempt#keySince()} the network itself makes a second send under the same key
     * harmless. Zero when it does not.
     */
    Duration keyTrust(Connection connection);

    /** Whether the network itself makes a second send under the same key harmless, at least for a while. */
    default boolean enforcesKey(Connection connection) {
        return keyTrust(connection).isPositive();
    }

    /** Whether this attempt may be sent again at {@code now}: the network still enforces its key. */
    default boolean trustsKey(Attempt attempt, Connection connection, Instant now) {
        Duration trust = keyTrust(connection);
        return trust.isPositive() && Duration.between(attempt.keySince(), now).compareTo(trust) < 0;
    }
}
