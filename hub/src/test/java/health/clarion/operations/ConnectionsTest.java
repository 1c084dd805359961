package health.clarion.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import health.clarion.TestPostgres;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** Who is told that the database is away, and why. */
class ConnectionsTest {

    @Test
    void aCallerWhoIsStoppedWhileWaitingTakesTheDatabaseFromNobodyElse() throws SQLException {
        try (HikariDataSource pool = emptyPool(TestPostgres.fresh().ownerUrl())) {
            Connections connections = new Connections(pool);
            Thread.currentThread().interrupt();
            assertThatThrownBy(connections::getConnection).isInstanceOf(SQLException.class);
            assertThat(Thread.interrupted()).isTrue();

            try (Connection next = connections.getConnection()) {
                assertThat(next.isValid(5)).isTrue();
            }
        }
    }

    @Test
    void whoAsksRightAfterAFailureIsToldAtOnce() {
        try (HikariDataSource pool = emptyPool("jdbc:postgresql://localhost:1/nothing")) {
            Connections connections = new Connections(pool);
            assertThatThrownBy(connections::getConnection).isInstanceOf(SQLException.class);

            assertThatThrownBy(connections::getConnection).hasMessageContaining("a moment ago");
        }
    }

    private static HikariDataSource emptyPool(String url) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setMaximumPoolSize(2);
        config.setMinimumIdle(0);
        config.setConnectionTimeout(1_000);
        config.setInitializationFailTimeout(-1);
        return new HikariDataSource(config);
    }
}
