package health.clarion.safeguards.cli;

import health.clarion.networks.Network;
import health.clarion.safeguards.Draft;
import health.clarion.safeguards.Finding;
import health.clarion.safeguards.Kind;
import health.clarion.safeguards.Knowledge;
import health.clarion.safeguards.Report;
import health.clarion.safeguards.Safeguards;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The command {@code clarion check}: a draft a line as JSON on standard input, its report a line as JSON on standard output, in the
 * same order. A line that can't be read is told with its number and the reason on standard error; the rest is still checked, and the
 * exit code is 2. An empty line is skipped.
 */
public final class Check {
    /** Every line was checked. */
    static final int DONE = 0;

    /** Some lines were not. */
    static final int SOME_LINES_UNREADABLE = 2;

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Safeguards safeguards = Safeguards.standard();

    public static void main(String[] args) throws IOException {
        System.exit(new Check().run(System.in, System.out, System.err));
    }

    /**
     * Checks all of a stream.
     *
     * @return 0, or 2 when a line could not be read
     */
    int run(InputStream in, OutputStream out, PrintStream errors) throws IOException {
        int outcome = DONE;
        long number = 0;
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
                PrintWriter reports = new PrintWriter(out, false, StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                if (line.isBlank()) {
                    continue;
                }
                try {
                    reports.print(check(line));
                    reports.print('\n');
                } catch (Unreadable problem) {
                    errors.println("line " + number + ": " + problem.getMessage());
                    outcome = SOME_LINES_UNREADABLE;
                }
                if (!lines.ready()) {
                    reports.flush();
                }
            }
        }
        return outcome;
    }

    private String check(String line) throws Unreadable {
        JsonNode json = parsed(line);
        JsonNode id = json.get("id");
        if (id == null || !id.isString() && !id.isNumber()) {
            throw new Unreadable("“id” must be a string or a number");
        }
        Draft draft = draft(json);
        return JSON.writeValueAsString(written(id, safeguards.check(draft, Knowledge.empty())));
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

    private static Draft draft(JsonNode json) throws Unreadable {
        String text = word(json, "text");
        if (text == null) {
            throw new Unreadable("“text” is missing");
        }
        String lang = word(json, "lang");
        Draft draft = Draft.of(text).withLang(lang == null ? "en" : lang).withKind(kind(word(json, "kind")));
        JsonNode audience = json.get("audience");
        if (audience != null && !audience.isNull()) {
            draft = draft.withAudienceReadingAge(readingAge(audience));
        }
        String network = word(json, "network");
        return network == null ? draft : draft.withNetwork(network(network));
    }

    private static @Nullable String word(JsonNode json, String key) throws Unreadable {
        JsonNode value = json.get(key);
        if (value == null || value.isNull()) {
            return null;
        }
        if (!value.isString()) {
            throw new Unreadable("“" + key + "” must be a string");
        }
        return value.stringValue();
    }

    private static Kind kind(@Nullable String word) throws Unreadable {
        if (word == null) {
            return Kind.STAFF;
        }
        try {
            return Kind.valueOf(word.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw new Unreadable("“kind” must be staff or member");
        }
    }

    private static int readingAge(JsonNode audience) throws Unreadable {
        if (!audience.isIntegralNumber() || !audience.canConvertToInt() || audience.intValue() < 1) {
            throw new Unreadable("“audience” must be a reading age in whole years");
        }
        return audience.intValue();
    }

    private static Network network(String word) throws Unreadable {
        try {
            return Network.of(word);
        } catch (IllegalArgumentException unknown) {
            throw new Unreadable(unknown.getMessage());
        }
    }

    private static ObjectNode written(JsonNode id, Report report) {
        ObjectNode json = JSON.createObjectNode();
        json.set("id", id);
        ArrayNode findings = json.putArray("findings");
        report.findings().forEach(finding -> write(finding, findings.addObject()));
        json.putObject("crisis")
                .put("level", report.crisis().level())
                .put("score", report.crisis().score());
        json.putObject("reading")
                .put("grade", report.reading().grade())
                .put("ease", report.reading().ease());
        json.put("checkworthy", report.checkworthy());
        return json;
    }

    private static void write(Finding finding, ObjectNode json) {
        json.put("rule", finding.rule());
        json.put("category", finding.category().id());
        json.put("severity", finding.severity().id());
        json.put("start", finding.start());
        json.put("end", finding.end());
        json.put("message", finding.message());
        if (finding.suggestion() != null) {
            json.put("suggestion", finding.suggestion());
        }
        json.put("source", finding.source());
        finding.score().ifPresent(score -> json.put("score", score));
    }

    /** A line that is no draft; the message says why. */
    private static final class Unreadable extends Exception {
        Unreadable(@Nullable String reason) {
            super(reason);
        }
    }
}
