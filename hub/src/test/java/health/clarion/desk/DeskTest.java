package health.clarion.desk;

import static health.clarion.people.SignedIn.as;
import static health.clarion.people.SignedIn.withPasswordOnly;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import health.clarion.HubTest;
import health.clarion.accounts.TestAccounts;
import health.clarion.campaigns.Brief;
import health.clarion.campaigns.Campaigns;
import health.clarion.campaigns.Goal;
import health.clarion.people.Member;
import health.clarion.people.Role;
import health.clarion.people.SignedIn;
import health.clarion.posts.Submission;
import health.clarion.publishing.Deliveries;
import health.clarion.publishing.Delivery;
import health.clarion.publishing.Feeds;
import health.clarion.publishing.Pauses;
import health.clarion.publishing.Publishing;
import health.clarion.publishing.SignedPosts;
import health.clarion.publishing.Wall;
import health.clarion.review.Review;
import health.clarion.rig.MastodonStandIn;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;

@HubTest
class DeskTest {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static MastodonStandIn mastodon;

    private final Publishing publishing;
    private final Deliveries deliveries;
    private final Pauses pauses;
    private final Feeds feeds;
    private final Needs needs;
    private final Review review;
    private final SignedPosts signed;
    private final TestAccounts accounts;
    private final SignedIn signedIn;
    private final MockMvc mvc;
    private final Campaigns campaigns;

    DeskTest(
            Publishing publishing,
            Deliveries deliveries,
            Pauses pauses,
            Feeds feeds,
            Needs needs,
            Review review,
            SignedPosts signed,
            TestAccounts accounts,
            SignedIn signedIn,
            MockMvc mvc,
            Campaigns campaigns) {
        this.publishing = publishing;
        this.deliveries = deliveries;
        this.pauses = pauses;
        this.feeds = feeds;
        this.needs = needs;
        this.review = review;
        this.signed = signed;
        this.accounts = accounts;
        this.signedIn = signedIn;
        this.mvc = mvc;
        this.campaigns = campaigns;
    }

    @BeforeAll
    static void start() {
        mastodon = MastodonStandIn.start();
    }

    @AfterAll
    static void stop() {
        mastodon.close();
    }

    private Delivery planned(LocalDateTime at, UUID campaign, Member writer) {
        Submission submission = signed.submitted(SignedPosts.words("The night porter knew my name."), writer, campaign);
        signed.sign(submission);
        return publishing
                .schedule(submission.id(), List.of(accounts.on(mastodon).id()), new Wall(at, LONDON), null, writer)
                .getFirst();
    }

    private Delivery planned(LocalDateTime at, Member writer) {
        return planned(at, UUID.randomUUID(), writer);
    }

    private static LocalDateTime inDays(int days, int hour) {
        return LocalDateTime.now(LONDON)
                .plusDays(days)
                .withHour(hour)
                .withMinute(0)
                .withSecond(0)
                .withNano(0);
    }

