package health.clarion.evaluation;

import com.sun.management.ThreadMXBean;
import health.clarion.safeguards.Draft;
import health.clarion.safeguards.Effort;
import health.clarion.safeguards.Kind;
import health.clarion.safeguards.Knowledge;
import health.clarion.safeguards.Safeguards;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code clarion bench check --input FILE [--posts 5000] [--rounds 5] [--effort rules]}: how many posts a core checks in a second, at each effort, by the
 * processor's time of one thread, so that others on the machine don't count; how long single posts take by the clock; what each leaves
 * for the garbage collector; and how much memory the loaded engine holds. The file has one JSON object with {@code text} a line.
 */
public final class BenchCheck {
    static final ThreadMXBean THREAD = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    /** After so many rounds of 5,000 posts the just-in-time compiler has settled: rounds differ by noise and no longer get faster. */
    private static final int ROUNDS_UNTIL_COMPILED = 25;

    /** The sentence model is machine code from the start. */
    private static final int ROUNDS_BY_MODEL = 3;

    private static final int USUAL_POSTS = 5000;
    private static final int USUAL_ROUNDS = 5;

    private static final Usage USAGE = Usage.of(
                    "clarion bench check --input FILE [--posts 5000] [--rounds 5] [--effort rules|names|meaning], or --hostile")
            .withOptions("--input", "--posts", "--rounds", "--effort")
            .withFlags("--hostile");

    private BenchCheck() {}

    public static void main(String[] arguments) throws IOException {
        System.exit(USAGE.run(arguments, BenchCheck::run));
    }

    private static int run(Usage.Told told) throws IOException, Usage.Misuse {
        if (told.has("--hostile")) {
            HostileTexts.measure();
            return 0;
        }
        int rounds = told.count("--rounds", USUAL_ROUNDS);
        List<Effort> efforts = told.oneOf("--effort", Effort.values());
        List<Draft> drafts = drafts(told.file("--input"), told.count("--posts", USUAL_POSTS));
        long before = heap();
        System.out.printf(
                Locale.ROOT,
                "%d posts, %.0f characters each in the mean; median of %d rounds on one thread%n",
                drafts.size(),
                drafts.stream()
                        .mapToInt(draft -> draft.text().length())
                        .average()
                        .orElse(0),
                rounds);
        System.out.println(
                "| effort | kind | posts a second of a core | p50 | p99 | allocated a post |\n|---|---|---|---|---|---|");
        efforts.forEach(effort -> measure(effort, drafts, rounds));
        System.out.printf(
                Locale.ROOT,
                "Memory of the loaded engine: %.0f MB of heap; the whole process holds %.0f MB%n",
                (heap() - before) / 1e6,
                resident() / 1e6);
        return 0;
    }

    /** The sentence model is a hundred times slower than the rest, so it reads a tenth of the posts. */
    private static void measure(Effort effort, List<Draft> drafts, int rounds) {
        int most = effort == Effort.MEANING ? Math.min(USUAL_POSTS / 10, drafts.size()) : drafts.size();
        for (Kind kind : Kind.values()) {
            List<Draft> some = drafts.subList(0, most).stream()
                    .map(draft -> draft.withKind(kind))
                    .toList();
            measure(effort, kind, some, rounds);
        }
    }

    private static List<Draft> drafts(Path input, int most) throws IOException {
        JsonMapper json = JsonMapper.builder().build();
        try (var lines = Files.lines(input)) {
            return lines.filter(line -> !line.isBlank())
                    .limit(most)
                    .map(line -> Draft.of(json.readTree(line).get("text").asString()))
                    .toList();
        }
    }

    private static void measure(Effort effort, Kind kind, List<Draft> drafts, int rounds) {
        Safeguards safeguards = Safeguards.standard(effort);
        int warm = effort == Effort.MEANING ? ROUNDS_BY_MODEL : ROUNDS_UNTIL_COMPILED;
        for (int i = 0; i < warm; i++) {
            Round.of(safeguards, drafts);
        }
        Round[] all = new Round[rounds];
        for (int i = 0; i < rounds; i++) {
            all[i] = Round.of(safeguards, drafts);
        }
        Arrays.sort(all, (one, other) -> Double.compare(one.perSecond(), other.perSecond()));
        Round median = all[rounds / 2];
        System.out.printf(
                Locale.ROOT,
                "| %s | %s | %,.0f (%,.0f to %,.0f) | %.3f ms | %.3f ms | %,.0f bytes |%n",
                effort.name().toLowerCase(Locale.ROOT),
                kind.name().toLowerCase(Locale.ROOT),
                median.perSecond(),
                all[0].perSecond(),
                all[rounds - 1].perSecond(),
                median.p50() / 1e6,
                median.p99() / 1e6,
                median.allocated());
    }

    /** One walk over all posts: posts a second, nanoseconds a post, bytes a post. */
    private record Round(double perSecond, long p50, long p99, double allocated) {
        static Round of(Safeguards safeguards, List<Draft> drafts) {
            long[] took = new long[drafts.size()];
            long bytes = THREAD.getCurrentThreadAllocatedBytes();
            long cpu = THREAD.getCurrentThreadCpuTime();
            for (int i = 0; i < took.length; i++) {
                long start = System.nanoTime();
                safeguards.check(drafts.get(i), Knowledge.empty());
                took[i] = System.nanoTime() - start;
            }
            cpu = THREAD.getCurrentThreadCpuTime() - cpu;
            bytes = THREAD.getCurrentThreadAllocatedBytes() - bytes;
            Arrays.sort(took);
            return new Round(
                    took.length / (cpu / 1e9),
                    took[took.length / 2],
                    took[(int) (took.length * 0.99)],
                    (double) bytes / took.length);
        }
    }

    private static long heap() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    /** What the system says this process holds, in bytes; 0 where it doesn't say. */
    private static long resident() throws IOException {
        Path status = Path.of("/proc/self/status");
        if (!Files.exists(status)) {
            return 0;
        }
        try (var lines = Files.lines(status)) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                            .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                            .findFirst()
                            .orElse(0)
                    * 1024;
        }
    }
}
