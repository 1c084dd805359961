package health.clarion.proof;

import health.clarion.Clarion;
import java.io.IOException;
import java.io.PrintStream;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * How fast two pages are that people wait for, under wrk on this machine: the composer's check, with other words each
 * time, and the public page of a campaign. Beside each, a Tomcat like the hub's hands out the very bytes the hub
 * answered with, so that the ratio says what making the page costs and not how fast the machine is.
 */
final class BenchPages {

    private static final int WARM_UP_ROUNDS = 5;
    private static final String CAMPAIGN = "/c/one-open-door";

    /** How long and how often each page is asked for, and over how many connections. */
    record Options(int seconds, int rounds, int connections) {

        static Options of(List<String> words) {
            Numbers numbers = new Numbers(words, Set.of("seconds", "rounds", "connections"));
            return new Options((int) numbers.number("seconds", 6), (int) numbers.number("rounds", 3), (int)
                    numbers.number("connections", 8));
        }
    }

    private final Options options;
    private final PrintStream out;
    private final Path folder;

    private BenchPages(Options options, PrintStream out, Path folder) {
        this.options = options;
        this.out = out;
        this.folder = folder;
    }

    static boolean run(Options options, PrintStream out) throws IOException, InterruptedException {
        if (!Wrk.isHere()) {
            System.err.println("This needs the command wrk. On Debian or Ubuntu: sudo apt-get install wrk");
            return false;
        }
        Path folder = Files.createTempDirectory("clarion-pages");
        try {
            return new BenchPages(options, out, folder).measure();
        } finally {
            delete(folder);
        }
    }

    private boolean measure() throws IOException, InterruptedException {
        int port = freePort();
        List<String> arguments = List.of(
                "run",
                "--demo",
                "--port",
                "" + port,
                "--data",
                folder.resolve("data").toString());
        try (Child hub =
                Child.startAsShipped(Clarion.class.getName(), List.of(), arguments, folder.resolve("hub.err"))) {
            Visitor visitor = Visitor.signedIn("http://localhost:" + port, hub);
            Wrk wrk = new Wrk(folder, options.connections(), options.seconds());
            boolean check = compare(wrk, visitor.check(), "composer check");
            boolean page = compare(wrk, visitor.page(CAMPAIGN), "public campaign page");
            return check && page;
        }
    }

    // In turns, so that what else the machine does meets both alike. A hub runs for weeks: what the JVM does in its
    // first half minute is not what people wait for.
    private boolean compare(Wrk wrk, Ask ask, String name) throws IOException, InterruptedException {
        try (StaticTwin twin = StaticTwin.of(ask.answer(), folder.resolve("static"))) {
            for (int warm = 0; warm < WARM_UP_ROUNDS; warm++) {
                wrk.load(ask);
            }
            wrk.load(ask.at(twin.address()));
            Results ours = new Results();
            Results statically = new Results();
            for (int round = 0; round < options.rounds(); round++) {
                ours.add(wrk.load(ask));
                statically.add(wrk.load(ask.at(twin.address())));
            }
            out.printf(
                    "%n%s, %d bytes, %d connections, median of %d rounds of %d s%n",
                    name, ask.answer().body().length, options.connections(), options.rounds(), options.seconds());
            out.printf("  %-22s %9s %9s %9s %8s%n", "", "a second", "p50 ms", "p99 ms", "failed");
            out.printf("  %-22s %s%n", "made by the hub", ours.line());
            out.printf("  %-22s %s%n", "the same, static", statically.line());
            out.printf("  ratio of the rates     %9.2f%n", ours.rate() / statically.rate());
            return ours.failed() == 0;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static void delete(Path folder) throws IOException, InterruptedException {
        for (int tries = 0; tries < 50 && Files.exists(folder); tries++) {
            try (Stream<Path> paths = Files.walk(folder)) {
                paths.sorted(Comparator.reverseOrder())
                        .forEach(path -> path.toFile().delete());
            } catch (java.io.UncheckedIOException stillWritten) {
                TimeUnit.MILLISECONDS.sleep(100); // the database is on its way down
            }
        }
    }
}