    @Test
    void theDeskShowsWhatAReviewerAsksAndWhatICanSign() throws Exception {
        Member writer = signed.writer();
        Member reader = signed.reader();
        Submission waiting = signed.submitted(SignedPosts.words("Please read me."), writer);
        assertThat(needs.of(reader).toRead())
                .anyMatch(request -> request.submission().equals(waiting.id()));
        assertThat(needs.of(writer).toRead())
                .noneMatch(request -> request.submission().equals(waiting.id()));
        assertThat(needs.of(writer).withOthers())
                .anyMatch(request -> request.submission().equals(waiting.id()));

        review.askForChange(waiting.id(), null, 0, 4, "Plea", "Softer, please.", reader.actor());
        assertThat(needs.of(writer).changes())
                .anyMatch(change -> change.asked().wish().equals("Softer, please."));
        mvc.perform(get("/desk").with(as(writer)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Softer, please.")))
                .andExpect(content().string(containsString("That’s all")));
    }

    @Test
    void everyRoleHasADeskAndACalendar() throws Exception {
        for (Role role : Role.values()) {
            Member member = role == Role.PARTNER ? signedIn.partnerOf(UUID.randomUUID()) : signedIn.member(role);
            mvc.perform(get("/desk").with(as(member))).andExpect(status().isOk());
            for (String view : List.of("weeks", "month", "week", "list", "unknown")) {
                mvc.perform(get("/calendar?view=" + view).with(as(member))).andExpect(status().isOk());
            }
            mvc.perform(get("/api/v1/desk").with(as(member))).andExpect(status().isOk());
        }
    }

    @Test
    void aPartnerSeesOnlyTheirCampaignInCalendarAndExport() throws Exception {
        Member writer = signed.writer();
        UUID theirs = UUID.randomUUID();
        Delivery own = planned(inDays(3, 10), theirs, writer);
        Delivery other = planned(inDays(3, 11), UUID.randomUUID(), writer);
        Member partner = signedIn.partnerOf(theirs);
        String from = inDays(2, 0).toLocalDate().toString();
        String to = inDays(5, 0).toLocalDate().toString();
        mvc.perform(get("/api/v1/calendar?from=" + from + "&to=" + to).with(as(partner)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString(own.post().toString())))
                .andExpect(content().string(not(containsString(other.post().toString()))));
        mvc.perform(get("/deliveries/export.csv").with(as(partner)))
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString(other.post().toString()))));
    }

    @Test
    void aPostIsMovedOnTheCalendarAndBackAgain() throws Exception {
        Member writer = signed.writer();
        LocalDateTime before = inDays(4, 10);
        Delivery delivery = planned(before, writer);
        mvc.perform(post("/calendar/move")
                        .param("delivery", delivery.id().toString())
                        .param("time", before.plusHours(3).toString())
                        .param("back", "//elsewhere.example")
                        .with(as(writer))
                        .with(csrf()))
                .andExpect(redirectedUrl("/calendar"));
        assertThat(deliveries.find(delivery.id()).orElseThrow().wall()).isEqualTo(before.plusHours(3));
        mvc.perform(post("/api/v1/calendar/move")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"deliveries\":[\"%s\"],\"time\":\"%s\"}".formatted(delivery.id(), before))
                        .with(as(writer))
                        .with(csrf()))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.before")
                        .value(startsWith(before.plusHours(3).toString())));
        assertThat(deliveries.find(delivery.id()).orElseThrow().wall()).isEqualTo(before);
    }

    @Test
    void movingNeedsTheRightToPublishAndASecondFactor() throws Exception {
        Member writer = signed.writer();
        Delivery delivery = planned(inDays(4, 12), writer);
        for (var who : List.of(as(signedIn.member(Role.MODERATOR)), withPasswordOnly(writer))) {
            mvc.perform(post("/calendar/move")
                            .param("delivery", delivery.id().toString())
                            .param("time", inDays(5, 12).toString())
                            .with(who)
                            .with(csrf()))
                    .andExpect(status().isForbidden());
        }
    }

    @Test
    void theCalendarWorksWithoutAScriptAndKeepsItsRules() throws Exception {
        Member writer = signed.writer();
        Delivery delivery = planned(inDays(1, 9), writer);
        String page = mvc.perform(get("/calendar?view=weeks").with(as(writer)))
                .andExpect(status().isOk())
                .andExpect(header().string("Content-Security-Policy", not(containsString("unsafe"))))
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(page)
                .contains("/posts/" + delivery.post())
                .contains("Move to…")
                .doesNotContain(" style=");
        mvc.perform(get("/calendar?at=yesterday").with(as(writer))).andExpect(status().isUnprocessableContent());
        mvc.perform(get("/api/v1/calendar?from=2026-01-01&to=2027-01-01").with(as(writer)))
                .andExpect(status().isUnprocessableContent());
    }

    @Test
    void aFeedIsReadByItsSecretAloneAndEndsWhenANewOneIsMade() throws Exception {
        Member writer = signed.writer();
        Delivery delivery = planned(inDays(2, 9), writer);
        String secret = feeds.make(writer);
        mvc.perform(get("/calendar/feed/" + secret + ".ics"))
                .andExpect(status().isOk())
                .andExpect(content().contentTypeCompatibleWith("text/calendar"))
                .andExpect(content().string(startsWith("BEGIN:VCALENDAR\r\n")))
                .andExpect(content().string(containsString("UID:" + delivery.post())));
        String newer = feeds.make(writer);
        mvc.perform(get("/calendar/feed/" + secret + ".ics")).andExpect(status().isNotFound());
        feeds.end(writer);
        mvc.perform(get("/calendar/feed/" + newer + ".ics")).andExpect(status().isNotFound());
    }

    @Test
    void aPauseHoldsAndResumingOffersEachHeldPostAgain() throws Exception {
        Member writer = signed.writer();
        UUID campaign = campaigns
                .create(
                        Brief.of(
                                "Doors " + UUID.randomUUID().toString().substring(0, 6),
                                "We ask six colleges to change that.",
                                Goal.POLICY,
                                LocalDate.now(),
                                LocalDate.now().plusDays(30),
                                writer.id()),
                        writer.actor())
                .id();
        Delivery delivery = planned(inDays(2, 15), campaign, writer);
        Member moderator = signedIn.member(Role.MODERATOR);
        mvc.perform(post("/pause")
                        .param("campaign", campaign.toString())
                        .param("why", "News from Eastmere")
                        .with(as(moderator))
                        .with(csrf()))
                .andExpect(redirectedUrl("/pause"));
        mvc.perform(get("/desk").with(as(writer))).andExpect(content().string(containsString("News from Eastmere")));
        assertThat(deliveries.find(delivery.id()).orElseThrow().held()).isEqualTo(Delivery.Held.PAUSE);

        UUID pause = pauses.active(campaign).orElseThrow().id();
        mvc.perform(post("/pause/" + pause + "/end").with(as(moderator)).with(csrf()))
                .andExpect(status().isForbidden());
        mvc.perform(post("/pause/" + pause + "/end").with(as(writer)).with(csrf()))
                .andExpect(redirectedUrl("/pause"));
        mvc.perform(get("/pause").with(as(writer)))
                .andExpect(content().string(containsString("/deliveries/" + delivery.id() + "/drop")))
                .andExpect(content().string(containsString("/deliveries/" + delivery.id() + "/move")));
        publishing.keep(delivery.id(), writer);
        assertThat(deliveries.find(delivery.id()).orElseThrow().state()).isEqualTo(Delivery.State.SCHEDULED);
    }

    @Test
    void aPauseOfACampaignThatDoesNotExistHoldsNothingAndSaysSo() throws Exception {
        Member writer = signed.writer();
        String nobodys = UUID.randomUUID().toString();
        mvc.perform(post("/pause").param("campaign", nobodys).with(as(writer)).with(csrf()))
                .andExpect(status().isNotFound());
        mvc.perform(post("/api/v1/pauses")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"campaign\":\"" + nobodys + "\",\"why\":\"Sad news\"}")
                        .with(as(writer))
                        .with(csrf()))
                .andExpect(status().isNotFound());
    }

    @Test
    void everythingPublishedCanBeTakenAway() throws Exception {
        Member writer = signed.writer();
        Delivery delivery = planned(LocalDateTime.now(LONDON), writer);
        await().atMost(Duration.ofSeconds(30))
                .until(() -> deliveries.find(delivery.id()).orElseThrow().state() == Delivery.State.SENT);
        mvc.perform(get("/deliveries/export.csv").with(as(writer)))
                .andExpect(status().isOk())
                .andExpect(header().string("Content-Disposition", containsString("published.csv")))
                .andExpect(content().string(startsWith("\"delivery\",\"post\"")))
                .andExpect(content().string(containsString(delivery.id().toString())))
                .andExpect(content().string(containsString("The night porter knew my name.")));
        mvc.perform(get("/api/v1/deliveries/export.json").with(as(writer)))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$[?(@.delivery == '" + delivery.id() + "')].state")
                        .value("sent"));
    }

    @Test
    void theRhythmIsSetByFormAndByProgramAndGapsArePlacesToPress() throws Exception {
        Member writer = signed.writer();
        mvc.perform(post("/calendar/rhythm/tiktok")
                        .param("count", "3")
                        .param("times", "09:00, 17:30")
                        .with(as(writer))
                        .with(csrf()))
                .andExpect(redirectedUrl("/calendar/rhythm"));
        mvc.perform(get("/calendar?view=month").with(as(writer)))
                .andExpect(content().string(containsString("TikTok: free")));
        mvc.perform(get("/api/v1/slots/next?network=tiktok").with(as(writer)))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.zone").value("Europe/London"));
        mvc.perform(put("/api/v1/rhythm/tiktok")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"perWeek\":0,\"times\":[]}")
                        .with(as(writer))
                        .with(csrf()))
                .andExpect(status().isOk());
        mvc.perform(put("/api/v1/rhythm/tiktok")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"perWeek\":99,\"times\":[]}")
                        .with(as(writer))
                        .with(csrf()))
                .andExpect(status().isUnprocessableContent());
        mvc.perform(post("/calendar/rhythm/tiktok")
                        .param("count", "1")
                        .with(as(signedIn.member(Role.ANALYST)))
                        .with(csrf()))
                .andExpect(status().isForbidden());
    }
}
