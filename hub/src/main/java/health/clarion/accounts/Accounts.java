package health.clarion.accounts;

import health.clarion.audit.Audit;
import health.clarion.channels.Channels;
import health.clarion.channels.Connection;
import health.clarion.networks.Capabilities;
import health.clarion.networks.Network;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The organisation's accounts on social networks. What proves that we may speak for them never leaves this module in clear, except to the channel that speaks. */
@Component
public class Accounts {

    /** More accounts than this are not listed at once. */
    public static final int MOST_LISTED = 200;

    private static final String COLUMNS =
            "id, network, server, handle, display_name, status, sealing_key, connected_by, connected_at, limits_at";
    private static final String SELECT = "select " + COLUMNS + " from accounts.account ";
    private static final String SPEAKING = "select " + COLUMNS + ", credentials from accounts.account ";

    private final JdbcClient jdbc;
    private final Vault vault;
    private final Sealing sealing;
    private final Limits limits;
    private final Channels channels;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Accounts(
            JdbcClient jdbc,
            Vault vault,
            Sealing sealing,
            Limits limits,
            Channels channels,
            Audit audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.sealing = sealing;
        this.limits = limits;
        this.channels = channels;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /**
     * An account with how it came to us.
     *
     * @param limitsAt when its server last said what it accepts; null when it never did
     */
    public record Entry(
            Account account,
            UUID connectedBy,
            Instant connectedAt,
            @Nullable Instant limitsAt) {}

    /** The account with this id, whatever its status. */
    public Optional<Account> find(UUID id) {
        return jdbc.sql(SELECT + "where id = :id")
                .param("id", id)
                .query(this::read)
                .optional()
                .map(Entry::account);
    }

    /** Many at once; ids that are nobody's are left out. */
    public Map<UUID, Account> named(Collection<UUID> ids) {
        Map<UUID, Account> known = new HashMap<>();
        if (!ids.isEmpty()) {
            jdbc.sql(SELECT + "where id in (:ids)")
                    .param("ids", Set.copyOf(ids))
                    .query(this::read)
                    .list()
                    .forEach(entry -> known.put(entry.account().id(), entry.account()));
        }
        return known;
    }

    /** Every account that was not disconnected, by network and name, at most {@link #MOST_LISTED}. */
    public List<Entry> all() {
        return jdbc.sql(SELECT + "where status <> 'DISCONNECTED' order by network, lower(handle), id limit :limit")
                .param("limit", MOST_LISTED)
                .query(this::read)
                .list();
    }

    /** The accounts that are ready, by network and name. */
    public List<Account> connected() {
        return all().stream()
                .map(Entry::account)
                .filter(account -> account.status() == Account.Status.CONNECTED)
                .toList();
    }

    /** The accounts on this network that are ready. */
    public List<Account> on(Network network) {
        return connected().stream()
                .filter(account -> account.network() == network)
                .toList();
    }

    /** How many accounts wait for somebody to sign in again. */
    public int waiting() {
        return (int) all().stream()
                .filter(entry -> entry.account().status() == Account.Status.NEEDS_SIGN_IN)
                .count();
    }

    /** Whether a person posts there, with the copy pack: the network has no open way in. */
    public boolean byHand(Account account) {
        return channels.on(account.network()).isEmpty();
    }

    /**
     * What it takes to speak for an account. Its store renews one-use tokens under the account's row lock.
     *
     * @return empty when it is not connected, or when a person posts there
     */
    public Optional<Connection> connection(UUID id) {
        return jdbc.sql(SPEAKING + "where id = :id and status = 'CONNECTED' and credentials is not null")
                .param("id", id)
                .query(this::speaking)
                .optional()
                .flatMap(Function.identity());
    }

    private Optional<Connection> speaking(ResultSet row, int number) throws SQLException {
        Account account = read(row, number).account();
        return vault.open(account.id(), row)
                .map(credentials -> new Connection(
                        account.network(),
                        account.server(),
                        account.handle(),
                        credentials,
                        (stale, renewal) -> vault.renew(account.id(), stale, renewal)));
    }

    /** What the account's server accepts, as it last said; our dated figures when it never did. Asks nobody. */
    public Capabilities capabilities(Account account) {
        return limits.known(account);
    }

    /** Notes that the network refused the account's credentials; whoever connected it is told. Says so once. */
    @Transactional
    public void needsSignIn(UUID id) {
        boolean changed =
                jdbc.sql("update accounts.account set status = 'NEEDS_SIGN_IN' where id = :id and status = 'CONNECTED'")
                                .param("id", id)
                                .update()
                        == 1;
        if (changed) {
            audit.record("accounts.needs-sign-in", "hub", "account:" + id, Map.of());
            events.publishEvent(new AccountNeedsSignIn(id));
        }
    }

    /** Who connected an account last. */
    Optional<Entry> entry(UUID id) {
        return jdbc.sql(SELECT + "where id = :id")
                .param("id", id)
                .query(this::read)
                .optional();
    }

    /** Adds an account, or finds it again by its network, server and the network's lasting id. */
    UUID keep(Network network, URI server, String remote, String handle, String displayName, UUID by) {
        return jdbc.sql("""
                insert into accounts.account
                    (id, network, server, remote, handle, display_name, status, connected_by, connected_at)
                values (:id, :network, :server, :remote, :handle, :name, 'CONNECTED', :by, :now)
                on conflict (network, server, remote) do update set handle = excluded.handle,
                    display_name = excluded.display_name, status = 'CONNECTED',
                    connected_by = excluded.connected_by, connected_at = excluded.connected_at
                returning id
                """)
                .param("id", UUID.randomUUID())
                .param("network", network.id())
                .param("server", server.toString())
                .param("remote", remote)
                .param("handle", handle)
                .param("name", displayName)
                .param("by", by)
                .param("now", Timestamp.from(clock.instant()))
                .query(UUID.class)
                .single();
    }

    /** Forgets the account's credentials; false when it was disconnected before. */
    boolean forget(UUID id) {
        return jdbc.sql("""
                update accounts.account set status = 'DISCONNECTED', credentials = null, sealing_key = null
                where id = :id and status <> 'DISCONNECTED'
                """).param("id", id).update() == 1;
    }

    private Entry read(ResultSet row, int number) throws SQLException {
        Timestamp limitsAt = row.getTimestamp("limits_at");
        return new Entry(
                new Account(
                        row.getObject("id", UUID.class),
                        Network.of(row.getString("network")),
                        URI.create(row.getString("server")),
                        row.getString("handle"),
                        row.getString("display_name"),
                        status(row)),
                row.getObject("connected_by", UUID.class),
                row.getTimestamp("connected_at").toInstant(),
                limitsAt == null ? null : limitsAt.toInstant());
    }

    // Credentials that another key sealed (a restored back-up, a lost key) are as good as none.
    private Account.Status status(ResultSet row) throws SQLException {
        Account.Status stored = Account.Status.valueOf(row.getString("status"));
        String key = row.getString("sealing_key");
        return stored == Account.Status.CONNECTED && key != null && !sealing.opens(key)
                ? Account.Status.NEEDS_SIGN_IN
                : stored;
    }
}
