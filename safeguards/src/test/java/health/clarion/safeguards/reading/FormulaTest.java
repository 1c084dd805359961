package health.clarion.safeguards.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import health.clarion.safeguards.text.Passage;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The formulas against values worked out by hand from their papers. */
class FormulaTest {
    /** A hundred words in five sentences: 450 letters, 460 characters, 150 syllables, 12 polysyllables (10 of them complex), 8 unfamiliar. */
    private static final Counts HUNDRED_WORDS = new Counts(5, 100, 450, 460, 150, 12, 10, 8, 2525);

    @ParameterizedTest
    @CsvSource({
        "FLESCH,59.635",
        "FLESCH_KINCAID,9.91",
        "SMOG,11.979",
        "DALE_CHALL,5.892",
        "GUNNING_FOG,12",
        "AUTOMATED_READABILITY_INDEX,10.236",
        "COLEMAN_LIAU,9.18",
        "FERNANDEZ_HUERTA,96.44",
        "SZIGRISZT_PAZOS,93.385",
        "GUTIERREZ_DE_POLINI,44.55",
        "CRAWFORD,2.918",
        "MU,90.91"
    })
    void eachFormulaGivesWhatItsPaperSays(Formula formula, double expected) {
        assertThat(formula.of(HUNDRED_WORDS)).isCloseTo(expected, within(0.001));
    }

    @Test
    void smogBringsAShortTextUpToThirtySentences() {
        Counts thirty = new Counts(30, 500, 0, 0, 0, 30, 0, 0, 0);
        Counts ten = new Counts(10, 160, 0, 0, 0, 10, 0, 0, 0);
        assertThat(Formula.SMOG.of(thirty)).isCloseTo(8.842, within(0.001));
        assertThat(Formula.SMOG.of(ten)).isEqualTo(Formula.SMOG.of(thirty));
    }

    @Test
    void fewUnfamiliarWordsNeedNoAdjustment() {
        Counts easy = new Counts(10, 100, 0, 0, 0, 0, 0, 5, 0);
        assertThat(Formula.DALE_CHALL.of(easy)).isCloseTo(0.1579 * 5 + 0.0496 * 10, within(1e-9));
    }

    @Test
    void namesAreFamiliarToDaleAndChall() {
        assertThat(Readability.counts(Passage.of("We went to Aberystwyth with Priyamvada."), "en")
                        .unfamiliar())
                .isZero();
        assertThat(Readability.counts(Passage.of("We went to aberystwyth."), "en")
                        .unfamiliar())
                .isOne();
    }

    @Test
    void theLongAndTheShortFormOfColemanAndLiauAgree() {
        Counts counts = new Counts(5, 119, 639, 639, 0, 0, 0, 0, 0);
        double letters = 100.0 * 639 / 119;
        double sentences = 100.0 * 5 / 119;
        double cloze = 141.8401 - 0.214590 * letters + 1.079812 * sentences;
        assertThat(Formula.COLEMAN_LIAU.of(counts)).isCloseTo(23.06395 - 0.274004 * cloze, within(0.02));
    }

    @Test
    void aTextIsCountedAsPrinted() {
        Counts counts =
                Readability.counts(Passage.of("The nurse was well-known. She discusses hospitals in 2024!"), "en");
        assertThat(counts.sentences()).isEqualTo(2);
        assertThat(counts.words()).isEqualTo(9);
        assertThat(counts.polysyllables()).isEqualTo(2);
        assertThat(counts.complex()).as("discusses grows by its ending").isEqualTo(1);
    }

    @Test
    void addressesAndMentionsAreNotRead() {
        assertThat(Readability.counts(
                                Passage.of("See https://example.org/immunohistochemistry with @psychotherapist"), "en")
                        .words())
                .isEqualTo(2);
    }

    @Test
    void aLanguageHasItsOwnFormulas() {
        Map<Formula, Double> english = Readability.formulas(Passage.of("The cat sat on the mat. The dog ran."), "en");
        Map<Formula, Double> spanish = Readability.formulas(Passage.of("El gato come. La casa es roja."), "es");
        assertThat(english)
                .containsOnlyKeys(
                        Formula.FLESCH,
                        Formula.FLESCH_KINCAID,
                        Formula.SMOG,
                        Formula.DALE_CHALL,
                        Formula.GUNNING_FOG,
                        Formula.AUTOMATED_READABILITY_INDEX,
                        Formula.COLEMAN_LIAU);
        assertThat(english.get(Formula.FLESCH)).isCloseTo(206.835 - 1.015 * 4.5 - 84.6, within(0.01));
        assertThat(spanish).hasSize(5).containsKey(Formula.MU);
        assertThat(Readability.formulas(Passage.of("🎉 …"), "en")).isEmpty();
        assertThat(Readability.formulas(Passage.of("Hallo Welt"), "de")).isEmpty();
    }
}
