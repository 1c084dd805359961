package health.clarion.accounts;

import health.clarion.audit.Audit;
import health.clarion.channels.Channel;
import health.clarion.channels.Channels;
import health.clarion.channels.Connection;
import health.clarion.channels.Login;
import health.clarion.channels.Outcome;
import health.clarion.channels.Reason;
import health.clarion.channels.bluesky.BlueskyLogin;
import health.clarion.networks.Network;
import health.clarion.people.Member;
import health.clarion.people.RateLimits;
import health.clarion.ui.Problem;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Connecting and disconnecting accounts. Connecting one that we know renews it: its id stays. */
@Component
public class Connecting {

    private static final RateLimits.Limit TRIES = new RateLimits.Limit(20, Duration.ofMinutes(5));
    private static final int LONGEST_NAME = 120;
    private static final int LONGEST_ADDRESS = 500;

    private final Accounts accounts;
    private final Vault vault;
    private final Limits limits;
    private final MastodonSignIns mastodon;
    private final Farewell farewell;
    private final BlueskyLogin bluesky;
    private final Channels channels;
    private final RateLimits tries;
    private final Audit audit;
    private final TransactionTemplate transaction;
    private final boolean loopback;

    Connecting(
            Accounts accounts,
            Vault vault,
            Limits limits,
            MastodonSignIns mastodon,
            Farewell farewell,
            BlueskyLogin bluesky,
            Channels channels,
            RateLimits tries,
            Audit audit,
            TransactionTemplate transaction,
            @Value("${clarion.allow-loopback-networks:${clarion.demo:false}}") boolean loopback) {
        this.accounts = accounts;
        this.vault = vault;
        this.limits = limits;
        this.mastodon = mastodon;
        this.farewell = farewell;
        this.bluesky = bluesky;
        this.channels = channels;
        this.tries = tries;
        this.audit = audit;
        this.transaction = transaction;
        this.loopback = loopback;
    }

    /** What came of it. */
    public sealed interface Result {

        /** The account is ready. */
        record Connected(Account account) implements Result {}

        /** Something has to be changed first. */
        record Refused(Reason reason) implements Result {}

        /** The network can't be asked now; the same may work later. */
        record TryLater(Reason reason) implements Result {}

        /** Somebody has to say yes on the server's own page, and comes back from there. */
        record YesNeeded(URI server, URI page) implements Result {}

        /** What a network's answer to a sign-in means. */
        static Result of(Outcome why) {
            return switch (why) {
                case Outcome.Refused refused -> new Refused(refused.reason());
                case Outcome.TryLater later -> new TryLater(later.reason());
                case Outcome.Ambiguous unknown -> new TryLater(unknown.what());
                case Outcome.NotFound missing -> new Refused(missing.what());
                case Outcome.Sent sent -> throw new IllegalStateException("signing in publishes nothing");
            };
        }
    }

    /** Connects a Bluesky account by signing in with an app password. */
    public Result bluesky(String server, String handle, String appPassword, Member by) {
        tries.take("accounts:" + by.id(), TRIES);
        if (handle.isBlank()) {
            return refused("accounts.handle-missing");
        }
        if (appPassword.isBlank()) {
            return refused("accounts.app-password-missing");
        }
        Optional<URI> origin = Origin.of(server, loopback);
        return origin.isEmpty()
                ? refused("accounts.server-wrong", server.strip())
                : after(bluesky.connect(origin.get(), handle, appPassword), by, handle.strip());
    }

    /** Begins to connect an account on any Mastodon server. */
    public Result mastodon(String server, Member by) {
        tries.take("accounts:" + by.id(), TRIES);
        Optional<URI> origin = Origin.of(server, loopback);
        return origin.isEmpty()
                ? refused("accounts.server-wrong", server.strip())
                : mastodon.begin(origin.get(), by.id());
    }

