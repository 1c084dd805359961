package health.clarion.accounts;

import health.clarion.accounts.Sealing.Sealed;
import health.clarion.channels.Credentials;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Where credentials lie, sealed. A refresh token works once, so its row is locked while it is used. */
@Component
class Vault {

    // Together longer than the exchange with a network under the lock. One wait has to be shorter than the time after
    // which a statement is ended (application.yaml).
    private static final int WAITS = 4;
    private static final String ONE_WAIT = "set local lock_timeout = '11s'";

    private final JdbcClient jdbc;
    private final Sealing sealing;
    private final TransactionTemplate alone;

    Vault(JdbcClient jdbc, Sealing sealing, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.sealing = sealing;
        this.alone = new TransactionTemplate(transactions);
        // A rotated token must be kept even when what the caller was doing is rolled back.
        this.alone.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** The credentials in an account's row, when our key opens them. */
    Optional<Credentials> open(UUID account, ResultSet row) throws SQLException {
        Sealed kept = new Sealed(row.getString("sealing_key"), row.getBytes("credentials"));
        return sealing.opens(kept.keyId())
                ? Optional.of(Keepsake.read(sealing.open(kept, place(account))))
                : Optional.empty();
    }

    /** As {@link health.clarion.channels.CredentialsStore#renew} says it. */
    Credentials renew(UUID account, Credentials stale, UnaryOperator<Credentials> renewal) {
        for (int wait = 0; wait < WAITS; wait++) {
            try {
                Credentials renewed = alone.execute(status -> renewLocked(account, stale, renewal));
                return renewed == null ? stale : renewed;
            } catch (PessimisticLockingFailureException busy) {
                continue; // somebody else is renewing
            }
        }
        return stale; // somebody else has been renewing for long: not now
    }

    private Credentials renewLocked(UUID account, Credentials stale, UnaryOperator<Credentials> renewal) {
        jdbc.sql(ONE_WAIT).update();
        Optional<Credentials> stored = locked(account);
        if (stored.isEmpty()) {
            return stale;
        }
        Credentials current = stored.get();
        if (!current.equals(stale)) {
            return current;
        }
        Credentials renewed = Keepsake.merged(current, renewal.apply(current));
        if (!renewed.equals(current)) {
            save(account, renewed);
        }
        return renewed;
    }

    private Optional<Credentials> locked(UUID account) {
        return jdbc.sql("""
                select credentials, sealing_key from accounts.account
                where id = :id and credentials is not null for update
                """)
                .param("id", account)
                .query((row, number) -> open(account, row))
                .optional()
                .flatMap(Function.identity());
    }

    void save(UUID account, Credentials credentials) {
        Sealed sealed = sealing.seal(Keepsake.write(credentials), place(account));
        jdbc.sql("update accounts.account set credentials = :sealed, sealing_key = :key where id = :id")
                .param("sealed", sealed.bytes())
                .param("key", sealed.keyId())
                .param("id", account)
                .update();
    }

    private static String place(UUID account) {
        return "account:" + account;
    }
}
