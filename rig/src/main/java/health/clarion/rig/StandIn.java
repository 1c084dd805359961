package health.clarion.rig;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A strict simulator of a network's documented contract, on loopback. It refuses what is not documented, fails as its
 * {@link Repertoire} says, and writes down everything it really created.
 */
public abstract sealed class StandIn implements AutoCloseable permits MastodonStandIn, BlueskyStandIn {

    static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int LONGEST_BODY = 32 * 1024 * 1024;
    private static final int BACKLOG = 1_024;

    static {
        System.setProperty("sun.net.httpserver.nodelay", "true");
        System.setProperty("sun.net.httpserver.maxIdleConnections", "2000");
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Path logPath;
    private final CreationLog log;
    private volatile Repertoire repertoire = Repertoire.calm();
    private volatile Duration hold = Duration.ofSeconds(20);
    private volatile Duration slowness = Duration.ofMillis(800);

    StandIn(int port, Path logPath) {
        try {
            this.logPath = logPath;
            this.log = new CreationLog(logPath);
            this.server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port), BACKLOG);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        server.setExecutor(threads);
        server.createContext("/", this::handle);
    }

    static Path freshLog(String name) {
        try {
            return Files.createTempFile("clarion-" + name + "-", ".jsonl");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    void listen() {
        server.start();
    }

    /** Whether this request publishes, so that the repertoire applies. */
    abstract boolean publishes(Request request);

    /** Does what is asked and answers. */
    abstract Answer answer(Request request) throws Refusal;

    /** How this network says no. */
    abstract Answer refusal(Refusal refusal);

    /** The headers that this network sends with every answer, about its limits. */
    abstract Answer withLimits(Answer answer, boolean exceeded);

    /** Where it listens: {@code http://localhost:PORT}. */
    public URI url() {
        return URI.create("http://localhost:" + server.getAddress().getPort());
    }

    /** From now on it fails like this. */
    public void play(Repertoire next) {
        repertoire = next;
    }

    /** How it fails now. */
    public Repertoire repertoire() {
        return repertoire;
    }

    /** How long a request is held that never gets an answer (20 s at first). */
    public void holdFor(Duration time) {
        hold = time;
    }

    /** How late a slow answer comes (0.8 s at first). */
    public void slowDownBy(Duration time) {
        slowness = time;
    }

    /** Everything really created so far, oldest first. */
    public List<JsonNode> created() {
        return CreationLog.created(logPath);
    }

    void record(ObjectNode creation) {
        log.append(creation.put("at", Instant.now().toString()));
    }

    /** Writes down that something is no longer there. */
    void recordDeleted(String id) {
        log.append(JSON.createObjectNode()
                .put("deleted", id)
                .put("at", Instant.now().toString()));
    }

    private void handle(HttpExchange exchange) {
        try (exchange) {
            Request request = new Request(
                    exchange.getRequestMethod(),
                    exchange.getRequestURI(),
                    exchange.getRequestHeaders(),
                    exchange.getRequestBody().readNBytes(LONGEST_BODY));
            Fault fault = publishes(request) ? repertoire.draw() : Fault.NONE;
            if (fault != Fault.NONE) {
                log.append(JSON.createObjectNode()
                        .put("fault", fault.id())
                        .put("at", Instant.now().toString()));
            }
            switch (fault) {
                case NONE -> send(exchange, outcome(request));
                case ERROR_BUT_PUBLISHED -> send(exchange, spoiled(outcome(request)));
                case ERROR_NOT_PUBLISHED -> send(exchange, refusal(new Refusal(500, "InternalServerError", "oops")));
                case TIMEOUT_BUT_PUBLISHED -> {
                    outcome(request);
                    await(hold);
                }
                case BUSY ->
                    send(exchange, withLimits(refusal(new Refusal(429, "RateLimitExceeded", "too many")), true));
                case RESET_BEFORE -> {
                    // Closing without an answer breaks the connection.
                }
                case SLOW -> {
                    await(slowness);
                    send(exchange, outcome(request));
                }
            }
        } catch (IOException hungUp) {
            // The client is gone: its affair.
        }
    }

    private Answer outcome(Request request) {
        try {
            if (request.header("User-Agent").isBlank()) {
                throw new Refusal(418, "NoUserAgent", "who are you?");
            }
            return withLimits(answer(request), false);
        } catch (Refusal refusal) {
            return refusal(refusal);
        }
    }

    private Answer spoiled(Answer answer) {
        return answer.status() < 300 ? refusal(new Refusal(500, "InternalServerError", "oops")) : answer;
    }

    private static void send(HttpExchange exchange, Answer answer) throws IOException {
        answer.headers().forEach(exchange.getResponseHeaders()::set);
        exchange.sendResponseHeaders(answer.status(), answer.body().length == 0 ? -1 : answer.body().length);
        if (answer.body().length > 0) {
            exchange.getResponseBody().write(answer.body());
        }
    }

    private void await(Duration time) {
        try {
            closed.await(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        threads.shutdownNow();
        log.close();
    }
}
