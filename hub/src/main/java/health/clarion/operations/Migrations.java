package health.clarion.operations;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Brings each module's schema to the version this program needs, as the role that owns them. Each module has a history of
 * its own, so that no module's numbers depend on another's. When nothing has changed since the last start, nothing is run.
 */
public final class Migrations {

    private static final String AUDIT = "audit";
    private static final long ONE_AT_A_TIME = 0x636c6172696f6eL; // "clarion": the lock hubs starting at once wait for

    private static final Pattern VERSION = Pattern.compile("([a-z]+)/V(\\d+)__.*\\.sql");

    private Migrations() {}

    /**
     * Runs every module's migrations and lets the application's role use the tables.
     *
     * @param owner a data source of the role that owns the schemas
     * @param appRole the role the hub works with; created when absent
     * @param appPassword its password
     */
    public static void run(DataSource owner, String appRole, String appPassword) {
        JdbcClient jdbc = JdbcClient.create(owner);
        Roles.set(jdbc, appRole, appPassword, "nocreaterole");
        migrate(owner, appRole, Map.of());
    }

    /** Runs what is missing on this database; quick when nothing is. */
    public static void run(Database database) {
        JdbcClient jdbc = JdbcClient.create(database.owner());
        requireSupportedVersion(jdbc);
        if (!database.acceptsApplication()) {
            Roles.set(jdbc, Database.APPLICATION, database.applicationPassword(), "nocreaterole");
        }
        if (!isCurrent(jdbc)) {
            migrate(database.owner(), Database.APPLICATION, Map.of());
        }
    }

    /**
     * Runs migrations up to older versions, so that rows exported by an older program fit.
     *
     * @param targets version by module; modules not named are left out
     */
    static void runUpTo(Database database, Map<String, String> targets) {
        JdbcClient jdbc = JdbcClient.create(database.owner());
        if (!database.acceptsApplication()) {
            Roles.set(jdbc, Database.APPLICATION, database.applicationPassword(), "nocreaterole");
        }
        migrate(database.owner(), Database.APPLICATION, targets);
    }

    /** The modules that have tables, by name: a fixed order, and any order works since no key crosses a schema. */
    static List<String> modules() {
        return scripts().keySet().stream()
                .map(Migrations::module)
                .distinct()
                .sorted()
                .toList();
    }

    /** True when this database has seen exactly the migrations that this program brings. */
    static boolean isCurrent(JdbcClient jdbc) {
        boolean known = jdbc.sql("select to_regclass('operations.migrated') is not null")
                .query(Boolean.class)
                .single();
        return known
                && jdbc.sql("select exists (select from operations.migrated where fingerprint = :fingerprint)")
                        .param("fingerprint", fingerprint())
                        .query(Boolean.class)
                        .single();
    }

    /** True when a hub has worked on this database. */
    static boolean hasBeenUsed(JdbcClient jdbc) {
        boolean made = jdbc.sql("select to_regclass('operations.migrated') is not null")
                .query(Boolean.class)
                .single();
        return made
                && jdbc.sql("select exists (select from operations.migrated)")
                        .query(Boolean.class)
                        .single();
    }

    /** The newest version of each module's schema that this program brings. */
    static Map<String, String> newestVersions() {
        Map<String, String> versions = new TreeMap<>();
        for (String script : scripts().keySet()) {
            Matcher matcher = VERSION.matcher(script);
            if (matcher.matches()) {
                versions.merge(
                        matcher.group(1),
                        matcher.group(2),
                        (one, other) -> Integer.parseInt(one) > Integer.parseInt(other) ? one : other);
            }
        }
        return versions;
    }

    /** The newest version that each module's schema has reached in this database. */
    static Map<String, String> versions(JdbcClient jdbc) {
        Map<String, String> versions = new TreeMap<>();
        for (String module : modules()) {
            jdbc.sql("select to_regclass(:history) is not null")
                    .param("history", module + ".flyway_schema_history")
                    .query(Boolean.class)
                    .optional()
                    .filter(Boolean::booleanValue)
                    .flatMap(present -> newest(jdbc, module))
                    .ifPresent(version -> versions.put(module, version));
        }
        return versions;
    }

