package health.clarion.operations;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * All rows of all modules in PostgreSQL's text format, as they were at one instant, with the version of each module's
 * schema; and reading them into an empty database of this or a newer Clarion, embedded or on a server.
 */
final class Export {

    static final String KIND = "clarion-export";

    private static final String TABLES = "tables/";
    private static final String OWN_SCHEMA = "operations";

    private final Database database;
    private final DataDirectory data;

    Export(Database database, DataDirectory data) {
        this.database = database;
        this.data = data;
    }

    /**
     * Writes all rows, while the hub works.
     *
     * @param file a new file
     * @return how many rows
     * @throws OperationsException when it can't be done; no file is left then
     */
    long write(Path file, Instant now) {
        try (Archive.Writer archive = new Archive.Writer(file);
                Connection connection = database.owner().getConnection()) {
            connection.setAutoCommit(false);
            connection.setReadOnly(true);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            JdbcClient session = JdbcClient.create(new SingleConnectionDataSource(connection, true));
            session.sql("set time zone 'UTC'").update();
            Archive.Manifest manifest = new Archive.Manifest(
                    KIND,
                    now.toString(),
                    Integer.parseInt(session.sql("show server_version_num")
                                    .query(String.class)
                                    .single())
                            / 10_000,
                    Migrations.versions(session),
                    tables(session),
                    sequences(session),
                    Map.of());
            long rows = 0;
            for (Map.Entry<String, List<String>> table : manifest.tables().entrySet()) {
                rows += copyOut(connection, archive, table.getKey(), table.getValue());
            }
            connection.rollback();
            Keepsakes.addTo(archive, data);
            archive.finish(manifest);
            return rows;
        } catch (OperationsException e) {
            throw e;
        } catch (Exception e) {
            throw new OperationsException(
                    "The export was not made: " + e.getMessage() + ". The hub's data are untouched.", e);
        }
    }

    /**
     * Looks at a file before anything is made for it.
     *
     * @throws OperationsException when it is damaged, something else, or from a newer Clarion
     */
    static void requireWhole(Path file) {
        try (Archive.Reader archive = new Archive.Reader(file, KIND)) {
            requireKnown(archive.manifest());
        } catch (IOException unreadable) {
            throw new OperationsException(file + " can't be read.", unreadable);
        }
    }

    /**
     * Reads rows into this database, which no hub may have used yet, and brings them to this program's version.
     *
     * @return how many rows
     * @throws OperationsException when the database is in use, the file is damaged or from a newer Clarion
     */
    long read(Path file) {
        JdbcClient owner = JdbcClient.create(database.owner());
        if (Migrations.hasBeenUsed(owner)) {
            throw new OperationsException("This database is in use, and nothing there is written over. "
                    + "Import into a new folder (--data DIR) or a new database (--database URL).");
        }
        try (Archive.Reader archive = new Archive.Reader(file, KIND)) {
            requireKnown(archive.manifest());
            Migrations.runUpTo(database, archive.manifest().modules());
            long rows = load(archive);
            Keepsakes.takeFrom(archive, data);
            Migrations.run(database);
            return rows;
        } catch (IOException | SQLException e) {
            throw new OperationsException("The import stopped and its rows were taken back: " + e.getMessage(), e);
        }
    }

    private static void requireKnown(Archive.Manifest manifest) {
        Map<String, String> newest = Migrations.newestVersions();
        manifest.modules().forEach((module, version) -> {
            String known = newest.get(module);
            if (known == null || Integer.parseInt(known) < Integer.parseInt(version)) {
                throw new OperationsException("This export is from a newer Clarion (" + module + " " + version
                        + "). Import it with that version or a later one.");
            }
        });
    }

