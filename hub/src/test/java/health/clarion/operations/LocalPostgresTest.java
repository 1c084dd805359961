package health.clarion.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The embedded server: durable, private, and back by itself after the worst. */
class LocalPostgresTest {

    @TempDir
    Path folder;

    @Test
    void whatWasSavedIsThereAtTheNextStartOnTheSamePort() {
        int port;
        try (LocalPostgres server = LocalPostgres.start(folder)) {
            port = server.port();
            JdbcClient owner = JdbcClient.create(server.database().owner());
            owner.sql("create table kept as select 'still here' as word").update();
            assertThat(owner.sql("show fsync").query(String.class).single()).isEqualTo("on");
            assertThat(owner.sql("show full_page_writes").query(String.class).single())
                    .isEqualTo("on");
            assertThat(owner.sql("select datlocprovider = 'i' from pg_database where datname = current_database()")
                            .query(Boolean.class)
                            .single())
                    .isTrue();
        }
        try (LocalPostgres server = LocalPostgres.start(folder)) {
            assertThat(server.port()).isEqualTo(port);
            assertThat(JdbcClient.create(server.database().owner())
                            .sql("select word from kept")
                            .query(String.class)
                            .single())
                    .isEqualTo("still here");
        }
        assertThat(LocalPostgres.running(DataDirectory.at(folder))).isEmpty();
    }

    @Test
    void nobodyGetsInWithoutThePasswordWhichOnlyItsOwnerCanRead() throws Exception {
        try (LocalPostgres server = LocalPostgres.start(folder)) {
            assertThatThrownBy(
                            () -> DriverManager.getConnection(server.database().url(), "postgres", ""))
                    .hasMessageContaining("password");
            assertThatThrownBy(
                            () -> DriverManager.getConnection(server.database().url(), "postgres", "postgres"))
                    .hasMessageContaining("password authentication failed");
            assertThat(Files.getPosixFilePermissions(folder.resolve("secrets/database-administrator")))
                    .isEqualTo(PosixFilePermissions.fromString("rw-------"));
            assertThat(Files.getPosixFilePermissions(folder.resolve("secrets")))
                    .isEqualTo(PosixFilePermissions.fromString("rwx------"));
            assertThat(server.database().toString())
                    .doesNotContain(server.database().ownerPassword());
        }
    }

    @Test
    void aServerLeftBehindByAKilledHubIsStoppedAndNothingSavedIsLost() throws Exception {
        Process hub = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledHub.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        assertThat(hub.inputReader().lines().anyMatch("saved"::equals)).isTrue();
        hub.destroyForcibly();
        assertThat(hub.waitFor(30, TimeUnit.SECONDS)).isTrue();
        LeftOver left = LeftOver.in(folder.toRealPath().resolve("postgresql")).orElseThrow();

        try (LocalPostgres server = LocalPostgres.start(folder)) {
            assertThat(LeftOver.in(folder.toRealPath().resolve("postgresql"))
                            .orElseThrow()
                            .pid())
                    .isNotEqualTo(left.pid());
            assertThat(JdbcClient.create(server.database().owner())
                            .sql("select word from kept")
                            .query(String.class)
                            .single())
                    .isEqualTo("before the kill");
        }
    }

    @Test
    void aNoteThatNamesAStrangersProcessIsNotBelieved() throws IOException {
        try (LocalPostgres server = LocalPostgres.start(folder)) {
            assertThat(server.port()).isPositive();
        }
        Path note = folder.resolve("postgresql/postmaster.pid");
        Files.writeString(note, ProcessHandle.current().pid() + "\n" + folder.resolve("postgresql") + "\n1\n5432\n");

        try (LocalPostgres server = LocalPostgres.start(folder)) {
            assertThat(server.database().acceptsApplication()).isTrue();
        }
    }

    @Test
    void aServerThatCouldForgetWhatWasSavedIsNotUsed() {
        try (LocalPostgres server = LocalPostgres.start(folder)) {
            JdbcClient.create(server.administration().owner())
                    .sql("alter system set synchronous_commit = off")
                    .update();
        }
        assertThatThrownBy(() -> LocalPostgres.start(folder))
                .isInstanceOf(OperationsException.class)
                .hasMessageContaining("synchronous_commit = off");
        assertThat(LocalPostgres.running(DataDirectory.at(folder))).isEmpty();
    }

    @Test
    void twoHubsOnOneFolderAreToldSo() {
        DataDirectory data = DataDirectory.at(folder);
        try (DataDirectory.Claim first = data.claim()) {
            assertThat(first).isNotNull();
            assertThatThrownBy(() -> DataDirectory.at(folder).claim())
                    .isInstanceOf(OperationsException.class)
                    .hasMessageContaining("Another Clarion (process "
                            + ProcessHandle.current().pid() + ")")
                    .hasMessageContaining("--data DIR");
        }
        data.claim().close();
    }

    /** A hub that saves something and then waits to be killed. */
    static final class KilledHub {

        public static void main(String[] arguments) throws IOException {
            LocalPostgres server = LocalPostgres.start(Path.of(arguments[0]));
            JdbcClient.create(server.database().owner())
                    .sql("create table kept as select 'before the kill' as word")
                    .update();
            System.out.println("saved");
            System.in.read();
        }
    }
}