    /**
     * Goes on where {@link #mastodon} led to.
     *
     * @param state as it came back; works once, within a quarter of an hour, for the member who began
     * @param code empty when the person said no
     */
    public Result mastodonAnswer(String state, String code, Member by) {
        return switch (mastodon.finish(state, code, by.id())) {
            case MastodonSignIns.Answer.Exchanged exchanged -> after(exchanged.login(), by, "");
            case MastodonSignIns.Answer.Stopped stopped -> new Result.Refused(stopped.reason());
        };
    }

    /** Notes an account on a network without an open way in: a person posts there, with the copy pack. */
    public Result byHand(Network network, String name, String address, Member by) {
        if (channels.on(network).isPresent()) {
            return refused("accounts.network-connects", network.displayName());
        }
        String plain = name.strip().replaceFirst("^@", "");
        if (plain.isEmpty() || plain.length() > LONGEST_NAME || plain.chars().anyMatch(Character::isISOControl)) {
            return refused("accounts.name-wrong", LONGEST_NAME);
        }
        Optional<URI> page = page(address);
        if (page.isEmpty()) {
            return refused("accounts.address-wrong");
        }
        UUID id = Objects.requireNonNull(transaction.execute(status -> {
            UUID kept = accounts.keep(network, page.get(), plain.toLowerCase(Locale.ROOT), plain, plain, by.id());
            connected(kept, network, by);
            return kept;
        }));
        return new Result.Connected(accounts.find(id).orElseThrow());
    }

    /**
     * Forgets the account's credentials and asks the network to withdraw them.
     *
     * @return false when the network could not be asked, so that somebody must withdraw them in its own settings
     * @throws Problem when there is no such account
     */
    public boolean disconnect(UUID id, Member by) {
        accounts.find(id).orElseThrow(() -> Problem.notFound("accounts.no-such-account"));
        Optional<Connection> before = accounts.connection(id);
        boolean changed = Boolean.TRUE.equals(transaction.execute(status -> {
            boolean forgotten = accounts.forget(id);
            if (forgotten) {
                audit.record("accounts.disconnected", by.actor(), "account:" + id, Map.of());
            }
            return forgotten;
        }));
        return !changed || before.map(farewell::withdrawn).orElse(true);
    }

    /** {@code handle} is what somebody typed as their name; empty where the server asked them itself. */
    private Result after(Login login, Member by, String handle) {
        return switch (login) {
            case Login.Failed(Outcome.Refused refused)
            when refused.needsSignIn() && !handle.isEmpty() -> refused("accounts.sign-in-refused", handle);
            case Login.Failed failed -> Result.of(failed.why());
            case Login.Connected good -> {
                UUID id = Objects.requireNonNull(transaction.execute(status -> keep(good, by)));
                channels.on(good.connection().network()).ifPresent(channel -> ask(id, channel));
                yield new Result.Connected(accounts.find(id).orElseThrow());
            }
        };
    }

    private UUID keep(Login.Connected good, Member by) {
        Connection connection = good.connection();
        UUID id = accounts.keep(
                connection.network(),
                connection.server(),
                good.account(),
                connection.handle(),
                good.displayName(),
                by.id());
        vault.save(id, connection.credentials());
        connected(id, connection.network(), by);
        return id;
    }

    private void connected(UUID id, Network network, Member by) {
        audit.record("accounts.connected", by.actor(), "account:" + id, Map.of("network", network.id()));
    }

    private void ask(UUID id, Channel channel) {
        accounts.connection(id).ifPresent(connection -> limits.ask(id, channel, connection));
    }

    private static Optional<URI> page(String typed) {
        try {
            String address = typed.strip();
            URI page = new URI(address.contains("://") ? address : "https://" + address);
            boolean good = "https".equals(page.getScheme())
                    && page.getHost() != null
                    && page.getHost().contains(".")
                    && page.getUserInfo() == null
                    && address.length() <= LONGEST_ADDRESS;
            return good ? Optional.of(page) : Optional.empty();
        } catch (URISyntaxException wrong) {
            return Optional.empty();
        }
    }

    private static Result refused(String key, Object... arguments) {
        return new Result.Refused(
                new Reason(key, List.of(arguments).stream().map(String::valueOf).toList()));
    }
}
