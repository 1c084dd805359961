package health.clarion.safeguards.reading;

import health.clarion.safeguards.Draft;
import health.clarion.safeguards.Reading;
import health.clarion.safeguards.meaning.Meaning;
import health.clarion.safeguards.rules.Hit;
import health.clarion.safeguards.text.Passage;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Measures how hard a text is to read and tells what makes it so: words that readers may not know, sentences that are too long, and when
 * the whole is more than its audience wishes.
 *
 * <p>The grade of an English text comes from a model of our own, which agrees far better with readers and teachers than any formula does
 * (docs/measurements, task {@code reading}; docs/decisions/0016). Its scales: a passage's difficulty has the mean and the spread of the
 * Flesch-Kincaid grade over the same passages; a short text's six levels are those of the Common European Framework, three school
 * years a level from A1 at the start of school. The ease is the grade on Flesch's scale, from 0 to 100. For Spanish and
 * Catalan the ease is Fernández-Huerta's and the grade is read off it.
 */
public final class Readability {
    private static final int STARTS_SCHOOL = 5;
    private static final double HIGHEST_GRADE = 20;

    /** Flesch's ease against the Flesch-Kincaid grade over CLEAR's passages: 65.6 where that is 9.39, and 4.26 less for each grade more. */
    private static final double EASE_OF_GRADE_0 = 105.6;

    private static final double EASE_A_GRADE = 4.26;
    private static final double EASIEST = 100;

    /**
     * School years for an ease by Fernández-Huerta's own scale (from "muy fácil", fourth year, to "muy difícil", university), at the
     * middle of each band; read off in straight lines. Source: J. Fernández Huerta, Medidas sencillas de lecturabilidad, Consigna 214, 1959.
     */
    private static final double[][] GRADE_OF_EASE = {
        {95, 4}, {85, 5}, {75, 6}, {65, 7.5}, {55, 10.5}, {40, 13}, {15, 16}
    };

    private static final double HIGHEST_SPANISH_GRADE = 18;

    private final Advice advice = new Advice();

    /** Tells what is hard in a draft that was measured: a handful of things at most. */
    public void look(Passage passage, Draft draft, Reading reading, Consumer<Hit> hits) {
        advice.look(passage, draft, reading, hits);
    }

    /** How hard a passage is by its words and sentences alone; all zero where the language is unknown or there is no word. */
    public Reading measure(Passage passage, String language) {
        return measure(passage, language, Meaning.unknown());
    }

    /** How hard a passage is; all zero where the language is unknown or there is no word. */
    public Reading measure(Passage passage, String language, Meaning meaning) {
        Language spoken = Language.of(language);
        if (spoken == null) {
            return new Reading(0, 0, 0);
        }
        return switch (spoken) {
            case ENGLISH -> english(passage, meaning);
            case SPANISH, CATALAN -> fernandezHuerta(Counting.of(passage, spoken));
        };
    }

    /**
     * What the formulas are computed from.
     *
     * @param language two letters, such as {@code en}
     * @throws IllegalArgumentException when we can't count its syllables
     */
    public static Counts counts(Passage passage, String language) {
        Language spoken = Language.of(language);
        if (spoken == null) {
            throw new IllegalArgumentException("No syllables are counted in " + language);
        }
        return Counting.of(passage, spoken);
    }

    /**
     * Every published formula for a language, computed exactly as published; empty where there is none or no word.
     *
     * @param language two letters, such as {@code en}
     */
    public static Map<Formula, Double> formulas(Passage passage, String language) {
        Map<Formula, Double> formulas = new EnumMap<>(Formula.class);
        if (Language.of(language) != null) {
            Counts counts = counts(passage, language);
            for (Formula formula : Formula.values()) {
                if (counts.words() > 0 && formula.isFor(language)) {
                    formulas.put(formula, formula.of(counts));
                }
            }
        }
        return Collections.unmodifiableMap(formulas);
    }

    /** What the model sees in an English text, by name, for those who want to look into it. */
    public static Map<String, Double> traits(Passage passage) {
        Map<String, Double> values = new LinkedHashMap<>();
        Traits traits = Traits.of(passage);
        for (Trait trait : Trait.values()) {
            values.put(trait.id(), traits.of(trait));
        }
        return values;
    }

    private static Reading english(Passage passage, Meaning meaning) {
        Traits traits = Traits.of(passage);
        if (traits.words() == 0) {
            return new Reading(0, 0, 0);
        }
        double grade = Difficulty.standard().grade(traits, Anchors.vector(passage, meaning));
        double bounded = Math.clamp(grade, 0, HIGHEST_GRADE);
        return reading(bounded, Math.clamp(EASE_OF_GRADE_0 - EASE_A_GRADE * bounded, 0, EASIEST));
    }

    private static Reading fernandezHuerta(Counts counts) {
        if (counts.words() == 0) {
            return new Reading(0, 0, 0);
        }
        double ease = Formula.FERNANDEZ_HUERTA.of(counts);
        return reading(gradeOf(ease), ease);
    }

    private static Reading reading(double grade, double ease) {
        return new Reading(rounded(grade), rounded(ease), (int) Math.round(grade) + STARTS_SCHOOL);
    }

    private static double rounded(double value) {
        return Math.round(value * 100) / 100.0;
    }

    private static double gradeOf(double ease) {
        double[][] scale = GRADE_OF_EASE;
        int upper = 1;
        while (upper < scale.length - 1 && ease < scale[upper][0]) {
            upper++;
        }
        double[] from = scale[upper - 1];
        double[] to = scale[upper];
        double grade = from[1] + (ease - from[0]) * (to[1] - from[1]) / (to[0] - from[0]);
        return Math.clamp(grade, 1, HIGHEST_SPANISH_GRADE);
    }
}
