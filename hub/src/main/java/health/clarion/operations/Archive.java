package health.clarion.operations;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestInputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Enumeration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The file that back-ups and exports are: a ZIP whose manifest holds the SHA-256 of every part. It appears under its name
 * only when it is complete and on disk, readable by its owner only, and is never written over another file.
 */
final class Archive {

    private static final String MANIFEST = "manifest.json";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Archive() {}

    /**
     * What an archive says about itself.
     *
     * @param kind {@code clarion-backup} or {@code clarion-export}
     * @param madeAt ISO instant, UTC
     * @param postgres the server's major version
     * @param modules the newest migration of each module's schema
     * @param tables the columns of each table, for exports
     * @param sequences the last value of each sequence, for exports
     * @param sha256 of each part, lower-case hexadecimal
     */
    record Manifest(
            String kind,
            String madeAt,
            int postgres,
            Map<String, String> modules,
            Map<String, List<String>> tables,
            Map<String, Long> sequences,
            Map<String, String> sha256) {

        Manifest sealed(Map<String, String> digests) {
            return new Manifest(kind, madeAt, postgres, modules, tables, sequences, digests);
        }
    }

    /** Writes the content of one part. */
    interface Content {
        void writeTo(OutputStream out) throws Exception;
    }

    /** Writes an archive part by part. */
    static final class Writer implements AutoCloseable {

        private final Path file;
        private final Path draft;
        private final ZipOutputStream zip;
        private final Map<String, String> digests = new TreeMap<>();
        private boolean finished;

        Writer(Path file) throws IOException {
            if (Files.exists(file)) {
                throw new OperationsException(file + " exists already and is not written over. Choose another name.");
            }
            this.file = file;
            this.draft = file.resolveSibling(file.getFileName() + ".unfinished");
            Files.deleteIfExists(draft);
            Files.createFile(draft);
            if (draft.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.setPosixFilePermissions(draft, PosixFilePermissions.fromString("rw-------"));
            }
            this.zip = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(draft), 1 << 16));
            this.zip.setLevel(3);
        }

        /** Adds a file; one that has vanished meanwhile is left out. */
        void add(String name, Path source) throws Exception {
            try (InputStream in = Files.newInputStream(source)) {
                add(name, in::transferTo);
            } catch (NoSuchFileException vanished) {
                // PostgreSQL removes files while it runs; its log brings the copy up to date.
            }
        }

        void add(String name, Content content) throws Exception {
            zip.putNextEntry(new ZipEntry(name));
            MessageDigest digest = sha256();
            DigestOutputStream out = new DigestOutputStream(zip, digest);
            content.writeTo(out);
            zip.closeEntry();
            digests.put(name, HexFormat.of().formatHex(digest.digest()));
        }

        void addFolder(String name) throws IOException {
            zip.putNextEntry(new ZipEntry(name + "/"));
            zip.closeEntry();
        }

        /** Adds the manifest, makes sure that all is on disk, and gives the archive its name. */
        void finish(Manifest manifest) throws IOException {
            zip.putNextEntry(new ZipEntry(MANIFEST));
            zip.write(JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(manifest.sealed(digests)));
            zip.closeEntry();
            zip.close();
            try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
            finished = true;
        }

        @Override
        public void close() throws IOException {
            if (!finished) {
                zip.close();
                Files.deleteIfExists(draft);
            }
        }
    }

    /** Reads an archive whose every part has been checked. */
    static final class Reader implements AutoCloseable {

        private final ZipFile zip;
        private final Manifest manifest;

        /**
         * Opens the archive and checks each part against the manifest.
         *
         * @throws OperationsException when it is damaged, incomplete or of another kind; nothing has been changed then
         */
        Reader(Path file, String kind) throws IOException {
            if (!Files.isRegularFile(file)) {
                throw new OperationsException("There is no file " + file + ".");
            }
            try {
                zip = new ZipFile(file.toFile());
            } catch (ZipException e) {
                throw damaged(file, "it is not a complete archive", e);
            }
            try {
                manifest = manifest(file);
                if (!manifest.kind().equals(kind)) {
                    throw new OperationsException(file + " is a " + manifest.kind() + ", not a " + kind + ". "
                            + "Back-ups are read by “clarion restore”, exports by “clarion import”.");
                }
                check(file);
            } catch (OperationsException e) {
                zip.close();
                throw e;
            } catch (IOException e) {
                zip.close();
                throw damaged(file, "a part can't be read", e);
            }
        }

        Manifest manifest() {
            return manifest;
        }

        InputStream open(String name) throws IOException {
            return zip.getInputStream(zip.getEntry(name));
        }

        /** Writes the parts whose names begin with {@code prefix} below a folder, private to its owner. */
        void extract(String prefix, Path folder) throws IOException {
            DataDirectory.createPrivate(folder);
            for (Enumeration<? extends ZipEntry> entries = zip.entries(); entries.hasMoreElements(); ) {
                ZipEntry entry = entries.nextElement();
                if (entry.getName().startsWith(prefix) && entry.getName().length() > prefix.length()) {
                    extract(
                            entry,
                            folder.resolve(entry.getName().substring(prefix.length()))
                                    .normalize(),
                            folder);
                }
            }
        }

        private void extract(ZipEntry entry, Path target, Path folder) throws IOException {
            if (!target.startsWith(folder)) {
                throw new OperationsException("The archive holds a path outside of it: " + entry.getName());
            }
            if (entry.isDirectory()) {
                DataDirectory.createPrivate(target);
                return;
            }
            DataDirectory.createPrivate(Objects.requireNonNull(target.getParent()));
            try (InputStream in = zip.getInputStream(entry)) {
                Files.copy(in, target);
            }
            if (target.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rw-------"));
            }
        }

        private Manifest manifest(Path file) throws IOException {
            ZipEntry entry = zip.getEntry(MANIFEST);
            if (entry == null) {
                throw damaged(file, "its manifest is missing", null);
            }
            try (InputStream in = zip.getInputStream(entry)) {
                return JSON.readValue(in, Manifest.class);
            } catch (JacksonException e) {
                throw damaged(file, "its manifest can't be read", e);
            }
        }

        private void check(Path file) throws IOException {
            Set<String> missing = new TreeSet<>(manifest.sha256().keySet());
            for (Enumeration<? extends ZipEntry> entries = zip.entries(); entries.hasMoreElements(); ) {
                ZipEntry entry = entries.nextElement();
                if (entry.isDirectory() || entry.getName().equals(MANIFEST)) {
                    continue;
                }
                missing.remove(entry.getName());
                if (!digest(entry).equals(manifest.sha256().get(entry.getName()))) {
                    throw damaged(file, "the part " + entry.getName() + " is not what was written", null);
                }
            }
            if (!missing.isEmpty()) {
                throw damaged(file, "the part " + missing.iterator().next() + " is missing", null);
            }
        }

        private String digest(ZipEntry entry) throws IOException {
            MessageDigest digest = sha256();
            try (InputStream in = new DigestInputStream(zip.getInputStream(entry), digest)) {
                in.transferTo(OutputStream.nullOutputStream());
            }
            return HexFormat.of().formatHex(digest.digest());
        }

        private static OperationsException damaged(Path file, String how, @Nullable Throwable cause) {
            String message = file + " is damaged: " + how + ". Nothing was changed. Use another copy.";
            return cause == null ? new OperationsException(message) : new OperationsException(message, cause);
        }

        @Override
        public void close() throws IOException {
            zip.close();
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
