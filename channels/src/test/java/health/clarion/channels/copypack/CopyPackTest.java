package health.clarion.channels.copypack;

import static org.assertj.core.api.Assertions.assertThat;

import health.clarion.channels.Outgoing;
import health.clarion.channels.OutgoingPart;
import health.clarion.channels.Picture;
import health.clarion.channels.Reason;
import health.clarion.networks.Capabilities;
import health.clarion.networks.Network;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CopyPackTest {

    private static final Picture DOOR = new Picture("ab".repeat(32), "image/jpeg", 1080, 1080, "A blue door");

    @ParameterizedTest
    @EnumSource(Network.class)
    void everyNetworkHasStepsThatEndWithTheLink(Network network) throws IOException {
        Outgoing outgoing = new Outgoing(
                network, "en", List.of(new OutgoingPart("One open door", List.of(DOOR))), null, Map.of(), null);

        CopyPack pack = CopyPack.of(outgoing, Capabilities.of(network), null);

        assertThat(pack.steps().getFirst().key()).startsWith("channels.copy.open.");
        assertThat(pack.steps().getLast().key()).isEqualTo("channels.copy.record-link");
        assertThat(words("").stringPropertyNames())
                .containsAll(pack.steps().stream().map(Reason::key).toList());
    }

    @Test
    void whatDoesNotFitIsSaid() throws IOException {
        Picture silent = new Picture("ab".repeat(32), "image/tiff", 10, 10, " ");
        Outgoing outgoing = new Outgoing(
                Network.X, "en", List.of(new OutgoingPart("x".repeat(281), List.of(silent))), null, Map.of(), null);

        CopyPack pack = CopyPack.of(outgoing, Capabilities.of(Network.X), null);

        assertThat(pack.ready()).isFalse();
        assertThat(pack.problems())
                .extracting(Reason::key)
                .contains("channels.fit.too-long", "channels.fit.no-alt", "channels.fit.picture-type");
        assertThat(words("").stringPropertyNames())
                .containsAll(pack.problems().stream().map(Reason::key).toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"_es", "_ca"})
    void everyWordIsThereInEveryLanguage(String language) throws IOException {
        assertThat(words(language).stringPropertyNames())
                .containsExactlyInAnyOrderElementsOf(words("").stringPropertyNames());
        words(language).values().forEach(text -> assertThat((String) text).doesNotContain("'"));
    }

    private static Properties words(String language) throws IOException {
        Properties words = new Properties();
        try (Reader reader = new InputStreamReader(
                CopyPack.class.getResourceAsStream("/messages/channels" + language + ".properties"),
                StandardCharsets.UTF_8)) {
            words.load(reader);
        }
        return words;
    }
}
