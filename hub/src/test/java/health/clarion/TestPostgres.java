package health.clarion;

import health.clarion.operations.Migrations;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** One PostgreSQL for all tests of a run; each application context gets a database of its own. */
public final class TestPostgres implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final AtomicInteger databases = new AtomicInteger();
    private static final EmbeddedPostgres server = start();

    /** Addresses and credentials of one fresh, migrated database. */
    public record Database(String url, String name, String appUser, String appPassword) {

        /** The owner's address, for looking or changing behind the hub's back. */
        public String ownerUrl() {
            return url + "?user=postgres";
        }
    }

    /** A new database with every migration run. */
    public static Database fresh() {
        String name = "clarion_test_" + databases.incrementAndGet();
        try (var connection = server.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create database " + name + " template template0 locale_provider icu icu_locale 'und'");
        } catch (java.sql.SQLException failed) {
            throw new IllegalStateException(failed);
        }
        Migrations.run(server.getDatabase("postgres", name), "clarion_app", "test-only");
        return new Database(
                "jdbc:postgresql://localhost:" + server.getPort() + "/" + name, name, "clarion_app", "test-only");
    }

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        Database database = fresh();
        TestPropertyValues.of(
                        "spring.datasource.url=" + database.url(),
                        "spring.datasource.username=" + database.appUser(),
                        "spring.datasource.password=" + database.appPassword(),
                        "clarion.test-owner-url=" + database.ownerUrl(),
                        "clarion.data=" + temporaryFolder())
                .applyTo(context);
    }

    private static Path temporaryFolder() {
        try {
            return Files.createTempDirectory("clarion-test");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    // Nothing here has to survive a power cut, so fsync stays off.
    private static EmbeddedPostgres start() {
        try {
            return EmbeddedPostgres.builder()
                    .setServerConfig("max_connections", "200")
                    .start();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
