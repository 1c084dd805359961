package health.clarion.evaluation;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a command is called. Words that make no sense (an option nobody knows, one without its value, a number that is none, a file that
 * isn't there) are answered on standard error with the reason and the usage, and the exit code is 2.
 *
 * @param line the whole usage, such as {@code clarion bench match --claims FILE [--rounds 5]}
 * @param options names that take a value, such as {@code --rounds}
 * @param flags names that stand alone
 * @param words how many words may stand beside them at most
 */
record Usage(String line, Set<String> options, Set<String> flags, int words) {
    /** What a command answers when it was called in a way that makes no sense. */
    static final int MISUSED = 2;

    /** A command without options; the usage is told when it gets any. */
    static Usage of(String line) {
        return new Usage(line, Set.of(), Set.of(), 0);
    }

    /** The same with these options, each with a value. */
    Usage withOptions(String... names) {
        return new Usage(line, Set.of(names), flags, words);
    }

    /** The same with these flags. */
    Usage withFlags(String... names) {
        return new Usage(line, options, Set.of(names), words);
    }

    /** The same with at most this many words. */
    Usage withWords(int most) {
        return new Usage(line, options, flags, most);
    }

    /** The work of a command. */
    @FunctionalInterface
    interface Command {
        /**
         * Does it.
         *
         * @return the exit code
         * @throws Misuse when what was told makes no sense
         */
        int run(Told told) throws IOException, Misuse;
    }

    /** Runs a command with what it was told; standard error hears what makes no sense. */
    int run(String[] arguments, Command command) throws IOException {
        return run(arguments, System.err, command);
    }

    /** The same with another stream for what makes no sense. */
    int run(String[] arguments, PrintStream errors, Command command) throws IOException {
        try {
            return command.run(read(arguments));
        } catch (Misuse misuse) {
            errors.println(misuse.getMessage());
            errors.println("Usage: " + line);
            return MISUSED;
        }
    }

    private Told read(String... arguments) throws Misuse {
        Map<String, String> values = new HashMap<>();
        List<String> others = new ArrayList<>();
        for (int i = 0; i < arguments.length; i++) {
            String word = arguments[i];
            if (flags.contains(word)) {
                values.put(word, "");
            } else if (options.contains(word)) {
                if (++i == arguments.length || arguments[i].startsWith("--")) {
                    throw new Misuse(word + " needs a value.");
                }
                values.put(word, arguments[i]);
            } else if (word.startsWith("--") || others.size() == words) {
                throw new Misuse("“" + word + "” means nothing here.");
            } else {
                others.add(word);
            }
        }
        return new Told(Map.copyOf(values), List.copyOf(others));
    }

    /** Why a call makes no sense. */
    static final class Misuse extends Exception {
        private static final long serialVersionUID = 1;

        Misuse(String why) {
            super(why);
        }
    }

    /**
     * What a command was told.
     *
     * @param values the value of each option that was given; "" of a flag
     * @param words the words that belong to no option
     */
    record Told(Map<String, String> values, List<String> words) {
        /** Whether a flag or an option was given. */
        boolean has(String name) {
            return values.containsKey(name);
        }

        /** A whole number of at least 1, or the usual one when nothing is said. */
        int count(String name, int usual) throws Misuse {
            String value = values.get(name);
            if (value == null) {
                return usual;
            }
            try {
                int count = Integer.parseInt(value);
                if (count >= 1) {
                    return count;
                }
            } catch (NumberFormatException none) {
                // told below, like a number that is too small
            }
            throw new Misuse(name + " must be a whole number of at least 1, not “" + value + "”.");
        }

        /** The one that was named, in any case; all of them when nothing is said. */
        <E extends Enum<E>> List<E> oneOf(String name, E[] all) throws Misuse {
            String value = values.get(name);
            if (value == null) {
                return List.of(all);
            }
            for (E one : all) {
                if (one.name().equalsIgnoreCase(value)) {
                    return List.of(one);
                }
            }
            throw new Misuse(name + " can't be “" + value + "”; there are " + Arrays.toString(all) + ".");
        }

        /** A file to read, which must be told and be there. */
        Path file(String name) throws Misuse {
            Path file = path(name, values.get(name));
            if (!Files.isRegularFile(file)) {
                throw new Misuse("There is no file " + file + ".");
            }
            return file;
        }

        /** A folder to read, which must be there; the usual one when nothing is said. */
        Path folder(String name, Path usual) throws Misuse {
            return has(name) ? existing(path(name, values.get(name))) : existing(usual);
        }

        /** The folder that is the only word. */
        Path folder() throws Misuse {
            return existing(path("A folder", words.isEmpty() ? null : words.getFirst()));
        }

        /** A place to write to, or the usual one when nothing is said. */
        Path place(String name, Path usual) throws Misuse {
            return has(name) ? path(name, values.get(name)) : usual;
        }

        private static Path existing(Path folder) throws Misuse {
            if (!Files.isDirectory(folder)) {
                throw new Misuse("There is no folder " + folder + ".");
            }
            return folder;
        }

        private static Path path(String name, @Nullable String value) throws Misuse {
            if (value == null) {
                throw new Misuse(name + " is missing.");
            }
            try {
                return Path.of(value);
            } catch (InvalidPathException none) {
                throw new Misuse("“" + value + "” can't be a path.");
            }
        }
    }
}
