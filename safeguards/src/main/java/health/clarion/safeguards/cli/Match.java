package health.clarion.safeguards.cli;

import health.clarion.safeguards.claims.FactCheck;
import health.clarion.safeguards.claims.KnownClaims;
import health.clarion.safeguards.cli.JsonLines.Unreadable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.function.IntConsumer;
import tools.jackson.databind.JsonNode;

/**
 * The command {@code clarion match --claims FILE [--top 5]}: a post a line as JSON on standard input, the checked claims it likeliest
 * repeats on standard output, and whether it repeats the first of them. A claim is a line of FILE: {@code id}, {@code claim}, and
 * {@code title}, {@code subtitle}, {@code date} and {@code lang} where there are any; a post may say its {@code lang} too, English
 * otherwise.
 */
public final class Match {
    private static final Search.Words WORDS = new Search.Words(
            "clarion match --claims FILE [--top 5]; FILE holds a claim a line as JSON",
            "--claims",
            5,
            "texts of claims",
            "known");

    public static void main(String[] args) throws IOException {
        System.exit(new Match().run(args, System.in, System.out, System.err));
    }

    /**
     * Matches all of a stream.
     *
     * @return 0, or 2 when a line could not be read or the command makes no sense
     */
    int run(String[] args, InputStream in, OutputStream out, PrintStream errors) throws IOException {
        return new Search<>(WORDS, Match::check, FactCheck::lang, Match::ready).run(args, in, out, errors);
    }

    private static FactCheck check(String id, JsonNode line, String lang) throws Unreadable {
        return FactCheck.of(id, JsonLines.needed(line, "claim"))
                .withTitle(JsonLines.wordOr(line, "title", ""), JsonLines.wordOr(line, "subtitle", ""))
                .withDate(JsonLines.wordOr(line, "date", ""))
                .withLang(lang);
    }

    private static Search.Engine ready(String language, List<FactCheck> checks, IntConsumer progress) {
        KnownClaims claims = KnownClaims.of(language, checks, progress);
        return (text, top) -> {
            KnownClaims.Matches found = claims.match(text, top);
            return new Search.Found(
                    found.matches().stream()
                            .map(match -> new Search.Near(match.check().id(), match.score()))
                            .toList(),
                    found.known());
        };
    }
}
