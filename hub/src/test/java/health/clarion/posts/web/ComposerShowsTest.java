package health.clarion.posts.web;

import static health.clarion.people.SignedIn.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import health.clarion.HubTest;
import health.clarion.campaigns.AgeBand;
import health.clarion.campaigns.Audience;
import health.clarion.campaigns.Brief;
import health.clarion.campaigns.Campaign;
import health.clarion.campaigns.Campaigns;
import health.clarion.campaigns.Goal;
import health.clarion.media.Media;
import health.clarion.media.Samples;
import health.clarion.networks.Network;
import health.clarion.people.Member;
import health.clarion.people.Role;
import health.clarion.people.SignedIn;
import health.clarion.posts.ClaimSource;
import health.clarion.posts.Content;
import health.clarion.posts.Post;
import health.clarion.posts.PostMedia;
import health.clarion.posts.Posts;
import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** What stands where in the composer, and what is folded away until it is wanted. All of it without a script. */
@HubTest
class ComposerShowsTest {

    private static final Set<Network> TWO = Set.of(Network.BLUESKY, Network.MASTODON);
    private static final String CLAIM = "Walking every day lowers the risk of a heart attack.";

    private final MockMvc mvc;
    private final Posts posts;
    private final Campaigns campaigns;
    private final Media media;
    private final SignedIn signedIn;
    private Member nadia;

    ComposerShowsTest(MockMvc mvc, Posts posts, Campaigns campaigns, Media media, SignedIn signedIn) {
        this.mvc = mvc;
        this.posts = posts;
        this.campaigns = campaigns;
        this.media = media;
        this.signedIn = signedIn;
    }

    @BeforeEach
    void someoneWrites() {
        nadia = signedIn.member(Role.COMMUNICATOR);
    }

    private Campaign campaign(Audience... audiences) {
        LocalDate today = LocalDate.of(2026, 11, 21);
        return campaigns.create(
                Brief.of("One Open Door", "A door", Goal.MOBILISE, today, today.plusDays(30), nadia.id())
                        .speakingTo(List.of(audiences), TWO),
                nadia.actor());
    }

    private static Audience audience(String name, String language, int readingAge) {
        return new Audience(name, "", Set.of(AgeBand.values()[0]), List.of(language), readingAge);
    }

    private Post draft(Campaign campaign, Content content) {
        return posts.create(campaign.id(), "When a friend goes quiet", "en", content, nadia.id());
    }

    private Post draft(String text) {
        return draft(campaign(), Content.of(text, "en", TWO));
    }

