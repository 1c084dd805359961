package health.clarion.safeguards.reading;

import static org.assertj.core.api.Assertions.assertThat;

import health.clarion.safeguards.Draft;
import health.clarion.safeguards.Effort;
import health.clarion.safeguards.Finding;
import health.clarion.safeguards.Knowledge;
import health.clarion.safeguards.Safeguards;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlainWordsTest {
    private final Safeguards safeguards = Safeguards.standard(Effort.RULES);

    @ParameterizedTest
    @CsvSource({"en,600", "es,350", "ca,350"})
    void aLanguageHasManyHardWordsEachOnceAndNeverAsItsOwnPlainWord(String language, int atLeast) {
        List<PlainWords.Entry> entries = PlainWords.of(language).entries();
        Set<List<String>> seen = new HashSet<>();
        assertThat(entries).hasSizeGreaterThanOrEqualTo(atLeast).allSatisfy(entry -> {
            assertThat(seen.add(entry.words())).as(entry.hard()).isTrue();
            assertThat((" " + entry.plain() + " ").toLowerCase(Locale.ROOT))
                    .as(entry.hard())
                    .doesNotContain(" " + entry.hard() + " ");
            assertThat(entry.source()).isNotBlank();
        });
    }

    @Test
    void aDirectSwapIsOffered() {
        assertThat(words("Hypertension can hurt your heart.")).singleElement().satisfies(finding -> {
            assertThat(finding.instead()).isEqualTo("high blood pressure");
            assertThat(finding.source()).contains("NHS");
        });
    }

    @Test
    void aWordThatNeedsMoreThanASwapIsExplained() {
        assertThat(words("Your biopsy is on Monday.")).singleElement().satisfies(finding -> {
            assertThat(finding.instead()).isNull();
            assertThat(finding.message()).contains("tissue");
            assertThat(finding.suggestion()).isNotNull();
        });
    }

    @Test
    void aWordThatTheTextExplainsItselfIsNotTold() {
        assertThat(words("Sepsis is a life-threatening reaction to an infection."))
                .isEmpty();
        assertThat(words("Listen to the speech. Then give a urine sample.")).hasSize(1);
    }

    @Test
    void aWordIsLeftAloneWhereItMeansSomethingElse() {
        assertThat(words("On Saturday we demonstrate for systemic change, a topical issue."))
                .isEmpty();
        assertThat(PlainWords.of("es").entries())
                .extracting(PlainWords.Entry::hard)
                .doesNotContain("tópico", "ambulatorio");
    }

    @Test
    void theLongestTermWins() {
        assertThat(words("It is a myocardial infarction."))
                .extracting(Finding::instead)
                .containsExactly("heart attack");
    }

    @Test
    void aHandfulIsEnough() {
        String text = "Hypertension, dyspnoea, oedema, pruritus, myalgia, syncope, pyrexia, dysphagia and nausea. "
                .repeat(50);
        Draft draft = Draft.of(text).withAudienceReadingAge(9);
        assertThat(safeguards.check(draft, Knowledge.empty()).findings())
                .filteredOn(finding -> finding.rule().startsWith("reading/"))
                .hasSizeLessThanOrEqualTo(9);
        assertThat(words(text)).hasSize(5);
    }

    @Test
    void aLongSentenceIsTakenApartWhereClausesMeet() {
        String text =
                "We opened the new clinic in March after a long year of hard work by our team, and we are now looking for people who can help us on Saturdays.";
        assertThat(safeguards.check(Draft.of(text), Knowledge.empty()).findings())
                .filteredOn(finding -> finding.rule().equals("reading/long-sentence"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.suggestion()).contains("and we are"));
    }

    @Test
    void aLongSentenceWithoutAPlaceToCutIsAskedToSayOneThing() {
        String text =
                "Firma para que el Gobierno elimine el copago a las personas con enfermedades crónicas que, a diferencia de otros países de nuestro entorno, siguen pagando una parte de cada medicina.";
        assertThat(safeguards
                        .check(Draft.of(text).withLang("es"), Knowledge.empty())
                        .findings())
                .extracting(Finding::rule)
                .contains("reading/crowded-sentence")
                .doesNotContain("reading/long-sentence");
    }

    @Test
    void aYearOverTheAudienceIsWithinTheErrorOfTheEstimate() {
        String text = "Our annual report is out. Read how your donations funded 12 support groups and a new centre.";
        int age = safeguards.check(Draft.of(text), Knowledge.empty()).reading().age();
        assertThat(rules(text, age - 1)).doesNotContain("reading/too-hard");
        assertThat(rules(text, age - 2)).contains("reading/too-hard");
    }

    @Test
    void namesAreNeverWordsToReplace() {
        String text =
                "Supporters from Wolverhampton and Aberystwyth demonstrate considerable effectiveness regarding heterogeneous populations in Lanarkshire.";
        assertThat(safeguards
                        .check(Draft.of(text).withAudienceReadingAge(9), Knowledge.empty())
                        .findings())
                .filteredOn(finding -> finding.rule().equals("reading/too-hard"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.message())
                        .contains("“heterogeneous”")
                        .doesNotContain("Wolverhampton"));
    }

    private List<String> rules(String text, int audience) {
        return safeguards.check(Draft.of(text).withAudienceReadingAge(audience), Knowledge.empty()).findings().stream()
                .map(Finding::rule)
                .toList();
    }

    @Test
    void whatIsTooHardNamesItsHardestWords() {
        String text =
                "Psychological interventions demonstrate considerable effectiveness regarding symptomatic amelioration among heterogeneous populations experiencing disorders.";
        assertThat(safeguards
                        .check(Draft.of(text).withAudienceReadingAge(11), Knowledge.empty())
                        .findings())
                .filteredOn(finding -> finding.rule().equals("reading/too-hard"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.message()).contains("“heterogeneous”"));
    }

    private List<Finding> words(String text) {
        return safeguards.check(Draft.of(text).withAudienceReadingAge(11), Knowledge.empty()).findings().stream()
                .filter(finding -> finding.rule().equals("reading/hard-word"))
                .toList();
    }
}
