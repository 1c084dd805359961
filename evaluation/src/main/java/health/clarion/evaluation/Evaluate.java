package health.clarion.evaluation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code clarion evaluate [TASK…] [--data DIR] [--fit] [--out DIR]}: measures tasks on a folder of data, prints the table and writes it
 * to {@code docs/measurements}. A TASK may be the beginning of names, such as {@code claims}. With {@code --fit} it tells what free
 * fitting could reach, and writes nothing.
 */
public final class Evaluate {
    private Evaluate() {}

    public static void main(String[] arguments) throws IOException {
        System.exit(run(List.of(arguments)));
    }

    private static int run(List<String> arguments) throws IOException {
        Path home = Path.of(System.getProperty("clarion.home", "."))
                .toAbsolutePath()
                .normalize();
        Path data = home.resolveSibling("shared/data/open");
        Path out = home.resolve("docs/measurements");
        boolean fit = false;
        List<String> wanted = new ArrayList<>();
        for (int i = 0; i < arguments.size(); i++) {
            switch (arguments.get(i)) {
                case "--fit" -> fit = true;
                case "--data" -> data = Path.of(arguments.get(++i));
                case "--out" -> out = Path.of(arguments.get(++i));
                default -> wanted.add(arguments.get(i));
            }
        }
        List<Task> tasks =
                Tasks.ALL.stream().filter(task -> isWanted(task, wanted)).toList();
        if (tasks.isEmpty() || !Files.isDirectory(data)) {
            System.err.println(
                    tasks.isEmpty()
                            ? "No task is called so. There are:"
                            : "No data in " + data + ". Say where they are with --data DIR.");
            Tasks.ALL.forEach(task -> System.err.println("  " + task.name() + "  " + task.folder()));
            return 2;
        }
        Measurements measurements =
                new Measurements(out, Tasks.ALL.stream().map(Task::name).toList());
        for (Task task : tasks) {
            Folder folder = new Folder(data.resolve(task.folder()));
            if (!task.bringsItsRows() && !Files.isDirectory(folder.path())) {
                System.err.println("No data for " + task.name() + " in " + folder.path());
                continue;
            }
            long start = System.nanoTime();
            List<Figure> figures = fit ? task.fit(folder) : task.measure(folder);
            System.out.print(Measurements.table(figures));
            System.err.printf("%s took %.1f s%n", task.name(), (System.nanoTime() - start) / 1e9);
            if (!fit) {
                measurements.put(task.name(), figures);
            }
        }
        return 0;
    }

    private static boolean isWanted(Task task, List<String> wanted) {
        return wanted.isEmpty() || wanted.stream().anyMatch(task.name()::startsWith);
    }
}
