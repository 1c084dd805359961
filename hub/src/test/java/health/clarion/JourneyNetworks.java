package health.clarion;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import health.clarion.rig.BlueskyServer;
import health.clarion.rig.MastodonStandIn;
import java.util.List;

/** The networks of the journey, our accounts there, and what has to arrive on them. */
record JourneyNetworks(
        BlueskyServer bluesky,
        BlueskyServer.Account harbour,
        BlueskyServer.Account joao,
        MastodonStandIn mastodon,
        MastodonStandIn.Account harbourThere)
        implements AutoCloseable {

    static final String DOOR = "https://harbourminds.example/door";
    static final String CLAIM = "Asking a friend about suicide does not plant the idea.";
    static final String CATALAN = "Demana-ho sense por. Una porta oberta cada vespre i un te calent ☕ #UnaPortaOberta";
    static final String ALT = "A door left ajar. Warm light falls on two empty chairs.";

    static JourneyNetworks start() {
        BlueskyServer bluesky = RealNetworks.bluesky();
        MastodonStandIn mastodon = MastodonStandIn.start();
        BlueskyServer.Account harbour = bluesky.createAccount("harbour");
        bluesky.nameAccount(harbour, "Harbour Minds");
        return new JourneyNetworks(
                bluesky,
                harbour,
                bluesky.createAccount("joao"),
                mastodon,
                mastodon.createAccount("harbourminds", "Harbour Minds"));
    }

    @Override
    public void close() {
        bluesky.close();
        mastodon.close();
    }

    /** Waits until as many posts of ours are on each network. */
    void areToldOf(int posts, AtKeyboard waiting) {
        waiting.page()
                .waitForCondition(
                        () -> bluesky.posts(harbour).size() == posts
                                && mastodon.created().size() == posts,
                        new Page.WaitForConditionOptions().setTimeout(120_000));
    }

    void itIsEqualOnBluesky(String campaign) {
        String link = labelled("bluesky", campaign);
        String text = words("die by suicide", link, "#OneOpenDoor");
        assertThat(Seen.on(bluesky, harbour))
                .containsExactly(new Seen(
                        text,
                        "en",
                        List.of(
                                // By hand: 101 characters, two emoji of four bytes and a space stand before the link.
                                "110 to " + (110 + link.length()) + ": " + link,
                                Seen.facet(text, "@joao.test", joao.did()),
                                Seen.facet(text, "#OneOpenDoor", "OneOpenDoor")),
                        List.of(ALT),
                        ""));
    }

    void itIsEqualOnMastodon(String campaign) {
        assertThat(Seen.on(mastodon, harbourThere))
                .containsExactly(
                        new Seen(elsewhere(labelled("mastodon", campaign)), "en", List.of(), List.of(ALT), ""));
    }

    void theTranslationIsEqualOnBoth(String campaign) {
        assertThat(Seen.on(bluesky, harbour).getFirst())
                .isEqualTo(new Seen(
                        CATALAN,
                        "ca",
                        List.of(Seen.facet(CATALAN, "#UnaPortaOberta", "UnaPortaOberta")),
                        List.of(),
                        Seen.card("Una porta oberta", "Demana-la al teu institut", labelled("bluesky", campaign))));
        assertThat(Seen.on(mastodon, harbourThere).getFirst())
                .isEqualTo(new Seen(CATALAN + "\n\n" + labelled("mastodon", campaign), "ca", List.of(), List.of(), ""));
    }

    private static String labelled(String network, String campaign) {
        return DOOR + "?utm_source=" + network + "&utm_medium=social&utm_campaign=" + campaign;
    }

    static String words(String end, String link, String tag) {
        return CLAIM + " Nobody will " + end + " because you asked. 💛🚪 " + link + "\n\nAsk with us, @joao.test: "
                + tag;
    }

    static String elsewhere(String link) {
        return CLAIM + " ☎️ " + link + "\n\nAsk with us. #OneOpenDoor";
    }
}
