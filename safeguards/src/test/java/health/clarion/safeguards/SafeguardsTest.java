package health.clarion.safeguards;

import static org.assertj.core.api.Assertions.assertThat;

import health.clarion.networks.Network;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SafeguardsTest {
    private final Safeguards safeguards = Safeguards.standard();

    private Report check(Draft draft) {
        return safeguards.check(draft, Knowledge.empty());
    }

    @Test
    void anOrdinaryPostByACharityStaysSilent() {
        Report report = check(
                Draft.of(
                        "Some days are heavy. You don’t have to carry them alone. Come for a cup of tea at the harbour on Saturday. #OneOpenDoor"));
        assertThat(report.findings()).isEmpty();
        assertThat(report.blocks()).isFalse();
        assertThat(report.crisis()).isEqualTo(Crisis.NONE);
    }

    @Test
    void membersWordsAreNeverCorrected() {
        Draft draft = Draft.of("MY MUM COMMITTED SUICIDE LAST YEAR and the loony doctors cure nothing, click here");
        assertThat(check(draft).of(Category.LANGUAGE)).isNotEmpty();
        assertThat(check(draft.withKind(Kind.MEMBER)).findings())
                .allMatch(finding -> finding.category() == Category.PRIVACY || finding.category() == Category.CRISIS);
    }

    @Test
    void aSpanIsCountedInCodePoints() {
        Finding finding = check(Draft.of("👩‍🚀 ana@example.org")).findings().getFirst();
        assertThat(finding.start()).isEqualTo(4);
        assertThat(finding.end()).isEqualTo(19);
    }

    @Test
    void messagesComeInTheReadersLanguageAndProposedWordsInTheTexts() {
        Draft draft = Draft.of("He committed suicide.");
        Finding spanish = safeguards
                .check(draft, Knowledge.empty(), Locale.forLanguageTag("es-ES"))
                .findings()
                .getFirst();
        assertThat(spanish.message()).contains("como si fuera un delito");
        assertThat(spanish.suggestion()).contains("Escribe", "died by suicide");
        assertThat(safeguards
                        .check(draft, Knowledge.empty(), Locale.GERMAN)
                        .findings()
                        .getFirst()
                        .message())
                .contains("as if it were a crime");
    }

    @Test
    void contactsOfTheOrganisationStaySilent() {
        Draft draft = Draft.of("Write to hello@harbourminds.example or ring 020 7946 0958 or +44 20 7946 0958.");
        Knowledge knowledge = Knowledge.empty().withContacts(Set.of("Hello@HarbourMinds.example", "+44 20 7946 0958"));
        assertThat(check(draft).of(Category.PRIVACY)).hasSize(3);
        assertThat(safeguards.check(draft, knowledge).findings()).isEmpty();
    }

    @Test
    void aClaimNeedsASourceThatIsAboutIt() {
        Draft draft = Draft.of("Walking lowers your blood pressure. Vaccines do not cause autism.");
        assertThat(check(draft).claims()).hasSize(2);
        assertThat(check(draft).blocks()).isTrue();
        assertThat(check(draft).touches(Topics.HEALTH_CLAIM)).isTrue();
        assertThat(check(draft.withSources(List.of("https://example.org/walking")))
                        .blocks())
                .as("one address can't cover two claims")
                .isTrue();
        Report sourced =
                check(draft.withSources(List.of("Walking lowers your blood pressure", "vaccines do not cause autism")));
        assertThat(sourced.blocks()).isFalse();
        assertThat(sourced.touches(Topics.HEALTH_CLAIM)).isTrue();
    }

    @Test
    void topicsTellWhoReviews() {
        assertThat(check(Draft.of("Ana shares her story.")).touches(Topics.PERSON_STORY))
                .isTrue();
        assertThat(check(Draft.of("Sertraline can help.")).touches(Topics.MEDICINE))
                .isTrue();
        assertThat(check(Draft.of("This group saved my life.")).touches(Topics.TESTIMONIAL))
                .isTrue();
        assertThat(check(Draft.of("See you on Saturday.")).findings()).isEmpty();
    }

    @Test
    void crisisLevelsRiseWithTheRisk() {
        assertThat(level("I can't cope anymore")).isEqualTo(1);
        assertThat(level("I don't want to live anymore")).isEqualTo(2);
        assertThat(level("I have a plan to kill myself")).isEqualTo(3);
        assertThat(level("I'm going to kill myself tonight")).isEqualTo(4);
        assertThat(level("I feel worthless. I want to die. I have a plan to kill myself"))
                .isEqualTo(3);
        assertThat(level("𝗜 𝘄𝗮𝗻𝘁 𝘁𝗼 𝗱𝗶𝗲"))
                .as("letters from another alphabet")
                .isEqualTo(2);
        assertThat(level("I wa\u200Bnt to d\u00ADie"))
                .as("invisible characters between")
                .isEqualTo(2);
    }

    private int level(String words) {
        return check(Draft.of(words).withKind(Kind.MEMBER)).crisis().level();
    }

    @Test
    void aFirstDraftAboutAFriendIsMarkedWhereItHurts() {
        Report report = check(Draft.of("""
                When a friend goes quiet, you don’t need perfect words. “How are you, really?” is enough to start.
                Talking early always stops things getting worse. Jamie, a second-year, told us one open door kept him from committing suicide.
                #oneopendoor"""));
        assertThat(report.findings())
                .extracting(Finding::rule)
                .containsExactlyInAnyOrder(
                        "claims/needs-source",
                        "claims/absolute",
                        "privacy/name",
                        "privacy/person-story",
                        "language/suicide-crime",
                        "access/hashtag-case");
        assertThat(report.findings().getLast().suggestion()).contains("#OneOpenDoor");
        assertThat(report.touches(Topics.PERSON_STORY)).isTrue();
        assertThat(report.crisis().alarm()).isFalse();
    }

    @Test
    void theServersOwnLimitsAreHeeded() {
        Draft draft = Draft.of("word ".repeat(110)).withNetwork(Network.MASTODON);
        Finding finding = check(draft).of(Category.FIT).getFirst();
        assertThat(finding.rule()).isEqualTo("fit/too-long");
        assertThat(finding.start()).isEqualTo(500);
        assertThat(finding.message()).contains("Mastodon", "500", "550");
    }

    @Test
    void wordsInsideAddressesAndMentionsAreNotRead() {
        assertThat(check(Draft.of("Read https://example.org/he-committed-suicide and thank @the_psycho today"))
                        .findings())
                .isEmpty();
    }
}
