package health.clarion.safeguards.crisis;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import health.clarion.safeguards.rules.Node;
import health.clarion.safeguards.rules.RuleBook;
import java.util.List;
import org.junit.jupiter.api.Test;

class SignBookTest {
    private static final String SIGN = """
            signs:
              - id: gone
                group: passive
                rule: crisis/ideation
                who: writer
                raised:
                  - { before: tried, near: tonight, rule: crisis/plan }
                source: us
                en: ["{I,i} was gone"]
            """;
    private static final String COMPOUND = """
            compounds:
              - id: took-much
                group: overdose
                rule: crisis/overdose
                source: us
                all: [drug, much]
            """;

    private final RuleBook rules = RuleBook.standard();

    private void isTold(String yaml, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SignBook.of(rules, List.of(Node.parse(yaml, "file"))))
                .withMessage(message);
    }

    @Test
    void aMisspeltKeyIsToldWithItsSign() {
        SignBook.of(rules, List.of(Node.parse(SIGN, "file"), Node.parse(COMPOUND, "file")));
        isTold(SIGN.replace("signs:", "singns:"), "file: unknown key singns");
        isTold(SIGN.replace("source:", "sorce:"), "gone: unknown key sorce");
        isTold(SIGN.replace("near:", "naer:"), "gone raised: unknown key naer");
        isTold("voices: [{ id: over, eng: [glad] }]", "over: unknown key eng");
        isTold(COMPOUND.replace("all:", "al:"), "took-much: unknown key al");
    }

    @Test
    void aMissingKeyIsToldWithItsSign() {
        isTold(SIGN.replace("id: gone\n    ", ""), "file signs id: needs words");
        isTold(SIGN.replace("    source: us\n", ""), "gone source: needs words");
        isTold(SIGN.replace("    who: writer\n", ""), "gone who: needs words");
        isTold(SIGN.replace("before: tried, near: tonight, ", ""), "gone raised: needs before or near");
        isTold(SIGN.replace("rule: crisis/plan", ""), "gone raised rule: needs words");
        isTold(SIGN.replace("    en: [\"{I,i} was gone\"]\n", ""), "gone: needs words in a language");
    }

    @Test
    void aKeyToldTwiceIsAnError() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Node.parse("signs: []\nsigns: []\n", "file"))
                .withMessageStartingWith("file: ")
                .withMessageContaining("duplicate key signs");
    }

    @Test
    void whatIsNotKnownIsToldWithItsSign() {
        isTold(SIGN.replace("passive", "pasive"), "gone group: unknown pasive");
        isTold(SIGN.replace("tonight", "tonite"), "gone raised near: unknown tonite");
        isTold(SIGN.replace("crisis/ideation", "crisis/idea"), "gone rule: no rule is called crisis/idea");
        isTold(SIGN.replace("[\"{I,i} was gone\"]", "{ say: gone }"), "gone en: needs words");
        isTold("signs: gone", "file signs id: needs words");
    }
}
