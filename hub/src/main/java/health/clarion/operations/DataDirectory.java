package health.clarion.operations;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The folder one hub keeps everything in ({@code --data}). Readable by its owner only. One hub at a time holds its lock;
 * {@code secrets/} is never part of a back-up.
 */
public final class DataDirectory {

    private static final SecureRandom RANDOM = new SecureRandom();

    private static final Set<Path> CLAIMED_HERE = ConcurrentHashMap.newKeySet();

    private final Path root;

    private DataDirectory(Path root) {
        this.root = root;
    }

    /**
     * Opens the folder, creating it (mode 0700) when it is not there.
     *
     * @throws OperationsException when it can't be created or is not a folder
     */
    public static DataDirectory at(Path path) {
        Path root = path.toAbsolutePath().normalize();
        try {
            createPrivate(root);
            return new DataDirectory(root.toRealPath());
        } catch (IOException e) {
            throw new OperationsException(
                    "The data directory " + root + " can't be used: " + e.getMessage()
                            + ". Choose another with --data DIR, or mend its permissions.",
                    e);
        }
    }

    /** The folder itself, absolute, links resolved. */
    public Path root() {
        return root;
    }

    /** Where the embedded PostgreSQL keeps its files. */
    public Path postgres() {
        return root.resolve("postgresql");
    }

    /** Where secrets lie, each in a file of mode 0600; never part of a back-up. */
    public Path secrets() {
        return root.resolve("secrets");
    }

    /** True when no hub has ever kept anything here; secrets put here by hand don't count. */
    public boolean isEmpty() {
        try (var entries = Files.list(root)) {
            return entries.map(entry -> entry.getFileName().toString())
                    .allMatch(name -> name.equals("clarion.lock") || name.equals("secrets"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The secret of this name; made at random (256 bits, URL-safe) and kept when there is none yet.
     *
     * @param name a plain file name
     */
    public String secret(String name) {
        try {
            createPrivate(secrets());
            Path file = secrets().resolve(name);
            if (!Files.exists(file)) {
                createSecret(file);
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new OperationsException(
                    "The secret file " + secrets().resolve(name) + " can't be read or written.", e);
        }
    }

    /** True when the secret of this name has been made. */
    public boolean hasSecret(String name) {
        return Files.exists(secrets().resolve(name));
    }

    /**
     * Takes the folder for this process.
     *
     * @return the lock; closing it gives the folder back. A process that dies gives it back too.
     * @throws OperationsException naming the other process when one holds it
     */
    public Claim claim() {
        // Within one process a second channel on the file would, when closed, give the first one's lock away.
        if (!CLAIMED_HERE.add(root)) {
            throw claimedBy(Long.toString(ProcessHandle.current().pid()));
        }
        boolean ours = false;
        try {
            FileChannel channel = FileChannel.open(
                    lockFile(), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            ours = channel.tryLock() != null;
            if (!ours) {
                channel.close();
                throw claimedBy(Files.readString(lockFile()).strip());
            }
            channel.truncate(0);
            channel.write(
                    ByteBuffer.wrap(Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.UTF_8)));
            return new Claim(root, channel);
        } catch (IOException e) {
            throw new OperationsException("The lock file " + lockFile() + " can't be written.", e);
        } finally {
            if (!ours) {
                CLAIMED_HERE.remove(root);
            }
        }
    }

    /** True when a hub, this one or another, holds the folder now. */
    boolean isClaimed() {
        try {
            claim().close();
            return false;
        } catch (OperationsException held) {
            return true;
        }
    }

    private Path lockFile() {
        return root.resolve("clarion.lock");
    }

    private OperationsException claimedBy(String process) {
        return new OperationsException("Another Clarion (process " + process + ") is running on " + root
                + ". Stop it first, or give this one its own folder with --data DIR.");
    }

    private static void createSecret(Path file) throws IOException {
        byte[] bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        Path draft = Files.createTempFile(file.getParent(), "new", null, ownerOnly(file, "rw-------"));
        Files.writeString(draft, secret);
        try {
            Files.createLink(file, draft);
        } catch (FileAlreadyExistsException anotherProcessWasFirst) {
            // Its secret is as good as ours.
        } finally {
            Files.delete(draft);
        }
    }

    /** Creates a folder that only its owner may enter, with all its parents; leaves an existing one as it is. */
    static void createPrivate(Path folder) throws IOException {
        Files.createDirectories(folder, ownerOnly(folder, "rwx------"));
    }

    private static FileAttribute<?>[] ownerOnly(Path path, String permissions) {
        boolean posix = path.getFileSystem().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }

    /** This process's hold on the folder. */
    public static final class Claim implements AutoCloseable {

        private final Path root;
        private final FileChannel channel;

        private Claim(Path root, FileChannel channel) {
            this.root = root;
            this.channel = channel;
        }

        @Override
        public void close() {
            try {
                channel.close();
                CLAIMED_HERE.remove(root);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
