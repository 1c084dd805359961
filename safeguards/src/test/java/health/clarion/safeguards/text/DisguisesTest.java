package health.clarion.safeguards.text;

import static org.assertj.core.api.Assertions.assertThat;

import health.clarion.safeguards.Draft;
import health.clarion.safeguards.Kind;
import health.clarion.safeguards.Knowledge;
import health.clarion.safeguards.Report;
import health.clarion.safeguards.Safeguards;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DisguisesTest {
    private static final Vocabulary WORDS = new Vocabulary(
            Set.of("i", "want", "to", "die", "kill", "myself", "suicide", "good"), Set.of("suicide", "kill"));

    @ParameterizedTest
    @CsvSource({
        "k1ll mys3lf, kill myself",
        "k!ll myself, kill myself",
        "i want to d1e!, i want to die",
        "$uicide, suicide",
        "su1c1de, suicide",
        "su*cide, suicide",
        "k*ll myself, kill myself",
        "d i e, die",
        "k.i.l.l, kill",
        "k i l l  m y s e l f, kill myself",
        "i want to d-i-e now, i want to die now",
        "i want to dieeeee, i want to die",
        "gooood, good",
        "кill myself, kill myself",
        "ѕuicide, suicide",
        "#killmyself, kill myself",
        "#wanttodie today, want to die today",
        "k\u200Bill myself, kill myself",
        "ｋｉｌｌ myself, kill myself",
        "𝓴𝓲𝓵𝓵 myself, kill myself"
    })
    void aDisguisedWordIsReadAsItWasMeant(String typed, String meant) {
        assertThat(read(typed)).isEqualTo(List.of(meant.split(" ")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "h1n1", "5mg", "b12", "the 90s", "a b c", "covid19", "#health", "привет", "f**k", "c3po", "aaa",
                "10kg!", "50s"
            })
    void whatIsNoDisguiseStays(String typed) {
        assertThat(read(typed)).isEqualTo(Passage.fold(typed));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "i want to k1ll mys3lf",
                "I want to k i l l  m y s e l f",
                "i want to кill myself",
                "#iwanttodie",
                "i want to k\u200Bill myself"
            })
    void aDisguiseHidesNoCrisis(String typed) {
        Report report = Safeguards.standard().check(Draft.of(typed).withKind(Kind.MEMBER), Knowledge.empty());
        assertThat(report.crisis().alarm()).as("a person should be called").isTrue();
        assertThat(report.findings()).anySatisfy(finding -> assertThat(finding.end())
                .as("the finding reaches the last word")
                .isEqualTo((int) typed.codePoints().count()));
    }

    @Test
    void placesStayThoseOfTheOriginal() {
        Passage passage = Passage.of("so k i l l me", WORDS);
        assertThat(passage.wordSpan(1, 2).start()).isEqualTo(3);
        assertThat(passage.wordSpan(1, 2).end()).isEqualTo(10);
    }

    @Property
    void wordsNeverOverlapAndStayInside(@ForAll String text) {
        Passage passage = Passage.of(text, WORDS);
        int last = 0;
        for (Word word : passage.words()) {
            assertThat(word.start()).isGreaterThanOrEqualTo(last);
            assertThat(word.end()).isGreaterThan(word.start());
            last = word.end();
        }
        assertThat(last).isLessThanOrEqualTo(passage.folded().length());
    }

    @Property
    void anyOneLetterMayBeSpacedOut(@ForAll @IntRange(min = 1, max = 3) int gap) {
        String between = " ".repeat(gap);
        assertThat(read(String.join(between, "s", "u", "i", "c", "i", "d", "e")))
                .containsExactly("suicide");
    }

    private static List<String> read(String typed) {
        return Passage.of(typed, WORDS).words().stream().map(Word::text).toList();
    }
}
