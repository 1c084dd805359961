package health.clarion.operations;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * A copy of the embedded database and the files beside it, made while the hub works, and bringing it back. It follows
 * PostgreSQL's own procedure for base back-ups (documentation, chapter 25.3.4): announce, copy the files, add the
 * write-ahead log of the time it took; the server makes the copy whole at its first start.
 */
final class Backup {

    static final String KIND = "clarion-backup";

    private static final String DATABASE = "postgresql/";
    private static final Pattern FIRST_LOG = Pattern.compile("START WAL LOCATION: \\S+ \\(file ([0-9A-F]{24})\\)");

    // PostgreSQL makes these anew; its documentation says to leave their content out.
    private static final Set<String> EMPTY_FOLDERS = Set.of(
            "pg_wal",
            "pg_replslot",
            "pg_dynshmem",
            "pg_notify",
            "pg_serial",
            "pg_snapshots",
            "pg_stat_tmp",
            "pg_subtrans");
    private static final Set<String> LEFT_OUT =
            Set.of("postmaster.pid", "postmaster.opts", "backup_label", "tablespace_map", "pg_internal.init");

    private final DataDirectory data;

    Backup(DataDirectory data) {
        this.data = data;
    }

    /**
     * Copies everything but the secrets.
     *
     * @param server the running server of this folder
     * @param file a new file
     * @throws OperationsException when it can't be done; no file is left then
     */
    void make(LocalPostgres server, Path file, Instant now) {
        JdbcClient hub = JdbcClient.create(server.database().owner());
        Archive.Manifest manifest = new Archive.Manifest(
                KIND,
                now.toString(),
                PostgresBinaries.MAJOR_VERSION,
                Migrations.versions(hub),
                Map.of(),
                Map.of(),
                Map.of());
        try (Archive.Writer archive = new Archive.Writer(file);
                var connection = server.administration().owner().getConnection()) {
            JdbcClient session = JdbcClient.create(new SingleConnectionDataSource(connection, true));
            keepLogOf(session);
            session.sql("select pg_backup_start('clarion', true)")
                    .query(String.class)
                    .single();
            copyFiles(archive);
            finishWithLog(session, archive);
            Keepsakes.addTo(archive, data);
            archive.finish(manifest);
        } catch (OperationsException e) {
            throw e;
        } catch (Exception e) {
            throw new OperationsException(
                    "The back-up was not made: " + e.getMessage() + ". The hub's data are untouched.", e);
        }
    }

    /**
     * Brings a back-up into this folder, which must be empty (its {@code secrets} may be there already).
     *
     * @throws OperationsException when the folder is in use or the file is damaged; nothing has been changed then
     */
    void restore(Path file) {
        if (!data.isEmpty()) {
            throw new OperationsException(data.root() + " is not empty, and nothing there is written over. "
                    + "Restore into a new folder with --data DIR, look at it, then swap the folders.");
        }
        try (Archive.Reader archive = new Archive.Reader(file, KIND)) {
            if (archive.manifest().postgres() != PostgresBinaries.MAJOR_VERSION) {
                throw new OperationsException(
                        "This back-up is from PostgreSQL " + archive.manifest().postgres()
                                + ", and this Clarion brings " + PostgresBinaries.MAJOR_VERSION
                                + ". Restore it with the Clarion that made it, then move with “clarion export”.");
            }
            Path draft = data.root().resolve("postgresql.restoring");
            archive.extract(DATABASE, draft);
            Keepsakes.takeFrom(archive, data);
            Files.writeString(LocalPostgres.restoredMark(draft), "");
            Files.move(draft, data.postgres());
        } catch (IOException e) {
            throw new OperationsException(
                    "The back-up could not be written into " + data.root() + ": " + e.getMessage()
                            + ". Empty that folder and try again.",
                    e);
        }
    }

    // A slot that ends with this session: until then the server keeps its write-ahead log.
    private static void keepLogOf(JdbcClient session) {
        session.sql("select slot_name::text from pg_create_physical_replication_slot(:name, true, true)")
                .param("name", "backup_" + UUID.randomUUID().toString().replace('-', '_'))
                .query(String.class)
                .single();
    }

    private void copyFiles(Archive.Writer archive) throws Exception {
        Path control = data.postgres().resolve("global/pg_control");
        for (Path path : inDatabase()) {
            String name = DATABASE + data.postgres().relativize(path).toString().replace('\\', '/');
            if (Files.isDirectory(path)) {
                archive.addFolder(name);
            } else if (!path.equals(control)) {
                archive.add(name, path);
            }
        }
        archive.add(DATABASE + "global/pg_control", control);
    }

    private List<Path> inDatabase() throws IOException {
        List<Path> found = new ArrayList<>();
        Files.walkFileTree(data.postgres(), new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                found.add(folder);
                boolean empty = data.postgres().equals(folder.getParent())
                        && EMPTY_FOLDERS.contains(folder.getFileName().toString());
                return empty ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                String name = file.getFileName().toString();
                if (!LEFT_OUT.contains(name) && !name.startsWith("pgsql_tmp")) {
                    found.add(file);
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException vanished) {
                return FileVisitResult.CONTINUE;
            }
        });
        found.remove(data.postgres());
        return found;
    }

    private void finishWithLog(JdbcClient session, Archive.Writer archive) throws Exception {
        record End(String label, String lastLog) {}
        End end = session.sql("select labelfile, pg_walfile_name(lsn) as last_log from pg_backup_stop(false)")
                .query((row, number) -> new End(row.getString("labelfile"), row.getString("last_log")))
                .single();
        archive.add(DATABASE + "backup_label", out -> out.write(end.label().getBytes(StandardCharsets.UTF_8)));
        Matcher first = FIRST_LOG.matcher(end.label());
        if (!first.find()) {
            throw new SQLException("PostgreSQL's back-up label is not understood");
        }
        try (Stream<Path> logs = Files.list(data.postgres().resolve("pg_wal"))) {
            List<Path> needed = logs.filter(
                            log -> isBetween(log.getFileName().toString(), first.group(1), end.lastLog()))
                    .sorted()
                    .toList();
            for (Path log : needed) {
                archive.add(DATABASE + "pg_wal/" + log.getFileName(), log);
            }
        }
    }

    private static boolean isBetween(String name, String first, String last) {
        return name.matches("[0-9A-F]{24}") && name.compareTo(first) >= 0 && name.compareTo(last) <= 0;
    }
}
