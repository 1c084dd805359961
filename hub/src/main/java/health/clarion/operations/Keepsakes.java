package health.clarion.operations;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The files beside the database that belong into a back-up: all but secrets, logs, locks and the database itself. */
final class Keepsakes {

    static final String PREFIX = "files/";

    private Keepsakes() {}

    static void addTo(Archive.Writer archive, DataDirectory data) throws Exception {
        try (Stream<Path> found = Files.walk(data.root())) {
            List<Path> files = found.filter(Files::isRegularFile)
                    .filter(file -> belongs(data.root().relativize(file)))
                    .sorted()
                    .toList();
            for (Path file : files) {
                archive.add(PREFIX + data.root().relativize(file).toString().replace('\\', '/'), file);
            }
        }
    }

    static void takeFrom(Archive.Reader archive, DataDirectory data) throws IOException {
        archive.extract(PREFIX, data.root());
    }

    private static boolean belongs(Path file) {
        String first = file.getName(0).toString();
        return !first.equals("secrets")
                && !first.startsWith("postgresql")
                && !first.equals("clarion.lock")
                && !first.equals("demo-tokens.json")
                && !first.endsWith(".unfinished");
    }
}
