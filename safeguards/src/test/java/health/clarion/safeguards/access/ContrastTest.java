package health.clarion.safeguards.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import health.clarion.safeguards.Colour;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContrastTest {
    /** The first three follow from the formula; the greys are the ones that just fail and just pass on white. */
    @ParameterizedTest
    @CsvSource({
        "#000000, #ffffff, 21",
        "#ffffff, #ffffff, 1",
        "#ff0000, #ffffff, 3.998",
        "#777777, #ffffff, 4.478",
        "#767676, #ffffff, 4.542",
        "#949494, #ffffff, 3.034",
        "#0000ff, #ffffff, 8.592"
    })
    void theRatioIsTheOneThatWcagDefines(String ink, String paper, double ratio) {
        assertThat(Contrast.between(Colour.of(ink), Colour.of(paper))).isCloseTo(ratio, within(0.001));
        assertThat(Contrast.between(Colour.of(paper), Colour.of(ink))).isCloseTo(ratio, within(0.001));
    }

    @Test
    void luminanceGoesFromBlackToWhite() {
        assertThat(Contrast.luminance(Colour.of("#000"))).isZero();
        assertThat(Contrast.luminance(Colour.of("#fff"))).isCloseTo(1, within(1e-9));
    }

    @Test
    void whatIsNoColourIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Colour.of("blue"));
        assertThatIllegalArgumentException().isThrownBy(() -> new Colour(0, 256, 0));
    }
}