    private static Optional<String> newest(JdbcClient jdbc, String module) {
        return jdbc.sql("select version from " + module + """
                .flyway_schema_history
                where success and version is not null
                order by installed_rank desc limit 1
                """)
                .query(String.class)
                .optional();
    }

    private static void migrate(DataSource owner, String role, Map<String, String> targets) {
        try (var connection = owner.getConnection()) {
            JdbcClient lock = JdbcClient.create(new SingleConnectionDataSource(connection, true));
            lock.sql("select 1 from pg_advisory_lock(:key)")
                    .param("key", ONE_AT_A_TIME)
                    .query(Integer.class)
                    .single();
            Set<String> chosen = targets.isEmpty() ? Set.copyOf(modules()) : targets.keySet();
            for (String module : modules()) {
                if (chosen.contains(module)) {
                    migrate(owner, lock, module, role, targets.get(module));
                }
            }
            if (targets.isEmpty()) {
                remember(lock);
            }
        } catch (SQLException e) {
            throw new OperationsException("The database can't be reached to migrate it: " + e.getMessage(), e);
        }
    }

    private static void migrate(
            DataSource owner, JdbcClient jdbc, String module, String role, @Nullable String target) {
        jdbc.sql("create schema if not exists " + module).update();
        grant(jdbc, module, role);
        Flyway.configure()
                .dataSource(owner)
                .schemas(module)
                .defaultSchema(module)
                .createSchemas(false)
                .baselineOnMigrate(false)
                .locations("classpath:db/migration/" + module)
                .target(target == null ? MigrationVersion.LATEST : MigrationVersion.fromVersion(target))
                .load()
                .migrate();
        jdbc.sql("revoke all on " + module + ".flyway_schema_history from " + role)
                .update();
    }

    // Rights come with each table as it is made, so that a migration may take some away for good.
    // The audit may be added to and read, never changed.
    private static void grant(JdbcClient jdbc, String module, String role) {
        String rights = module.equals(AUDIT) ? "select, insert" : "select, insert, update, delete";
        String byDefault = "alter default privileges in schema " + module + " grant ";
        jdbc.sql("grant usage on schema " + module + " to " + role).update();
        jdbc.sql(byDefault + rights + " on tables to " + role).update();
        jdbc.sql(byDefault + "usage, select on sequences to " + role).update();
    }

    private static void remember(JdbcClient jdbc) {
        jdbc.sql("delete from operations.migrated").update();
        jdbc.sql("insert into operations.migrated (fingerprint, at) values (:fingerprint, now())")
                .param("fingerprint", fingerprint())
                .update();
    }

    private static void requireSupportedVersion(JdbcClient jdbc) {
        int version = Integer.parseInt(
                jdbc.sql("show server_version_num").query(String.class).single());
        if (version < 150_000) {
            throw new OperationsException(
                    "This PostgreSQL is version " + version / 10_000 + "; Clarion needs 15 or newer.");
        }
    }

    /** SHA-256 over the names and the content of all migration scripts. */
    private static String fingerprint() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Map.Entry<String, Resource> script : scripts().entrySet()) {
                digest.update(script.getKey().getBytes(StandardCharsets.UTF_8));
                digest.update((byte) 0);
                digest.update(script.getValue().getContentAsByteArray());
                digest.update((byte) 0);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All migration scripts by {@code module/file}, sorted. */
    private static TreeMap<String, Resource> scripts() {
        try {
            TreeMap<String, Resource> scripts = new TreeMap<>(Comparator.naturalOrder());
            for (Resource script :
                    new PathMatchingResourcePatternResolver().getResources("classpath*:db/migration/*/*.sql")) {
                String[] path = script.getURL().getPath().split("/");
                scripts.put(path[path.length - 2] + "/" + path[path.length - 1], script);
            }
            return scripts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String module(String script) {
        return script.substring(0, script.indexOf('/'));
    }
}
