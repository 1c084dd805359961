package health.clarion.proof;

import health.clarion.Clarion;
import health.clarion.operations.Database;
import health.clarion.operations.Migrations;
import health.clarion.operations.PagesLeftOut;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Everything a proof needs, on this machine only: a durable PostgreSQL, stand-in networks, hubs. */
final class Town implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Path folder;
    private final EmbeddedPostgres server;
    private final String address;
    private final Database database;
    private final List<Child> children = new ArrayList<>();

    /** A stand-in network in a process of its own; {@code log} holds everything it really created. */
    record Network(String url, Path log, JsonNode account, Child process) {}

    private Town(Path folder, EmbeddedPostgres server) {
        this.folder = folder;
        this.server = server;
        this.address = "postgresql://postgres:proof@localhost:" + server.getPort() + "/clarion";
        this.database = Database.onServer(address);
        Migrations.run(database);
    }

    // As durable as the database that ships with the hub: what a kill must not lose has to be on disk.
    static Town build() throws IOException {
        Path folder = Files.createTempDirectory("clarion-proof");
        EmbeddedPostgres server = EmbeddedPostgres.builder()
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("max_connections", "200")
                .start();
        JdbcClient.create(server.getPostgresDatabase())
                .sql("create database clarion template template0 locale_provider icu icu_locale 'und'")
                .update();
        return new Town(folder, server);
    }

    Path data() {
        return folder.resolve("data");
    }

    /** As the hub's own role. */
    JdbcClient sql() {
        return JdbcClient.create(database.owner());
    }

    /** Starts a stand-in; {@code main} is its class. */
    Network network(String name, Class<?> main, List<String> options) throws IOException {
        Path log = folder.resolve(name + ".jsonl");
        List<String> arguments = new ArrayList<>(options);
        arguments.addAll(List.of("--log", log.toString()));
        Child process = keep(Child.start(main.getName(), List.of(), arguments, folder.resolve(name + ".err")));
        JsonNode said = JSON.readTree(process.firstLine());
        return new Network(
                said.path("url").asString(),
                Path.of(said.path("log").asString()),
                said.path("accounts").path(0),
                process);
    }

    /** Starts a hub without pages on this town's database, quick to start; it says itself when it is ready. */
    Child hub(String name, Map<String, String> settings) throws IOException {
        return keep(ready(Child.start(Clarion.class.getName(), flags(settings), words(), log(name))));
    }

    /** As {@link #hub}, with the options a hub has in earnest, so that it can be measured. */
    Child hubAsShipped(String name, Map<String, String> settings) throws IOException {
        return keep(ready(Child.startAsShipped(Clarion.class.getName(), flags(settings), words(), log(name))));
    }

    private static Child ready(Child hub) {
        hub.awaitInBackground();
        return hub;
    }

    private static List<String> flags(Map<String, String> settings) {
        List<String> flags = new ArrayList<>();
        settings.forEach((key, value) -> flags.add("-D" + key + "=" + value));
        flags.add("-Dclarion.allow-loopback-networks=true");
        return flags;
    }

    private List<String> words() {
        return List.of("run", "--no-pages", "--data", data().toString(), "--database", address);
    }

    private Path log(String name) {
        return folder.resolve(name + ".err");
    }

    /** A hub inside this process, to plan with: it sends nothing itself. */
    ConfigurableApplicationContext desk() {
        SpringApplication hub = new SpringApplication(Clarion.class);
        hub.setWebApplicationType(WebApplicationType.NONE);
        hub.setRegisterShutdownHook(false);
        hub.setLogStartupInfo(false);
        Map<String, Object> settings = new HashMap<>();
        settings.put("spring.datasource.url", database.url());
        settings.put("spring.datasource.username", Database.APPLICATION);
        settings.put("spring.datasource.password", database.applicationPassword());
        settings.put("clarion.data", data().toString());
        settings.put("clarion.demo", "true");
        settings.put("clarion.demo.world", "false");
        settings.put("clarion.allow-loopback-networks", "true");
        settings.put("clarion.publishing.enabled", "false");
        settings.put("db-scheduler.enabled", "false");
        hub.addInitializers(context -> {
            context.getBeanFactory().registerSingleton("pagesLeftOut", new PagesLeftOut());
            context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("proof", settings));
        });
        return hub.run();
    }

    private Child keep(Child child) {
        children.add(child);
        return child;
    }

    @Override
    public void close() {
        children.reversed().forEach(Child::close);
        try {
            server.close();
        } catch (IOException running) {
            throw new UncheckedIOException(running);
        }
        try (var paths = Files.walk(folder)) {
            paths.sorted(Comparator.reverseOrder())
                    .forEach(path -> path.toFile().delete());
        } catch (IOException left) {
            throw new UncheckedIOException(left);
        }
    }
}
