package health.clarion.operations;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The PostgreSQL server that lives in a data directory: durable, on the loopback address only, behind a password, without
 * a socket file. It is started and stopped with the hub; one that a killed hub left behind is recognised and stopped first.
 */
public final class LocalPostgres implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LocalPostgres.class);
    private static final int ATTEMPTS_TO_FIND_A_PORT = 5;
    private static final long LOG_KEPT_BYTES = 4_000_000;
    private static final List<String> LOCALES = List.of("C.UTF-8", "en_US.UTF-8", "C");
    static final List<String> DURABLE = List.of("fsync", "synchronous_commit", "full_page_writes");

    static final String ADMINISTRATOR = "postgres";
    static final String DATABASE = "clarion";

    private final DataDirectory data;
    private final PostgresBinaries programs;
    private final boolean ours;
    private int port;

    private LocalPostgres(DataDirectory data, PostgresBinaries programs, boolean ours) {
        this.data = data;
        this.programs = programs;
        this.ours = ours;
    }

    /**
     * Starts the server of this folder, making it first when there is none. The caller holds the folder's claim.
     *
     * @throws OperationsException when it can't be started or isn't durable, saying where its log is
     */
    public static LocalPostgres start(DataDirectory data) {
        LocalPostgres server = new LocalPostgres(data, PostgresBinaries.unpacked(), true);
        server.startOnAFreePort();
        return server;
    }

    /** Starts the server of the folder at this path; see {@link #start(DataDirectory)}. */
    public static LocalPostgres start(Path dataDirectory) {
        return start(DataDirectory.at(dataDirectory));
    }

    /** The server that a running hub has started in this folder; closing what is returned leaves it running. */
    static Optional<LocalPostgres> running(DataDirectory data) {
        return LeftOver.in(data.postgres()).map(process -> {
            LocalPostgres server = new LocalPostgres(data, PostgresBinaries.unpacked(), false);
            server.port = process.port();
            return server;
        });
    }

    /** The database with its two roles. */
    public Database database() {
        return new Database(
                "jdbc:postgresql://127.0.0.1:" + port + "/" + DATABASE,
                Database.OWNER,
                data.secret("database-owner"),
                data.secret("database-application"));
    }

    /** The server's administrator, who may copy its files and settings; for operations only. */
    Database administration() {
        return new Database(
                "jdbc:postgresql://127.0.0.1:" + port + "/" + ADMINISTRATOR,
                ADMINISTRATOR,
                data.secret("database-administrator"),
                data.secret("database-application"));
    }

    /** The loopback port it listens on. */
    public int port() {
        return port;
    }

    /** Stops the server, letting running statements end with an error, and waits until it is down. */
    @Override
    public void close() {
        if (ours && stop() != 0) {
            LOG.warn("PostgreSQL did not stop in time; it recovers by itself at the next start. Log: {}", log());
        }
    }

    /** A file in a folder that comes from a back-up: its server doesn't know this folder's passwords yet. */
    static Path restoredMark(Path folder) {
        return folder.resolve("clarion.restored");
    }

    private int stop() {
        return programs.run(log(), "pg_ctl", "stop", "-D", data.postgres().toString(), "-m", "fast", "-w", "-t", "30");
    }

    private void startOnAFreePort() {
        try {
            stopLeftOver();
            keepLogSmall();
            if (!Files.exists(data.postgres().resolve("PG_VERSION"))) {
                initialise();
            }
            if (!data.hasSecret("database-administrator") || Files.exists(restoredMark(data.postgres()))) {
                setAdministratorPasswordWithoutConnecting();
                Files.deleteIfExists(restoredMark(data.postgres()));
            }
            int code = 1;
            for (int attempt = 0; code != 0 && attempt < ATTEMPTS_TO_FIND_A_PORT; attempt++) {
                port = freePort(attempt);
                writeSettings();
                code = programs.run(
                        log(),
                        "pg_ctl",
                        "start",
                        "-D",
                        data.postgres().toString(),
                        "-l",
                        log().toString(),
                        "-w",
                        "-t",
                        "60");
            }
            if (code != 0) {
                throw new OperationsException("PostgreSQL did not start. Its log says why: " + log());
            }
            makeDatabase();
            verifyDurable();
        } catch (IOException e) {
            throw new OperationsException(
                    "PostgreSQL can't be set up in " + data.postgres() + ": " + e.getMessage(), e);
        }
    }

    private void stopLeftOver() throws IOException {
        Optional<LeftOver> left = LeftOver.in(data.postgres());
        if (left.isPresent()) {
            LOG.info(
                    "Stopping the PostgreSQL (process {}) that an earlier hub left running",
                    left.get().pid());
            if (stop() != 0) {
                throw new OperationsException("The PostgreSQL that an earlier hub left running (process "
                        + left.get().pid() + ") did not stop within 30 s. End that process and start again.");
            }
        }
        // Only a dead server's note can be left now: its process number may belong to a stranger today.
        Files.deleteIfExists(LeftOver.note(data.postgres()));
    }

    private void keepLogSmall() throws IOException {
        if (Files.exists(log()) && Files.size(log()) > LOG_KEPT_BYTES) {
            Files.move(log(), data.root().resolve("postgresql.log.1"), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private void initialise() throws IOException {
        LOG.info("Making a new database in {}", data.postgres());
        data.secret("database-administrator");
        for (String locale : LOCALES) {
            Path draft = data.root().resolve("postgresql.new");
            deleteTree(draft);
            DataDirectory.createPrivate(draft);
            int code = programs.run(
                    log(),
                    "initdb",
                    "--pgdata=" + draft,
                    "--username=" + ADMINISTRATOR,
                    "--pwfile=" + data.secrets().resolve("database-administrator"),
                    "--auth=scram-sha-256",
                    "--encoding=UTF8",
                    "--locale=" + locale,
                    "--locale-provider=icu",
                    "--icu-locale=und",
                    "--data-checksums");
            if (code == 0) {
                Files.move(draft, data.postgres());
                return;
            }
        }
        throw new OperationsException(
                "A new database can't be made in " + data.root() + ". The log says why: " + log());
    }

    // After a restore the secrets are new: they are not part of a back-up.
    private void setAdministratorPasswordWithoutConnecting() throws IOException {
        String password = data.secret("database-administrator");
        Process single = programs.builder(
                        "postgres", "--single", "-D", data.postgres().toString(), ADMINISTRATOR)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
                .start();
        try (var in = single.outputWriter()) {
            in.write("alter role " + ADMINISTRATOR + " password '" + password + "'\n");
        }
        try {
            if (single.waitFor() != 0) {
                throw new OperationsException("The database's password can't be set. The log says why: " + log());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new OperationsException("Interrupted while PostgreSQL was being set up.", e);
        }
    }

    private void writeSettings() throws IOException {
        Files.writeString(data.postgres().resolve("postgresql.conf"), """
                # Written by Clarion at each start; changes are lost. Put yours into clarion.conf beside this file.
                listen_addresses = '127.0.0.1'
                port = %d
                unix_socket_directories = ''
                password_encryption = 'scram-sha-256'
                max_connections = 120
                shared_buffers = 128MB
                wal_level = replica
                max_wal_size = 512MB
                log_min_messages = warning
                log_min_error_statement = panic
                log_timezone = 'UTC'
                timezone = 'UTC'
                include_if_exists = 'clarion.conf'
                fsync = on
                synchronous_commit = on
                full_page_writes = on
                """.formatted(port));
        Files.writeString(data.postgres().resolve("pg_hba.conf"), """
                # Everyone needs a password, and only this computer may ask.
                host all all 127.0.0.1/32 scram-sha-256
                """);
        Files.writeString(data.root().resolve("postgresql.port"), Integer.toString(port));
    }

    private void makeDatabase() {
        JdbcClient jdbc = JdbcClient.create(administration().owner());
        Database database = database();
        requireRole(jdbc, Database.OWNER, database.ownerPassword(), "createrole");
        requireRole(jdbc, Database.APPLICATION, database.applicationPassword(), "nocreaterole");
        boolean exists = jdbc.sql("select exists (select from pg_database where datname = :name)")
                .param("name", DATABASE)
                .query(Boolean.class)
                .single();
        if (!exists) {
            jdbc.sql("create database " + DATABASE + " owner " + Database.OWNER).update();
        }
    }

    private void requireRole(JdbcClient jdbc, String role, String password, String attributes) {
        if (!Database.accepts(administration().url(), role, password)) {
            Roles.set(jdbc, role, password, attributes);
        }
    }

    private void verifyDurable() {
        JdbcClient jdbc = JdbcClient.create(administration().owner());
        for (String setting : DURABLE) {
            String value = jdbc.sql("show " + setting).query(String.class).single();
            if (!value.equals("on")) {
                close();
                throw new OperationsException("PostgreSQL runs with " + setting + " = " + value
                        + ": a power cut could lose what was saved. Remove that setting from postgresql.auto.conf in "
                        + data.postgres() + " and start again.");
            }
        }
    }

    // The port of last time first, so that a person's own connections keep working.
    private int freePort(int attempt) throws IOException {
        Path note = data.root().resolve("postgresql.port");
        if (attempt == 0 && Files.exists(note)) {
            try (ServerSocket probe = new ServerSocket()) {
                probe.bind(loopback(Integer.parseInt(Files.readString(note).strip())));
                return probe.getLocalPort();
            } catch (BindException | IllegalArgumentException takenOrUnreadable) {
                LOG.debug("The database's port of last time is not free");
            }
        }
        try (ServerSocket probe = new ServerSocket()) {
            probe.bind(loopback(0));
            return probe.getLocalPort();
        }
    }

    private static InetSocketAddress loopback(int port) throws IOException {
        return new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port);
    }

    private Path log() {
        Path log = data.root().resolve("postgresql.log");
        try {
            if (!Files.exists(log)) {
                Files.createFile(log);
                if (log.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                    Files.setPosixFilePermissions(log, PosixFilePermissions.fromString("rw-------"));
                }
            }
        } catch (IOException e) {
            throw new OperationsException("The log file " + log + " can't be written.", e);
        }
        return log;
    }

    private static void deleteTree(Path root) throws IOException {
        if (Files.exists(root)) {
            try (var paths = Files.walk(root)) {
                for (Path path :
                        paths.sorted(java.util.Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }
}
