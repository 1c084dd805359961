package health.clarion.safeguards.cli;

import health.clarion.safeguards.Effort;
import health.clarion.safeguards.Knowledge;
import health.clarion.safeguards.Safeguards;
import health.clarion.safeguards.cli.JsonLines.Unreadable;
import health.clarion.safeguards.privacy.Redaction;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The command {@code clarion redact}: {@code {"id","text","lang"?}} a line on standard input becomes
 * {@code {"id","text","redactions":[{"rule","start","end","placeholder"}]}} a line on standard output, in the same order; places are
 * code points of the text as it was given. A line that can't be read is told with its number on standard error, the rest is still
 * redacted, and the exit code is 2. An empty line is skipped.
 */
public final class Redact {
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
        return JsonLines.reply(in, out, errors, this::redact);
    }

    private void redact(JsonNode line, ObjectNode reply) throws Unreadable {
        Redaction redaction = safeguards.redact(
                JsonLines.needed(line, "text"), JsonLines.wordOr(line, "lang", "en"), Knowledge.empty());
        reply.put("text", redaction.text());
        ArrayNode redactions = reply.putArray("redactions");
        for (Redaction.Redacted one : redaction.redacted()) {
            redactions
                    .addObject()
                    .put("rule", one.rule())
                    .put("start", one.start())
                    .put("end", one.end())
                    .put("placeholder", one.placeholder());
        }
    }
}
