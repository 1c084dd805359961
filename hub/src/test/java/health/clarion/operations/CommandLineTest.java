package health.clarion.operations;

import static org.assertj.core.api.Assertions.assertThat;

import health.clarion.Clarion;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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

        Answer audit = obey("audit", "verify", "--data", folder.resolve("data").toString());
        assertThat(audit.words()).contains("The audit is intact");

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
        Answer doctor = obey("doctor", "--data", folder.resolve("nothing").toString());
        assertThat(doctor.code()).contains(1);
        assertThat(doctor.words()).contains("There is no database in");
        assertThat(folder.resolve("nothing/postgresql")).doesNotExist();
    }

    private record Answer(Optional<Integer> code, String words) {}

    private static Answer obey(String... words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Optional<Integer> code =
                CommandLine.obey(Clarion.class, new PrintStream(out, true, StandardCharsets.UTF_8), words);
        return new Answer(code, out.toString(StandardCharsets.UTF_8));
    }
}
