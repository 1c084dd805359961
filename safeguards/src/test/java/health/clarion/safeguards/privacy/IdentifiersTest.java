package health.clarion.safeguards.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import health.clarion.safeguards.Category;
import health.clarion.safeguards.Draft;
import health.clarion.safeguards.Effort;
import health.clarion.safeguards.Finding;
import health.clarion.safeguards.Knowledge;
import health.clarion.safeguards.Safeguards;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdentifiersTest {
    private final Safeguards safeguards = Safeguards.standard(Effort.RULES);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "The patient was admitted to Riverdale Clinic on 3 May 2023. | privacy/care-place | Riverdale Clinic",
                "The patient was admitted to Riverdale Clinic on 3 May 2023. | privacy/date | 3 May 2023",
                "She was seen at St. Mary's Hospital, Leeds. | privacy/care-place | St. Mary's Hospital, Leeds",
                "He lives at 12 Elm Street, Flat 3, Leeds. | privacy/street-address | 12 Elm Street, Flat 3, Leeds",
                "Write to Ole at Storgata 5, Oslo, my dear. | privacy/street-address | Storgata 5, Oslo",
                "Best dose for a 62yo man admitted to Eastmoor? | privacy/care-place | Eastmoor",
                "Seen at Harbor View, MRN 55-1290, with COPD. | privacy/care-place | Harbor View",
                "Advice for a patient (MRN) K 550912? | privacy/record-number | K 550912",
                "I work as a cook at Harker Mills. | privacy/employer | Harker Mills",
                "As a Norwegian citizen, can I apply? | privacy/origin | Norwegian",
                "My tax ID is DE89 3704 0044 0532 0130 00. | privacy/iban | DE89 3704 0044 0532 0130 00",
                "👩‍👩‍👧 her card: 4012-8888-8888-1881. | privacy/payment-card | 4012-8888-8888-1881",
                "His MRN is #SG-920 and more | privacy/record-number | #SG-920",
                "Seen by her on 2024-03-15T14:30:00Z | privacy/date | 2024-03-15T14:30:00Z",
                "My mother turned 70 | privacy/birthday | 70",
                "She was born on 3 May '85 in Leith. | privacy/birth-date | 3 May '85",
                "She was born on 3/5/85 in Leith. | privacy/birth-date | 3/5/85",
            })
    void theSpanIsExactlyTheWordsThatIdentify(String text, String rule, String words) {
        List<String> told = found(text, "en").stream()
                .filter(finding -> finding.rule().equals(rule))
                .map(finding -> words(text, finding))
                .toList();
        assertThat(told).as(text).containsExactly(words);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "What is the dose of amoxicillin 500 mg for a 55-year-old man with asthma, diagnosed back in 2021?",
                "The new guidelines from 2023 recommend 10 mg twice a day for women over 50.",
                "Our clinic opens Monday to Friday, 9:00 to 17:30. Call free on 0800 1111.",
                "Join our march in Leeds on 10 October 2026 and bring a friend.",
                "Flu vaccines start on 1 September 2026 in all pharmacies in Spain.",
                "We raised £12,345.67 for 1,200 families between 2019 and 2023.",
                "Trial ISRCTN12345678 tested 4,012 people in 12 countries.",
                "She was treated in hospital and recovered within a year.",
                "The Spanish health service treats 47 million people.",
            })
    void whatIdentifiesNobodyStaysSilent(String text) {
        assertThat(found(text, "en")).as(text).isEmpty();
    }

    @Test
    void aWrongCheckDigitMayStillBeANumberAfterItsLabel() {
        assertThat(rules("SSN 000-12-3456")).contains("privacy/other-number").doesNotContain("privacy/us-ssn");
        assertThat(rules("NHS number: 943 476 5918")).doesNotContain("privacy/nhs-number");
    }

    @Test
    void ownPlacesAndEventsStaySilentAndNothingElseDoes() {
        String text = "She was seen at Riverdale Clinic on 3 May 2023, then at Hillside Clinic.";
        Knowledge own = Knowledge.empty().withPlaces(Set.of("Riverdale Clinic")).withEvents(Set.of("3 May 2023"));
        List<String> words = safeguards.check(Draft.of(text), own).of(Category.PRIVACY).stream()
                .map(finding -> words(text, finding))
                .toList();
        assertThat(words).containsExactly("Hillside Clinic");
    }

    @Test
    void aNumberInsideALinkIsNobodys() {
        assertThat(found("Read it: https://news.example.org/2026/4012888888881881?id=07400123456", "en"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "es,El paciente ingresó en el Hospital Clínico de Zaragoza el 3 de mayo de 2023.",
        "ca,La pacient va ingressar a l’Hospital de Mataró el 3 de maig de 2023."
    })
    void spanishAndCatalanAreReadToo(String language, String text) {
        assertThat(found(text, language)).extracting(Finding::rule).contains("privacy/care-place", "privacy/date");
    }

    @ParameterizedTest
    @CsvSource({
        "es,Mi abuela tiene 92 años y vive sola.,privacy/age-over-89,92",
        "es,Doña Carmen Ruiz vino a la consulta.,privacy/title,'Doña '",
        "es,La asociación cumple 92 años y mi madre lo sabe.,,",
        "es,Personas de 92 años o más y mi madre también.,,",
        "ca,Tenen 92 anys o més i la meva mare també.,,"
    })
    void accentsInAListChangeNothing(String language, String text, @Nullable String rule, @Nullable String words) {
        List<Finding> told = Safeguards.standard(Effort.NAMES)
                .check(Draft.of(text).withLang(language), Knowledge.empty())
                .of(Category.PRIVACY)
                .stream()
                .filter(finding -> !finding.rule().equals("privacy/name"))
                .toList();
        if (rule == null) {
            assertThat(told).as(text).isEmpty();
        } else {
            assertThat(told).as(text).anySatisfy(finding -> {
                assertThat(finding.rule()).isEqualTo(rule);
                assertThat(words(text, finding)).isEqualTo(words);
            });
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | Meet Aisha, 34, from Bradford. She found a lump last March. | Aisha,34,Bradford",
                "en | Tom was diagnosed with type 1 diabetes at 9. Now 15, he plays for Leeds United's academy. | Tom",
                "en | My mum was moved to Ward 7 and the nurses were lovely. |",
                "en | Her appointment is in ward 7 at the hospital. |",
                "en | Dr Sarah Okafor will be speaking at the Royal Free Hospital on 3 March 2027. | Dr ,Sarah Okafor",
                "en | Margaret has volunteered with us since 1975. | Margaret",
                "en | Margaret Thornley has volunteered with us since 1975. | Margaret Thornley,1975",
                "ca | Ningú no hauria de passar sol per això. Hauria de parlar-ne. |"
            })
    void aPersonIsToldByWhatTellsThem(String language, String text, @Nullable String words) {
        List<String> told = Safeguards.standard(Effort.NAMES)
                .check(Draft.of(text).withLang(language), Knowledge.empty())
                .of(Category.PRIVACY)
                .stream()
                .map(finding -> words(text, finding))
                .toList();
        assertThat(String.join(",", told)).isEqualTo(words == null ? "" : words);
    }

    private List<String> rules(String text) {
        return found(text, "en").stream().map(Finding::rule).toList();
    }

    private List<Finding> found(String text, String language) {
        return safeguards
                .check(Draft.of(text).withLang(language), Knowledge.empty())
                .of(Category.PRIVACY);
    }

    private static String words(String text, Finding finding) {
        int[] points = text.codePoints().toArray();
        return new String(points, finding.start(), finding.end() - finding.start());
    }
}
