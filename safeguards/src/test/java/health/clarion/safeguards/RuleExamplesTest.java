package health.clarion.safeguards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import health.clarion.safeguards.claims.ClaimLibrary;
import health.clarion.safeguards.rules.Rule;
import health.clarion.safeguards.rules.RuleBook;
import health.clarion.safeguards.rules.Wording;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every example of every rule file, and what each rule owes its reader. */
class RuleExamplesTest {
    private final RuleBook book = RuleBook.standard();
    private final List<Rule> rules = book.all();
    private final Safeguards safeguards = Safeguards.standard();

    @TestFactory
    Stream<DynamicTest> everyExampleThatMustFireFires() {
        return rules.stream().flatMap(rule -> rule.fires().stream()
                .map(draft -> dynamicTest(
                        rule.id() + ": " + draft.text(),
                        () -> assertThat(fired(draft)).as(draft.text()).contains(rule.id()))));
    }

    @TestFactory
    Stream<DynamicTest> everyExampleThatMustStaySilentDoes() {
        return rules.stream().flatMap(rule -> rule.silent().stream()
                .map(draft -> dynamicTest(
                        rule.id() + ": " + draft.text(),
                        () -> assertThat(fired(draft)).as(draft.text()).doesNotContain(rule.id()))));
    }

    @Test
    void everyRuleHasExamplesBothWays() {
        assertThat(rules).allSatisfy(rule -> {
            assertThat(rule.fires()).as(rule.id()).isNotEmpty();
            assertThat(rule.silent()).as(rule.id()).isNotEmpty();
        });
    }

    @Test
    void everyRuleSpeaksAllThreeLanguages() {
        Wording wording = new Wording(book);
        assertThat(rules).allSatisfy(rule -> {
            for (Locale locale : Wording.LOCALES) {
                assertThat(wording.find(locale, rule.id(), List.of()))
                        .as(rule.id() + " in " + locale)
                        .isNotBlank();
            }
            assertThat(rule.since()).matches("20\\d\\d-\\d\\d");
            assertThat(rule.source()).isNotBlank();
        });
    }

    private List<String> fired(Draft draft) {
        return safeguards.check(draft, Knowledge.empty().withClaims(ClaimLibrary.known())).findings().stream()
                .map(Finding::rule)
                .toList();
    }
}
