package health.clarion.safeguards.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What a command that searches a file is told.
 *
 * @param file the file to search
 * @param top how many to name
 */
record Options(Path file, int top) {
    private static final int MOST = 1000;

    /**
     * Reads the words after a command; null when they make no sense.
     *
     * @param name what stands before the file, such as {@code --claims}
     * @param usual how many are named when nothing is said
     */
    static @Nullable Options of(String[] args, String name, int usual) {
        Path file = null;
        int top = usual;
        for (int i = 0; i < args.length; i += 2) {
            String value = i + 1 < args.length ? args[i + 1] : "";
            if (args[i].equals(name) && !value.isEmpty()) {
                file = Path.of(value);
            } else if (args[i].equals("--top") && isCount(value)) {
                top = Integer.parseInt(value);
            } else {
                return null;
            }
        }
        return file == null ? null : new Options(file, top);
    }

    private static boolean isCount(String value) {
        return value.matches("[0-9]{1,4}") && Integer.parseInt(value) >= 1 && Integer.parseInt(value) <= MOST;
    }
}
