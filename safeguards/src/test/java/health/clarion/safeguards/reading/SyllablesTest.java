package health.clarion.safeguards.reading;

import static org.assertj.core.api.Assertions.assertThat;

import health.clarion.safeguards.text.Passage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SyllablesTest {
    @ParameterizedTest
    @CsvSource({
        "make,1",
        "table,2",
        "walked,1",
        "wanted,2",
        "condition,3",
        "depression,3",
        "idea,3",
        "doing,2",
        "lion,2",
        "museum,3",
        "boxes,2",
        "hopes,1",
        "syzygy,3",
        "rhythm,1",
        "x,1",
        "2,1"
    })
    void englishWordsThatNoDictionaryHasFollowTheirVowels(String word, int syllables) {
        assertThat(Syllables.english(word)).isEqualTo(syllables);
    }

    @ParameterizedTest
    @CsvSource({
        "people,2",
        "every,3",
        "area,3",
        "business,2",
        "colonel,2",
        "recipe,3",
        "medicine,3",
        "queue,1",
        "naïve,2",
        "self-harm,2"
    })
    void englishWordsAreCountedAsTheDictionarySaysThem(String word, int syllables) {
        assertThat(Readability.counts(Passage.of(word), "en").syllables()).isEqualTo(syllables);
    }

    @ParameterizedTest
    @CsvSource({
        "día,2",
        "guerra,2",
        "ciudad,2",
        "teatro,3",
        "hoy,1",
        "aéreo,4",
        "país,2",
        "río,2",
        "cuidado,3",
        "baúl,2",
        "ahínco,3",
        "buey,1",
        "limpiáis,2",
        "vergüenza,3",
        "pingüino,3",
        "queso,2",
        "guitarra,3",
        "guion,1",
        "rey,1",
        "reyes,2",
        "farmacéutico,5",
        "psicología,5",
        "depresión,3",
        "búho,2",
        "leer,2",
        "y,1",
        "agua,2",
        "antigua,3"
    })
    void spanishVowelsJoinAndPartByTheRulesOfSpelling(String word, int syllables) {
        assertThat(Readability.counts(Passage.of(word), "es").syllables()).isEqualTo(syllables);
    }

    @ParameterizedTest
    @CsvSource({
        "gràcia,3",
        "rei,1",
        "blau,1",
        "aigua,2",
        "iogurt,2",
        "hiena,2",
        "país,2",
        "raïm,2",
        "veïna,3",
        "col·legi,3",
        "intel·ligent,4",
        "qüestió,3",
        "pingüí,2",
        "noia,2",
        "creuen,2",
        "diuen,2",
        "agrair,3",
        "traduint,3",
        "egoisme,4",
        "heroi,2",
        "guerra,2",
        "llengua,2",
        "quatre,2",
        "ciència,4",
        "història,4",
        "fruita,2",
        "viure,2",
        "continuïtat,5",
        "depressió,4",
        "salut,2",
        "i,1"
    })
    void catalanVowelsJoinAndPartByTheRulesOfSpelling(String word, int syllables) {
        assertThat(Readability.counts(Passage.of(word), "ca").syllables()).isEqualTo(syllables);
    }
}
