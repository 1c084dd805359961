package health.clarion.rig;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The real Bluesky server (PDS) with a directory of identities in memory, on loopback. It lives in a process of its own
 * that ends when this one ends, however that happens: it watches the pipe between them.
 */
public final class BlueskyServer implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration START = Duration.ofSeconds(90);

    private final Process process;
    private final Path scratch;
    private final URI url;
    /** HTTP/1.1: the server hangs up on an offer to change to HTTP/2. */
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /**
     * Somebody on the server.
     *
     * @param appPassword made for our sign-in; the account's own password stays with the server
     */
    public record Account(String handle, String did, String appPassword) {}

    private BlueskyServer(Process process, Path scratch, URI url) {
        this.process = process;
        this.scratch = scratch;
        this.url = url;
    }

    /**
     * Starts one, in about two seconds.
     *
     * @throws Unavailable when {@code rig/setup-bluesky} was not run here or could not finish
     */
    public static BlueskyServer start() throws Unavailable {
        return start(0);
    }

    /** As {@link #start()}, on this port; 0 for any free one. */
    public static BlueskyServer start(int port) throws Unavailable {
        Path home = Parts.cache().resolve("bluesky");
        if (!Files.exists(home.resolve("ready"))) {
            throw new Unavailable("the Bluesky server is not set up in " + home + ": run rig/setup-bluesky");
        }
        try {
            return start(home, port);
        } catch (IOException failure) {
            throw new Unavailable("the Bluesky server in " + home + " does not start", failure);
        }
    }

    private static BlueskyServer start(Path home, int port) throws IOException, Unavailable {
        Path scratch = Files.createTempDirectory("clarion-bluesky-");
        unpack("loopback.cjs", scratch);
        unpack("bluesky-server.mjs", scratch);
        ProcessBuilder builder = new ProcessBuilder(
                home.resolve("node").toString(),
                "--require",
                scratch.resolve("loopback.cjs").toString(),
                scratch.resolve("bluesky-server.mjs").toString(),
                home.toString(),
                String.valueOf(port));
        builder.environment().put("TMPDIR", scratch.toString());
        builder.environment().put("CLARION_SCRATCH", scratch.toString());
        builder.environment().put("LOG_ENABLED", "false");
        builder.environment().remove("NODE_OPTIONS");
        builder.redirectError(scratch.resolve("server.log").toFile());
        Process process = builder.start();
        try {
            return new BlueskyServer(process, scratch, address(process));
        } catch (Unavailable | IOException | RuntimeException failure) {
            process.destroyForcibly();
            throw failure;
        }
    }

    private static void unpack(String name, Path scratch) throws IOException {
        try (InputStream resource = BlueskyServer.class.getResourceAsStream(name)) {
            if (resource == null) {
                throw new IOException("missing from the build: " + name);
            }
            Files.copy(resource, scratch.resolve(name), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static URI address(Process process) throws Unavailable, IOException {
        BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
        CompletableFuture<String> line = new CompletableFuture<>();
        Thread.ofVirtual().start(() -> read(output, line));
        try {
            String ready = line.get(START.toSeconds(), TimeUnit.SECONDS);
            return URI.create(JSON.readTree(ready).path("url").asString());
        } catch (ExecutionException | TimeoutException failure) {
            throw new Unavailable("the Bluesky server said nothing and was stopped", failure);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new Unavailable("interrupted while the Bluesky server started", stop);
        }
    }

    /** The first line of JSON is the answer; the rest is read so that the server never waits for us. */
    private static void read(BufferedReader output, CompletableFuture<String> answer) {
        try (output) {
            output.lines().forEach(line -> {
                if (line.startsWith("{\"url\"")) {
                    answer.complete(line);
                }
            });
            answer.completeExceptionally(new IOException("ended without an answer"));
        } catch (IOException | UncheckedIOException closed) {
            answer.completeExceptionally(closed);
        }
    }

    /** Where it listens: {@code http://localhost:PORT}. */
    public URI url() {
        return url;
    }

    /** Its process, for proofs that stop or freeze it. */
    public ProcessHandle process() {
        return process.toHandle();
    }

    /**
     * Creates an account with an app password.
     *
     * @param name first part of the handle: {@code mariona} becomes {@code mariona.test}
     */
    public Account createAccount(String name) {
        String handle = name + ".test";
        ObjectNode account = JSON.createObjectNode()
                .put("handle", handle)
                .put("email", name + "@example.org")
                .put("password", "of the account itself: " + name);
        JsonNode created = post("com.atproto.server.createAccount", account, "");
        String token = created.path("accessJwt").asString();
        ObjectNode named = JSON.createObjectNode().put("name", "Clarion");
        JsonNode password = post("com.atproto.server.createAppPassword", named, token);
        return new Account(
                handle,
                created.path("did").asString(),
                password.path("password").asString());
    }

    /** Sets the name that an account shows. */
    public void nameAccount(Account account, String displayName) {
        JsonNode session = session(account);
        ObjectNode input = JSON.createObjectNode()
                .put("repo", account.did())
                .put("collection", "app.bsky.actor.profile")
                .put("rkey", "self");
        input.putObject("record").put("$type", "app.bsky.actor.profile").put("displayName", displayName);
        post("com.atproto.repo.putRecord", input, session.path("accessJwt").asString());
    }

    /** Every post of an account, newest first: what the world sees. At most 100. */
    public List<JsonNode> posts(Account account) {
        JsonNode answer =
                get("com.atproto.repo.listRecords?limit=100&collection=app.bsky.feed.post&repo=" + account.did());
        List<JsonNode> posts = new ArrayList<>();
        answer.path("records").forEach(posts::add);
        return posts;
    }

    /** The commit the account's repository is at: it changes with every write and with nothing else. */
    public String commit(Account account) {
        return get("com.atproto.sync.getLatestCommit?did=" + account.did())
                .path("cid")
                .asString();
    }

    private JsonNode session(Account account) {
        ObjectNode input =
                JSON.createObjectNode().put("identifier", account.handle()).put("password", account.appPassword());
        return post("com.atproto.server.createSession", input, "");
    }

    private JsonNode get(String method) {
        return send(HttpRequest.newBuilder(url.resolve("/xrpc/" + method)).GET());
    }

    private JsonNode post(String method, ObjectNode input, String token) {
        HttpRequest.Builder request = HttpRequest.newBuilder(url.resolve("/xrpc/" + method))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(input.toString()));
        return send(token.isEmpty() ? request : request.header("Authorization", "Bearer " + token));
    }

    private JsonNode send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response =
                    client.send(request.timeout(START).build(), HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new IllegalStateException(
                        response.uri().getPath() + " answered " + response.statusCode() + ": " + response.body());
            }
            return JSON.readTree(response.body());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", stop);
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(5, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException stop) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        client.shutdownNow();
        delete(scratch);
    }

    private static void delete(Path directory) {
        if (!Files.exists(directory)) {
            return;
        }
        try (Stream<Path> inside = Files.walk(directory)) {
            inside.sorted(Comparator.reverseOrder())
                    .forEach(path -> path.toFile().delete());
        } catch (IOException | UncheckedIOException gone) {
            // The server deletes it too; whoever comes second finds nothing.
        }
    }

    /**
     * Starts a server for a demonstration, prints its address and the accounts as one line of JSON, and runs until
     * standard input ends or the process is stopped.
     *
     * @param arguments {@code --port N} and names of accounts
     */
    public static void main(String[] arguments) throws Exception {
        List<String> names = new ArrayList<>(Arrays.asList(arguments));
        int port = 0;
        int flag = names.indexOf("--port");
        if (flag >= 0) {
            port = Integer.parseInt(names.get(flag + 1));
            names.subList(flag, flag + 2).clear();
        }
        try (BlueskyServer server = start(port)) {
            Runtime.getRuntime().addShutdownHook(new Thread(server::close));
            ObjectNode line = JSON.createObjectNode().put("url", server.url().toString());
            for (String name : names) {
                Account account = server.createAccount(name);
                line.withArray("accounts")
                        .addObject()
                        .put("handle", account.handle())
                        .put("did", account.did())
                        .put("appPassword", account.appPassword());
            }
            System.out.println(line);
            System.out.flush();
            while (System.in.read() >= 0) {
                // Until whoever started us goes away.
            }
        } catch (Unavailable missing) {
            System.err.println(missing.getMessage());
            System.exit(3);
        }
    }
}
