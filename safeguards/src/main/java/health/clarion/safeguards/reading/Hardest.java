package health.clarion.safeguards.reading;

import health.clarion.safeguards.Span;
import health.clarion.safeguards.text.Passage;
import health.clarion.safeguards.text.Sentence;
import health.clarion.safeguards.text.Word;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The words that make a text hardest: rare and long in English, long in Spanish and Catalan, for which we have no list of rare words. Those
 * that everybody who meets a charity knows ({@code everyday-en.txt} and so on, written by us) and names are never among them: nobody can
 * say Dundee in plainer words.
 */
final class Hardest {
    private static final String FOLDER = "/health/clarion/safeguards/reading/";
    private static final int SHOWN = 3;
    private static final int MOST_LOOKED_AT = 2000;
    private static final int WORDS_OF_SENTENCE = 4;

    /** SCOWL's classes below are words that everybody uses. */
    private static final double SMALLEST_SIZE = 35;

    /** In Spanish and Catalan a word of as many letters begins to weigh. */
    private static final int SHORTEST = 10;

    private Hardest() {}

    /** A few of them, as they are written, in quotation marks; empty when none stands out. */
    static String words(Passage passage, String language) {
        List<Weighed> words = new ArrayList<>();
        Set<Integer> first = new HashSet<>();
        passage.sentences().forEach(sentence -> first.add(sentence.firstWord()));
        int most = Math.min(MOST_LOOKED_AT, passage.words().size());
        for (int i = 0; i < most; i++) {
            Word word = passage.words().get(i);
            double weight = isName(passage, word, first.contains(i)) ? 0 : weight(word.text(), language);
            if (weight > 0
                    && words.stream().noneMatch(other -> other.word().text().equals(word.text()))) {
                words.add(new Weighed(word, weight));
                words.sort(Comparator.comparingDouble((Weighed each) -> -each.weight()));
                if (words.size() > SHOWN) {
                    words.removeLast();
                }
            }
        }
        StringBuilder shown = new StringBuilder();
        for (Weighed each : words) {
            Span span = passage.span(each.word().start(), each.word().end());
            shown.append(shown.isEmpty() ? "“" : ", “")
                    .append(passage.slice(span.start(), span.end()))
                    .append('”');
        }
        return shown.toString();
    }

    /** The first words of the longest sentence, as they are written, in quotation marks. */
    static String sentence(Passage passage) {
        Sentence longest = passage.sentences().stream()
                .max(Comparator.comparingInt(Sentence::size))
                .orElseThrow();
        Span span = passage.wordSpan(
                longest.firstWord(), Math.min(longest.firstWord() + WORDS_OF_SENTENCE, longest.lastWord()));
        return "“" + passage.slice(span.start(), span.end()) + "…”";
    }

    /** A capital inside a sentence, or two. */
    private static boolean isName(Passage passage, Word word, boolean first) {
        Span span = passage.span(word.start(), word.end());
        int capitals = 0;
        for (int i = span.start(); i < span.end(); i++) {
            capitals += Character.isUpperCase(passage.codePoint(i)) ? 1 : 0;
        }
        return capitals > (first ? 1 : 0);
    }

    private static double weight(String word, String language) {
        if (word.isEmpty() || Character.isDigit(word.charAt(0))) {
            return 0;
        }
        return switch (language) {
            case "en" -> English.EVERYDAY.contains(word) ? 0 : english(word);
            case "es" -> Spanish.EVERYDAY.contains(word) ? 0 : byLength(word);
            case "ca" -> Catalan.EVERYDAY.contains(word) ? 0 : byLength(word);
            default -> 0;
        };
    }

    private static double english(String word) {
        long entry = EnglishWords.english().of(word);
        int known = EnglishWords.syllables(entry);
        int syllables = known > 0 ? known : Syllables.english(word);
        boolean everyday = syllables == 1 || EnglishWords.familiar(entry) || EnglishWords.size(entry) < SMALLEST_SIZE;
        return everyday ? 0 : syllables * EnglishWords.books(entry) + EnglishWords.size(entry) / 4;
    }

    private static double byLength(String word) {
        return word.length() < SHORTEST ? 0 : word.length();
    }

    private static final class English {
        static final Set<String> EVERYDAY = everyday("everyday-en.txt");
    }

    private static final class Spanish {
        static final Set<String> EVERYDAY = everyday("everyday-es.txt");
    }

    private static final class Catalan {
        static final Set<String> EVERYDAY = everyday("everyday-ca.txt");
    }

    private static Set<String> everyday(String name) {
        try (@Nullable InputStream in = Hardest.class.getResourceAsStream(FOLDER + name)) {
            String words = new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
            return Set.copyOf(Passage.fold(words));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Weighed(Word word, double weight) {}
}
