package health.clarion.proof;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A Java process that this one started and may kill, freeze and thaw. */
final class Child implements AutoCloseable {

    private final Process process;
    private volatile boolean ready;

    private Child(Process process) {
        this.process = process;
    }

    /** Starts a main class with this program's own class path. */
    static Child start(String main, List<String> settings, List<String> arguments, Path log) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx512m",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow"));
        command.addAll(settings);
        command.addAll(program(main));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(log.toFile());
        return new Child(builder.start());
    }

    // Inside one packed file another main class is reached through Spring Boot's launcher.
    private static List<String> program(String main) {
        String path = System.getProperty("java.class.path");
        boolean packed = path.endsWith(".jar") && !path.contains(File.pathSeparator);
        return packed
                ? List.of(
                        "-Dloader.main=" + main,
                        "-cp",
                        path,
                        "org.springframework.boot.loader.launch.PropertiesLauncher")
                : List.of("-cp", path, main);
    }

    /** The first line the process prints. */
    String firstLine() throws IOException {
        BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        String line = lines.readLine();
        if (line == null) {
            throw new IOException("A process ended before it said anything; its log says why");
        }
        Thread.ofVirtual().start(() -> drain(lines));
        return line;
    }

    /** Begins to wait for the first line; {@link #isReady} then says whether it came. */
    void awaitInBackground() {
        Thread.ofVirtual().start(() -> {
            try {
                firstLine();
                ready = true;
            } catch (IOException ended) {
                ready = false;
            }
        });
    }

    /** Whether it works, as far as is known. */
    boolean isReady() {
        return ready && process.isAlive();
    }

    private static void drain(BufferedReader lines) {
        try {
            while (lines.readLine() != null) {
                // Nobody reads on, but a full pipe would stop the process.
            }
        } catch (IOException closed) {
            return; // the process has ended
        }
    }

    /** As {@code kill -9}. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }

    void freeze() throws IOException, InterruptedException {
        signal("STOP");
    }

    void thaw() throws IOException, InterruptedException {
        signal("CONT");
    }

    private void signal(String name) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid()))
                .start()
                .waitFor();
    }

    @Override
    public void close() {
        try {
            signal("CONT");
            process.getOutputStream().close(); // a stand-in ends with its input
            process.destroy();
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (IOException ended) {
            process.destroyForcibly();
        } catch (InterruptedException stopped) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
