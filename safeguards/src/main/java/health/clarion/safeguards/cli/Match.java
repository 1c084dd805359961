package health.clarion.safeguards.cli;

import health.clarion.safeguards.claims.FactCheck;
import health.clarion.safeguards.claims.KnownClaims;
import health.clarion.safeguards.cli.JsonLines.Unreadable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The command {@code clarion match --claims FILE [--top 5]}: a post a line as JSON on standard input, the checked claims it likeliest
 * repeats on standard output, and whether it repeats the first of them. A claim is a line of FILE: {@code id}, {@code claim}, and
 * {@code title}, {@code subtitle}, {@code date} and {@code lang} where there are any; a post may say its {@code lang} too, English
 * otherwise.
 */
public final class Match {
    private static final int USUAL = 5;
    private static final String ENGLISH = "en";

    private final Map<String, KnownClaims> byLanguage = new HashMap<>();
    private final List<FactCheck> checks = new ArrayList<>();
    private int top = USUAL;

    public static void main(String[] args) throws IOException {
        System.exit(new Match().run(args, System.in, System.out, System.err));
    }

    /**
     * Matches all of a stream.
     *
     * @return 0, or 2 when a line could not be read or the command makes no sense
     */
    int run(String[] args, InputStream in, OutputStream out, PrintStream errors) throws IOException {
        Options options = Options.of(args, "--claims", USUAL);
        if (options == null || !Files.isReadable(options.file())) {
            errors.println("Usage: clarion match --claims FILE [--top 5]; FILE holds a claim a line as JSON");
            return JsonLines.SOME_LINES_UNREADABLE;
        }
        top = options.top();
        int read = JsonLines.take(
                Files.newInputStream(options.file()),
                options.file().getFileName().toString(),
                errors,
                (id, line) -> checks.add(check(id, line)));
        checks.stream().map(FactCheck::lang).distinct().forEach(language -> ready(language, errors));
        return Math.max(read, JsonLines.reply(in, out, errors, this::match));
    }

    private void ready(String language, PrintStream errors) {
        byLanguage.put(language, KnownClaims.of(language, checks, Progress.on(errors, "texts of claims read")));
    }

    private static FactCheck check(String id, JsonNode line) throws Unreadable {
        return FactCheck.of(id, JsonLines.needed(line, "claim"))
                .withTitle(JsonLines.wordOr(line, "title", ""), JsonLines.wordOr(line, "subtitle", ""))
                .withDate(JsonLines.wordOr(line, "date", ""))
                .withLang(JsonLines.wordOr(line, "lang", ENGLISH));
    }

    private void match(JsonNode line, ObjectNode reply) throws Unreadable {
        String text = JsonLines.needed(line, "text");
        KnownClaims claims = byLanguage.get(JsonLines.wordOr(line, "lang", ENGLISH));
        KnownClaims.Matches found =
                claims == null ? new KnownClaims.Matches(List.of(), false) : claims.match(text, top);
        ArrayNode matches = reply.putArray("matches");
        for (KnownClaims.Match match : found.matches()) {
            matches.addObject().put("id", match.check().id()).put("score", match.score());
        }
        reply.put("known", found.known());
    }
}
