package health.clarion.audit;

import health.clarion.audit.Audit.Head;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The chain's head of each day, as files that can be kept elsewhere. A file holds a number and a hash on one line. */
@Component
public class Anchors {

    /** The folder inside the data directory. */
    public static final String FOLDER = "audit-anchors";

    private static final Pattern NAME = Pattern.compile("\\d{4}-\\d{2}-\\d{2}\\.txt");
    private static final Pattern LINE = Pattern.compile("(\\d{1,18})\\s+([0-9a-f]{64})");
    private static final int LONGEST = 200;

    private final Path folder;

    Anchors(@Value("${clarion.data:./data}") Path data) {
        this.folder = data.resolve(FOLDER);
    }

    /** A head that was written down. */
    public record Anchor(String file, Head head) {}

    /** Writes the head of a day; a second one of the same day replaces the first. */
    void write(Head head, LocalDate day) {
        try {
            Files.createDirectories(folder);
            Files.writeString(
                    folder.resolve(day + ".txt"),
                    head.lastEntry() + " " + head.hash() + "\n",
                    StandardCharsets.US_ASCII,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.TRUNCATE_EXISTING);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable); // the job is tried again and its failure is logged
        }
    }

    /** The newest anchor that can be read. */
    public Optional<Anchor> newest() {
        if (!Files.isDirectory(folder)) {
            return Optional.empty();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(
                            file -> NAME.matcher(file.getFileName().toString()).matches())
                    .max(Comparator.comparing(file -> file.getFileName().toString()))
                    .flatMap(Anchors::anchor);
        } catch (IOException | UncheckedIOException unreadable) {
            return Optional.empty();
        }
    }

    private static Optional<Anchor> anchor(Path file) {
        try {
            return read(file).map(head -> new Anchor(file.getFileName().toString(), head));
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    /** The head in a file; nothing when it holds something else. */
    static Optional<Head> read(Path file) throws IOException {
        try (var bytes = Files.newInputStream(file)) {
            String text = new String(bytes.readNBytes(LONGEST), StandardCharsets.US_ASCII).strip();
            var line = LINE.matcher(text);
            return line.matches()
                    ? Optional.of(new Head(Long.parseLong(line.group(1)), line.group(2)))
                    : Optional.empty();
        }
    }
}
