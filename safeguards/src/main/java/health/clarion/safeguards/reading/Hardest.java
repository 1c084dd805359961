package health.clarion.safeguards.reading;

import health.clarion.safeguards.text.Passage;
import health.clarion.safeguards.text.Word;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The words that make a text hardest: rare and long in English, long in Spanish and Catalan, for which we have no list of rare words. */
final class Hardest {
    private static final int SHOWN = 3;
    private static final int MOST_LOOKED_AT = 2000;

    private Hardest() {}

    /** A few of them, as they are written, in quotation marks. */
    static String words(Passage passage, String language) {
        List<Weighed> words = new ArrayList<>();
        for (Word word : passage.words()
                .subList(0, Math.min(MOST_LOOKED_AT, passage.words().size()))) {
            double weight =
                    language.equals("en") ? english(word.text()) : word.text().length();
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
            var span = passage.span(each.word().start(), each.word().end());
            shown.append(shown.isEmpty() ? "“" : ", “")
                    .append(passage.slice(span.start(), span.end()))
                    .append('”');
        }
        return shown.toString();
    }

    private static double english(String word) {
        if (word.isEmpty() || Character.isDigit(word.charAt(0))) {
            return 0;
        }
        long entry = EnglishWords.english().of(word);
        int known = EnglishWords.syllables(entry);
        int syllables = known > 0 ? known : Syllables.english(word);
        return EnglishWords.familiar(entry) ? 0 : syllables * EnglishWords.books(entry) + EnglishWords.size(entry) / 4;
    }

    private record Weighed(Word word, double weight) {}
}
