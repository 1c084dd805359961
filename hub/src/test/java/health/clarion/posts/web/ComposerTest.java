package health.clarion.posts.web;

import static health.clarion.people.SignedIn.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import health.clarion.HubTest;
import health.clarion.campaigns.Brief;
import health.clarion.campaigns.Campaign;
import health.clarion.campaigns.Campaigns;
import health.clarion.campaigns.Goal;
import health.clarion.networks.Network;
import health.clarion.people.Member;
import health.clarion.people.Role;
import health.clarion.people.SignedIn;
import health.clarion.posts.Content;
import health.clarion.posts.Post;
import health.clarion.posts.PostMedia;
import health.clarion.posts.Posts;
import health.clarion.posts.Submission;
import health.clarion.posts.Submitted;
import health.clarion.posts.Variant;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** The composer's pages as plain forms, the way they work without JavaScript. */
@HubTest
class ComposerTest {

    private static final Set<Network> TWO = Set.of(Network.BLUESKY, Network.MASTODON);

    private final MockMvc mvc;
    private final Posts posts;
    private final Campaigns campaigns;
    private final SignedIn signedIn;
    private Member nadia;
    private Campaign campaign;

    ComposerTest(MockMvc mvc, Posts posts, Campaigns campaigns, SignedIn signedIn) {
        this.mvc = mvc;
        this.posts = posts;
        this.campaigns = campaigns;
        this.signedIn = signedIn;
    }

    @BeforeEach
    void aCampaign() {
        nadia = signedIn.member(Role.COMMUNICATOR);
        LocalDate today = LocalDate.of(2026, 11, 21);
        campaign = campaigns.create(
                Brief.of(
                                "One Open Door",
                                "A door open every evening",
                                Goal.values()[0],
                                today,
                                today.plusDays(30),
                                nadia.id())
                        .speakingTo(List.of(), TWO),
                nadia.actor());
    }

    private Post draft(String text) {
        return posts.create(campaign.id(), "When a friend goes quiet", "en", Content.of(text, "en", TWO), nadia.id());
    }

    private Content words(Post post) {
        return posts.revisions(post.id(), 1).getFirst().content();
    }

    private Post now(Post post) {
        return posts.find(post.id()).orElseThrow();
    }

    /** The form as the browser would send it. */
    private MockHttpServletRequestBuilder form(String path, Post post, String text) {
        return post(path)
                .with(as(nadia))
                .with(csrf())
                .param("version", String.valueOf(now(post).version()))
                .param("was", words(post).text())
                .param("networks-shown", "yes")
                .param("network", "bluesky", "mastodon")
                .param("text", text)
                .param("text-bluesky", words(post).words(Network.BLUESKY).text())
                .param("text-mastodon", words(post).words(Network.MASTODON).text());
    }

    @Test
    void aPostIsBegunFromAFormAndOpensInTheComposer() throws Exception {
        mvc.perform(get("/posts/new").with(as(nadia))).andExpect(status().isOk());
        mvc.perform(post("/posts")
                        .with(as(nadia))
                        .with(csrf())
                        .param("campaign", campaign.id().toString()))
                .andExpect(status().isUnprocessableContent());
        String there = mvc.perform(post("/posts")
                        .with(as(nadia))
                        .with(csrf())
                        .param("campaign", campaign.id().toString())
                        .param("title", "The first post"))
                .andExpect(status().isFound())
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
        mvc.perform(get(there).with(as(nadia)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("The first post")))
                .andExpect(content().string(containsString("Words for Bluesky")));
        mvc.perform(get("/posts?q=first&campaign=" + campaign.id()).with(as(nadia)))
                .andExpect(content().string(containsString("The first post")));
    }

