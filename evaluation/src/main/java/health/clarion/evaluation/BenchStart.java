package health.clarion.evaluation;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * {@code clarion bench start}: how long {@code clarion check} takes from its start to its first answer, by the clock, at each effort: the
 * median of seven starts through the launcher, as a person or a program would start it. The first start is not counted: it may build.
 */
public final class BenchStart {
    private static final int STARTS = 7;
    private static final int MOST_SECONDS_TO_END = 20;
    private static final byte[] LINE =
            "{\"id\":1,\"text\":\"I want to die\",\"kind\":\"member\"}\n".getBytes(StandardCharsets.UTF_8);

    private BenchStart() {}

    public static void main(String[] arguments) throws IOException {
        System.out.println("| clarion check | first answer after | fastest | slowest |\n|---|---|---|---|");
        for (String effort : List.of("rules", "names", "meaning")) {
            once(effort);
            double[] seconds = new double[STARTS];
            for (int i = 0; i < STARTS; i++) {
                seconds[i] = once(effort);
            }
            Arrays.sort(seconds);
            System.out.printf(
                    Locale.ROOT,
                    "| --effort %s | %.2f s | %.2f s | %.2f s |%n",
                    effort,
                    seconds[STARTS / 2],
                    seconds[0],
                    seconds[STARTS - 1]);
        }
    }

    private static double once(String effort) throws IOException {
        Path launcher =
                Path.of(System.getProperty("clarion.home", "."), "clarion").toAbsolutePath();
        long start = System.nanoTime();
        Process process = new ProcessBuilder(launcher.toString(), "check", "--effort", effort)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            return answered(process, start);
        } finally {
            end(process);
        }
    }

    /** Seconds until its first answer; then its input is closed, which ends it. */
    private static double answered(Process process, long start) throws IOException {
        try (OutputStream in = process.getOutputStream();
                BufferedReader out =
                        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            in.write(LINE);
            in.flush();
            if (out.readLine() == null) {
                throw new IllegalStateException("No answer from clarion check");
            }
            return (System.nanoTime() - start) / 1e9;
        }
    }

    /** Waits until it has ended, so that it takes nothing from the next start. */
    private static void end(Process process) {
        try {
            if (!process.waitFor(MOST_SECONDS_TO_END, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
