package health.clarion.safeguards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What published guides ask writers to avoid is told in a natural sentence, and what they prefer is not. */
class StigmaPairsTest {
    private static final int PAIRS = 156;

    private final Safeguards safeguards = Safeguards.standard(Effort.RULES);
    private final List<Pair> pairs = pairs();

    private record Pair(String avoid, String sentence, String preferred, String source, String whyNot) {}

    @TestFactory
    Stream<DynamicTest> whatGuidesAvoidIsTold() {
        return pairs.stream()
                .filter(pair -> pair.whyNot().isEmpty())
                .map(pair -> dynamicTest(pair.avoid(), () -> assertThat(told(pair.sentence()))
                        .as(pair.sentence())
                        .isNotEmpty()));
    }

    @TestFactory
    Stream<DynamicTest> whatGuidesPreferIsSilent() {
        return pairs.stream()
                .filter(pair -> pair.whyNot().isEmpty())
                .map(pair -> dynamicTest(pair.preferred(), () -> assertThat(told(pair.preferred()))
                        .isEmpty()));
    }

    @TestFactory
    Stream<DynamicTest> aMembersOwnWordsAreNeverCorrected() {
        return pairs.stream()
                .map(pair -> dynamicTest(pair.avoid(), () -> assertThat(safeguards
                                .check(Draft.of(pair.sentence()).withKind(Kind.MEMBER), Knowledge.empty())
                                .of(Category.LANGUAGE))
                        .isEmpty()));
    }

    @Test
    void everyPairIsARuleOrSaysWhyNot() {
        assertThat(pairs).hasSize(PAIRS).allSatisfy(pair -> {
            assertThat(pair.source()).isNotBlank();
            assertThat(pair.sentence().isEmpty())
                    .as(pair.avoid())
                    .isNotEqualTo(pair.whyNot().isEmpty());
        });
    }

    private List<Finding> told(String text) {
        return safeguards.check(Draft.of(text), Knowledge.empty()).of(Category.LANGUAGE);
    }

    private static List<Pair> pairs() {
        try (InputStream in = StigmaPairsTest.class.getResourceAsStream("stigma-pairs.tsv")) {
            List<Pair> pairs = new ArrayList<>();
            new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#") && !line.startsWith("avoid\t"))
                    .map(line -> line.split("\t", -1))
                    .forEach(cells -> pairs.add(new Pair(cells[0], cells[1], cells[2], cells[3], cells[4])));
            return pairs;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
