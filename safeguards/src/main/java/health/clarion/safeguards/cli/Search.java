package health.clarion.safeguards.cli;

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
import java.util.function.Function;
import java.util.function.IntConsumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A command that reads a file of entries, then names for each text on standard input the nearest of them, and says whether the first is
 * near enough. Entries and texts may say their {@code lang}, English otherwise; a text finds only entries of its language.
 *
 * @param <E> an entry of the file
 */
final class Search<E> {
    private static final String ENGLISH = "en";

    /**
     * What parts one such command from another.
     *
     * @param usage how it is called, told when the words after it make no sense
     * @param option what stands before the file, such as {@code --claims}
     * @param usual how many entries are named when nothing is said
     * @param entries what the entries are called while they are made ready
     * @param verdict the key that says whether the first is near enough
     */
    record Words(String usage, String option, int usual, String entries, String verdict) {}

    /** Makes an entry of a line. */
    interface Reader<E> {
        /**
         * Reads an entry.
         *
         * @throws Unreadable when the line lacks something
         */
        E read(String id, JsonNode line, String lang) throws Unreadable;
    }

    /** Makes the entries of one language ready to be searched. */
    interface Maker<E> {
        Engine ready(String lang, List<E> entries, IntConsumer progress);
    }

    /** Finds entries near a text. */
    interface Engine {
        Found find(String text, int top);
    }

    /**
     * An entry that is near.
     *
     * @param score 0 to 1
     */
    record Near(String id, double score) {}

    /**
     * What was found.
     *
     * @param near the nearest first
     * @param enough whether the first is near enough
     */
    record Found(List<Near> near, boolean enough) {
        static final Found NOTHING = new Found(List.of(), false);
    }

    private final Words words;
    private final Reader<E> reader;
    private final Function<E, String> lang;
    private final Maker<E> maker;
    private final List<E> entries = new ArrayList<>();
    private final Map<String, Engine> byLanguage = new HashMap<>();

    Search(Words words, Reader<E> reader, Function<E, String> lang, Maker<E> maker) {
        this.words = words;
        this.reader = reader;
        this.lang = lang;
        this.maker = maker;
    }

    /**
     * Searches for all of a stream.
     *
     * @return 0, or 2 when a line could not be read or the command makes no sense
     */
    int run(String[] args, InputStream in, OutputStream out, PrintStream errors) throws IOException {
        Options options = Options.of(args, words.option(), words.usual());
        if (options == null || !Files.isReadable(options.file())) {
            errors.println("Usage: " + words.usage());
            return JsonLines.SOME_LINES_UNREADABLE;
        }
        int read = JsonLines.take(
                Files.newInputStream(options.file()),
                options.file().getFileName().toString(),
                errors,
                (id, line) -> entries.add(reader.read(id, line, JsonLines.wordOr(line, "lang", ENGLISH))));
        for (String language : entries.stream().map(lang).distinct().toList()) {
            byLanguage.put(language, maker.ready(language, entries, Progress.on(errors, words.entries() + " read")));
        }
        return Math.max(read, JsonLines.reply(in, out, errors, (line, reply) -> reply(line, options.top(), reply)));
    }

    private void reply(JsonNode line, int top, ObjectNode reply) throws Unreadable {
        String text = JsonLines.needed(line, "text");
        Engine engine = byLanguage.get(JsonLines.wordOr(line, "lang", ENGLISH));
        Found found = engine == null ? Found.NOTHING : engine.find(text, top);
        ArrayNode matches = reply.putArray("matches");
        found.near().forEach(near -> matches.addObject().put("id", near.id()).put("score", near.score()));
        reply.put(words.verdict(), found.enough());
    }
}
