package health.clarion.safeguards.cli;

import health.clarion.safeguards.answers.Answers;
import health.clarion.safeguards.answers.ReviewedAnswer;
import health.clarion.safeguards.cli.JsonLines.Unreadable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.function.IntConsumer;
import tools.jackson.databind.JsonNode;

/**
 * The command {@code clarion answer --library FILE [--top 10]}: a question a line as JSON on standard input, the nearest reviewed answers
 * on standard output, and whether the first answers it. An answer is a line of FILE: {@code id}, {@code question}, {@code answer}, and
 * {@code lang} when it is not English; a question may say its {@code lang} too.
 */
public final class Answer {
    private static final Search.Words WORDS = new Search.Words(
            "clarion answer --library FILE [--top 10]; FILE holds an answer a line as JSON",
            "--library",
            10,
            "texts of answers",
            "answered");

    public static void main(String[] args) throws IOException {
        System.exit(new Answer().run(args, System.in, System.out, System.err));
    }

    /**
     * Answers all of a stream.
     *
     * @return 0, or 2 when a line could not be read or the command makes no sense
     */
    int run(String[] args, InputStream in, OutputStream out, PrintStream errors) throws IOException {
        return new Search<>(WORDS, Answer::reviewed, ReviewedAnswer::lang, Answer::ready).run(args, in, out, errors);
    }

    private static ReviewedAnswer reviewed(String id, JsonNode line, String lang) throws Unreadable {
        return new ReviewedAnswer(id, JsonLines.needed(line, "question"), JsonLines.wordOr(line, "answer", ""), lang);
    }

    private static Search.Engine ready(String language, List<ReviewedAnswer> library, IntConsumer progress) {
        Answers answers = Answers.of(language, library, progress);
        return (text, top) -> {
            Answers.Found found = answers.find(text, top);
            return new Search.Found(
                    found.matches().stream()
                            .map(match -> new Search.Near(match.answer().id(), match.score()))
                            .toList(),
                    found.answered());
        };
    }
}
