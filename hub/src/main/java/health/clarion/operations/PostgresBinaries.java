package health.clarion.operations;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import io.zonky.test.db.postgres.util.ArchUtils;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/**
 * The PostgreSQL programs that come with Clarion, unpacked once into the user's own cache folder. Not into the shared
 * temporary folder: there another user could put programs in their place.
 */
final class PostgresBinaries {

    /** The major version of the programs that come with Clarion; a folder of another one can't be opened. */
    static final int MAJOR_VERSION = 18;

    private static final long PATIENCE_SECONDS = 60;

    private final Path home;
    private boolean namespacesTried;
    private boolean namespacesAllowed;

    private PostgresBinaries(Path home) {
        this.home = home;
    }

    /** Unpacks the programs for this machine when that has not happened yet. */
    static PostgresBinaries unpacked() {
        byte[] archive = archiveForThisMachine();
        Path home = cache().resolve("postgresql-" + sha256(archive).substring(0, 16));
        Path done = home.resolve(".complete");
        try {
            if (!Files.exists(done)) {
                DataDirectory.createPrivate(home);
                try (FileChannel lock =
                        FileChannel.open(home.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                    lock.lock();
                    if (!Files.exists(done)) {
                        unpack(archive, home);
                        Files.writeString(done, "");
                    }
                }
            }
        } catch (IOException e) {
            throw new OperationsException("PostgreSQL can't be unpacked into " + home + ": " + e.getMessage() + ".", e);
        }
        return new PostgresBinaries(home);
    }

    /**
     * Runs one of the programs to its end.
     *
     * @param log where its words go
     * @return its exit code
     */
    int run(Path log, String program, String... arguments) {
        try {
            Process process = builder(program, arguments)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
            process.getOutputStream().close();
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new OperationsException(
                        program + " did not end within " + PATIENCE_SECONDS + " s; see " + log + ".");
            }
            return process.exitValue();
        } catch (IOException e) {
            throw new OperationsException(program + " can't be started: " + e.getMessage() + ".", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new OperationsException("Interrupted while " + program + " was running.", e);
        }
    }

    /** A builder for one of the programs; as root it runs in a user namespace of its own, since PostgreSQL refuses root. */
    ProcessBuilder builder(String program, String... arguments) {
        List<String> command = new ArrayList<>();
        if (isRoot()) {
            requireUserNamespaces();
            command.addAll(List.of("unshare", "-U"));
        }
        command.add(home.resolve("bin").resolve(program).toString());
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
        builder.environment().put("LC_MESSAGES", "C");
        return builder;
    }

    private void requireUserNamespaces() {
        if (!namespacesTried) {
            namespacesTried = true;
            try {
                Process trial = new ProcessBuilder("unshare", "-U", "true").start();
                namespacesAllowed = trial.waitFor() == 0;
            } catch (IOException noSuchCommand) {
                namespacesAllowed = false;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        if (!namespacesAllowed) {
            throw new OperationsException(
                    "PostgreSQL refuses to run as root, and this system doesn't let root step aside "
                            + "(unshare -U). Run Clarion as an ordinary user, or use a server: --database URL");
        }
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    private static Path cache() {
        String chosen = System.getenv("XDG_CACHE_HOME");
        Path base = chosen == null || chosen.isBlank()
                ? Path.of(System.getProperty("user.home"), ".cache")
                : Path.of(chosen);
        return base.resolve("clarion");
    }

    private static byte[] archiveForThisMachine() {
        String os = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String system = os.startsWith("mac") ? "Darwin" : os.startsWith("windows") ? "Windows" : "Linux";
        try (InputStream in = DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(
                system, ArchUtils.normalize(System.getProperty("os.arch")))) {
            return in.readAllBytes();
        } catch (IOException | IllegalStateException e) {
            throw new OperationsException(
                    "Clarion brings no PostgreSQL for " + system + " on " + System.getProperty("os.arch")
                            + ". Use a server of your own: --database postgresql://user:password@host/database",
                    e);
        }
    }

    private static void unpack(byte[] archive, Path home) throws IOException {
        try (TarArchiveInputStream tar =
                new TarArchiveInputStream(new XZInputStream(new ByteArrayInputStream(archive)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path target = home.resolve(entry.getName()).normalize();
                if (!target.startsWith(home)) {
                    throw new IOException("unexpected path " + entry.getName());
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(target);
                    continue;
                }
                Files.createDirectories(target.getParent());
                Files.deleteIfExists(target);
                if (entry.isSymbolicLink()) {
                    Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
                } else {
                    Files.copy(tar, target);
                    makeExecutable(target, entry.getMode());
                }
            }
        }
    }

    private static void makeExecutable(Path file, int mode) throws IOException {
        if ((mode & 0100) != 0
                && file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
        }
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
