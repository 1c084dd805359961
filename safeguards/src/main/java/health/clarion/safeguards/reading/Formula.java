package health.clarion.safeguards.reading;

import java.util.List;

/**
 * Readability formulas exactly as they were published. They see lengths only; what Clarion tells of a text is a better estimate
 * ({@link Readability#measure}), and these are for those who must compare with other documents.
 */
public enum Formula {
    /** R. Flesch, A new readability yardstick, Journal of Applied Psychology 32, 1948: 0 to 100, higher is easier. */
    FLESCH("en") {
        @Override
        public double of(Counts counts) {
            return 206.835 - 1.015 * counts.wordsASentence() - 84.6 * counts.syllablesAWord();
        }
    },
    /** J. P. Kincaid and others, Research Branch Report 8-75, 1975: a United States school grade. */
    FLESCH_KINCAID("en") {
        @Override
        public double of(Counts counts) {
            return 0.39 * counts.wordsASentence() + 11.8 * counts.syllablesAWord() - 15.59;
        }
    },
    /**
     * G. H. McLaughlin, SMOG grading: a new readability formula, Journal of Reading 12, 1969: a school grade. It is made for samples of
     * thirty sentences; for fewer, McLaughlin's own rule holds: the polysyllables are brought up to thirty sentences in proportion.
     */
    SMOG("en") {
        @Override
        public double of(Counts counts) {
            return 3.1291 + 1.0430 * Math.sqrt(30.0 * counts.polysyllables() / Math.max(1, counts.sentences()));
        }
    },
    /**
     * E. Dale and J. S. Chall, A formula for predicting readability, 1948, with their list of 3,000 familiar words of 1995 (Readability
     * revisited): a raw score, under 5 for the fourth grade, 9 to 10 for college.
     */
    DALE_CHALL("en") {
        private static final double MANY_UNFAMILIAR = 5;

        @Override
        public double of(Counts counts) {
            double unfamiliar = counts.inHundredWords(counts.unfamiliar());
            double score = 0.1579 * unfamiliar + 0.0496 * counts.wordsASentence();
            return unfamiliar > MANY_UNFAMILIAR ? score + 3.6365 : score;
        }
    },
    /** R. Gunning, The technique of clear writing, 1952: years of school. */
    GUNNING_FOG("en") {
        @Override
        public double of(Counts counts) {
            return 0.4 * (counts.wordsASentence() + counts.inHundredWords(counts.complex()));
        }
    },
    /** R. J. Senter and E. A. Smith, Automated Readability Index, AMRL-TR-66-220, 1967: a school grade. */
    AUTOMATED_READABILITY_INDEX("en") {
        @Override
        public double of(Counts counts) {
            return 4.71 * counts.characters() / Math.max(1, counts.words()) + 0.5 * counts.wordsASentence() - 21.43;
        }
    },
    /**
     * M. Coleman and T. L. Liau, A computer readability formula designed for machine scoring, Journal of Applied Psychology 60, 1975: a
     * school grade; 23.06395 - .274004 (141.8401 - .21459 L + 1.079812 S) in its short form.
     */
    COLEMAN_LIAU("en") {
        @Override
        public double of(Counts counts) {
            return 0.0588 * counts.inHundredWords(counts.letters())
                    - 0.296 * counts.inHundredWords(counts.sentences())
                    - 15.8;
        }
    },
    /**
     * J. Fernández Huerta, Medidas sencillas de lecturabilidad, Consigna 214, 1959, read as G. Law showed in 2011 that it was meant (words
     * a sentence, not sentences): 0 to 100, higher is easier. For Catalan it is an adaptation of ours, with Catalan syllables and the same
     * coefficients: no formula was ever validated for Catalan.
     */
    FERNANDEZ_HUERTA("es", "ca") {
        @Override
        public double of(Counts counts) {
            return 206.84 - 60 * counts.syllablesAWord() - 1.02 * counts.wordsASentence();
        }
    },
    /**
     * F. Szigriszt Pazos, Sistemas predictivos de legibilidad, Universidad Complutense, 1993, the perspicuity that I. M. Barrio Cantalejo's
     * INFLESZ scale (2007) grades for Spanish patients: over 55 is normal, over 65 fairly easy, over 80 very easy. Catalan: adapted as above.
     */
    SZIGRISZT_PAZOS("es", "ca") {
        @Override
        public double of(Counts counts) {
            return 206.835 - 62.3 * counts.syllablesAWord() - counts.wordsASentence();
        }
    },
    /** L. E. Gutiérrez de Polini, 1972, made for Spanish from the beginning: about 20 hard to 70 easy. Catalan: adapted as above. */
    GUTIERREZ_DE_POLINI("es", "ca") {
        @Override
        public double of(Counts counts) {
            return 95.2 - 9.7 * counts.lettersAWord() - 0.35 * counts.wordsASentence();
        }
    },
    /** A. N. Crawford, Fórmula y gráfico para determinar la comprensibilidad de textos del nivel primario en castellano, Lectura y Vida 10, 1989: years of school, made for primary school. Catalan: adapted as above. */
    CRAWFORD("es", "ca") {
        @Override
        public double of(Counts counts) {
            return -0.205 * counts.inHundredWords(counts.sentences())
                    + 0.049 * counts.inHundredWords(counts.syllables())
                    - 3.407;
        }
    },
    /**
     * M. Muñoz Baquedano and J. Muñoz Urra, Legibilidad mµ, Viña del Mar, 2006: the mean of the words' letters by their variance, 0 to 100, higher
     * is easier; 0 when all words are alike. Catalan: adapted as above.
     */
    MU("es", "ca") {
        @Override
        public double of(Counts counts) {
            double words = counts.words();
            double mean = counts.lettersAWord();
            double variance = counts.squares() / words - mean * mean;
            return words < 2 || variance <= 0 ? 0 : words / (words - 1) * mean / variance * 100;
        }
    };

    private final List<String> languages;

    Formula(String... languages) {
        this.languages = List.of(languages);
    }

    /** Whether it speaks a language, such as {@code es}. */
    public boolean isFor(String language) {
        return languages.contains(language);
    }

    /** Its value for counts with at least one word. */
    public abstract double of(Counts counts);
}
