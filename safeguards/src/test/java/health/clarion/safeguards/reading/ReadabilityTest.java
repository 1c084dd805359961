package health.clarion.safeguards.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import health.clarion.safeguards.Reading;
import health.clarion.safeguards.meaning.Meaning;
import health.clarion.safeguards.text.Passage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadabilityTest {
    private final Readability readability = new Readability();

    @Test
    void whatChildrenReadIsEasierThanWhatDoctorsWrite() {
        double child = grade("The dog ran to the girl. She gave him a ball and they played.");
        double charity = grade("If you feel low, you are not alone. Call our helpline any time and we will listen.");
        double doctor = grade(
                "Percutaneous revascularisation was contraindicated owing to decompensated cardiomyopathy and concomitant sepsis.");
        assertThat(child).isLessThan(charity);
        assertThat(charity).isLessThan(doctor);
        assertThat(child).isLessThan(5);
        assertThat(doctor).isGreaterThan(10);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The doctor will see you now and you can ask her about your pills.",
                "We can help you find a warm place to sleep tonight. Please call us.",
                "Your baby may cry a lot. It is hard. You are doing well and you can rest."
            })
    void aLongerRarerWordNeverMakesATextEasier(String text) {
        double before = grade(text);
        for (String word : List.of("doctor", "pills", "help", "warm", "sleep", "baby", "cry", "hard", "rest")) {
            if (text.contains(word)) {
                assertThat(grade(text.replace(word, "immunohistochemical")))
                        .as(word)
                        .isGreaterThanOrEqualTo(before);
            }
        }
    }

    @Test
    void longerSentencesNeverMakeATextEasier() {
        double apart = grade("We are here all day. We are here all night. You can call us. You can write to us.");
        double joined =
                grade("We are here all day and we are here all night. You can call us and you can write to us.");
        double one =
                grade("We are here all day and we are here all night and you can call us and you can write to us.");
        assertThat(joined).isGreaterThanOrEqualTo(apart);
        assertThat(one).isGreaterThanOrEqualTo(joined);
    }

    @Test
    void easeFallsAsTheGradeRises() {
        Reading easy = readability.measure(Passage.of("The dog ran to the girl."), "en");
        Reading hard = readability.measure(
                Passage.of("Immunocompromised neonates necessitate antimicrobial prophylaxis."), "en");
        assertThat(easy.ease()).isGreaterThan(hard.ease()).isBetween(0.0, 100.0);
        assertThat(hard.age()).isGreaterThan(easy.age());
    }

    @Test
    void meaningRefinesTheEstimateOfWordsAlone() {
        String text = "The kinase binds the promoter and the receptor moves to the membrane of the cell.";
        Passage passage = Passage.of(text);
        Meaning meaning = Meaning.of(text, "en");
        double told = readability.measure(passage, "en", meaning).grade();
        assertThat(readability.measure(passage, "en", meaning).grade()).isEqualTo(told);
        if (meaning.isKnown()) {
            assertThat(told).isNotEqualTo(grade(text));
        }
    }

    @Test
    void spanishAndCatalanFollowFernandezHuerta() {
        double syllables = (1 + 2 + 2 + 1 + 2 + 1 + 2) / 7.0;
        double expected = 206.84 - 60 * syllables - 1.02 * 3.5;
        assertThat(readability
                        .measure(Passage.of("El gato come. La casa es roja."), "es")
                        .ease())
                .isCloseTo(expected, within(0.01));
        assertThat(readability
                        .measure(Passage.of("El gat menja. La casa és blava."), "ca")
                        .ease())
                .isCloseTo(206.84 - 60 * (1 + 1 + 2 + 1 + 2 + 1 + 2) / 7.0 - 1.02 * 3.5, within(0.01));
    }

    @Test
    void aTextWithoutWordsHasNoGrade() {
        assertThat(readability.measure(Passage.of("🎉 … !"), "en")).isEqualTo(new Reading(0, 0, 0));
        assertThat(readability.measure(Passage.of(""), "es")).isEqualTo(new Reading(0, 0, 0));
        assertThat(readability.measure(Passage.of("Guten Tag"), "de")).isEqualTo(new Reading(0, 0, 0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "Hypertension", "WAIT", "x2", "don't", "😀 ok", "ﬁ", "\uD83D word"})
    void oneWordIsMeasuredToo(String text) {
        assertThat(grade(text)).isBetween(0.0, 20.0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"word ", "Immunology. ", "a-", "\n", "(a) ", "1 "})
    void aHugeTextIsMeasuredLikeAnyOther(String piece) {
        String text = piece.repeat((1 << 20) / piece.length());
        for (String language : List.of("en", "es", "ca")) {
            assertThat(readability.measure(Passage.of(text), language).grade()).isBetween(0.0, 20.0);
        }
    }

    @Test
    void shoutingIsNoSignOfNamesOrAbbreviations() {
        assertThat(grade("WE ARE HERE ALL DAY AND YOU CAN CALL US"))
                .isEqualTo(grade("we are here all day and you can call us"));
    }

    @Test
    void theModelHasFortyTermsAtMostAndNoneAgainstItsNature() throws IOException {
        assertThat(Difficulty.standard().terms()).isLessThanOrEqualTo(40);
        try (InputStream in =
                Readability.class.getResourceAsStream("/health/clarion/safeguards/reading/difficulty.tsv")) {
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .forEach(line -> {
                        String[] columns = line.split("\t");
                        if (!columns[1].startsWith("~") && !columns[1].equals("constant")) {
                            Trait trait = Trait.valueOf(
                                    columns[1].toUpperCase(Locale.ROOT).replace('-', '_'));
                            assertThat(Double.parseDouble(columns[4]) * trait.direction)
                                    .as(line)
                                    .isGreaterThanOrEqualTo(0);
                        }
                    });
        }
    }

    @Test
    void whatWeighsMostIsTold() {
        Traits traits = Traits.of(Passage.of("Immunocompromised neonates necessitate antimicrobial prophylaxis."));
        assertThat(Difficulty.standard().weights(traits, null).subList(1, 8))
                .extracting(Difficulty.Weight::name)
                .contains("books-all", "web-rare");
    }

    private double grade(String text) {
        return readability.measure(Passage.of(text), "en").grade();
    }
}
