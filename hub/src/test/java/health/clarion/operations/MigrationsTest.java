package health.clarion.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Each module's tables, and what the application's role may do to them. */
class MigrationsTest {

    @TempDir
    static Path folder;

    static LocalPostgres server;

    @BeforeAll
    static void start() {
        server = LocalPostgres.start(folder);
        Migrations.run(server.database());
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private final JdbcClient owner = JdbcClient.create(server.database().owner());
    private final JdbcClient application = JdbcClient.create(server.database().application());

    @Test
    void eachModuleHasItsOwnSchemaAndHistory() {
        assertThat(Migrations.modules()).contains("audit", "jobs", "mail", "operations");
        assertThat(Migrations.versions(owner)).containsOnlyKeys(Migrations.modules());
    }

    @Test
    void theApplicationCanAddToTheAuditButNeverChangeIt() {
        assertThat(application
                        .sql("select count(*) from audit.entry")
                        .query(Long.class)
                        .single())
                .isNotNull();
        for (String forbidden : new String[] {
            "delete from audit.entry",
            "update audit.entry set what = 'x'",
            "truncate audit.entry",
            "drop table audit.entry",
            "alter table audit.entry add column x int"
        }) {
            assertThatThrownBy(() -> application.sql(forbidden).update())
                    .rootCause()
                    .hasMessageMatching("(?s).*(permission denied|must be owner).*");
        }
    }

    @Test
    void theApplicationCanNeitherMakeTablesNorSeeTheHistory() {
        assertThatThrownBy(
                        () -> application.sql("create table mail.mine (id int)").update())
                .rootCause()
                .hasMessageContaining("permission denied");
        assertThatThrownBy(() -> application
                        .sql("select count(*) from mail.flyway_schema_history")
                        .query(Long.class)
                        .single())
                .rootCause()
                .hasMessageContaining("permission denied");
    }

    @Test
    void aStartThatBringsNothingNewRunsNothing() {
        assertThat(Migrations.isCurrent(owner)).isTrue();
        Migrations.run(server.database());
        assertThat(owner.sql("select count(*) from mail.flyway_schema_history")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }
}
