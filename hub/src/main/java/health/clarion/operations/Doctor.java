package health.clarion.operations;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Looks whether all is well, and says in plain words what is not and what to do. */
final class Doctor {

    private static final long DISK_WRONG_BYTES = 500L << 20;
    private static final long DISK_MIND_BYTES = 5L << 30;
    private static final Duration CLOCKS_MAY_DIFFER = Duration.ofSeconds(2);

    private final PrintStream out;
    private int wrong;
    private int mind;

    Doctor(PrintStream out) {
        this.out = out;
    }

    /** Looks at this computer and the folder. */
    void examine(DataDirectory data) {
        look("Java", Doctor::java);
        look("Secrets", () -> secrets(data));
        look("Disk", () -> disk(data));
    }

    /** Looks at the database. */
    void examine(Database database, Clock clock) {
        JdbcClient jdbc = JdbcClient.create(database.owner());
        look("Database", () -> durability(jdbc));
        look("Migrations", () -> migrations(jdbc));
        look("Clock", () -> clock(jdbc, clock));
    }

    /** Looks at what the modules brought. */
    void examine(List<Check> checks) {
        checks.forEach(check -> look(check.name(), check::look));
    }

    /** Says the sum. @return the exit code: 0 unless something is wrong */
    int conclude() {
        out.println();
        if (wrong == 0 && mind == 0) {
            out.println("All is well.");
        } else {
            out.println(wrong + " wrong, " + mind + " to see to.");
        }
        return wrong == 0 ? 0 : 1;
    }

    /** Notes something that could not even be looked at. */
    void wrong(String name, String words, String whatToDo) {
        look(name, () -> new Check.Result.Wrong(words, whatToDo));
    }

    private void look(String name, Supplier<Check.Result> check) {
        Check.Result result;
        try {
            result = check.get();
        } catch (RuntimeException e) {
            result = new Check.Result.Wrong(
                    "Could not be looked at: " + e.getMessage(), "See the lines above; mend those first.");
        }
        switch (result) {
            case Check.Result.Fine fine -> print("ok   ", name, fine.words(), "");
            case Check.Result.Mind minded -> {
                mind++;
                print("mind ", name, minded.words(), minded.whatToDo());
            }
            case Check.Result.Wrong broken -> {
                wrong++;
                print("WRONG", name, broken.words(), broken.whatToDo());
            }
        }
    }

    private void print(String sign, String name, String words, String whatToDo) {
        out.printf("%s  %-11s %s%n", sign, name, words);
        if (!whatToDo.isEmpty()) {
            out.printf("%19s→ %s%n", "", whatToDo);
        }
    }

    private static Check.Result java() {
        String version = System.getProperty("java.version") + ", " + System.getProperty("java.vendor");
        return Runtime.version().feature() >= 25
                ? new Check.Result.Fine("Java " + version + ".")
                : new Check.Result.Wrong(
                        "Java " + version + " is too old.", "Install a JDK 25; ./clarion run says how.");
    }

    private static Check.Result secrets(DataDirectory data) {
        try {
            if (!Files.isDirectory(data.secrets())
                    || !data.root()
                            .getFileSystem()
                            .supportedFileAttributeViews()
                            .contains("posix")) {
                return new Check.Result.Fine("Nothing to protect in files here.");
            }
            Set<PosixFilePermission> allowed = Set.of(
                    PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE, PosixFilePermission.OWNER_EXECUTE);
            return allowed.containsAll(Files.getPosixFilePermissions(data.secrets()))
                    ? new Check.Result.Fine("Only their owner can read them.")
                    : new Check.Result.Wrong(
                            "Other users of this computer can read " + data.secrets() + ".",
                            "chmod 700 " + data.secrets());
        } catch (IOException e) {
            return new Check.Result.Wrong(data.secrets() + " can't be looked at.", "Run the doctor as the hub's user.");
        }
    }

    private static Check.Result disk(DataDirectory data) {
        try {
            long free = Files.getFileStore(data.root()).getUsableSpace();
            String words = "%.1f GB are free for %s.".formatted(free / 1e9, data.root());
            if (free < DISK_WRONG_BYTES) {
                return new Check.Result.Wrong(words, "Make room now: without it nothing can be saved.");
            }
            return free < DISK_MIND_BYTES
                    ? new Check.Result.Mind(words, "Make room soon.")
                    : new Check.Result.Fine(words);
        } catch (IOException e) {
            return new Check.Result.Wrong("The free space can't be read.", "Look with: df -h " + data.root());
        }
    }

    private static Check.Result durability(JdbcClient jdbc) {
        List<String> lax = LocalPostgres.DURABLE.stream()
                .filter(setting -> !jdbc.sql("show " + setting)
                        .query(String.class)
                        .single()
                        .matches("on|remote_apply|remote_write|local"))
                .toList();
        String version = jdbc.sql("show server_version").query(String.class).single();
        return lax.isEmpty()
                ? new Check.Result.Fine("PostgreSQL " + version + "; what is saved survives a power cut.")
                : new Check.Result.Wrong(
                        "PostgreSQL " + version + " could lose what was saved: " + String.join(", ", lax) + " is off.",
                        "Switch it on in the server's settings and restart it.");
    }

    private static Check.Result migrations(JdbcClient jdbc) {
        return Migrations.isCurrent(jdbc)
                ? new Check.Result.Fine("The tables are those this version needs.")
                : new Check.Result.Mind(
                        "The tables are from another version.", "The next ./clarion run brings them up to date.");
    }

    private static Check.Result clock(JdbcClient jdbc, Clock clock) {
        Instant there = jdbc.sql("select clock_timestamp()")
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
        Duration apart = Duration.between(there, clock.instant()).abs();
        return apart.compareTo(CLOCKS_MAY_DIFFER) <= 0
                ? new Check.Result.Fine("This computer and the database agree on the time.")
                : new Check.Result.Wrong(
                        "This computer and the database are " + apart.toSeconds()
                                + " s apart: posts could go out at the wrong time.",
                        "Switch on time synchronisation on both.");
    }
}
