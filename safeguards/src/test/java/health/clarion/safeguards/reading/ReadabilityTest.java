package health.clarion.safeguards.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import health.clarion.safeguards.Reading;
import health.clarion.safeguards.text.Passage;
import org.junit.jupiter.api.Test;

class ReadabilityTest {
    private final Readability readability = new Readability();

    @Test
    void englishFollowsFleschAndKincaid() {
        Reading reading = readability.measure(Passage.of("The cat sat on the mat. The dog ran."), "en");
        assertThat(reading.ease()).isCloseTo(206.835 - 1.015 * 4.5 - 84.6, within(0.01));
        assertThat(reading.grade()).isCloseTo(0.39 * 4.5 + 11.8 - 15.59, within(0.01));
        assertThat(reading.age()).isEqualTo(5);
    }

    @Test
    void spanishFollowsFernandezHuerta() {
        Reading reading = readability.measure(Passage.of("El gato come. La casa es roja."), "es");
        double syllables = (1 + 2 + 2 + 1 + 2 + 1 + 2) / 7.0;
        assertThat(reading.ease()).isCloseTo(206.84 - 60 * syllables - 1.02 * 3.5, within(0.01));
    }

    @Test
    void syllablesAreCountedAsEachLanguageSpells() {
        assertThat(Syllables.english("make")).isEqualTo(1);
        assertThat(Syllables.english("table")).isEqualTo(2);
        assertThat(Syllables.english("walked")).isEqualTo(1);
        assertThat(Syllables.english("wanted")).isEqualTo(2);
        assertThat(Syllables.english("condition")).isEqualTo(3);
        assertThat(Syllables.english("depression")).isEqualTo(3);
        assertThat(Syllables.english("idea")).isEqualTo(3);
        assertThat(Syllables.spanish("día")).isEqualTo(2);
        assertThat(Syllables.spanish("guerra")).isEqualTo(2);
        assertThat(Syllables.spanish("ciudad")).isEqualTo(2);
        assertThat(Syllables.spanish("teatro")).isEqualTo(3);
        assertThat(Syllables.spanish("hoy")).isEqualTo(1);
        assertThat(Syllables.catalan("gràcia")).isEqualTo(3);
        assertThat(Syllables.catalan("rei")).isEqualTo(1);
        assertThat(Syllables.catalan("blau")).isEqualTo(1);
        assertThat(Syllables.catalan("aigua")).isEqualTo(2);
        assertThat(Syllables.catalan("iogurt")).isEqualTo(2);
        assertThat(Syllables.catalan("país")).isEqualTo(2);
    }

    @Test
    void aTextWithoutWordsHasNoGrade() {
        assertThat(readability.measure(Passage.of("🎉 … !"), "en")).isEqualTo(new Reading(0, 0, 0));
    }
}
