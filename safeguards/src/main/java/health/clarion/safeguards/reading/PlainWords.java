package health.clarion.safeguards.reading;

import health.clarion.safeguards.rules.Hit;
import health.clarion.safeguards.text.Passage;
import health.clarion.safeguards.text.Word;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Hard words of health and care with plain ones, from {@code plain-en.tsv}, {@code plain-es.tsv} and {@code plain-ca.tsv}, which we wrote after
 * the public guides that each file names. Immutable.
 */
public final class PlainWords {
    private static final String FOLDER = "/health/clarion/safeguards/reading/";

    private final Map<String, List<Entry>> byFirstWord = new HashMap<>();
    private final List<Entry> entries = new ArrayList<>();
    private final Map<String, String> sources = new HashMap<>();

    private PlainWords() {}

    private PlainWords(Language language) {
        String file = FOLDER + "plain-" + language.code() + ".tsv";
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(PlainWords.class.getResourceAsStream(file), file), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("#source ")) {
                    String[] source = line.substring("#source ".length()).split(" ", 2);
                    sources.put(source[0], source[1]);
                } else if (!line.startsWith("#") && !line.isBlank()) {
                    read(line, file);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        byFirstWord
                .values()
                .forEach(all -> all.sort(
                        Comparator.comparingInt((Entry entry) -> -entry.words().size())));
    }

    /** Those of a language, empty where we have none; read at the first call. */
    public static PlainWords of(String language) {
        Language spoken = Language.of(language);
        if (spoken == null) {
            return None.WORDS;
        }
        return switch (spoken) {
            case ENGLISH -> English.WORDS;
            case SPANISH -> Spanish.WORDS;
            case CATALAN -> Catalan.WORDS;
        };
    }

    private static final class None {
        static final PlainWords WORDS = new PlainWords();
    }

    private static final class English {
        static final PlainWords WORDS = new PlainWords(Language.ENGLISH);
    }

    private static final class Spanish {
        static final PlainWords WORDS = new PlainWords(Language.SPANISH);
    }

    private static final class Catalan {
        static final PlainWords WORDS = new PlainWords(Language.CATALAN);
    }

    /** A line holds hard words, plain ones, {@code swap} or {@code explain}, and a source; forms stand in the same order on both sides. */
    private void read(String line, String file) {
        String[] columns = line.split("\t");
        if (columns.length != 4 || !sources.containsKey(columns[3])) {
            throw new IllegalArgumentException(file + ": " + line);
        }
        String[] hard = columns[0].split(" \\| ");
        String[] plain = columns[1].split(" \\| ");
        for (int i = 0; i < hard.length; i++) {
            String instead = plain[Math.min(i, plain.length - 1)];
            Entry entry = new Entry(
                    hard[i],
                    Passage.fold(hard[i]),
                    instead,
                    Passage.fold(instead),
                    columns[2].equals("swap"),
                    Objects.requireNonNull(sources.get(columns[3])));
            entries.add(entry);
            byFirstWord
                    .computeIfAbsent(entry.words().getFirst(), first -> new ArrayList<>())
                    .add(entry);
        }
    }

    /** Every entry, in the order of the file. */
    public List<Entry> entries() {
        return List.copyOf(entries);
    }

    /** Tells the first few hard words of a text, each once, unless the text says the plain ones itself. */
    void look(Passage passage, int most, Consumer<Hit> hits) {
        Set<String> seen = new HashSet<>();
        int told = 0;
        List<Word> words = passage.words();
        for (int i = 0; i < words.size() && told < most; i++) {
            for (Entry entry : byFirstWord.getOrDefault(words.get(i).text(), List.of())) {
                if (isAt(words, i, entry.words())) {
                    if (seen.add(entry.plain()) && !isExplained(words, entry)) {
                        hits.accept(entry.hit(passage, i));
                        told++;
                    }
                    i += entry.words().size() - 1;
                    break;
                }
            }
        }
    }

    private static boolean isExplained(List<Word> words, Entry entry) {
        for (int i = 0; i < words.size(); i++) {
            if (isAt(words, i, entry.plainWords())) {
                return true;
            }
        }
        return false;
    }

    private static boolean isAt(List<Word> text, int at, List<String> words) {
        if (at + words.size() > text.size()) {
            return false;
        }
        for (int i = 0; i < words.size(); i++) {
            if (!words.get(i).equals(text.get(at + i).text())) {
                return false;
            }
        }
        return true;
    }

    /**
     * A form of a hard word.
     *
     * @param hard as it is written
     * @param words folded
     * @param plain what to write instead, or what it means
     * @param plainWords folded
     * @param swap whether the plain words can take its place as they are
     * @param source the guide that advises it
     */
    public record Entry(
            String hard, List<String> words, String plain, List<String> plainWords, boolean swap, String source) {
        private Hit hit(Passage passage, int at) {
            Hit hit = Hit.of("reading/hard-word", passage.wordSpan(at, at + words.size()), plain);
            return new Hit(hit.rule(), hit.span(), hit.args(), swap ? plain : null, source, hit.score());
        }
    }
}
