package health.clarion.proof;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A Java process that this one started and may kill, freeze and thaw. */
final class Child implements AutoCloseable {

    private final Process process;
    private final BufferedReader output;
    private volatile boolean ready;

    private Child(Process process) {
        this.process = process;
        this.output = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /** Starts a main class with this program's own class path, small and quick to start. */
    static Child start(String main, List<String> settings, List<String> arguments, Path log) throws IOException {
        List<String> flags = new ArrayList<>(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx512m"));
        flags.addAll(settings);
        return startAsShipped(main, flags, arguments, log);
    }

    /** Starts a main class with this program's own class path and the launcher's options, as fast as it gets. */
    static Child startAsShipped(String main, List<String> settings, List<String> arguments, Path log)
            throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow"));
        command.addAll(settings);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(log.toFile());
        return new Child(builder.start());
    }

    /** The first line the process prints. */
    String firstLine() throws IOException {
        String line = next();
        Thread.ofVirtual().start(() -> drain(output));
        return line;
    }

    /**
     * Reads on until the process has printed a line in which the pattern is found.
     *
     * @return the pattern's first group
     */
    String told(Pattern what) throws IOException {
        Matcher matcher = what.matcher(next());
        while (!matcher.find()) {
            matcher = what.matcher(next());
        }
        return matcher.group(1);
    }

    private String next() throws IOException {
        String line = output.readLine();
        if (line == null) {
            throw new IOException("A process ended before it said what was waited for; its log says why");
        }
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

    /** As the system counts processes. */
    long pid() {
        return process.pid();
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
        new ProcessBuilder("kill", "-" + name, String.valueOf(pid())).start().waitFor();
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
