package health.clarion.safeguards.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import health.clarion.safeguards.Category;
import health.clarion.safeguards.Draft;
import health.clarion.safeguards.Effort;
import health.clarion.safeguards.Finding;
import health.clarion.safeguards.Kind;
import health.clarion.safeguards.Knowledge;
import health.clarion.safeguards.Safeguards;
import health.clarion.safeguards.Severity;
import java.util.List;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RedactionTest {
    private final Safeguards safeguards = Safeguards.standard(Effort.RULES);

    @Test
    void eachPlaceholderSaysWhatStoodThere() {
        assertThat(redacted("She was seen at Riverdale Clinic on 3 May 2023 (NHS 943 476 5919, ring 07400 123456)."))
                .isEqualTo("She was seen at [PLACE] on [DATE] (NHS [NHS NUMBER], ring [PHONE]).");
    }

    @Test
    void aTitleGoesWithTheName() {
        assertThat(Safeguards.standard(Effort.NAMES)
                        .redact("Dr. Priya Sharma saw me. Priya was kind.", "en", Knowledge.empty())
                        .text())
                .isEqualTo("[NAME 1] saw me. [NAME 1] was kind.");
    }

    @Test
    void whatWasReplacedIsToldInPlacesOfTheTextAsGiven() {
        Redaction redaction = safeguards.redact("👋 write to a@b.example or c@d.example", "en", Knowledge.empty());
        assertThat(redaction.redacted())
                .containsExactly(
                        new Redaction.Redacted("privacy/e-mail", 11, 22, "[E-MAIL]"),
                        new Redaction.Redacted("privacy/e-mail", 26, 37, "[E-MAIL]"));
    }

    @Test
    void aTextWithoutDetailsStaysAsItIs() {
        String text = "A 55-year-old man asks about statins. [1] See NICE 2023.";
        assertThat(redacted(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Ring [07400 123456] after six. | Ring [[PHONE]] after six.",
                "Her number is [943 476 5919]. | Her number is [[NHS NUMBER]].",
                "His DNI is [12345678Z]. | His DNI is [[DNI]].",
                "Paid with [4012 8888 8888 1881]. | Paid with [[PAYMENT CARD]].",
                "Ring [NAME 07400123456] now. | Ring [NAME [PHONE]] now."
            })
    void bracketsHideNothing(String text, String expected) {
        assertThat(redacted(text)).isEqualTo(expected);
    }

    @Test
    void aNameInBracketsAndCapitalsIsStillAName() {
        assertThat(Safeguards.standard(Effort.NAMES)
                        .redact("[MARY SMITH] saw me today.", "en", Knowledge.empty())
                        .text())
                .isEqualTo("[[NAME 1]] saw me today.");
    }

    @Test
    void whatAnEarlierRedactionWroteStays() {
        String text = "[NAME 1] was seen at [PLACE] on [DATE], born [BIRTH DATE], ring [PHONE] or [NAME 12].";
        assertThat(redacted(text)).isEqualTo(text);
    }

    @Test
    void manyNamesAreNumberedInTheOrderInWhichTheyAreSaid() {
        assertThat(Safeguards.standard(Effort.NAMES)
                        .redact(
                                "Dr Priya Sharma called Mr John Smith. Then Mr Smith met Dr Sharma.",
                                "en",
                                Knowledge.empty())
                        .text())
                .isEqualTo("[NAME 1] called [NAME 2]. Then [NAME 2] met [NAME 1].");
    }

    @Property(tries = 300)
    void redactingAgainChangesNothing(@ForAll("texts") String text) {
        String once = redacted(text);
        assertThat(redacted(once)).isEqualTo(once);
    }

    @Property(tries = 300)
    void noIdentifierSurvives(@ForAll("texts") String text) {
        String once = redacted(text);
        List<String> left =
                safeguards.check(Draft.of(once).withKind(Kind.MEMBER), Knowledge.empty()).of(Category.PRIVACY).stream()
                        .filter(finding -> finding.severity() != Severity.NOTE)
                        .filter(finding -> !isOnPlaceholder(once, finding))
                        .map(Finding::rule)
                        .toList();
        assertThat(left).as(once).isEmpty();
        for (String secret : SECRETS) {
            assertThat(once).doesNotContain(secret);
        }
    }

    /** Whether nothing but placeholders, signs and spaces is in a finding, or it is a part of one placeholder. */
    private static boolean isOnPlaceholder(String text, Finding finding) {
        int start = text.offsetByCodePoints(0, finding.start());
        int end = text.offsetByCodePoints(0, finding.end());
        StringBuilder left = new StringBuilder(text);
        PLACEHOLDER.matcher(text).results().forEach(found -> {
            for (int i = found.start(); i < found.end(); i++) {
                left.setCharAt(i, ' ');
            }
        });
        return left.substring(start, end).chars().noneMatch(Character::isLetterOrDigit);
    }

    /** Those that the texts of this test can turn into. */
    private static final Pattern PLACEHOLDER =
            Pattern.compile("\\[(PLACE|ADDRESS|DATE|BIRTH DATE|NHS NUMBER|E-MAIL|PAYMENT CARD|DNI|IP ADDRESS|IBAN"
                    + "|RECORD NUMBER|PHONE|NUMBER|AGE|DETAIL|NAME [0-9]+)]");

    private static final List<String> SECRETS = List.of(
            "943 476 5919",
            "a.b@example.org",
            "4012 8888 8888 1881",
            "12345678Z",
            "81.2.69.142",
            "GB82WEST12345698765432");

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> secret = Arbitraries.of(SECRETS);
        Arbitrary<String> around = Arbitraries.of(
                "She was seen at St. Mary's Hospital on 3 May 2023.",
                "My mum lives in Harrogate,",
                "MRN: SG-920311",
                "ring 07400 123456",
                "He lives at 12 Elm Street, Flat 3.",
                "and",
                "\n",
                "The patient",
                "👩‍👩‍👧",
                "DOB 03/04/1985",
                "[PLACE]",
                "[",
                "]",
                "Nació el 12 de mayo de 1984.",
                "from Fresno");
        return Arbitraries.oneOf(secret, around, around).list().ofMaxSize(8).map(parts -> String.join(" ", parts));
    }

    private String redacted(String text) {
        return safeguards.redact(text, "en", Knowledge.empty()).text();
    }
}
