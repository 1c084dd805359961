package health.clarion.desk;

import static health.clarion.people.SignedIn.as;
import static health.clarion.people.SignedIn.byToken;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import health.clarion.HubTest;
import health.clarion.accounts.TestAccounts;
import health.clarion.campaigns.Brief;
import health.clarion.campaigns.Campaigns;
import health.clarion.campaigns.Goal;
import health.clarion.networks.Network;
import health.clarion.people.Member;
import health.clarion.people.Scope;
import health.clarion.posts.Content;
import health.clarion.posts.Post;
import health.clarion.posts.Posts;
import health.clarion.publishing.SignedPosts;
import health.clarion.publishing.Slots;
import health.clarion.rig.MastodonStandIn;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;

/** From a free place of the calendar to a time in the form: what was pressed is not asked for again. */
@HubTest
class FreePlacesTest {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static MastodonStandIn mastodon;

    private final MockMvc mvc;
    private final Campaigns campaigns;
    private final Posts posts;
    private final Slots slots;
    private final SignedPosts signed;
    private final TestAccounts accounts;

    FreePlacesTest(
            MockMvc mvc, Campaigns campaigns, Posts posts, Slots slots, SignedPosts signed, TestAccounts accounts) {
        this.mvc = mvc;
        this.campaigns = campaigns;
        this.posts = posts;
        this.slots = slots;
        this.signed = signed;
        this.accounts = accounts;
    }

    @BeforeAll
    static void start() {
        mastodon = MastodonStandIn.start();
    }

    @AfterAll
    static void stop() {
        mastodon.close();
    }

    private UUID campaign(Member writer) {
        LocalDateTime today = LocalDateTime.now(LONDON);
        return campaigns
                .create(
                        Brief.of(
                                        "Free places",
                                        "A change",
                                        Goal.MOBILISE,
                                        today.toLocalDate(),
                                        today.toLocalDate().plusDays(60),
                                        writer.id())
                                .speakingTo(java.util.List.of(), SignedPosts.BOTH),
                        writer.actor())
                .id();
    }

    private static LocalDateTime inNineDays() {
        return LocalDateTime.now(LONDON)
                .plusDays(9)
                .truncatedTo(ChronoUnit.DAYS)
                .withHour(17);
    }

    @Test
    void aFreePlaceGivesThePostItsNetworkAndTheTimeThatIsProposed() throws Exception {
        Member writer = signed.writer();
        UUID campaign = campaign(writer);
        String at = inNineDays().toString();
        mvc.perform(get("/posts/new?network=mastodon&at=" + at).with(as(writer)))
                .andExpect(content().string(containsString("Meant for Mastodon,")))
                .andExpect(content().string(containsString("name=\"at\" value=\"" + at + "\"")));
        String there = mvc.perform(post("/posts")
                        .with(as(writer))
                        .with(csrf())
                        .param("campaign", campaign.toString())
                        .param("title", "From a free place")
                        .param("network", "mastodon")
                        .param("at", at))
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
        UUID id = UUID.fromString(there.substring(there.lastIndexOf('/') + 1));
        Content content = posts.revisions(id, 1).getFirst().content();
        assertThat(content.networks()).containsExactly(Network.MASTODON);
        mvc.perform(get(there).with(as(writer)))
                .andExpect(content().string(containsString("Once it is submitted you plan it")));

        accounts.on(mastodon);
        posts.save(id, 1, content.withText("Ask how they are. " + UUID.randomUUID()), writer.id());
        Post written = posts.find(id).orElseThrow();
        signed.submitted(written, writer);
        mvc.perform(get(there).with(as(writer)))
                .andExpect(content().string(containsString("name=\"time\" value=\"" + at + "\"")))
                .andExpect(content().string(containsString("The place you chose on the calendar.")));
    }

    @Test
    void withoutAChoiceTheNextFreePlaceIsProposed() throws Exception {
        Member writer = signed.writer();
        accounts.on(mastodon);
        Post post = posts.create(
                campaign(writer),
                "Next free",
                "en",
                Content.of("Ask how they are. " + UUID.randomUUID(), "en", Set.of(Network.MASTODON)),
                writer.id());
        signed.submitted(post, writer);
        LocalDateTime free = slots.next(Network.MASTODON, Instant.now().plus(Duration.ofHours(2)))
                .orElseThrow()
                .wall()
                .time();

        mvc.perform(get("/posts/" + post.id()).with(as(writer)))
                .andExpect(content().string(containsString("The next free place in your rhythm.")))
                .andExpect(content().string(containsString("name=\"time\" value=\"" + free + "\"")));
    }

    @Test
    void aPlaceThatIsOverOrUnreadableIsLeftOut() throws Exception {
        Member writer = signed.writer();
        mvc.perform(get("/posts/new?network=myspace&at=tomorrow").with(as(writer)))
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString("Meant for"))));
        String made = mvc.perform(post("/api/v1/posts")
                        .with(byToken(writer, Scope.READ, Scope.WRITE))
                        .with(csrf())
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("""
                                {"campaign": "%s", "title": "Too late", "meantFor": "2020-01-01T09:00"}""".formatted(campaign(writer))))
                .andExpect(status().isCreated())
                .andReturn()
                .getResponse()
                .getHeader("Location");
        mvc.perform(get(made.replace("/api/v1", "")).with(as(writer)))
                .andExpect(content().string(not(containsString("Meant for"))));
    }
}
