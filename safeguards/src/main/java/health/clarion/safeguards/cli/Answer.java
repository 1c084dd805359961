package health.clarion.safeguards.cli;

import health.clarion.safeguards.answers.Answers;
import health.clarion.safeguards.answers.ReviewedAnswer;
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
 * The command {@code clarion answer --library FILE [--top 10]}: a question a line as JSON on standard input, the nearest reviewed answers
 * on standard output, and whether the first answers it. An answer is a line of FILE: {@code id}, {@code question}, {@code answer}, and
 * {@code lang} when it is not English; a question may say its {@code lang} too.
 */
public final class Answer {
    private static final int USUAL = 10;
    private static final String ENGLISH = "en";

    private final Map<String, Answers> byLanguage = new HashMap<>();
    private final List<ReviewedAnswer> library = new ArrayList<>();
    private int top = USUAL;

    public static void main(String[] args) throws IOException {
        System.exit(new Answer().run(args, System.in, System.out, System.err));
    }

    /**
     * Answers all of a stream.
     *
     * @return 0, or 2 when a line could not be read or the command makes no sense
     */
    int run(String[] args, InputStream in, OutputStream out, PrintStream errors) throws IOException {
        Options options = Options.of(args, "--library", USUAL);
        if (options == null || !Files.isReadable(options.file())) {
            errors.println("Usage: clarion answer --library FILE [--top 10]; FILE holds an answer a line as JSON");
            return JsonLines.SOME_LINES_UNREADABLE;
        }
        top = options.top();
        int read = JsonLines.take(
                Files.newInputStream(options.file()),
                options.file().getFileName().toString(),
                errors,
                (id, line) -> library.add(new ReviewedAnswer(
                        id,
                        JsonLines.needed(line, "question"),
                        JsonLines.wordOr(line, "answer", ""),
                        JsonLines.wordOr(line, "lang", ENGLISH))));
        library.stream().map(ReviewedAnswer::lang).distinct().forEach(language -> ready(language, errors));
        return Math.max(read, JsonLines.reply(in, out, errors, this::answer));
    }

    private void ready(String language, PrintStream errors) {
        byLanguage.put(language, Answers.of(language, library, Progress.on(errors, "texts of answers read")));
    }

    private void answer(JsonNode line, ObjectNode reply) throws Unreadable {
        String text = JsonLines.needed(line, "text");
        Answers answers = byLanguage.get(JsonLines.wordOr(line, "lang", ENGLISH));
        Answers.Found found = answers == null ? new Answers.Found(List.of(), false) : answers.find(text, top);
        ArrayNode matches = reply.putArray("matches");
        for (Answers.Match match : found.matches()) {
            matches.addObject().put("id", match.answer().id()).put("score", match.score());
        }
        reply.put("answered", found.answered());
    }
}
