package health.clarion.publishing;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * A network has answered, and the database is away: the answer is kept in memory and written down when it is back. A hub
 * that forgot it would have to ask the network, or a person, for what it knew.
 *
 * <p>Writing twice does no harm: the ledger's writes say what is, and each compares the lease. Whoever else took the
 * delivery over meanwhile found the same truth.
 */
final class WritingDown {

    private static final Duration LONGEST = Duration.ofMinutes(3);
    private static final Duration PAUSE = Duration.ofMillis(500);

    /**
     * What {@code writing} returns, tried again while the database can't be reached.
     *
     * @throws RuntimeException of the last try when that lasts longer than three minutes, or this thread is stopped
     */
    <T> T whenPossible(Supplier<T> writing) {
        long end = System.nanoTime() + LONGEST.toNanos();
        while (true) {
            try {
                return writing.get();
            } catch (DataAccessResourceFailureException | TransientDataAccessException | TransactionException away) {
                if (System.nanoTime() > end || !rested()) {
                    throw away;
                }
            }
        }
    }

    private static boolean rested() {
        try {
            TimeUnit.NANOSECONDS.sleep(PAUSE.toNanos());
            return true;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
