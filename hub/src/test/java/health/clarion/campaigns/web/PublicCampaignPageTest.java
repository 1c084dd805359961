package health.clarion.campaigns.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import health.clarion.HubTest;
import health.clarion.campaigns.Action;
import health.clarion.campaigns.Brief;
import health.clarion.campaigns.Campaign;
import health.clarion.campaigns.Campaigns;
import health.clarion.campaigns.Campaigns.Change;
import health.clarion.campaigns.Goal;
import health.clarion.campaigns.WebLink;
import health.clarion.networks.Hashtag;
import health.clarion.networks.Network;
import health.clarion.ui.PublicHtml;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.web.servlet.MockMvc;

@HubTest
class PublicCampaignPageTest {

    private static final String ACTOR = "hub";

    private final MockMvc mvc;
    private final Campaigns campaigns;

    PublicCampaignPageTest(MockMvc mvc, Campaigns campaigns) {
        this.mvc = mvc;
        this.campaigns = campaigns;
    }

    @Test
    void anybodyReadsTheStoryTheAskAndWhatToDoWithoutScriptOrCookie() throws Exception {
        String html = PublicHtml.of(mvc, "/c/" + open("Keep one door open").slug());

        assertThat(html)
                .contains("<h1>Keep one door open</h1>", "Most doors are shut.", "One room, every evening.")
                .contains("href=\"https://example.org/sign\"", "Sign the letter", "#OneOpenDoor")
                .contains("og:title", "og:description", "og:image", "twitter:card")
                .contains("href=\"/help\"", "Do you need to talk to someone?");
    }

    @Test
    void shareLinksSayWhichNetworkAndNothingIsLoadedFromIt() throws Exception {
        Campaign campaign = open("Shared");
        String html = PublicHtml.of(mvc, "/c/" + campaign.slug());

        assertThat(html)
                .contains("https://bsky.app/intent/compose?text=", "utm_source%3Dbluesky%26utm_medium%3Dshare")
                .contains("mailto:?subject=Shared", "utm_source%3Demail")
                .doesNotContainPattern("(src|srcset)=\"https?:");
    }

    @Test
    void thePageSpeaksTheVisitorsLanguage() throws Exception {
        String slug = open("Idiomas").slug();
        mvc.perform(get("/c/" + slug).header("Accept-Language", "ca"))
                .andExpect(content().string(containsString("Explica-ho a una persona.")));
        mvc.perform(get("/c/" + slug).param("lang", "es"))
                .andExpect(content().string(containsString("Cuéntaselo a una persona.")));
        mvc.perform(get("/c/" + slug).param("theme", "dark"))
                .andExpect(content().string(containsString("data-bs-theme=\"dark\"")));
    }

    @Test
    void aDraftIsNotThereForThePublicUntilItOpensAndAChangeShowsAtOnce() throws Exception {
        Campaign draft = campaigns.create(brief("Draft"), ACTOR);
        mvc.perform(get("/c/" + draft.slug())).andExpect(status().isNotFound());

        Campaign open = saved(campaigns.move(draft.id(), draft.version(), Campaign.State.OPEN, ACTOR));
        assertThat(PublicHtml.of(mvc, "/c/" + draft.slug())).contains("<h1>Draft</h1>");

        campaigns.change(open.id(), open.version(), brief("Changed meanwhile"), ACTOR);
        assertThat(PublicHtml.of(mvc, "/c/" + draft.slug())).contains("<h1>Changed meanwhile</h1>");
    }

    @Test
    void aCampaignThatEndedSaysSo() throws Exception {
        Campaign open = open("Ended");
        campaigns.move(open.id(), open.version(), Campaign.State.CLOSED, ACTOR);

        assertThat(PublicHtml.of(mvc, "/c/" + open.slug())).contains("This campaign ended on 18 December 2026");
    }

    @Test
    void aVisitorWhoHasThePageIsToldItDidNotChange() throws Exception {
        String address = "/c/" + open("Tagged").slug();
        String tag = mvc.perform(get(address)).andReturn().getResponse().getHeader("ETag");

        mvc.perform(get(address).header("If-None-Match", tag))
                .andExpect(status().isNotModified())
                .andExpect(content().bytes(new byte[0]));
    }

    @Test
    void aBrowserThatTakesGzipGetsTheSamePageCompressed() throws Exception {
        String address = "/c/" + open("Small").slug();
        byte[] zipped = mvc.perform(get(address).header("Accept-Encoding", "gzip, br"))
                .andExpect(header().string("Content-Encoding", "gzip"))
                .andReturn()
                .getResponse()
                .getContentAsByteArray();

        String plain = new String(
                new GZIPInputStream(new ByteArrayInputStream(zipped)).readAllBytes(), StandardCharsets.UTF_8);
        assertThat(plain).isEqualTo(PublicHtml.of(mvc, address));
    }

    @Test
    void whatPeopleTypeIsShownAsWords() throws Exception {
        Brief nasty = Brief.of(
                        "<script>alert(1)</script>",
                        "\"><img src=x onerror=alert(1)>",
                        Goal.AWARENESS,
                        LocalDate.of(2026, 9, 1),
                        LocalDate.of(2026, 12, 18),
                        UUID.randomUUID())
                .telling("${7*7} <b>bold</b>", "", List.of());
        Campaign campaign = campaigns.create(nasty, ACTOR);
        campaigns.move(campaign.id(), campaign.version(), Campaign.State.OPEN, ACTOR);

        String html = mvc.perform(get("/c/" + campaign.slug()))
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(html)
                .doesNotContain("<script>alert", "<img src=x", "<b>bold")
                .contains("${7*7}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nobody", "..%2f..", "a'--", "%00", "ÄÖ", "new"})
    void anAddressThatBelongsToNoneIsNotFound(String slug) throws Exception {
        int status =
                mvc.perform(get("/c/{slug}", slug)).andReturn().getResponse().getStatus();
        assertThat(status).isBetween(400, 404);
    }

    @Test
    void theStartPageShowsOpenCampaignsOnly() throws Exception {
        Campaign open = open("Shown on the start page");
        campaigns.create(brief("Hidden as a draft"), ACTOR);

        String html = PublicHtml.of(mvc, "/");
        assertThat(html).doesNotContain("Hidden as a draft");
        assertThat(campaigns.open().contains(campaigns.find(open.id()).orElseThrow()))
                .isEqualTo(html.contains("/c/" + open.slug() + "\""));
    }

    private Campaign open(String title) {
        Campaign draft = campaigns.create(brief(title), ACTOR);
        return saved(campaigns.move(draft.id(), draft.version(), Campaign.State.OPEN, ACTOR));
    }

    private static Brief brief(String title) {
        return Brief.of(
                        title,
                        "We ask six colleges to change that.",
                        Goal.POLICY,
                        LocalDate.of(2026, 9, 1),
                        LocalDate.of(2026, 12, 18),
                        UUID.randomUUID())
                .telling(
                        "Most doors are shut.\n\nOne should not be.",
                        "One room, every evening.",
                        List.of(new Action(
                                "Sign the letter",
                                WebLink.parse("https://example.org/sign").orElseThrow())))
                .speakingTo(List.of(), Set.of(Network.BLUESKY))
                .tagged(List.of(new Hashtag("OneOpenDoor")));
    }

    private static Campaign saved(Change change) {
        return ((Change.Saved) change).campaign();
    }
}
