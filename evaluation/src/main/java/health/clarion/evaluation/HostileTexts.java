package health.clarion.evaluation;

import health.clarion.safeguards.Draft;
import health.clarion.safeguards.Knowledge;
import health.clarion.safeguards.Safeguards;
import java.util.List;
import java.util.Locale;

/**
 * {@code clarion bench check --hostile}: how long a megabyte of one thing takes, for things that make careless matching take forever.
 * Time of the processor, on one thread, everything looked at.
 */
final class HostileTexts {
    private static final int MEGABYTE = 1 << 20;

    private static final List<String> PIECES = List.of(
            "a",
            "a ",
            "A ",
            "Aa ",
            "1 ",
            "12-",
            "a@b.",
            "@a ",
            "#a",
            "'a",
            "k!l",
            "a*b",
            "s u i c i d e ",
            "I want to die ",
            "i don't want to ",
            "if a friend says ",
            "drug abuse hotline ",
            "07400 123456 ",
            "4012888888881881 ",
            "born 1/1/1990 ",
            "1/1/",
            "Mary Smith ",
            "Dr. ",
            "de la ",
            "only child in ",
            "%",
            "1. ",
            "😀",
            "e\u0301",
            "а",
            "\u200B",
            "\uD83D",
            "Vaccines cause cancer. ",
            "http://",
            "www.a.",
            "((((",
            "click here ",
            "\n",
            "9",
            "my name is ",
            "My Name Is Mary ",
            "Smith, ",
            "she wants to ",
            "she wants to die ",
            "he said \"she said '",
            "“",
            "pneumonoultramicroscopicsilicovolcanoconiosis",
            "\u0301",
            "👩\u200D👩\u200D👧\u200D",
            "k i l l ",
            "k i 1 l ",
            "kiiiill ",
            "#wanttodie",
            "admitted to Leith hospital on 12 May 2020 ",
            "call me on ",
            "12 Elm Street ",
            "EH1 1AA ",
            "patient from ",
            "::",
            "0.",
            "@a.b ",
            "mr ",
            "J. ",
            "n't ",
            "no no no ");

    private HostileTexts() {}

    static void measure() {
        Safeguards safeguards = Safeguards.standard();
        safeguards.check(Draft.of("Warm up, with Mary Smith on 07400 123456."), Knowledge.empty());
        System.out.println("| a megabyte of | English | Spanish |\n|---|---|---|");
        for (String piece : PIECES) {
            String text = piece.repeat(MEGABYTE / piece.length());
            System.out.printf(
                    Locale.ROOT,
                    "| `%s` | %.2f s | %.2f s |%n",
                    piece.replace("\n", "\\n").replace("\uD83D", "half a surrogate pair"),
                    seconds(safeguards, text, "en"),
                    seconds(safeguards, text, "es"));
        }
    }

    private static double seconds(Safeguards safeguards, String text, String language) {
        long start = BenchCheck.THREAD.getCurrentThreadCpuTime();
        safeguards.check(Draft.of(text).withLang(language), Knowledge.empty());
        return (BenchCheck.THREAD.getCurrentThreadCpuTime() - start) / 1e9;
    }
}
