package health.clarion.operations;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a person asked for on the command line. */
sealed interface Order {

    /** Where it applies. */
    Where where();

    /** Start the hub and serve until stopped. */
    record Run(Where where, int port, boolean demo, boolean pages) implements Order {}

    /** Copy everything into one file while the hub runs. */
    record MakeBackup(Where where, Path file) implements Order {}

    /** Bring a back-up into an empty data directory. */
    record RestoreBackup(Where where, Path file) implements Order {}

    /** Write all rows in a form that other versions and servers can read. */
    record WriteExport(Where where, Path file) implements Order {}

    /** Read such rows into an empty database. */
    record ReadExport(Where where, Path file) implements Order {}

    /** Look whether all is well. */
    record Examine(Where where) implements Order {}

    /** Start once and stop, so that later starts are quick; see the launcher. */
    record Rehearse(Where where) implements Order {}

    /** A verb that a module brings, such as {@code audit verify}. */
    record Special(Where where, String verb, List<String> arguments) implements Order {}

    /**
     * @param data the data directory
     * @param database the address of a PostgreSQL server, or null for the embedded one
     */
    record Where(Path data, @Nullable String database) {}

    /**
     * Reads a command line.
     *
     * @throws OperationsException naming the word that isn't understood
     */
    static Order read(String... words) {
        Words read = new Words(words);
        String verb = read.plain.isEmpty() ? "run" : read.plain.removeFirst();
        Where where = new Where(read.data, read.database);
        return switch (verb) {
            case "run" -> read.finished(new Run(where, read.port, read.demo, read.pages));
            case "backup" -> read.finished(new MakeBackup(where, read.file(verb)));
            case "restore" -> read.finished(new RestoreBackup(where, read.file(verb)));
            case "export" -> read.finished(new WriteExport(where, read.file(verb)));
            case "import" -> read.finished(new ReadExport(where, read.file(verb)));
            case "doctor" -> read.finished(new Examine(where));
            case "rehearse" -> read.finished(new Rehearse(where));
            default -> new Special(where, verb, List.copyOf(read.plain));
        };
    }

    /** The options, and the words that are none, as they stand in the command line. */
    final class Words {

        private static final List<String> OURS = List.of("--port", "--data", "--database", "--demo", "--no-pages");

        final Deque<String> plain = new ArrayDeque<>();
        Path data = Path.of(System.getProperty("clarion.home", ""), "data");

        @Nullable
        String database;

        int port = 8080;
        boolean demo;
        boolean pages = true;

        Words(String... words) {
            Deque<String> rest = new ArrayDeque<>();
            for (String word : words) {
                rest.addAll(splitAtEquals(word));
            }
            while (!rest.isEmpty()) {
                take(rest.removeFirst(), rest);
            }
        }

        private void take(String word, Deque<String> rest) {
            switch (word) {
                case "--port" -> port = port(value(word, rest));
                case "--data" -> data = Path.of(value(word, rest));
                case "--database" -> database = value(word, rest);
                case "--demo" -> demo = true;
                case "--no-pages" -> pages = false;
                default -> plain.add(word);
            }
        }

        Path file(String verb) {
            if (plain.isEmpty()) {
                throw new OperationsException("Say which file: clarion " + verb + " FILE");
            }
            return Path.of(plain.removeFirst()).toAbsolutePath();
        }

        Order finished(Order order) {
            if (!plain.isEmpty()) {
                throw new OperationsException("“" + plain.getFirst() + "” is not understood here. Options are: "
                        + String.join(", ", OURS) + ". See: clarion help");
            }
            return order;
        }

        private static List<String> splitAtEquals(String word) {
            int equals = word.indexOf('=');
            boolean option =
                    equals > 0 && OURS.contains(word.substring(0, equals).toLowerCase(Locale.ROOT));
            return option ? List.of(word.substring(0, equals), word.substring(equals + 1)) : List.of(word);
        }

        private static String value(String option, Deque<String> rest) {
            if (rest.isEmpty() || rest.getFirst().startsWith("--")) {
                throw new OperationsException("“" + option + "” needs a value after it. See: clarion help");
            }
            return rest.removeFirst();
        }

        private static int port(String text) {
            if (text.matches("\\d{1,5}") && Integer.parseInt(text) <= 65_535) {
                return Integer.parseInt(text);
            }
            throw new OperationsException("“--port " + text + "” is not a port: give a number from 0 to 65535.");
        }
    }
}
