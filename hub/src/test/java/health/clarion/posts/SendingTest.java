package health.clarion.posts;

import static org.assertj.core.api.Assertions.assertThat;

import health.clarion.networks.Capabilities;
import health.clarion.networks.Network;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The words of each network as they will be sent. */
class SendingTest {

    private final Content post = Content.of("Keep one door open.", "en", Set.of(Network.MASTODON))
            .withLink(new Link("https://harbourminds.example/door", "One Open Door", "Sign the letter"));

    private static Sending on(Network network, Content content) {
        return Sending.of(content, network, "one-open-door", Capabilities.of(network));
    }

    @Test
    void theLinkSaysWhichCampaignAndNetworkSentTheReader() {
        assertThat(on(Network.MASTODON, post).parts()).containsExactly("""
                        Keep one door open.

                        https://harbourminds.example/door?utm_source=mastodon&utm_medium=social&utm_campaign=one-open-door\
                        """);
    }

    @Test
    void whereTheWriterPutTheLinkItStays() {
        Content inside =
                post.withText("See https://harbourminds.example/door. And https://harbourminds.example/doorway");

        assertThat(on(Network.MASTODON, inside).parts().getFirst())
                .startsWith("See https://harbourminds.example/door?utm_source=mastodon")
                .endsWith("&utm_campaign=one-open-door. And https://harbourminds.example/doorway");
    }

    @Test
    void blueskyShowsACardUnlessThereIsAPicture() {
        assertThat(on(Network.BLUESKY, post).parts()).containsExactly("Keep one door open.");
        assertThat(on(Network.BLUESKY, post).card()).isNotNull().satisfies(card -> {
            assertThat(card.title()).isEqualTo("One Open Door");
            assertThat(card.uri()).hasParameter("utm_source", "bluesky");
        });
        Content pictured = post.withMedia(List.of(new PostMedia(UUID.randomUUID(), "A door.")));
        assertThat(on(Network.BLUESKY, pictured).card()).isNull();
        assertThat(on(Network.BLUESKY, pictured).parts().getFirst()).contains("utm_source=bluesky");
    }

    @Test
    void whereLinksCantBePressedNoneIsAdded() {
        assertThat(on(Network.INSTAGRAM, post).parts()).containsExactly("Keep one door open.");
    }

    @Test
    void aWarningFoldsThePostWhereThatIsPossibleAndIsItsFirstLineElsewhere() {
        Content warned = post.withLink(Link.none()).withContentWarning("Talks about suicide");

        assertThat(on(Network.MASTODON, warned))
                .isEqualTo(new Sending(List.of("Keep one door open."), "Talks about suicide", null));
        assertThat(on(Network.LINKEDIN, warned).parts()).containsExactly("Talks about suicide\n\nKeep one door open.");
    }

    @Test
    void labelsThatAreThereStayAndWhatIsNoWebAddressIsLeftAlone() {
        assertThat(CampaignLink.labelled("https://a.example/?utm_source=mail&x=1#top", Network.X, "c"))
                .isEqualTo("https://a.example/?utm_source=mail&x=1&utm_medium=social&utm_campaign=c#top");
        assertThat(CampaignLink.labelled("javascript:alert(1)", Network.X, "c")).isEqualTo("javascript:alert(1)");
        assertThat(CampaignLink.web("javascript:alert(1)")).isEmpty();
        assertThat(CampaignLink.web("https://user:secret@a.example/")).isEmpty();
    }

    @Test
    void aSourceStandsForTheClaimWhoseWordsItNames() {
        ClaimSource early = new ClaimSource("talking early can help", "WHO 2024", "");

        assertThat(Claims.covered("Talking early can help!", 2, List.of(early))).isTrue();
        assertThat(Claims.covered("Sleep cures anxiety.", 2, List.of(early))).isFalse();
        assertThat(Claims.covered("Sleep helps.", 1, List.of(new ClaimSource("", "WHO", ""))))
                .isTrue();
        assertThat(Claims.covered("Sleep helps.", 2, List.of(new ClaimSource("", "WHO", ""))))
                .isFalse();
        assertThat(Claims.covered("Sleep helps.", 1, List.of(new ClaimSource("Sleep helps", "", ""))))
                .isFalse();
    }
}
