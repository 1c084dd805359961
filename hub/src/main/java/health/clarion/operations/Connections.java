package health.clarion.operations;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * The hub's pool of connections. Once the database could not be reached, whoever asks within the next second is told so at
 * once: a page that asks ten things waits once for a database that is away, not ten times.
 *
 * <p>A pool whose connections are all at work is busy, not cut off; there everybody waits their own time. Neither does
 * it say anything about the database that a caller was stopped while waiting.
 */
final class Connections extends DelegatingDataSource {

    private static final long REMEMBERED_NANOS = Duration.ofSeconds(1).toNanos();
    private static final String UNREACHABLE = "08001";

    private final HikariDataSource pool;
    private volatile long failedAt = System.nanoTime() - REMEMBERED_NANOS;

    Connections(HikariDataSource pool) {
        super(pool);
        this.pool = pool;
    }

    @Override
    public Connection getConnection() throws SQLException {
        if (System.nanoTime() - failedAt < REMEMBERED_NANOS) {
            throw new SQLTransientConnectionException("The database did not answer a moment ago", UNREACHABLE);
        }
        try {
            return pool.getConnection();
        } catch (SQLException away) {
            if (!allAtWork() && !Thread.currentThread().isInterrupted()) {
                failedAt = System.nanoTime();
            }
            throw away;
        }
    }

    private boolean allAtWork() {
        HikariPoolMXBean state = pool.getHikariPoolMXBean();
        return state != null && state.getActiveConnections() >= pool.getMaximumPoolSize();
    }
}
