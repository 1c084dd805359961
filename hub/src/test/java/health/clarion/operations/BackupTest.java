package health.clarion.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Copying everything while the hub works, and bringing it back on real servers. */
class BackupTest {

    private static final Instant NOW = Instant.parse("2026-11-21T08:00:00Z");

    @TempDir
    static Path folder;

    static DataDirectory data;
    static LocalPostgres server;

    @TempDir
    Path elsewhere;

    @BeforeAll
    static void start() throws IOException {
        data = DataDirectory.at(folder.resolve("data"));
        server = LocalPostgres.start(data);
        Migrations.run(server.database());
        write("first");
        Files.createDirectories(data.root().resolve("audit-anchors"));
        Files.writeString(data.root().resolve("audit-anchors/2026-11-20.txt"), "1 abc\n");
        Files.writeString(data.root().resolve("demo-tokens.json"), "{}");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void whatIsSavedBeforeTheBackupEndsIsThereAfterTheRestoreAndTheHubWentOnWorking() throws Exception {
        Path file = elsewhere.resolve("monday.backup");
        AtomicBoolean done = new AtomicBoolean();
        Thread busyHub = Thread.ofPlatform().start(() -> {
            while (!done.get()) {
                write("while backing up");
            }
        });
        new Backup(data).make(server, file, NOW);
        done.set(true);
        busyHub.join();

        DataDirectory restored = DataDirectory.at(elsewhere.resolve("restored"));
        new Backup(restored).restore(file);
        try (LocalPostgres again = LocalPostgres.start(restored)) {
            Migrations.run(again.database());
            JdbcClient application = JdbcClient.create(again.database().application());
            assertThat(application
                            .sql("select count(*) from mail.message where subject = 'first'")
                            .query(Long.class)
                            .single())
                    .isEqualTo(1);
            assertThat(application
                            .sql("select count(*) from mail.message where subject = 'while backing up'")
                            .query(Long.class)
                            .single())
                    .isPositive();
            assertThat(again.database().ownerPassword())
                    .isNotEqualTo(server.database().ownerPassword());
        }
        assertThat(restored.root().resolve("audit-anchors/2026-11-20.txt")).hasContent("1 abc\n");
        try (LocalPostgres onceMore = LocalPostgres.start(restored)) {
            assertThat(onceMore.database().acceptsApplication()).isTrue();
        }
    }

    @Test
    void noSecretIsInABackupAndOnlyItsOwnerCanReadIt() throws Exception {
        Path file = elsewhere.resolve("quiet.backup");
        new Backup(data).make(server, file, NOW);
        try (ZipFile zip = new ZipFile(file.toFile())) {
            assertThat(zip.stream().map(Object::toString))
                    .contains("manifest.json", "postgresql/backup_label", "postgresql/global/pg_control")
                    .noneMatch(name -> name.contains("secrets")
                            || name.contains("demo-tokens")
                            || name.contains("postmaster.pid"));
        }
        assertThat(Files.getPosixFilePermissions(file)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    @Test
    void aDamagedBackupIsRefusedBeforeAnythingIsWritten() throws Exception {
        Path file = elsewhere.resolve("damaged.backup");
        new Backup(data).make(server, file, NOW);
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);

        DataDirectory target = DataDirectory.at(elsewhere.resolve("target"));
        assertThatThrownBy(() -> new Backup(target).restore(file))
                .isInstanceOf(OperationsException.class)
                .hasMessageContaining("is damaged");
        assertThat(target.isEmpty()).isTrue();

        Files.write(file, java.util.Arrays.copyOf(bytes, bytes.length / 2));
        assertThatThrownBy(() -> new Backup(target).restore(file))
                .isInstanceOf(OperationsException.class)
                .hasMessageContaining("is damaged");
        assertThat(target.isEmpty()).isTrue();
    }

    @Test
    void nothingIsWrittenOver() throws Exception {
        Path file = elsewhere.resolve("once.backup");
        new Backup(data).make(server, file, NOW);
        assertThatThrownBy(() -> new Backup(data).make(server, file, NOW)).hasMessageContaining("exists already");
        assertThatThrownBy(() -> new Backup(data).restore(file)).hasMessageContaining("is not empty");
        assertThatThrownBy(() -> new Export(server.database(), data).read(file)).hasMessageContaining("is in use");
    }

    @Test
    void anExportMovesEveryRowToAnotherServerAndItsNumbersGoOn() throws Exception {
        JdbcClient here = JdbcClient.create(server.database().application());
        here.sql("""
                insert into audit.entry (at, what, actor, subject, ids, digest)
                values (now(), 'post.submitted', 'hub', 'post:1', '{"a": "tab\\there"}', '\\x00ff')
                """).update();
        Path file = elsewhere.resolve("rows.export");
        long rows = new Export(server.database(), data).write(file, NOW);
        assertThat(rows).isPositive();

        DataDirectory target = DataDirectory.at(elsewhere.resolve("other"));
        try (LocalPostgres other = LocalPostgres.start(target)) {
            assertThat(new Export(other.database(), target).read(file)).isEqualTo(rows);
            JdbcClient there = JdbcClient.create(other.database().application());
            String everyEntry = "select string_agg(e::text, ';' order by number) from audit.entry e";
            assertThat(there.sql(everyEntry).query(String.class).single())
                    .isEqualTo(here.sql(everyEntry).query(String.class).single());
            there.sql("""
                    insert into audit.entry (at, what, actor, subject, ids, digest)
                    values (now(), 'post.signed', 'hub', 'post:1', '{}', '')
                    """).update();
            assertThat(Migrations.isCurrent(JdbcClient.create(other.database().owner())))
                    .isTrue();
            assertThatThrownBy(() -> new Export(other.database(), target).read(file))
                    .hasMessageContaining("is in use");
        }
    }

    private static void write(String subject) {
        JdbcClient.create(server.database().application())
                .sql("""
                        insert into mail.message (id, recipient, subject, body, written_at, next_try_at)
                        values (gen_random_uuid(), 'ana@example.org', :subject, 'Hello', now(), now())
                        """)
                .param("subject", subject)
                .update();
    }
}
