package health.clarion.operations;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Turns a command line into a running hub, or into one of the works on its data. */
public final class CommandLine {

    private static final Clock CLOCK = Clock.systemUTC();

    private final Class<?> application;
    private final PrintStream out;

    private CommandLine(Class<?> application, PrintStream out) {
        this.application = application;
        this.out = out;
    }

    /**
     * Does what the words ask for. {@code run} returns once the hub serves; the others when they are done.
     *
     * @param application the Spring Boot application
     * @return the exit code; empty when the hub goes on running
     */
    public static Optional<Integer> obey(Class<?> application, String... words) {
        return obey(application, System.out, words);
    }

    static Optional<Integer> obey(Class<?> application, PrintStream out, String... words) {
        CommandLine line = new CommandLine(application, out);
        try {
            quietBeforeSpring();
            return line.carryOut(Order.read(words));
        } catch (OperationsException e) {
            System.err.println("clarion: " + e.getMessage());
            return Optional.of(1);
        } catch (RuntimeException e) {
            System.err.println("clarion: " + reason(e));
            return Optional.of(1);
        }
    }

    private Optional<Integer> carryOut(Order order) {
        return switch (order) {
            case Order.Run run -> {
                run(run);
                yield Optional.empty();
            }
            case Order.Special special -> Optional.of(special(special));
            case Order.MakeBackup backup -> Optional.of(backup(backup));
            case Order.RestoreBackup restore -> Optional.of(restore(restore));
            case Order.WriteExport export -> Optional.of(export(export));
            case Order.ReadExport read -> Optional.of(read(read));
            case Order.Examine examine -> Optional.of(examine(examine));
            case Order.Rehearse rehearse -> Optional.of(rehearse(rehearse));
        };
    }

    private void run(Order.Run run) {
        if (run.pages()) {
            requireFree(run.port());
        }
        House house = House.closedAtTheEnd();
        try {
            Database database = openDatabase(house, run.where(), true);
            Migrations.run(database);
            ConfigurableApplicationContext hub = hub(house, run, database).run();
            sayReady(run, hub.getEnvironment().getProperty("local.server.port", Integer.toString(run.port())));
            if (run.pages()) {
                hub.getBeanProvider(Welcome.class)
                        .orderedStream()
                        .flatMap(welcome -> welcome.lines().stream())
                        .forEach(out::println);
            }
        } catch (RuntimeException e) {
            house.close();
            throw e;
        }
    }

    private void sayReady(Order.Run run, String port) {
        Duration since = Duration.ofMillis(System.currentTimeMillis()
                - ProcessHandle.current().info().startInstant().orElseThrow().toEpochMilli());
        out.printf(
                "Clarion is ready in %.1f s%s. Ctrl-C stops it.%n",
                since.toMillis() / 1000.0, run.pages() ? ": http://localhost:" + port : ", without pages");
    }

    private int backup(Order.MakeBackup order) {
        if (order.where().database() != null) {
            throw new OperationsException(
                    "A server's database is backed up with the server's own means (pg_basebackup, "
                            + "pg_dump), or with “clarion export”.");
        }
        DataDirectory data = DataDirectory.at(order.where().data());
        requireDatabase(data);
        try (House house = House.closedAtTheEnd()) {
            LocalPostgres server = openServer(house, data, false);
            new Backup(data).make(server, order.file(), Instant.now(CLOCK));
        }
        out.println("Backed up to " + order.file() + ". It holds people's words: keep it where only you can read it.");
        out.println("The secrets in " + data.secrets() + " are not in it. Keep a copy of them in another place.");
        return 0;
    }

    private int restore(Order.RestoreBackup order) {
        DataDirectory data = DataDirectory.at(order.where().data());
        try (House house = House.closedAtTheEnd()) {
            house.keep(data.claim());
            boolean secretsKept = Files.isDirectory(data.secrets());
            new Backup(data).restore(order.file());
            house.keep(LocalPostgres.start(data));
            out.println("Restored into " + data.root() + ". Start it with: clarion run --data " + data.root());
            if (!secretsKept) {
                out.println("The secrets were not put back first: connected network accounts have to sign in again.");
            }
        }
        return 0;
    }

