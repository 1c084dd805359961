package health.clarion.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Clarion on a server that belongs to somebody else, as an ordinary user of it. */
class ServerDatabaseTest {

    @TempDir
    static Path folder;

    static LocalPostgres server;
    static JdbcClient administrator;

    @BeforeAll
    static void aServerThatHasNeverSeenClarion() {
        server = LocalPostgres.start(folder);
        administrator = JdbcClient.create(server.administration().owner());
        administrator.sql("drop database clarion").update();
        administrator.sql("drop role clarion_app").update();
        administrator.sql("create role ana login createrole password 'a:b@c'").update();
        administrator.sql("create role bob login password 'bob'").update();
        administrator.sql("create database health owner ana").update();
        administrator.sql("create database bobs owner bob").update();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static Database database(String credentials, String name) {
        return Database.onServer("postgresql://" + credentials + "@127.0.0.1:" + server.port() + "/" + name);
    }

    @Test
    void aUserWhoMayNotMakeRolesIsToldWhatToAskFor() {
        assertThatThrownBy(() -> Migrations.run(database("bob:bob", "bobs")))
                .isInstanceOf(OperationsException.class)
                .hasMessageContaining("createrole");
    }

    @Test
    void everyHubOnADatabaseKnowsTheApplicationsPasswordAndItCannotTouchTheAudit() {
        Migrations.run(database("ana:a%3Ab%40c", "health"));
        Migrations.run(database("ana:a%3Ab%40c", "health"));

        Database another = database("ana:a%3Ab%40c", "health");
        assertThat(another.acceptsApplication()).isTrue();
        JdbcClient application = JdbcClient.create(another.application());
        assertThatThrownBy(() -> application.sql("delete from audit.entry").update())
                .rootCause()
                .hasMessageContaining("permission denied");
    }
}