    private String page(Post post) throws Exception {
        return mvc.perform(get("/posts/" + post.id()).with(as(nadia)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private MockHttpServletRequestBuilder form(String path, Post post) {
        return post(path)
                .with(as(nadia))
                .with(csrf())
                .param(
                        "version",
                        String.valueOf(posts.find(post.id()).orElseThrow().version()));
    }

    @Test
    void aPreviewStrikesOutWhatWouldBeCutAndCountsAsTheNetworkDoes() throws Exception {
        // A family of four is one character on Bluesky.
        String page = page(draft("👨‍👩‍👧‍👦" + "a".repeat(299) + "bc"));
        String bluesky = page.substring(page.indexOf("id=\"previews\""));
        assertThat(bluesky)
                .contains("302 of 300 characters; links count in full.")
                .contains("<del>bc</del>")
                .contains("2 too many")
                .contains("of 500 characters; each link counts the same");
    }

    @Test
    void theYoungestAudiencesReadingAgeIsWhatTheWordsAreMeasuredAgainst() throws Exception {
        String hard = "Psychological interventions demonstrate considerable effectiveness regarding symptomatic"
                + " amelioration among heterogeneous populations experiencing persistent depressive disorders.";
        Campaign campaign = campaign(audience("Tutors", "en", 16), audience("Pupils", "en", 11));

        assertThat(page(draft(campaign, Content.of(hard, "en", TWO))))
                .contains("Your audience reads at 11.")
                .contains("For this audience, 11 or younger is right.");
        assertThat(page(draft(hard))).doesNotContain("Your audience reads at");
    }

    @Test
    void aPostSpeaksTheLanguageOfItsAudience() throws Exception {
        Campaign campaign = campaign(audience("Estudiants", "ca", 12));
        String there = mvc.perform(post("/posts")
                        .with(as(nadia))
                        .with(csrf())
                        .param("campaign", campaign.id().toString())
                        .param("title", "Una porta"))
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
        Post post = posts.find(UUID.fromString(there.replace("/posts/", ""))).orElseThrow();
        assertThat(post.language()).isEqualTo("ca");
        assertThat(page(post)).contains("id=\"w-all-0\" name=\"text\" data-words=\"all\" lang=\"ca\"");
    }

    @Test
    void whatStaysInViewIsChosenBesideTheWordsAndNothingTypedIsLost() throws Exception {
        UUID picture = media.store(new ByteArrayInputStream(Samples.png(640, 400, 7)), "door.png", nadia)
                .id();
        Content content = Content.of("Look.", "en", TWO).withMedia(List.of(new PostMedia(picture, "A door.")));
        Post post = draft(campaign(), content);

        mvc.perform(form("/posts/" + post.id() + "/focus", post)
                        .param("text", "Look here.")
                        .param("focus", picture.toString())
                        .param("focal-" + picture, "0.9,0.1"))
                .andExpect(redirectedUrl("/posts/" + post.id() + "#pictures"));

        assertThat(posts.revisions(post.id(), 1).getFirst().content().text()).isEqualTo("Look here.");
        assertThat(page(post)).contains("<option value=\"0.9,0.1\" selected>Top right</option>");
    }

    @Test
    void sourcesStandOpenOnlyWhereAClaimWantsOneOrSomeAreThere() throws Exception {
        assertThat(page(draft("Ask how they are.")))
                .contains("<details class=\"card fold\" id=\"sources-fold\">")
                .contains("None needed so far");
        assertThat(page(draft(CLAIM)))
                .contains("<details class=\"card fold\" id=\"sources-fold\" open>")
                .contains("1 sentence needs a source")
                .contains("name=\"claim\" value=\"" + CLAIM.replace(".", "") + "\"");
        Content sourced = Content.of(CLAIM, "en", TWO)
                .withSources(List.of(new ClaimSource(CLAIM, "NHS 2024", "https://nhs.example/walking")));
        assertThat(page(draft(campaign(), sourced)))
                .contains("<details class=\"card fold\" id=\"sources-fold\" open>")
                .contains("1 source");
    }

    @Test
    void whatThePostIsFoldsAwayOnceItIsSaid() throws Exception {
        assertThat(page(draft("Ask how they are.")))
                .contains("<details class=\"card fold\" id=\"about-fold\">")
                .contains("Bluesky, Mastodon · English · no content warning");
        assertThat(page(draft(campaign(), Content.of("Ask.", "en", Set.of()))))
                .contains("<details class=\"card fold\" id=\"about-fold\" open>")
                .contains("No network is chosen · English");
    }

    @Test
    void theWordsOfANetworkThatFollowsAreNotShownTwice() throws Exception {
        String page = page(draft("Ask how they are."));
        assertThat(page.split("<details class=\"follows\">", -1)).hasSize(3);
        assertThat(page).contains("Words for Bluesky: Same words as every network.");
    }

    @Test
    void whatMustChangeIsAtHandAndCountedAnewWithEveryLook() throws Exception {
        Post post = draft("Call anna@example.org. " + "x".repeat(400));
        assertThat(nearly(page(post))).contains("2 things must change").contains("href=\"#before\"");

        String looked = mvc.perform(form("/posts/" + post.id() + "/check", post)
                        .param("networks-shown", "yes")
                        .param("network", "bluesky", "mastodon")
                        .param("text", "Ask how they are."))
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(nearly(looked)).contains("Ready to send to review");
        posts.save(post.id(), 1, Content.of("Ask how they are.", "en", TWO), nadia.id());
        posts.submit(post.id(), 2, nadia.id());
        assertThat(nearly(page(post))).doesNotContain("<a");
    }

    private static String nearly(String html) {
        int from = html.indexOf("id=\"nearly\"");
        return html.substring(from, html.indexOf("</div>", from));
    }

    @Test
    void aReasonCanBeGivenForWhatWasFoundWhileTyping() throws Exception {
        Post post = draft("Fine.");
        assertThat(page(post)).contains("id=\"why\" data-piece").doesNotContain("Why it must stay as it is");
        mvc.perform(form("/posts/" + post.id() + "/check", post)
                        .param("networks-shown", "yes")
                        .param("network", "bluesky")
                        .param("text", "Write to jamie@brannoc.example."))
                .andExpect(content().string(containsString("Why “jamie@brannoc.example” must stay")))
                .andExpect(content().string(containsString("name=\"reason-privacy/e-mail jamie@brannoc.example\"")));
    }

    @Test
    void aButtonComesBackToWhereItStands() throws Exception {
        Post post = draft("Fine.");
        String here = "/posts/" + post.id();
        mvc.perform(form(here, post)
                        .param("networks-shown", "yes")
                        .param("network", "bluesky")
                        .param("show-networks", "true"))
                .andExpect(redirectedUrl(here + "#networks"));
        mvc.perform(form(here, post).param("follow", "bluesky")).andExpect(redirectedUrl(here + "#v-bluesky"));
        mvc.perform(form(here, post)
                        .param("media-shown", "yes")
                        .param("remove-media", UUID.randomUUID().toString()))
                .andExpect(redirectedUrl(here + "#pictures"));
        mvc.perform(form(here, post)).andExpect(redirectedUrl(here));
        mvc.perform(get(here).with(as(nadia))).andExpect(content().string(not(containsString(" style="))));
    }

    @Test
    void aClaimThatWasCheckedShowsWhoSaysWhatSinceWhenAndWhere() throws Exception {
        assertThat(page(draft("Vaccines such as MMR cause autism.")))
                .contains("“Vaccines such as MMR cause autism” was checked. Cochrane says: false.")
                .contains("Cochrane, as of 25 November 2026.")
                .contains(
                        "<a href=\"https://doi.org/10.1002/14651858.CD004407.pub5\" rel=\"noreferrer\">Read what Cochrane says</a>");
    }

    @Test
    void whatPointsToAPersonIsShownWithoutThemToo() throws Exception {
        assertThat(page(draft("Ring her on 07400 123456 before noon.")))
                .contains("So that nobody is recognised:</strong> Ring her on [PHONE] before noon.");
    }

    @Test
    void wordsThatTellOfDangerSayWhatItIsAndWhose() throws Exception {
        assertThat(page(draft("I want to die.")))
                .contains("May be at risk.")
                .contains("What: suicide.")
                .contains("Who: the writer, now.");
    }

    @Test
    void aSourceThatNamesAnAddressLeadsThere() throws Exception {
        assertThat(page(draft("He committed suicide.")))
                .contains(
                        "<a href=\"https://mindframe.org.au/suicide/communicating-about-suicide/language\" rel=\"noreferrer\">");
    }

    @Test
    void whatOneNetworkAloneDoesNotTakeStandsInTheWayBeforeItIsHandedIn() throws Exception {
        List<PostMedia> five = Stream.of("one", "two", "three", "four", "five")
                .map(door -> new PostMedia(UUID.randomUUID(), "Door number " + door + " stands open on a dark street"))
                .toList();
        Content content = Content.of("Five doors, all open.", "en", Set.of(Network.BLUESKY, Network.MASTODON))
                .withMedia(five);
        String page = page(draft(campaign(), content));
        assertThat(page.substring(page.indexOf("id=\"ready\"")))
                .contains("Bluesky: Bluesky takes 4 pictures; there are 5.");
        assertThat(page).doesNotContain("has no content warnings");
    }

    @Test
    void ofManyFindingsThoseThatAreOnlyGoodToKnowFoldAway() throws Exception {
        String page = page(draft("""
                Ring her on 07400 123456. He committed suicide. The elderly suffer from diabetes. A failed suicide attempt.
                The mentally ill are crazy. He is a schizophrenic. A sufferer of dementia. #mentalhealthawareness"""));
        String margin = page.substring(page.indexOf("id=\"margin-all\""));
        assertThat(margin.substring(0, margin.indexOf("class=\"also\""))).doesNotContain("finding k-note");
        assertThat(margin).contains("that are good to know");
    }
}
