package health.clarion.evaluation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * {@code clarion evaluate [TASK…] [--data DIR] [--fit] [--out DIR]}: measures tasks on a folder of data, prints the table and writes it
 * to {@code docs/measurements}. A TASK may be the beginning of names, such as {@code claims}. With {@code --fit} it tells what free
 * fitting could reach, and writes nothing.
 */
public final class Evaluate {
    private static final Usage USAGE = Usage.of("clarion evaluate [TASK…] [--data DIR] [--fit] [--out DIR]")
            .withOptions("--data", "--out")
            .withFlags("--fit")
            .withWords(Tasks.ALL.size());

    private Evaluate() {}

    public static void main(String[] arguments) throws IOException {
        System.exit(USAGE.run(arguments, Evaluate::run));
    }

    private static int run(Usage.Told told) throws IOException, Usage.Misuse {
        Path home = Path.of(System.getProperty("clarion.home", "."))
                .toAbsolutePath()
                .normalize();
        Path out = told.place("--out", home.resolve("docs/measurements"));
        boolean fit = told.has("--fit");
        List<Task> tasks =
                Tasks.ALL.stream().filter(task -> isWanted(task, told.words())).toList();
        if (tasks.isEmpty()) {
            System.err.println("No task is called so. There are:");
            Tasks.ALL.forEach(task -> System.err.println("  " + task.name() + "  " + task.folder()));
            return Usage.MISUSED;
        }
        Path data = told.folder("--data", home.resolveSibling("shared/data/open"));
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
