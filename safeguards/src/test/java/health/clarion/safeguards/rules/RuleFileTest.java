package health.clarion.safeguards.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RuleFileTest {
    @Test
    void aSlipOfThePenIsToldWithItsRule() {
        String yaml = """
                rules:
                  - id: language/x
                    since: 2026-11
                    severity: warn
                    sorce: nobody
                """;
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RuleFile.parse(yaml, "test"))
                .withMessageContaining("language/x")
                .withMessageContaining("sorce");
    }

    @Test
    void aRuleSaysItsWordsInAllThreeLanguagesOrInNone() {
        String rule = """
                rules:
                  - id: language/x
                    since: 2026-11
                    severity: warn
                    source: nobody
                    message: { en: Look., es: Mira.%s }
                """;
        assertThat(RuleFile.parse(rule.formatted(", ca: Guaita."), "test")
                        .rules()
                        .getFirst()
                        .message())
                .containsOnlyKeys("en", "es", "ca");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RuleFile.parse(rule.formatted(""), "test"))
                .withMessageContaining("language/x message ca");
    }

    @Test
    void aPhraseStandsForAllItsSpellings() {
        assertThat(Phrase.spellings(
                        "{a,the,} {big {red,blue},} @thing", Map.of("thing", List.of("door", "sea{side,}"))))
                .hasSize(3 * 3 * 3)
                .contains(List.of("the", "big", "red", "door"), List.of("seaside"));
    }

    @Test
    void aNumberSignStandsForAnyNumberAndKeepsWhatIsJoinedToIt() {
        assertThat(Phrase.spellings("# {kg,}", Map.of())).contains(List.of("#", "kg"), List.of("#"));
        assertThat(Phrase.spellings("#kg", Map.of())).containsExactly(List.of("#kg"));
    }

    @Test
    void aTermProposesOtherWordsInAnotherRegion() {
        Rule.Term term = RuleFile.parse("""
                        rules:
                          - id: language/x
                            since: 2026-11
                            severity: warn
                            source: nobody
                            terms: [{ say: lift, instead: { en: raise, en-US: elevate } }]
                        """, "test").rules().getFirst().terms().getFirst();
        assertThat(term.insteadIn("en")).isEqualTo("raise");
        assertThat(term.insteadIn("en-GB")).isEqualTo("raise");
        assertThat(term.insteadIn("en-us")).isEqualTo("elevate");
        assertThat(term.isFor("en-GB")).isTrue();
        assertThat(term.isFor("eng")).isFalse();
    }

    @Test
    void aSourceSaysTheDayItWasOpenedOrNothing() {
        RuleFile file = RuleFile.parse("""
                        sources: { guide: &guide { cite: "A guide, https://guide.example", seen: 2026-11-25 } }
                        rules:
                          - id: language/x
                            since: 2026-11
                            severity: warn
                            source: *guide
                            terms: [{ say: lift, source: a memory }]
                        """, "test");
        assertThat(file.sources())
                .containsExactly(
                        new Source("A guide, https://guide.example", LocalDate.of(2026, 11, 25)),
                        new Source("a memory", null));
        assertThat(file.rules().getFirst().source()).isEqualTo("A guide, https://guide.example");
        assertThat(file.rules().getFirst().terms().getFirst().source()).isEqualTo("a memory");
    }

    @Test
    void aSourceWithoutTheDayOrWithAnUnknownKeyIsRefused() {
        for (String source :
                List.of("{ cite: x }", "{ cite: x, seen: once }", "{ cite: x, seen: 2026-11-25, by: me }")) {
            assertThatIllegalArgumentException().isThrownBy(() -> RuleFile.parse("""
                            rules: [{ id: language/x, since: 2026-11, severity: warn, source: %s }]
                            """.formatted(source), "test"));
        }
    }

    @Test
    void anOpenBraceOrUnknownListIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Phrase.spellings("a {b", Map.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> Phrase.spellings("@nothing", Map.of()));
    }
}
