package health.clarion.safeguards.cli;

import health.clarion.safeguards.Effort;
import health.clarion.safeguards.Knowledge;
import health.clarion.safeguards.Safeguards;
import health.clarion.safeguards.privacy.Redaction;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The command {@code clarion redact}: {@code {"id","text","lang"?}} a line on standard input becomes
 * {@code {"id","text","redactions":[{"rule","start","end","placeholder"}]}} a line on standard output, in the same order; places are
 * code points of the text as it was given. A line that can't be read is told with its number on standard error, the rest is still
 * redacted, and the exit code is 2. An empty line is skipped.
 */
public final class Redact {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Safeguards safeguards = Safeguards.standard(Effort.NAMES);

    public static void main(String[] args) throws IOException {
        System.exit(new Redact().run(System.in, System.out, System.err));
    }

    /**
     * Redacts all of a stream.
     *
     * @return 0, or 2 when a line could not be read
     */
    int run(InputStream in, OutputStream out, PrintStream errors) throws IOException {
        int outcome = JsonLines.DONE;
        long number = 0;
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
                PrintWriter texts = new PrintWriter(out, false, StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                if (line.isBlank()) {
                    continue;
                }
                try {
                    texts.print(JSON.writeValueAsString(redacted(JSON.readTree(line))));
                    texts.print('\n');
                } catch (JacksonException | IllegalArgumentException problem) {
                    errors.println("line " + number + ": " + reason(problem));
                    outcome = JsonLines.SOME_LINES_UNREADABLE;
                }
                if (!lines.ready()) {
                    texts.flush();
                }
            }
        }
        return outcome;
    }

    private static String reason(RuntimeException problem) {
        return problem instanceof JacksonException malformed
                ? "not JSON: " + malformed.getOriginalMessage()
                : String.valueOf(problem.getMessage());
    }

    private ObjectNode redacted(JsonNode line) {
        JsonNode id = line.get("id");
        JsonNode text = line.get("text");
        JsonNode lang = line.get("lang");
        if (id == null || !id.isString() && !id.isNumber()) {
            throw new IllegalArgumentException("“id” must be a string or a number");
        }
        if (text == null || !text.isString()) {
            throw new IllegalArgumentException("“text” must be a string");
        }
        if (lang != null && !lang.isNull() && !lang.isString()) {
            throw new IllegalArgumentException("“lang” must be a string");
        }
        String language = lang == null || lang.isNull() ? "en" : lang.stringValue();
        Redaction redaction = safeguards.redact(text.stringValue(), language, Knowledge.empty());
        ObjectNode json = JSON.createObjectNode();
        json.set("id", id);
        json.put("text", redaction.text());
        ArrayNode redactions = json.putArray("redactions");
        for (Redaction.Redacted one : redaction.redacted()) {
            redactions
                    .addObject()
                    .put("rule", one.rule())
                    .put("start", one.start())
                    .put("end", one.end())
                    .put("placeholder", one.placeholder());
        }
        return json;
    }
}
