package health.clarion.safeguards.reading;

import health.clarion.safeguards.Draft;
import health.clarion.safeguards.Knowledge;
import health.clarion.safeguards.Reading;
import health.clarion.safeguards.Span;
import health.clarion.safeguards.rules.Detector;
import health.clarion.safeguards.rules.Hit;
import health.clarion.safeguards.text.Passage;
import health.clarion.safeguards.text.Sentence;
import health.clarion.safeguards.text.Word;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.ToIntFunction;

/** Measures how hard a text is to read and tells when that is more than its audience wishes, and which sentences are too long. */
public final class Readability implements Detector {
    /** GOV.UK content design: a sentence has 25 words at most. */
    private static final int LONGEST_SENTENCE = 25;

    /** Below this the formulas say more about single words than about the text. */
    private static final int FEWEST_WORDS = 12;

    private static final int STARTS_SCHOOL = 5;
    private static final double LOWEST_GRADE = 0;
    private static final double HIGHEST_GRADE = 18;

    /**
     * School years for an ease by Fernández-Huerta's own scale (from "muy fácil", fourth year, to "muy difícil", university), at the
     * middle of each band; read off in straight lines. Source: J. Fernández Huerta, Medidas sencillas de lecturabilidad, Consigna 214, 1959.
     */
    private static final double[][] GRADE_OF_EASE = {
        {95, 4}, {85, 5}, {75, 6}, {65, 7.5}, {55, 10.5}, {40, 13}, {15, 16}
    };

    @Override
    public void look(Passage passage, Draft draft, Knowledge knowledge, Consumer<Hit> hits) {
        for (Sentence sentence : passage.sentences()) {
            if (sentence.size() > LONGEST_SENTENCE) {
                Span span = passage.wordSpan(sentence.firstWord(), sentence.lastWord());
                hits.accept(Hit.of(
                        "reading/long-sentence",
                        span,
                        String.valueOf(sentence.size()),
                        String.valueOf(LONGEST_SENTENCE)));
            }
        }
        OptionalInt wished = draft.audienceReadingAge();
        if (wished.isPresent() && passage.words().size() >= FEWEST_WORDS) {
            Reading reading = measure(passage, draft.language());
            if (reading.age() > wished.getAsInt()) {
                hits.accept(Hit.of(
                        "reading/too-hard",
                        new Span(0, passage.length()),
                        String.valueOf(reading.age()),
                        String.valueOf(wished.getAsInt())));
            }
        }
    }

    /**
     * How hard a passage is. English: Flesch reading ease and Flesch-Kincaid grade (Kincaid and others, 1975). Spanish:
     * Fernández-Huerta. Catalan has no formula of its own that was validated; we use Fernández-Huerta with Catalan syllables, which
     * is an adaptation and said to be one. Any other language: all zero, not known.
     */
    public Reading measure(Passage passage, String language) {
        return switch (language) {
            case "en" -> english(Counts.of(passage, Syllables::english));
            case "es" -> fernandezHuerta(Counts.of(passage, Syllables::spanish));
            case "ca" -> fernandezHuerta(Counts.of(passage, Syllables::catalan));
            default -> new Reading(0, 0, 0);
        };
    }

    private static Reading english(Counts counts) {
        if (counts.words() == 0) {
            return new Reading(0, 0, 0);
        }
        double ease = 206.835 - 1.015 * counts.wordsASentence() - 84.6 * counts.syllablesAWord();
        double grade = 0.39 * counts.wordsASentence() + 11.8 * counts.syllablesAWord() - 15.59;
        return reading(grade, ease);
    }

    private static Reading fernandezHuerta(Counts counts) {
        if (counts.words() == 0) {
            return new Reading(0, 0, 0);
        }
        double ease = 206.84 - 60 * counts.syllablesAWord() - 1.02 * counts.wordsASentence();
        return reading(gradeOf(ease), ease);
    }

    private static Reading reading(double grade, double ease) {
        double bounded = Math.clamp(grade, LOWEST_GRADE, HIGHEST_GRADE);
        return new Reading(rounded(grade), rounded(ease), (int) Math.round(bounded) + STARTS_SCHOOL);
    }

    private static double rounded(double value) {
        return Math.round(value * 100) / 100.0;
    }

    static double gradeOf(double ease) {
        double[][] scale = GRADE_OF_EASE;
        int upper = 1;
        while (upper < scale.length - 1 && ease < scale[upper][0]) {
            upper++;
        }
        double[] from = scale[upper - 1];
        double[] to = scale[upper];
        double grade = from[1] + (ease - from[0]) * (to[1] - from[1]) / (to[0] - from[0]);
        return Math.clamp(grade, 1, HIGHEST_GRADE);
    }

    /** What the formulas count; words in addresses and mentions are left out. */
    private record Counts(int words, int syllables, int sentences) {
        static Counts of(Passage passage, ToIntFunction<String> syllables) {
            int words = 0;
            int sum = 0;
            for (Word word : passage.words()) {
                if (!word.text().isEmpty()) {
                    Span span = passage.span(word.start(), word.end());
                    words++;
                    sum += syllables.applyAsInt(
                            passage.slice(span.start(), span.end()).toLowerCase(Locale.ROOT));
                }
            }
            return new Counts(words, sum, Math.max(1, passage.sentences().size()));
        }

        double wordsASentence() {
            return (double) words / sentences;
        }

        double syllablesAWord() {
            return (double) syllables / words;
        }
    }
}