    private int export(Order.WriteExport order) {
        DataDirectory data = DataDirectory.at(order.where().data());
        if (order.where().database() == null) {
            requireDatabase(data);
        }
        try (House house = House.closedAtTheEnd()) {
            long rows =
                    new Export(openDatabase(house, order.where(), false), data).write(order.file(), Instant.now(CLOCK));
            out.println("Exported " + rows + " rows to " + order.file()
                    + ". It holds people's words: keep it where only you can read it.");
        }
        return 0;
    }

    private int read(Order.ReadExport order) {
        Export.requireWhole(order.file());
        try (House house = House.closedAtTheEnd()) {
            Database database = openDatabase(house, order.where(), true);
            long rows = new Export(database, DataDirectory.at(order.where().data())).read(order.file());
            out.println("Imported " + rows + " rows. Start the hub with the same --data and --database.");
        }
        return 0;
    }

    private int examine(Order.Examine order) {
        Doctor doctor = new Doctor(out);
        DataDirectory data = DataDirectory.at(order.where().data());
        doctor.examine(data);
        try (House house = House.closedAtTheEnd()) {
            if (order.where().database() == null) {
                requireDatabase(data);
            }
            Database database = openDatabase(house, order.where(), false);
            doctor.examine(database, CLOCK);
            ConfigurableApplicationContext hub = openQuietHub(house, order.where(), database);
            doctor.examine(List.of(new References(
                    hub.getBeanProvider(DeclaredReference.class).orderedStream().toList())));
            doctor.examine(hub.getBeanProvider(Check.class).orderedStream().toList());
        } catch (RuntimeException e) {
            doctor.wrong("Hub", reason(e), "Mend this first, then ask again.");
        }
        return doctor.conclude();
    }

    // The launcher lets the JVM write down what a start needs. The pages are asked for once, so that they are in it.
    private int rehearse(Order.Rehearse order) {
        try (House house = House.closedAtTheEnd()) {
            Database database = openDatabase(house, order.where(), true);
            Migrations.run(database);
            hub(house, new Order.Run(order.where(), 0, false, true), database).run();
        }
        return 0;
    }

    private static void requireDatabase(DataDirectory data) {
        if (!Files.isDirectory(data.postgres())) {
            throw new OperationsException(
                    "There is no database in " + data.root() + ". Say where it is with --data DIR.");
        }
    }

    private int special(Order.Special special) {
        if (special.where().database() == null) {
            requireDatabase(DataDirectory.at(special.where().data()));
        }
        try (House house = House.closedAtTheEnd()) {
            Database database = openDatabase(house, special.where(), false);
            ConfigurableApplicationContext hub = openQuietHub(house, special.where(), database);
            HubCommand command = hub.getBeanProvider(HubCommand.class).stream()
                    .filter(known -> known.verb().equals(special.verb()))
                    .findFirst()
                    .orElseThrow(() -> new OperationsException(
                            "“" + special.verb() + "” is not something Clarion can do. See: clarion help"));
            return command.run(special.arguments(), out);
        }
    }

