package health.clarion.networks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Mastodon's length, worked from its documented rules: graphemes, links at a fixed cost, local parts of mentions. */
class MastodonLengthTest {

    @ParameterizedTest
    @CsvSource({
        "hello, 5",
        "👨‍👩‍👧‍👦, 1",
        "https://example.org/a/very/long/address/indeed?with=query, 23",
        "http://a.co, 23",
        "see (https://example.org/a_(b)) ok, 32",
        "example.org, 11",
        "https://nowhere.invalidtld/abc, 30",
        "http://localhost/x, 18",
        "xhttps://example.org, 20",
        "@alice@social.example hi, 9",
        "@alice hi, 9",
        "mail alice@social.example, 25",
        "https://example.org/@alice@social.example, 23",
        "https://example.org/日本/語, 23",
        "@alice@social.example/x, 8"
    })
    void countsByTheDocumentedRules(String text, int length) {
        assertThat(length(text, "")).isEqualTo(length);
    }

    @Test
    void theContentWarningCountsToo() {
        assertThat(length("hello", "food 👨‍👩‍👧‍👦")).isEqualTo(11);
        assertThat(length("a", "https://example.org/long")).isEqualTo(25);
    }

    @Test
    void fiveHundredFitAndOneMoreDoesNot() {
        assertThat(measure("x".repeat(500), "").fits()).isTrue();
        assertThat(measure("x".repeat(501), "").cutAt()).hasValue(500);
        assertThat(measure("x".repeat(490), "w".repeat(20)).cutAt()).hasValue(480);
        assertThat(measure("x", "w".repeat(501)).cutAt()).hasValue(0);
    }

    @Test
    void anAddressOrMentionIsNeverCutInside() {
        assertThat(measure("x".repeat(480) + " https://example.org/", "").cutAt())
                .hasValue(481);
        assertThat(measure("x".repeat(476) + " https://example.org/ab", "").fits())
                .isTrue();
        assertThat(measure("x".repeat(476) + " https://example.org/ab cd", "").cutAt())
                .hasValue(499);
        assertThat(measure("x".repeat(497) + " @alice@social.example", "").cutAt())
                .hasValue(498);
        assertThat(measure("x".repeat(493) + " @alice@social.example", "").fits())
                .isTrue();
        assertThat(measure("x".repeat(493) + " @alice@social.example!", "").cutAt())
                .hasValue(515);
    }

    @Test
    void aMarkAfterAMentionJoinsIt() {
        assertThat(length("@al\u0301", "")).isEqualTo(3);
    }

    @Test
    void aServerMayCountLinksOtherwise() {
        ServerLimits server = new ServerLimits(
                OptionalInt.of(5000),
                OptionalInt.of(10),
                OptionalInt.empty(),
                OptionalInt.empty(),
                OptionalLong.empty(),
                OptionalLong.empty(),
                java.util.List.of());
        Measured measured = TextMeter.measure(
                Capabilities.of(Network.MASTODON).withServerLimits(server), "see https://example.org/x", "");

        assertThat(measured.counts()).containsExactly(new Count(14, 5000, Unit.GRAPHEMES_FIXED_LINKS));
    }

    private static int length(String text, String contentWarning) {
        return measure(text, contentWarning).counts().getFirst().used();
    }

    private static Measured measure(String text, String contentWarning) {
        return TextMeter.measure(Capabilities.of(Network.MASTODON), text, contentWarning);
    }
}
