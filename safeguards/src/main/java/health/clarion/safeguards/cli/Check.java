package health.clarion.safeguards.cli;

import health.clarion.networks.Network;
import health.clarion.safeguards.Draft;
import health.clarion.safeguards.Effort;
import health.clarion.safeguards.Finding;
import health.clarion.safeguards.Kind;
import health.clarion.safeguards.Knowledge;
import health.clarion.safeguards.Report;
import health.clarion.safeguards.Safeguards;
import health.clarion.safeguards.claims.ClaimLibrary;
import health.clarion.safeguards.cli.JsonLines.Unreadable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The command {@code clarion check}: a draft a line as JSON on standard input, its report a line as JSON on standard output, in the
 * same order. A line that can't be read is told with its number and the reason on standard error; the rest is still checked, and the
 * exit code is 2. An empty line is skipped. Staff's texts are also held to the checked claims that come with Clarion. It looks as deep as it can, with {@code --effort rules} or {@code names} less so and sooner.
 */
public final class Check {
    /** Reading ages in years by the name of the audience; the public's is the upper end of 9 to 11 years. */
    private static final Map<String, Integer> READING_AGES =
            Map.of("public", 11, "general", 11, "general public", 11, "professionals", 18);

    private final Safeguards safeguards;

    /** Looks as deep as it can. */
    Check() {
        this(Effort.MEANING);
    }

    private Check(Effort effort) {
        this.safeguards = Safeguards.standard(effort);
    }

    public static void main(String[] args) throws IOException {
        Effort effort = effort(args);
        if (effort == null) {
            System.err.println("clarion check [--effort rules|names|meaning]");
            System.exit(JsonLines.SOME_LINES_UNREADABLE);
        }
        System.exit(new Check(Objects.requireNonNull(effort)).run(System.in, System.out, System.err));
    }

    /** How deep to look: as deep as it goes unless told; null when the words make no sense. */
    static @Nullable Effort effort(String... args) {
        if (args.length == 0) {
            return Effort.MEANING;
        }
        if (args.length == 2 && args[0].equals("--effort")) {
            for (Effort effort : Effort.values()) {
                if (effort.name().equalsIgnoreCase(args[1])) {
                    return effort;
                }
            }
        }
        return null;
    }

    /**
     * Checks all of a stream.
     *
     * @return 0, or 2 when a line could not be read
     */
    int run(InputStream in, OutputStream out, PrintStream errors) throws IOException {
        return JsonLines.reply(in, out, errors, (line, reply) -> {
            Draft draft = draft(line);
            write(safeguards.check(draft, knowledge(draft)), reply);
        });
    }

    /** The checked claims that come with Clarion, in the language of the draft; members' own words are not held to them. */
    private static Knowledge knowledge(Draft draft) {
        return draft.kind() == Kind.STAFF
                ? Knowledge.empty().withClaims(ClaimLibrary.known(draft.language()))
                : Knowledge.empty();
    }

    private static Draft draft(JsonNode json) throws Unreadable {
        String text = JsonLines.needed(json, "text");
        String lang = JsonLines.word(json, "lang");
        Draft draft = Draft.of(text).withLang(lang == null ? "en" : lang).withKind(kind(JsonLines.word(json, "kind")));
        JsonNode audience = json.get("audience");
        if (audience != null && !audience.isNull()) {
            draft = draft.withAudienceReadingAge(readingAge(audience));
        }
        String network = JsonLines.word(json, "network");
        return network == null ? draft : draft.withNetwork(network(network));
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
        Integer named = audience.isString()
                ? READING_AGES.get(audience.stringValue().strip().toLowerCase(Locale.ROOT))
                : null;
        if (named != null) {
            return named;
        }
        if (!audience.isIntegralNumber() || !audience.canConvertToInt() || audience.intValue() < 1) {
            throw new Unreadable("“audience” must be a reading age in whole years, public or professionals");
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

    private static void write(Report report, ObjectNode json) {
        ArrayNode findings = json.putArray("findings");
        report.findings().forEach(finding -> write(finding, findings.addObject()));
        json.putObject("crisis")
                .put("level", report.crisis().level())
                .put("score", report.crisis().score());
        json.putObject("reading")
                .put("grade", report.reading().grade())
                .put("ease", report.reading().ease());
        json.put("checkworthy", report.checkworthy());
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
}