    /** A hub that only answers questions: no pages, no jobs, and nothing is published. */
    private ConfigurableApplicationContext openQuietHub(House house, Order.Where where, Database database) {
        if (!Migrations.isCurrent(JdbcClient.create(database.owner()))) {
            throw new OperationsException("The tables are from another version. Start this one once: clarion run");
        }
        SpringApplication hub = hub(house, new Order.Run(where, 0, false, false), database);
        hub.addInitializers(context -> context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "quiet hub",
                        Map.of(
                                "db-scheduler.enabled", "false",
                                "clarion.publishing.enabled", "false",
                                "spring.modulith.events.republish-outstanding-events-on-restart", "false",
                                // Nobody waits at a page, and looking through everything may take long.
                                "spring.datasource.hikari.connection-init-sql", "select 1",
                                "spring.datasource.hikari.data-source-properties.socketTimeout", "0"))));
        return hub.run();
    }

    /**
     * The database this order is about: the server's, or the embedded one, which is started here unless a hub runs it.
     *
     * @param alone true when no other hub may be using the folder
     */
    private static Database openDatabase(House house, Order.Where where, boolean alone) {
        if (where.database() != null) {
            return Database.onServer(where.database());
        }
        return openServer(house, DataDirectory.at(where.data()), alone).database();
    }

    private static LocalPostgres openServer(House house, DataDirectory data, boolean alone) {
        if (!alone) {
            Optional<LocalPostgres> running = LocalPostgres.running(data);
            if (running.isPresent() && data.isClaimed()) {
                return running.get();
            }
        }
        house.keep(data.claim());
        return house.keep(LocalPostgres.start(data));
    }

    private SpringApplication hub(House house, Order.Run run, Database database) {
        SpringApplication hub = new SpringApplication(application);
        hub.setRegisterShutdownHook(false);
        hub.setLogStartupInfo(false);
        if (!run.pages()) {
            hub.setWebApplicationType(WebApplicationType.NONE);
            hub.addInitializers(
                    context -> context.getBeanFactory().registerSingleton("pagesLeftOut", new PagesLeftOut()));
        }
        hub.setDefaultProperties(settings(run));
        hub.addInitializers(context -> {
            house.keep(context::close);
            context.getEnvironment()
                    .getPropertySources()
                    .addFirst(new MapPropertySource("database", credentials(database)));
        });
        return hub;
    }

    // Looked at before anything is started, so that the answer comes at once and in words.
    private static void requireFree(int port) {
        try (ServerSocket probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        } catch (IOException taken) {
            throw new OperationsException("Port " + port + " can't be used (" + taken.getMessage()
                    + "). Perhaps another Clarion is running? Choose another with --port " + (port % 65_535 + 1));
        }
    }

    private static Map<String, Object> settings(Order.Run run) {
        Map<String, Object> settings = new HashMap<>();
        settings.put("clarion.port", Integer.toString(run.port()));
        settings.put("clarion.data", dataOf(run.where()).toString());
        settings.put("clarion.demo", Boolean.toString(run.demo()));
        settings.put("clarion.allow-loopback-networks", Boolean.toString(run.demo()));
        settings.put("clarion.pages", Boolean.toString(run.pages()));
        settings.put("clarion.base-url", "http://localhost:" + run.port());
        return settings;
    }

    private static Path dataOf(Order.Where where) {
        return DataDirectory.at(where.data()).root();
    }

    private static Map<String, Object> credentials(Database database) {
        return Map.of(
                "spring.datasource.url", database.url(),
                "spring.datasource.username", Database.APPLICATION,
                "spring.datasource.password", database.applicationPassword());
    }

    // The whole story of a failed start is in the log above; this is the line a person reads first.
    private static String reason(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root instanceof OperationsException
                ? String.valueOf(root.getMessage())
                : "The hub did not start: " + root.getMessage();
    }

    // Spring reads the configuration later; until then only our own words and warnings matter, in the same form.
    private static void quietBeforeSpring() {
        if (!(LoggerFactory.getILoggerFactory() instanceof LoggerContext logs)) {
            return;
        }
        Logger root = logs.getLogger(Logger.ROOT_LOGGER_NAME);
        root.setLevel(Level.WARN);
        logs.getLogger(CommandLine.class.getPackageName()).setLevel(Level.INFO);
        PatternLayoutEncoder words = new PatternLayoutEncoder();
        words.setContext(logs);
        words.setPattern("%d{HH:mm:ss} %-5level %logger{0}: %msg%n");
        words.start();
        root.iteratorForAppenders().forEachRemaining(appender -> {
            if (appender instanceof ConsoleAppender<ILoggingEvent> console) {
                console.setEncoder(words);
            }
        });
    }
}
