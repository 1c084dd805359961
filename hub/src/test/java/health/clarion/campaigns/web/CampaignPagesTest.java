package health.clarion.campaigns.web;

import static health.clarion.people.SignedIn.as;
import static health.clarion.people.SignedIn.withPasswordOnly;
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
import health.clarion.campaigns.Brief;
import health.clarion.campaigns.Campaign;
import health.clarion.campaigns.Campaigns;
import health.clarion.campaigns.Goal;
import health.clarion.networks.Hashtag;
import health.clarion.people.Member;
import health.clarion.people.Role;
import health.clarion.people.SignedIn;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@HubTest
class CampaignPagesTest {

    private static final EnumSet<Role> WRITERS = EnumSet.of(Role.ADMINISTRATOR, Role.COMMUNICATOR);

    private final MockMvc mvc;
    private final Campaigns campaigns;
    private final SignedIn signedIn;

    CampaignPagesTest(MockMvc mvc, Campaigns campaigns, SignedIn signedIn) {
        this.mvc = mvc;
        this.campaigns = campaigns;
        this.signedIn = signedIn;
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void communicatorsAndAdministratorsWriteBriefsAndAllStaffReadThem(Role role) throws Exception {
        Member me = role == Role.PARTNER ? signedIn.partnerOf(UUID.randomUUID()) : signedIn.member(role);
        Member owner = signedIn.member(Role.COMMUNICATOR);
        Campaign campaign = campaigns.create(brief("Read by all", owner.id()), "hub");

        mvc.perform(typed(post("/campaigns"), owner).with(as(me)).with(csrf()))
                .andExpect(WRITERS.contains(role) ? status().is3xxRedirection() : status().isForbidden());
        mvc.perform(get("/campaigns/new").with(as(me)))
                .andExpect(WRITERS.contains(role) ? status().isOk() : status().isForbidden());
        mvc.perform(get("/campaigns").with(as(me))).andExpect(status().isOk());
        mvc.perform(get("/campaigns/" + campaign.slug()).with(as(me)))
                .andExpect(role == Role.PARTNER ? status().isNotFound() : status().isOk());
        mvc.perform(get("/platform-advice").with(as(me))).andExpect(status().isOk());
        mvc.perform(get("/awareness-days").with(as(me))).andExpect(status().isOk());
    }

    @Test
    void aPartnerSeesTheirCampaignOnly() throws Exception {
        Campaign theirs = campaigns.create(brief("Theirs", UUID.randomUUID()), "hub");
        Campaign other = campaigns.create(brief("Somebody else’s", UUID.randomUUID()), "hub");
        Member partner = signedIn.partnerOf(theirs.id());

        mvc.perform(get("/campaigns").with(as(partner)))
                .andExpect(content().string(containsString("/campaigns/" + theirs.slug() + "\"")))
                .andExpect(content().string(not(containsString("/campaigns/" + other.slug() + "\""))));
        mvc.perform(get("/campaigns/" + theirs.slug()).with(as(partner))).andExpect(status().isOk());
        mvc.perform(get("/campaigns/" + other.slug() + "/preview").with(as(partner)))
                .andExpect(status().isNotFound());
    }

    @Test
    void aBriefIsWrittenAndShownWithAdviceForItsAudience() throws Exception {
        Member me = signedIn.member(Role.COMMUNICATOR);
        String address = mvc.perform(typed(post("/campaigns"), me).with(as(me)).with(csrf()))
                .andReturn()
                .getResponse()
                .getRedirectedUrl();

        mvc.perform(get(address).with(as(me)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("First-year students")))
                .andExpect(content().string(containsString("Pew Research Center")))
                .andExpect(content().string(containsString("#OneOpenDoor")))
                .andExpect(content().string(containsString("utm_source=bluesky")))
                .andExpect(content()
                        .string(containsString(me.name().replace("[", "[").replace("]", "]"))));
    }

    @Test
    void whatWasTypedStaysWhenSomethingIsWrong() throws Exception {
        Member me = signedIn.member(Role.COMMUNICATOR);
        mvc.perform(post("/campaigns")
                        .param("title", "")
                        .param("change", "A change worth keeping")
                        .param("goal", "awareness")
                        .param("starts", "2026-12-01")
                        .param("ends", "2026-11-01")
                        .param("owner", me.id().toString())
                        .param("story", "A long story\n\nwith paragraphs")
                        .param("hashtags", "#not-possible!")
                        .param("action-words", "Sign")
                        .param("action-link", "javascript:alert(1)")
                        .param("audience-0-name", "Everyone")
                        .param("audience-0-languages", "en, klingon-x")
                        .param("audience-0-readingAge", "99")
                        .with(as(me))
                        .with(csrf()))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("Everything you typed is still here.")))
                .andExpect(content().string(containsString("A change worth keeping")))
                .andExpect(content().string(containsString("A long story\n\nwith paragraphs")))
                .andExpect(content().string(containsString("#not-possible!")))
                .andExpect(content().string(containsString("The end is before the start.")))
                .andExpect(content().string(containsString("value=\"javascript:alert(1)\"")))
                .andExpect(content().string(not(containsString("href=\"javascript"))))
                .andExpect(content().string(containsString("klingon-x")));
    }

    @Test
    void whatIsTooLongInARowIsSaidBesideTheVeryFieldAndLedTo() throws Exception {
        Member me = signedIn.member(Role.COMMUNICATOR);
        mvc.perform(post("/campaigns")
                        .param("title", "Doors")
                        .param("change", "Better")
                        .param("goal", "awareness")
                        .param("starts", "2026-11-01")
                        .param("ends", "2026-12-01")
                        .param("owner", me.id().toString())
                        .param("action-words", "Sign", "w".repeat(123))
                        .param("action-link", "/help", "/help")
                        .param("audience-0-name", "")
                        .param("audience-0-readingAge", "9")
                        .param("audience-1-name", "Students")
                        .param("audience-1-who", "x".repeat(503))
                        .param("audience-1-readingAge", "9")
                        .param("audience-2-name", "n".repeat(121))
                        .param("audience-2-readingAge", "99")
                        .with(as(me))
                        .with(csrf()))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("<a href=\"#audience-0-who\">Audience 1: Who they are</a>")))
                .andExpect(content().string(containsString("id=\"audience-0-who-error\"")))
                .andExpect(content().string(containsString("At most 500 characters; this is 3 too many.")))
                .andExpect(content().string(containsString("id=\"audience-1-name-error\"")))
                .andExpect(content().string(containsString("id=\"audience-1-readingAge-error\"")))
                .andExpect(content().string(containsString("id=\"action-words-1-error\"")))
                .andExpect(content().string(not(containsString("id=\"action-words-0-error\""))))
                .andExpect(content().string(containsString("x".repeat(503))));
    }

    @Test
    void roomForMoreKeepsWhatWasTypedAndSavesNothing() throws Exception {
        Member me = signedIn.member(Role.COMMUNICATOR);
        int before = campaigns.list(null, null, 0).total();
        mvc.perform(typed(post("/campaigns"), me)
                        .param("more", "yes")
                        .with(as(me))
                        .with(csrf()))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("audience-1-name")))
                .andExpect(content().string(containsString("First-year students")));
        assertThat(campaigns.list(null, null, 0).total()).isGreaterThanOrEqualTo(before);
    }

    @Test
    void aStaleSaveOverwritesNothingAndShowsBothVersions() throws Exception {
        Member me = signedIn.member(Role.COMMUNICATOR);
        Campaign campaign = campaigns.create(brief("Before", me.id()), "hub");
        campaigns.change(campaign.id(), campaign.version(), brief("Theirs came first", me.id()), "hub");

        mvc.perform(typed(post("/campaigns/" + campaign.slug() + "/edit"), me)
                        .param("version", String.valueOf(campaign.version()))
                        .with(as(me))
                        .with(csrf()))
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("Theirs came first")))
                .andExpect(content().string(containsString("Keep one door open")));
        assertThat(campaigns.find(campaign.id()).orElseThrow().title()).isEqualTo("Theirs came first");
    }

    @Test
    void openingThePublicPageAsksForWhatPublishingAsksFor() throws Exception {
        Member me = signedIn.member(Role.COMMUNICATOR);
        Campaign campaign = campaigns.create(brief("To open", me.id()), "hub");
        var move = post("/campaigns/" + campaign.slug() + "/state")
                .param("version", String.valueOf(campaign.version()))
                .param("state", "open");

        mvc.perform(move.with(withPasswordOnly(me)).with(csrf())).andExpect(status().isForbidden());
        assertThat(campaigns.find(campaign.id()).orElseThrow().open()).isFalse();
        mvc.perform(post("/campaigns/" + campaign.slug() + "/state")
                        .param("version", String.valueOf(campaign.version()))
                        .param("state", "open")
                        .with(as(me))
                        .with(csrf()))
                .andExpect(redirectedUrl("/campaigns/" + campaign.slug()));
        assertThat(campaigns.find(campaign.id()).orElseThrow().open()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"closed, 409", "burning, 409", "'', 409"})
    void aStateThatCantFollowIsRefusedInWords(String state, int status) throws Exception {
        Member me = signedIn.member(Role.ADMINISTRATOR);
        Campaign campaign = campaigns.create(brief("Still a draft", me.id()), "hub");
        mvc.perform(post("/campaigns/" + campaign.slug() + "/state")
                        .param("version", "1")
                        .param("state", state)
                        .with(as(me))
                        .with(csrf()))
                .andExpect(status().is(status))
                .andExpect(content().string(containsString("Nothing was changed.")));
    }

    @Test
    void aPageThatWouldNameAPatientIsNotOpenedAndAnOpenOneIsNotChangedToIt() throws Exception {
        Member me = signedIn.member(Role.COMMUNICATOR);
        Brief clean = brief("Records", me.id());
        Brief naming = clean.telling("Her NHS number is 943 476 5919.", "", List.of());
        Campaign draft = campaigns.create(naming, "hub");

        mvc.perform(get("/campaigns/" + draft.slug()).with(as(me)))
                .andExpect(content().string(containsString("943 476 5919")))
                .andExpect(content().string(containsString("The page can’t be public with this.")));
        mvc.perform(post("/campaigns/" + draft.slug() + "/state")
                        .param("version", "1")
                        .param("state", "open")
                        .with(as(me))
                        .with(csrf()))
                .andExpect(status().isConflict());
        assertThat(campaigns.find(draft.id()).orElseThrow().open()).isFalse();

        Campaign open = campaigns.create(clean, "hub");
        campaigns.move(open.id(), 1, Campaign.State.OPEN, "hub");
        mvc.perform(typed(post("/campaigns/" + open.slug() + "/edit"), me)
                        .param("version", "2")
                        .param("ask", "Write to her: 943 476 5919 is her NHS number.")
                        .with(as(me))
                        .with(csrf()))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("Everything you typed is still here.")))
                .andExpect(content().string(containsString("can’t be on a public page")));
        assertThat(campaigns.find(open.id()).orElseThrow().brief()).isEqualTo(clean);
    }

    @Test
    void aCampaignIsPausedAndResumedByOneButton() throws Exception {
        Member me = signedIn.member(Role.COMMUNICATOR);
        Campaign campaign = campaigns.create(brief("Crisis", me.id()), "hub");
        for (boolean paused : List.of(true, false)) {
            mvc.perform(post("/campaigns/" + campaign.slug() + "/pause")
                            .param("paused", String.valueOf(paused))
                            .with(as(me))
                            .with(csrf()))
                    .andExpect(status().is3xxRedirection());
            assertThat(campaigns.find(campaign.id()).orElseThrow().paused()).isEqualTo(paused);
        }
    }

    @Test
    void hashtagsGetTheirCapitalsByOneButton() throws Exception {
        Member me = signedIn.member(Role.COMMUNICATOR);
        Campaign campaign =
                campaigns.create(brief("Tags", me.id()).tagged(List.of(new Hashtag("mentalhealth"))), "hub");
        mvc.perform(get("/campaigns/" + campaign.slug()).with(as(me)))
                .andExpect(content().string(containsString("#MentalHealth")));
        mvc.perform(post("/campaigns/" + campaign.slug() + "/hashtags")
                        .param("version", "1")
                        .with(as(me))
                        .with(csrf()))
                .andExpect(status().is3xxRedirection());
        assertThat(campaigns.find(campaign.id()).orElseThrow().hashtags()).containsExactly(new Hashtag("MentalHealth"));
    }

    @Test
    void anAwarenessDayStartsABrief() throws Exception {
        mvc.perform(get("/campaigns/new")
                        .param("day", "world-mental-health-day")
                        .with(as(signedIn.member(Role.COMMUNICATOR))))
                .andExpect(content().string(containsString("value=\"world-mental-health-day\" selected")));
        mvc.perform(get("/awareness-days").param("year", "2027").with(as(signedIn.member(Role.ANALYST))))
                .andExpect(content().string(containsString("World Suicide Prevention Day")));
    }

    @Test
    void aFigureNeedsASourceAndIsKeptAsTyped() throws Exception {
        Member me = signedIn.member(Role.COMMUNICATOR);
        mvc.perform(post("/platform-advice")
                        .param("network", "threads")
                        .param("country", "zz")
                        .param("ageFrom", "18")
                        .param("share", "101")
                        .param("measure", "uses")
                        .param("title", "A survey worth keeping")
                        .param("source", "javascript:alert(1)")
                        .param("published", "yesterday")
                        .param("version", "0")
                        .with(as(me))
                        .with(csrf()))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("A survey worth keeping")))
                .andExpect(content().string(containsString("This is not a web address")));
        mvc.perform(post("/platform-advice")
                        .param("network", "threads")
                        .param("country", "ie")
                        .param("ageFrom", "18")
                        .param("share", "9")
                        .param("measure", "month")
                        .param("title", "Irish survey")
                        .param("source", "https://example.org/ie")
                        .param("published", "2026-05-01")
                        .param("version", "0")
                        .with(as(me))
                        .with(csrf()))
                .andExpect(redirectedUrl("/platform-advice"));
        mvc.perform(get("/platform-advice").with(as(me))).andExpect(content().string(containsString("Irish survey")));
    }

    private static MockHttpServletRequestBuilder typed(MockHttpServletRequestBuilder request, Member owner) {
        return request.param("title", "Keep one door open")
                .param("change", "Six colleges keep one door open.")
                .param("goal", "policy")
                .param("starts", "2026-09-01")
                .param("ends", "2026-12-18")
                .param("day", "world-mental-health-day")
                .param("owner", owner.id().toString())
                .param("story", "Most doors are shut.")
                .param("hashtags", "one open door")
                .param("networks", "bluesky", "mastodon")
                .param("action-words", "Sign the letter", "")
                .param("action-link", "example.org/sign", "")
                .param("partner-words", "Student Union")
                .param("partner-link", "")
                .param("audience-0-name", "First-year students")
                .param("audience-0-who", "Away from home for the first time")
                .param("audience-0-ages", "18-29")
                .param("audience-0-languages", "en-GB, es")
                .param("audience-0-readingAge", "12");
    }

    private static Brief brief(String title, UUID owner) {
        return Brief.of(title, "A change.", Goal.POLICY, LocalDate.of(2026, 9, 1), LocalDate.of(2026, 12, 18), owner);
    }
}