    @Test
    void networksFollowTheBaseWordsUntilSomebodyChangesTheirs() throws Exception {
        Post post = draft("The base.");

        mvc.perform(form("/posts/" + post.id(), post, "Another base.")).andExpect(redirectedUrl("/posts/" + post.id()));
        assertThat(words(post).text()).isEqualTo("Another base.");
        assertThat(words(post).variants()).isEmpty();

        MockHttpServletRequestBuilder own = form("/posts/" + post.id(), post, "Another base.");
        mvc.perform(own.param("version", "x")).andExpect(status().isFound());
        mvc.perform(post("/posts/" + post.id())
                        .with(as(nadia))
                        .with(csrf())
                        .param("version", String.valueOf(now(post).version()))
                        .param("was", "Another base.")
                        .param("text", "A third base.")
                        .param("text-bluesky", "Another base.")
                        .param("text-mastodon", "Mastodon’s own."))
                .andExpect(status().isFound());
        assertThat(words(post).variants()).isEqualTo(Map.of(Network.MASTODON, Variant.of("Mastodon’s own.")));

        mvc.perform(form("/posts/" + post.id(), post, "A third base.").param("follow", "mastodon"));
        assertThat(words(post).variants()).isEmpty();
    }

    @Test
    void whatIsTooLongIsShownAgainWithEveryWord() throws Exception {
        Post post = draft("Short.");
        String tooLong = "Every word counts. ".repeat(4_000) + "The very last word.";

        mvc.perform(form("/posts/" + post.id(), post, tooLong))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("70,000")))
                .andExpect(content().string(containsString("The very last word.</textarea>")));
        assertThat(words(post).text()).isEqualTo("Short.");
    }

    @Test
    void markupThatSomebodyTypesIsOnlyEverText() throws Exception {
        Post post = draft("</textarea><script>alert(1)</script>\"'><img src=x onerror=alert(1)>");

        mvc.perform(get("/posts/" + post.id()).with(as(nadia)))
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString("<script>alert"))))
                .andExpect(content().string(not(containsString("<img src=x"))));
        mvc.perform(get("/posts/" + post.id() + "/versions").with(as(nadia)))
                .andExpect(content().string(not(containsString("<script>alert"))));
    }

    @Test
    void twoPeoplesWordsAreBroughtTogetherOnOnePage() throws Exception {
        Post post = draft("The first words.");
        MockHttpServletRequestBuilder mine = form("/posts/" + post.id(), post, "My words.");
        Member carles = signedIn.member("Carles", null, Role.COMMUNICATOR);
        posts.save(post.id(), post.version(), Content.of("His words.", "en", TWO), carles.id());

        mvc.perform(mine)
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("Carles saved other words")))
                .andExpect(content().string(containsString("My words.</textarea>")))
                .andExpect(content()
                        .string(containsString(
                                "name=\"version\" value=\"" + now(post).version() + "\"")));
        assertThat(words(post).text()).isEqualTo("His words.");

        mvc.perform(form("/posts/" + post.id(), post, "My words.").param("take", "text"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("His words.</textarea>")));
        mvc.perform(form("/posts/" + post.id(), post, "Our words.")).andExpect(status().isFound());
        assertThat(words(post).text()).isEqualTo("Our words.");
    }

    @Test
    void proposedWordsReplaceTheOldOnesAlsoWithoutJavaScript() throws Exception {
        Post post = draft("He told us 🌊 he committed suicide.");
        String use = String.join("\u001f", "all", "0", "16", "committed suicide", "died by suicide");

        mvc.perform(form("/posts/" + post.id(), post, "He told us 🌊 he committed suicide.")
                .param("use", use));
        assertThat(words(post).text()).isEqualTo("He told us 🌊 he died by suicide.");
        mvc.perform(form("/posts/" + post.id(), post, "Other words since.").param("use", use));
        assertThat(words(post).text()).isEqualTo("Other words since.");
    }

    @Test
    void aLookMarksTheWordsOnEveryTabAndKeepsNothing() throws Exception {
        Post post = draft("Fine.");

        mvc.perform(form("/posts/" + post.id() + "/check", post, "He committed suicide. " + "x".repeat(400)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("id=\"mirror-all-0\"")))
                .andExpect(content()
                        .string(containsString("<mark class=\"k-warn\" data-n=\"1\">committed suicide</mark>")))
                .andExpect(content().string(containsString("id=\"margin-bluesky\"")))
                .andExpect(content().string(containsString("id=\"previews\"")))
                .andExpect(content().string(not(containsString("<html"))));
        assertThat(now(post)).isEqualTo(post);
        assertThat(words(post).text()).isEqualTo("Fine.");
    }

    @Test
    void savingWhileTypingSaysWhatBecameOfIt() throws Exception {
        Post post = draft("Fine.");

        mvc.perform(form("/posts/" + post.id() + "/autosave", post, "Finer."))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.outcome").value("kept"))
                .andExpect(jsonPath("$.version").value(2));
        mvc.perform(post("/posts/" + post.id() + "/autosave")
                        .with(as(nadia))
                        .with(csrf())
                        .param("version", "1")
                        .param("text", "From an old window."))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.outcome").value("conflict"));
        posts.submit(post.id(), now(post).version(), nadia.id());
        mvc.perform(form("/posts/" + post.id() + "/autosave", post, "Too late."))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.outcome").value("closed"));
        assertThat(now(post).state()).isEqualTo(Post.State.SUBMITTED);
    }

    @Test
    void whatStandsInTheWayOfReviewIsSaidAndNothingIsLost() throws Exception {
        Post post = draft("Fine.");

        mvc.perform(form("/posts/" + post.id() + "/submit", post, "Long. " + "x".repeat(400)))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("can’t be sent to review yet")))
                .andExpect(content().string(containsString("Too long for Bluesky")));
        assertThat(words(post).text()).startsWith("Long.");
        mvc.perform(form("/posts/" + post.id() + "/submit", post, "Ask how they are."))
                .andExpect(redirectedUrl("/posts/" + post.id()));
        mvc.perform(get("/posts/" + post.id()).with(as(nadia)))
                .andExpect(content().string(containsString("Take it back to edit")));
        mvc.perform(post("/posts/" + post.id() + "/withdraw").with(as(nadia)).with(csrf()));
        assertThat(now(post).state()).isEqualTo(Post.State.DRAFT);
    }

    @Test
    void aPictureIsTakenInWithTheWordsAndNeedsItsDescription() throws Exception {
        Post post = draft("Look.");
        mvc.perform(multipart("/posts/" + post.id() + "/picture")
                        .file(new MockMultipartFile("file", "door.png", "image/png", png()))
                        .with(as(nadia))
                        .with(csrf())
                        .param("version", "1")
                        .param("text", "Look at this."))
                .andExpect(status().isFound());
        assertThat(words(post).text()).isEqualTo("Look at this.");
        UUID picture = words(post).media().getFirst().media();

        assertThat(posts.submit(post.id(), now(post).version(), nadia.id())).isInstanceOf(Submitted.Refused.class);
        Submission one = described(post, picture, "A door left ajar.");
        assertThat(one.payload(Network.BLUESKY).orElseThrow().parts().getFirst().pictures())
                .singleElement()
                .satisfies(sent -> assertThat(sent.alt()).isEqualTo("A door left ajar."));
        assertThat(posts.lookAgain(one.id()).hash()).isEqualTo(one.hash());
        assertThat(described(post, picture, "A door left ajar at night.").hash())
                .isNotEqualTo(one.hash());
        mvc.perform(get("/posts/" + post.id()).with(as(nadia)))
                .andExpect(content().string(containsString("A door left ajar at night.")));
    }

    private Submission described(Post post, UUID picture, String alt) {
        Content content = words(post).withMedia(List.of(new PostMedia(picture, alt)));
        posts.save(post.id(), now(post).version(), content, nadia.id());
        return ((Submitted.Ok) posts.submit(post.id(), now(post).version(), nadia.id())).submission();
    }

    private static byte[] png() throws Exception {
        BufferedImage image = new BufferedImage(640, 480, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < 640; x++) {
            for (int y = 0; y < 480; y++) {
                image.setRGB(x, y, UUID.randomUUID().hashCode() & 0x0F0F0F | x << 12 | y);
            }
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "png", bytes);
        return bytes.toByteArray();
    }

    @Test
    void earlierVersionsShowWhatChangedAndComeBack() throws Exception {
        Post post = draft("The first words.");
        Member carles = signedIn.member("Carles", null, Role.COMMUNICATOR);
        posts.save(post.id(), 1, Content.of("The second words.", "en", TWO), carles.id());

        mvc.perform(get("/posts/" + post.id() + "/versions").with(as(nadia)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("<span class=\"visually-hidden\">Added: </span>second")));
        mvc.perform(post("/posts/" + post.id() + "/versions/1/restore")
                        .with(as(nadia))
                        .with(csrf())
                        .param("version", "2"))
                .andExpect(status().isFound());
        assertThat(words(post).text()).isEqualTo("The first words.");
        assertThat(posts.revisions(post.id(), 9)).hasSize(3);
    }

    @Test
    void whoElseHasItOpenIsSaid() throws Exception {
        Post post = draft("Fine.");
        Member carles = signedIn.member("Carles", null, Role.COMMUNICATOR);
        mvc.perform(post("/posts/" + post.id() + "/presence").with(as(carles)).with(csrf()));

        mvc.perform(get("/posts/" + post.id()).with(as(nadia)))
                .andExpect(content().string(containsString("Carles has this open too")));
        mvc.perform(post("/posts/" + post.id() + "/presence")
                .with(as(carles))
                .with(csrf())
                .param("leaving", "true"));
        mvc.perform(post("/posts/" + post.id() + "/presence").with(as(nadia)).with(csrf()))
                .andExpect(content().string(not(containsString("Carles"))));
    }

    @Test
    void aPartnerReadsTheirCampaignOnlyAndWritesNothing() throws Exception {
        Post post = draft("Fine.");
        Member partner = signedIn.partnerOf(campaign.id());
        Member other = signedIn.partnerOf(UUID.randomUUID());

        mvc.perform(get("/posts/" + post.id()).with(as(partner)))
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString("Send to review"))));
        mvc.perform(get("/posts/" + post.id()).with(as(other))).andExpect(status().isNotFound());
        mvc.perform(get("/api/v1/posts/" + post.id()).with(as(other))).andExpect(status().isNotFound());
        mvc.perform(get("/posts").with(as(other)))
                .andExpect(content().string(not(containsString(post.id().toString()))));
        mvc.perform(post("/posts/" + post.id()).with(as(partner)).with(csrf()).param("text", "Mine"))
                .andExpect(status().isForbidden());
    }

    @Test
    void aCopyATranslationAndTheArchiveArePlainButtons() throws Exception {
        Post post = draft("Fine.");
        String copy = mvc.perform(post("/posts/" + post.id() + "/copy")
                        .with(as(nadia))
                        .with(csrf())
                        .param("language", "ca"))
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
        mvc.perform(get(copy).with(as(nadia)))
                .andExpect(content().string(containsString(post.id().toString())));
        mvc.perform(post("/posts/" + post.id() + "/archive").with(as(nadia)).with(csrf()));
        assertThat(now(post).state()).isEqualTo(Post.State.ARCHIVED);
        Post gone = draft("Gone.");
        mvc.perform(post("/posts/" + gone.id() + "/delete").with(as(nadia)).with(csrf()))
                .andExpect(status().isUnprocessableContent());
        mvc.perform(post("/posts/" + gone.id() + "/delete")
                .with(as(nadia))
                .with(csrf())
                .param("sure", "true"));
        assertThat(posts.find(gone.id())).isEmpty();
    }
}
