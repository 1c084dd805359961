package health.clarion.networks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A megabyte of anything is measured in linear time: each of these made some matcher go back over its steps. */
class HostileTextTest {
    private static final int MEGABYTE = 1_000_000;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a.", "a-", "www.", "http://", "http://a.co/(", "http://a.co?", "(", "é.", "http://中", "@a.", "@a@",
                        "#a_",
                "##", "$a ", "\u0301", "a\u200D", "👨‍👩‍👧‍👦", "x@", "a.co", "- #", "<>", "RT@", "_.", "🇪"
            })
    void aMegabyteIsMeasuredOnEveryNetworkInTime(String piece) {
        String text = piece.repeat(MEGABYTE / piece.length());

        assertTimeoutPreemptively(Duration.ofSeconds(30), () -> {
            for (Network network : Network.values()) {
                Measured measured = TextMeter.measure(Capabilities.of(network), text, "");
                assertThat(measured.counts()).isNotEmpty();
                Entities.find(network, text);
            }
        });
    }

    @Test
    void loneSurrogatesAreMeasuredAsWhatTheyBecome() {
        Measured bluesky = TextMeter.measure(Capabilities.of(Network.BLUESKY), "a\uD800b\uDC00", "");

        assertThat(bluesky.in(Unit.GRAPHEMES)).hasValue(new Count(4, 300, Unit.GRAPHEMES));
        assertThat(bluesky.in(Unit.UTF8_BYTES)).hasValue(new Count(8, 3000, Unit.UTF8_BYTES));
        for (Network network : Network.values()) {
            assertThat(Entities.find(network, "\uD800#\uDC00 @\uD800.com http://\uDC00.com/\uD800"))
                    .isNotNull();
        }
    }

    @Test
    void manyThreadsMeasureAlike() throws Exception {
        String text = "💙 नमस्ते 👨‍👩‍👧‍👦 https://example.org #OneOpenDoor @alice@social.example ".repeat(20);
        Measured expected = TextMeter.measure(Capabilities.of(Network.MASTODON), text, "warning");

        try (var threads = java.util.concurrent.Executors.newVirtualThreadPerTaskExecutor()) {
            var all = java.util.stream.IntStream.range(0, 200)
                    .mapToObj(turn ->
                            threads.submit(() -> TextMeter.measure(Capabilities.of(Network.MASTODON), text, "warning")))
                    .toList();
            for (var one : all) {
                assertThat(one.get()).isEqualTo(expected);
            }
        }
    }
}
