package health.clarion.networks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.YearMonth;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.json.JsonMapper;

class CapabilitiesTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @ParameterizedTest
    @EnumSource
    void everyFactHasValueUnitSourceAndDate(Network network) {
        List<Fact> facts = Capabilities.of(network).facts();

        assertThat(facts).hasSizeGreaterThan(8).allSatisfy(fact -> {
            assertThat(fact.network()).isEqualTo(network);
            assertThat(fact.key()).matches("[a-z.-]+");
            assertThat(fact.value()).isNotBlank();
            assertThat(fact.unit()).isNotBlank();
            assertThat(fact.source()).hasSizeGreaterThan(5);
            assertThat(fact.date()).isAfterOrEqualTo(YearMonth.of(2026, 1));
            assertThat(fact.mark()).isNotNull();
        });
    }

    @ParameterizedTest
    @EnumSource
    void everyNetworkSaysWhatAComposerMustKnow(Network network) {
        assertThat(Capabilities.of(network).facts())
                .extracting(Fact::key)
                .contains("text.max", "images.max", "alt", "threads", "content-warning", "links.pressable", "key");
        assertThat(Capabilities.of(network).limits(Field.TEXT))
                .anyMatch(limit -> limit.unit().isLength());
    }

    @Test
    void onlyLimitsThatHoldAtOnceShareAKey() {
        assertThat(List.of(Network.values())).allSatisfy(network -> assertThat(
                        Capabilities.of(network).facts().stream().map(fact -> fact.key() + " in " + fact.unit()))
                .doesNotHaveDuplicates());
    }

    @Test
    void aNetworkIsFoundByItsIdInAnyCase() {
        assertThat(Network.of("bluesky")).isEqualTo(Network.BLUESKY);
        assertThat(Network.of("LinkedIn")).isEqualTo(Network.LINKEDIN);
        assertThat(Network.of(Network.X.id())).isEqualTo(Network.X);
        assertThatThrownBy(() -> Network.of("myspace"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("myspace")
                .hasMessageContaining("mastodon");
    }

    @Test
    void blueskyHoldsTwoLimitsAtOnce() {
        assertThat(Capabilities.of(Network.BLUESKY).limits(Field.TEXT))
                .containsExactly(
                        new TextLimit(Field.TEXT, 300, Unit.GRAPHEMES, 0),
                        new TextLimit(Field.TEXT, 3000, Unit.UTF8_BYTES, 0));
    }

    @Test
    void instagramLimitsHashtagsAndMentions() {
        assertThat(Capabilities.of(Network.INSTAGRAM).maxHashtags()).isEqualTo(OptionalInt.of(30));
        assertThat(Capabilities.of(Network.INSTAGRAM).maxMentions()).isEqualTo(OptionalInt.of(20));
        assertThat(Capabilities.of(Network.BLUESKY).maxHashtags()).isEmpty();
    }

    @Test
    void aServersOwnAnswerWins() {
        var instance = JSON.readTree("""
                {"configuration": {
                  "statuses": {"max_characters": 1200, "max_media_attachments": 6, "characters_reserved_per_url": 30},
                  "media_attachments": {"supported_mime_types": ["image/png", "video/mp4", "image/avif"],
                    "image_size_limit": 1000000, "image_matrix_limit": 2000000, "description_limit": 900}}}""");

        Capabilities served = Capabilities.of(Network.MASTODON).withServerLimits(ServerLimits.ofMastodon(instance));

        assertThat(served.limits(Field.TEXT))
                .containsExactly(new TextLimit(Field.TEXT, 1200, Unit.GRAPHEMES_FIXED_LINKS, 30));
        assertThat(served.limits(Field.ALT)).containsExactly(new TextLimit(Field.ALT, 900, Unit.CODE_POINTS, 0));
        assertThat(served.images().maxCount()).isEqualTo(6);
        assertThat(served.images().maxBytes()).isEqualTo(1_000_000);
        assertThat(served.images().maxPixels()).isEqualTo(2_000_000);
        assertThat(served.images().mimeTypes()).containsExactly("image/png", "image/avif");
    }

    @Test
    void whatAServerDoesNotSayOrSaysWronglyStaysAsItIs() {
        Capabilities dated = Capabilities.of(Network.MASTODON);
        var nonsense = JSON.readTree("""
                {"configuration": {"statuses": {"max_characters": "many", "characters_reserved_per_url": -3,
                  "max_media_attachments": 1e40}, "media_attachments": []}}""");

        assertThat(ServerLimits.ofMastodon(nonsense)).isEqualTo(ServerLimits.none());
        assertThat(ServerLimits.ofMastodon(JSON.readTree("null"))).isEqualTo(ServerLimits.none());
        assertThat(dated.withServerLimits(ServerLimits.none())).isEqualTo(dated);
    }

    @Test
    void serverLimitsAndCapabilitiesSurviveJson() {
        ServerLimits limits = new ServerLimits(
                OptionalInt.of(5000),
                OptionalInt.empty(),
                OptionalInt.of(4),
                OptionalInt.empty(),
                java.util.OptionalLong.of(9_000_000_000L),
                java.util.OptionalLong.empty(),
                List.of("image/png"));
        Capabilities served = Capabilities.of(Network.MASTODON).withServerLimits(limits);

        assertThat(JSON.readValue(JSON.writeValueAsString(limits), ServerLimits.class))
                .isEqualTo(limits);
        assertThat(JSON.readValue(JSON.writeValueAsString(served), Capabilities.class))
                .isEqualTo(served);
    }

    @Test
    void theTableShowsEveryNetworkFactAndSource() {
        String table = CapabilitiesTable.render();

        for (Network network : Network.values()) {
            assertThat(table).contains("\n" + network.displayName() + "\n");
            Capabilities.of(network).facts().forEach(fact -> assertThat(table)
                    .containsPattern(java.util.regex.Pattern.quote(fact.value()) + ".*"
                            + java.util.regex.Pattern.quote(fact.source())));
        }
        assertThat(table).contains("280 weighted characters").contains("3000 UTF-8 bytes");
    }
}
