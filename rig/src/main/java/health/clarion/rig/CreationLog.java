package health.clarion.rig;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Everything that a stand-in really created, deleted and failed at, one line of JSON each, on disk before the answer is
 * given. This file, not
 * anybody's memory, judges whether something was published twice or lost.
 *
 * <p>Lines that wait together are forced to disk together, so that a thousand creations a second are no trouble.
 */
public final class CreationLog implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final FileChannel file;
    private final LinkedBlockingQueue<Waiting> queue = new LinkedBlockingQueue<>();
    private final Thread writer;

    private record Waiting(byte[] line, CompletableFuture<Void> written) {}

    private static final Waiting END = new Waiting(new byte[0], new CompletableFuture<>());

    CreationLog(Path path) throws IOException {
        this.file = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        this.writer = Thread.ofPlatform().daemon().name("creation-log").start(this::write);
    }

    /** Returns when the line is on disk. */
    void append(ObjectNode line) {
        Waiting waiting = new Waiting((line + "\n").getBytes(StandardCharsets.UTF_8), new CompletableFuture<>());
        queue.add(waiting);
        waiting.written.join();
    }

    private void write() {
        try {
            List<Waiting> batch = new ArrayList<>();
            while (!batch.contains(END)) {
                batch.clear();
                batch.add(queue.take());
                queue.drainTo(batch);
                write(batch);
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private void write(List<Waiting> batch) {
        try {
            for (Waiting waiting : batch) {
                ByteBuffer bytes = ByteBuffer.wrap(waiting.line);
                while (bytes.hasRemaining()) {
                    file.write(bytes);
                }
            }
            file.force(false);
            batch.forEach(waiting -> waiting.written.complete(null));
        } catch (IOException failure) {
            batch.forEach(waiting -> waiting.written.completeExceptionally(failure));
        }
    }

    /** What was created, oldest first: the lines that are neither deletions nor failures. */
    public static List<JsonNode> created(Path path) {
        return read(path).stream().filter(line -> line.has("id")).toList();
    }

    /** The lines of a log, oldest first. A last line that was cut off is left out. */
    public static List<JsonNode> read(Path path) {
        try {
            List<JsonNode> lines = new ArrayList<>();
            for (String line : Files.readAllLines(path, StandardCharsets.UTF_8)) {
                if (line.endsWith("}")) {
                    lines.add(JSON.readTree(line));
                }
            }
            return lines;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void close() {
        queue.add(END);
        try {
            writer.join();
            file.close();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
