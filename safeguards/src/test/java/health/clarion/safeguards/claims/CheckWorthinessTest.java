package health.clarion.safeguards.claims;

import static org.assertj.core.api.Assertions.assertThat;

import health.clarion.safeguards.Draft;
import health.clarion.safeguards.Effort;
import health.clarion.safeguards.Knowledge;
import health.clarion.safeguards.Safeguards;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CheckWorthinessTest {
    private static double worth(Effort effort, String text) {
        return Safeguards.standard(effort)
                .check(Draft.of(text), Knowledge.empty())
                .checkworthy();
    }

    @ParameterizedTest
    @EnumSource(Effort.class)
    void aClaimThatARemedyWorksIsWorthCheckingAndAPersonalStoryIsNot(Effort effort) {
        assertThat(worth(effort, "A daily spoon of cinnamon reverses type 2 diabetes and lowers the risk of stroke."))
                .isGreaterThan(0.5);
        assertThat(worth(effort, "I miss my grandmother. Watching a film with my friends on the sofa tonight."))
                .isLessThan(0.5);
    }

    @ParameterizedTest
    @EnumSource(Effort.class)
    void anAlarmAboutAVaccineIsWorthCheckingAndAnAppointmentForItIsNot(Effort effort) {
        assertThat(worth(effort, "They lied: the experimental vaccine killed thousands and the media hide the deaths!"))
                .isGreaterThan(0.5);
        assertThat(worth(
                        effort,
                        "The vaccination clinic opens on Monday at 9, book an appointment: https://nhs.example"))
                .isLessThan(0.5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "…", "#", "https://example.org", "@someone"})
    void aTextWithoutWordsIsHardlyWorthChecking(String text) {
        assertThat(worth(Effort.MEANING, text)).isLessThan(0.5);
        assertThat(worth(Effort.RULES, text)).isLessThan(0.5);
    }

    @Test
    void anIllnessNamedBesideThePandemicIsJudgedAsAnIllness() {
        String text = "Covid increases the risk of diabetes, a study found.";
        assertThat(worth(Effort.MEANING, text)).isGreaterThan(0.5);
    }
}