    private long load(Archive.Reader archive) throws SQLException, IOException {
        try (Connection connection = database.owner().getConnection()) {
            connection.setAutoCommit(false);
            JdbcClient session = JdbcClient.create(new SingleConnectionDataSource(connection, true));
            List<String> tables = List.copyOf(archive.manifest().tables().keySet());
            if (tables.isEmpty()) {
                return 0;
            }
            session.sql("set time zone 'UTC'").update();
            session.sql("truncate " + String.join(", ", tables)).update();
            List<ForeignKey> keys = foreignKeys(session);
            keys.forEach(key -> session.sql(key.drop()).update());
            long rows = 0;
            for (String table : tables) {
                session.sql("alter table " + table + " disable trigger user").update();
                rows += copyIn(connection, archive, table);
                session.sql("alter table " + table + " enable trigger user").update();
            }
            keys.forEach(key -> session.sql(key.add()).update());
            archive.manifest().sequences().forEach((name, last) -> session.sql(
                            "select setval(cast(:name as regclass), :last)")
                    .param("name", name)
                    .param("last", last)
                    .query(Long.class)
                    .single());
            connection.commit();
            return rows;
        }
    }

    private static long copyOut(Connection connection, Archive.Writer archive, String table, List<String> columns)
            throws Exception {
        long[] rows = new long[1];
        String sql = "copy " + table + " (" + String.join(", ", columns) + ") to stdout";
        archive.add(
                TABLES + table,
                out -> rows[0] =
                        connection.unwrap(PGConnection.class).getCopyAPI().copyOut(sql, out));
        return rows[0];
    }

    private static long copyIn(Connection connection, Archive.Reader archive, String table)
            throws SQLException, IOException {
        String columns = String.join(", ", archive.manifest().tables().get(table));
        try (InputStream in = archive.open(TABLES + table)) {
            return connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy " + table + " (" + columns + ") from stdin", in);
        }
    }

    /** The columns of each module's tables, names quoted where they must be; generated columns make themselves. */
    private static Map<String, List<String>> tables(JdbcClient session) {
        record Column(String table, String name) {}
        return session
                .sql("""
                select format('%I.%I', n.nspname, c.relname) as in_table, quote_ident(a.attname) as name
                from pg_class c
                join pg_namespace n on n.oid = c.relnamespace
                join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
                where n.nspname in (:modules) and c.relkind = 'r' and a.attgenerated = ''
                    and c.relname <> 'flyway_schema_history'
                order by 1, a.attnum
                """)
                .param("modules", exported())
                .query((row, number) -> new Column(row.getString("in_table"), row.getString("name")))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Column::table, TreeMap::new, Collectors.mapping(Column::name, Collectors.toList())));
    }

    private static Map<String, Long> sequences(JdbcClient session) {
        Map<String, Long> sequences = new TreeMap<>();
        session.sql("""
                select format('%I.%I', schemaname, sequencename) as name, last_value
                from pg_sequences where schemaname in (:modules) and last_value is not null
                """).param("modules", exported()).query(row -> {
            sequences.put(row.getString("name"), row.getLong("last_value"));
        });
        return sequences;
    }

    private record ForeignKey(String table, String name, String definition) {

        String drop() {
            return "alter table " + table + " drop constraint " + name;
        }

        String add() {
            return "alter table " + table + " add constraint " + name + " " + definition;
        }
    }

    // Left out while rows arrive in any order; putting them back checks every row.
    private static List<ForeignKey> foreignKeys(JdbcClient session) {
        return session.sql("""
                select format('%I.%I', n.nspname, c.relname) as in_table, quote_ident(k.conname) as name,
                    pg_get_constraintdef(k.oid) as definition
                from pg_constraint k
                join pg_class c on c.oid = k.conrelid
                join pg_namespace n on n.oid = c.relnamespace
                where k.contype = 'f' and n.nspname in (:modules)
                """)
                .param("modules", exported())
                .query((row, number) ->
                        new ForeignKey(row.getString("in_table"), row.getString("name"), row.getString("definition")))
                .list();
    }

    private static List<String> exported() {
        return Migrations.modules().stream()
                .filter(module -> !module.equals(OWN_SCHEMA))
                .toList();
    }
}
