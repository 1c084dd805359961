package health.clarion.safeguards.cli;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A question a line as JSON, a reply a line as JSON, in the same order. A line that can't be read is told with its number and the reason
 * on the stream for errors; the rest is still replied to, and the outcome is 2. An empty line is skipped.
 */
final class JsonLines {
    /** Every line was read. */
    static final int DONE = 0;

    /** Some lines were not. */
    static final int SOME_LINES_UNREADABLE = 2;

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private JsonLines() {}

    /** Replies to one line. */
    @FunctionalInterface
    interface Reply {
        /**
         * Fills in the reply, which has the id of the line already.
         *
         * @throws Unreadable when the line lacks something or holds what it must not
         */
        void to(JsonNode line, ObjectNode reply) throws Unreadable;
    }

    /** Takes one line that wants no reply. */
    @FunctionalInterface
    interface Taker {
        /**
         * Takes a line.
         *
         * @throws Unreadable when the line lacks something or holds what it must not
         */
        void take(String id, JsonNode line) throws Unreadable;
    }

    /**
     * Replies to every line of a stream; each reply goes out as soon as no further line waits.
     *
     * @return 0, or 2 when a line could not be read
     * @throws IOException when the replies can't be written, such as on a full disk
     */
    static int reply(InputStream in, OutputStream out, PrintStream errors, Reply reply) throws IOException {
        try (Writer replies = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8))) {
            return each(in, errors, "", (lines, line) -> {
                ObjectNode json = JSON.createObjectNode();
                json.set("id", id(line));
                reply.to(line, json);
                replies.write(JSON.writeValueAsString(json));
                replies.write('\n');
                if (!lines.ready()) {
                    replies.flush();
                }
            });
        }
    }

    /**
     * Takes every line of a file.
     *
     * @param name what the file is called in errors
     * @return 0, or 2 when a line could not be read
     */
    static int take(InputStream in, String name, PrintStream errors, Taker taker) throws IOException {
        return each(in, errors, name + " ", (lines, line) -> taker.take(id(line).asString(), line));
    }

    private interface Step {
        void take(BufferedReader lines, JsonNode line) throws Unreadable, IOException;
    }

    private static int each(InputStream in, PrintStream errors, String name, Step step) throws IOException {
        int outcome = DONE;
        long number = 0;
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                if (line.isBlank()) {
                    continue;
                }
                try {
                    step.take(lines, parsed(line));
                } catch (Unreadable problem) {
                    errors.println(name + "line " + number + ": " + problem.getMessage());
                    outcome = SOME_LINES_UNREADABLE;
                }
            }
        }
        return outcome;
    }

    private static JsonNode parsed(String line) throws Unreadable {
        try {
            JsonNode json = JSON.readTree(line);
            if (json.isObject()) {
                return json;
            }
        } catch (JacksonException malformed) {
            throw new Unreadable("not JSON: " + malformed.getOriginalMessage());
        }
        throw new Unreadable("not a JSON object");
    }

    private static JsonNode id(JsonNode line) throws Unreadable {
        JsonNode id = line.get("id");
        if (id == null || !id.isString() && !id.isNumber()) {
            throw new Unreadable("“id” must be a string or a number");
        }
        return id;
    }

    /**
     * The words under a key, or null when there are none.
     *
     * @throws Unreadable when something else stands there
     */
    static @Nullable String word(JsonNode line, String key) throws Unreadable {
        JsonNode value = line.get(key);
        if (value == null || value.isNull()) {
            return null;
        }
        if (!value.isString()) {
            throw new Unreadable("“" + key + "” must be a string");
        }
        return value.stringValue();
    }

    /**
     * The words under a key, or others when there are none.
     *
     * @throws Unreadable when something else stands there
     */
    static String wordOr(JsonNode line, String key, String otherwise) throws Unreadable {
        String word = word(line, key);
        return word == null ? otherwise : word;
    }

    /**
     * The words under a key that has to be there.
     *
     * @throws Unreadable when it isn't, or something else stands there
     */
    static String needed(JsonNode line, String key) throws Unreadable {
        String word = word(line, key);
        if (word == null) {
            throw new Unreadable("“" + key + "” is missing");
        }
        return word;
    }

    /** A line that can't be read; the message says why. */
    static final class Unreadable extends Exception {
        Unreadable(@Nullable String reason) {
            super(reason);
        }
    }
}
