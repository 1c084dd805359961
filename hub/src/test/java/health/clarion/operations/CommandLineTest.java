package health.clarion.operations;

import static org.assertj.core.api.Assertions.assertThat;

import health.clarion.Clarion;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Verbs as a person types them, on a hub of their own. */
class CommandLineTest {

    @TempDir
    Path folder;

    @Test
    void aHubWithoutPagesAnswersTheDoctorAndTheAuditAndIsBackedUpAndRestored() {
        try (LocalPostgres server = LocalPostgres.start(folder.resolve("data"))) {
            Migrations.run(server.database());
        }
        Answer doctor = obey("doctor", "--data", folder.resolve("data").toString());
        assertThat(doctor.words()).contains("what is saved survives a power cut", "entries are as they were written");
        assertThat(doctor.words()).doesNotContain("WRONG");
        assertThat(doctor.code()).contains(0);

        try (LocalPostgres server = LocalPostgres.start(folder.resolve("data"))) {
            planSomethingDue(server);
        }
        Answer audit = obey("audit", "verify", "--data", folder.resolve("data").toString());
        assertThat(audit.words()).contains("The audit is intact");
        try (LocalPostgres server = LocalPostgres.start(folder.resolve("data"))) {
            assertThat(untouched(server))
                    .as("the delivery that was due all the while")
                    .isOne();
        }

        String file = folder.resolve("a.backup").toString();
        assertThat(obey("backup", file, "--data", folder.resolve("data").toString())
                        .code())
                .contains(0);
        Answer restore =
                obey("restore", file, "--data", folder.resolve("restored").toString());
        assertThat(restore.words()).contains("Restored into", "connected network accounts have to sign in again");
        assertThat(obey("audit", "verify", "--data", folder.resolve("restored").toString())
                        .code())
                .contains(0);
    }

    @Test
    void aFolderWithoutADatabaseIsNotFilledByLookingAtIt() {
        String nothing = folder.resolve("nothing").toString();
        Answer doctor = obey("doctor", "--data", nothing);
        assertThat(doctor.code()).contains(1);
        assertThat(doctor.words()).contains("There is no database in");
        assertThat(obey("audit", "verify", "--data", nothing).code()).contains(1);
        assertThat(folder.resolve("nothing/postgresql")).doesNotExist();
    }

    @Test
    void aFileThatIsNoExportMakesNoDatabase() throws IOException {
        Path noise = Files.write(folder.resolve("noise.export"), new byte[5_000]);
        assertThat(obey(
                                "import",
                                noise.toString(),
                                "--data",
                                folder.resolve("new").toString())
                        .code())
                .contains(1);
        assertThat(folder.resolve("new/postgresql")).doesNotExist();
    }

    private static void planSomethingDue(LocalPostgres server) {
        JdbcClient.create(server.database().owner()).sql("""
                insert into publishing.delivery (id, post, campaign, submission, content_hash, account, network, wall,
                    zone, due_at, late_after, state, next_look_at, scheduled_by, scheduled_at)
                select id, id, id, id, repeat('a', 64), id, 'bluesky', localtimestamp, 'UTC', now(), now(),
                    'SCHEDULED', now(), id, now()
                from (select gen_random_uuid() as id) new
                """).update();
    }

    private static int untouched(LocalPostgres server) {
        return JdbcClient.create(server.database().owner())
                .sql("""
                select count(*) from publishing.delivery
                where state = 'SCHEDULED' and lease_token is null and worker is null and next_look_at = scheduled_at
                """)
                .query(Integer.class)
                .single();
    }

    private record Answer(Optional<Integer> code, String words) {}

    private static Answer obey(String... words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Optional<Integer> code =
                CommandLine.obey(Clarion.class, new PrintStream(out, true, StandardCharsets.UTF_8), words);
        return new Answer(code, out.toString(StandardCharsets.UTF_8));
    }
}
