package health.clarion.publishing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import health.clarion.HubTest;
import health.clarion.RealNetworks;
import health.clarion.accounts.Account;
import health.clarion.accounts.TestAccounts;
import health.clarion.campaigns.Brief;
import health.clarion.campaigns.Campaign;
import health.clarion.campaigns.Campaigns;
import health.clarion.campaigns.Goal;
import health.clarion.channels.Reason;
import health.clarion.networks.Network;
import health.clarion.people.Member;
import health.clarion.people.SignedIn;
import health.clarion.posts.Content;
import health.clarion.posts.Post;
import health.clarion.posts.Posts;
import health.clarion.posts.Submission;
import health.clarion.publishing.Delivery.State;
import health.clarion.rig.BlueskyServer;
import health.clarion.rig.BlueskyStandIn;
import health.clarion.rig.MastodonStandIn;
import health.clarion.rig.StandIn;
import health.clarion.ui.Problem;
import health.clarion.ui.PublicHtml;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.JsonNode;

/** Setting right what is out: by a reviewed answer to it, on the public record. */
@HubTest
class CorrectionsTest {

    private static MastodonStandIn mastodon;
    private static BlueskyStandIn bluesky;

    private final Publishing publishing;
    private final Corrections corrections;
    private final CopyPacks packs;
    private final Settling settling;
    private final Deliveries deliveries;
    private final Posts posts;
    private final Campaigns campaigns;
    private final TestAccounts accounts;
    private final SignedPosts signed;
    private final Watched watched;
    private final MockMvc mvc;

    CorrectionsTest(
            Publishing publishing,
            Corrections corrections,
            CopyPacks packs,
            Settling settling,
            Deliveries deliveries,
            Posts posts,
            Campaigns campaigns,
            TestAccounts accounts,
            SignedPosts signed,
            Watched watched,
            MockMvc mvc) {
        this.publishing = publishing;
        this.corrections = corrections;
        this.packs = packs;
        this.settling = settling;
        this.deliveries = deliveries;
        this.posts = posts;
        this.campaigns = campaigns;
        this.accounts = accounts;
        this.signed = signed;
        this.watched = watched;
        this.mvc = mvc;
    }

    @BeforeAll
    static void start() {
        mastodon = MastodonStandIn.start();
        bluesky = BlueskyStandIn.start();
    }

    @AfterAll
    static void stop() {
        mastodon.close();
        bluesky.close();
    }

    private List<Delivery> live(UUID campaign, Member writer, Account... on) {
        Submission submission = signed.submitted(SignedPosts.words("Open until nine."), writer, campaign);
        signed.sign(submission);
        return out(submission, writer, on);
    }

    private List<Delivery> out(Submission submission, Member writer, Account... on) {
        return publishing
                .schedule(submission.id(), List.of(on).stream().map(Account::id).toList(), Watched.now(), null, writer)
                .stream()
                .map(delivery -> watched.until(delivery, State.SENT))
                .toList();
    }

    private Submission correction(Delivery wrong, Member writer) {
        return correction(wrong, SignedPosts.words("We were wrong: open until eight."), writer);
    }

    private Submission correction(Delivery wrong, Content words, Member writer) {
        Post post = posts.create(wrong.campaign(), "Correction", "en", words, writer.id());
        corrections.begun(post.id(), wrong, writer);
        Submission submission = signed.submitted(post, writer);
        signed.sign(submission);
        return submission;
    }

    private static JsonNode last(StandIn server) {
        return server.created().getLast();
    }

    @Test
    void aCorrectionAnswersTheOriginalOnEachNetworkAndBothSayItInPublic() throws Exception {
        Member writer = signed.writer();
        UUID campaign = open();
        Account there = accounts.on(bluesky);
        Account here = accounts.on(mastodon);
        List<Delivery> wrong = live(campaign, writer, there, here);
        String onBluesky = last(bluesky).path("id").asString();
        String onMastodon = last(mastodon).path("id").asString();

        List<Delivery> right = out(correction(wrong.getFirst(), writer), writer, there, here);

        assertThat(right)
                .extracting(Delivery::corrects)
                .containsExactlyElementsOf(wrong.stream().map(Delivery::id).toList());
        assertThat(last(bluesky).path("inReplyTo").asString()).isEqualTo(onBluesky);
        assertThat(last(mastodon).path("inReplyTo").asString()).isEqualTo(onMastodon);
        String page = PublicHtml.of(
                mvc, "/c/" + campaigns.find(campaign).orElseThrow().slug());
        assertThat(page).contains("Read the correction", "See what it corrects", "open until eight");
        mvc.perform(get("/deliveries/" + wrong.getFirst().id()).with(SignedIn.as(writer)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("This was corrected.")));
        mvc.perform(get("/deliveries").with(SignedIn.as(writer))).andExpect(status().isOk());
        mvc.perform(get("/api/v1/deliveries/export.json").with(SignedIn.as(writer)))
                .andExpect(jsonPath("$[?(@.delivery == '" + right.getFirst().id() + "')].corrects")
                        .value(wrong.getFirst().id().toString()));
    }

    private UUID open() {
        Campaign draft = campaigns.create(
                Brief.of(
                                "Doors " + UUID.randomUUID().toString().substring(0, 6),
                                "We ask six colleges to change that.",
                                Goal.POLICY,
                                LocalDate.now().minusDays(1),
                                LocalDate.now().plusDays(30),
                                UUID.randomUUID())
                        .telling("Most doors are shut.", "One room, every evening.", List.of()),
                "hub");
        campaigns.move(draft.id(), draft.version(), Campaign.State.OPEN, "hub");
        return draft.id();
    }

    @Test
    void itIsBegunFromTheDeliverysPage() throws Exception {
        Member writer = signed.writer();
        UUID campaign = open();
        Delivery wrong = live(campaign, writer, accounts.on(mastodon)).getFirst();
        String from = "delivery:" + wrong.id();
        mvc.perform(get("/posts/new")
                        .param("campaign", campaign.toString())
                        .param("from", from)
                        .with(SignedIn.as(writer)))
                .andExpect(content().string(containsString("Correction: When a friend goes quiet")));

        String address = mvc.perform(post("/posts")
                        .param("campaign", campaign.toString())
                        .param("title", "We were wrong")
                        .param("language", "en")
                        .param("from", from)
                        .with(SignedIn.as(writer))
                        .with(csrf()))
                .andReturn()
                .getResponse()
                .getRedirectedUrl();

        UUID begun = UUID.fromString(address.substring(address.lastIndexOf('/') + 1));
        assertThat(corrections.correctedBy(begun)).contains(wrong.id());
    }

    @Test
    void whereTheOriginalIsNotThereIsNothingToAnswer() {
        Member writer = signed.writer();
        Delivery wrong = live(UUID.randomUUID(), writer, accounts.on(mastodon)).getFirst();
        Submission submission = correction(wrong, writer);

        assertThatThrownBy(() -> out(submission, writer, accounts.on(bluesky)))
                .isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.key())
                        .isEqualTo("publishing.corrects-nothing-there"));
    }

    @Test
    void byHandAPersonIsToldWhichPostToAnswerAndNothingIsGivenOutWhenThatIsGone() {
        Member writer = signed.writer();
        Account account = accounts.byHand(Network.X);
        Content words = Content.of("Open until nine. " + UUID.randomUUID(), "en", Set.of(Network.X));
        Delivery wrong =
                watched.until(watched.plan(signed.signed(words, writer), account, writer), State.AWAITING_PERSON);
        settling.settle(wrong.id(), Settling.Seen.THERE, "https://x.com/harbour/status/9", writer);

        Submission submission = correction(wrong, words.withText("Open until eight. " + UUID.randomUUID()), writer);
        Delivery right = watched.until(watched.plan(submission, account, writer), State.AWAITING_PERSON);

        assertThat(packs.of(right)).get().isInstanceOfSatisfying(CopyPacks.Answer.Pack.class, ready -> assertThat(
                        ready.pack().steps().getFirst())
                .isEqualTo(Reason.of("copy.answer", "https://x.com/harbour/status/9")));

        publishing.retract(wrong.id(), writer);
        watched.eventually(wrong, d -> d.state() == State.AWAITING_PERSON && d.askedBack());
        settling.settle(wrong.id(), Settling.Seen.NOT_THERE, null, writer);
        assertThat(packs.of(watched.now(right))).get().isInstanceOf(CopyPacks.Answer.NotNow.class);
    }

    @Test
    void whenTheOriginalIsTakenDownFirstTheCorrectionIsHeld() {
        Member writer = signed.writer();
        Account account = accounts.on(mastodon);
        Delivery wrong = live(UUID.randomUUID(), writer, account).getFirst();
        Delivery planned = watched.plan(correction(wrong, writer), account, java.time.Duration.ofHours(3), writer);
        publishing.retract(wrong.id(), writer);
        watched.until(wrong, State.RETRACTED);

        watched.makeDue(planned);

        assertThat(watched.until(planned, State.HELD).held()).isEqualTo(Delivery.Held.ORIGINAL);
        assertThat(deliveries.attempts(planned.id())).isEmpty();
    }

    @Test
    void whatIsChangedOnTheNetworkIsShownToAPersonWhoMayLeaveItSo() throws Exception {
        Member writer = signed.writer();
        try (MastodonStandIn server = MastodonStandIn.start()) {
            server.take(MastodonStandIn.Habits.OTHER);
            Delivery sent = live(UUID.randomUUID(), writer, accounts.on(server)).getFirst();
            watched.eventually(sent, d -> d.readBack() == Delivery.ReadBackFound.SAME);
            server.edit(last(server).path("id").asString(), "Something else entirely");

            watched.behindOurBack()
                    .sql("update publishing.delivery set read_back_due = now() where id = :id")
                    .param("id", sent.id())
                    .update();

            assertThat(watched.eventually(sent, Delivery::differs).needsPerson())
                    .isTrue();
            assertThat(deliveries.differing(null, 100)).extracting(Delivery::id).contains(sent.id());
            mvc.perform(get("/deliveries/" + sent.id()).with(SignedIn.as(writer)))
                    .andExpect(content().string(containsString("Not as signed")));
            publishing.accept(sent.id(), writer);
            assertThat(watched.now(sent).differs()).isFalse();

            publishing.retract(sent.id(), writer);
            watched.until(sent, State.RETRACTED);
        }
    }

    @Test
    void theRealServerTakesAThreadItsCorrectionAndBothBack() {
        Member writer = signed.writer();
        try (BlueskyServer server = RealNetworks.bluesky()) {
            BlueskyServer.Account harbour = server.createAccount("harbour-minds");
            Account account = accounts.on(server, harbour);
            Submission thread = signed.signed(
                    SignedPosts.words("One open door.").withThread(List.of("Ask for the key.", "Bring a friend.")),
                    writer);
            Delivery wrong = out(thread, writer, account).getFirst();
            watched.eventually(wrong, d -> d.readBack() == Delivery.ReadBackFound.SAME);

            Delivery right = out(correction(wrong, writer), writer, account).getFirst();
            watched.eventually(right, d -> d.readBack() == Delivery.ReadBackFound.SAME);
            JsonNode answer = server.posts(harbour).stream()
                    .filter(post -> post.toString().contains("We were wrong"))
                    .findFirst()
                    .orElseThrow();
            String root = deliveries.parts(wrong.id()).getFirst().receipt().uri();
            assertThat(answer.at("/value/reply/parent/uri").asString()).isEqualTo(root);
            assertThat(answer.at("/value/reply/root/uri").asString()).isEqualTo(root);

            publishing.retract(right.id(), writer);
            publishing.retract(wrong.id(), writer);
            watched.until(right, State.RETRACTED);
            watched.until(wrong, State.RETRACTED);
            assertThat(server.posts(harbour)).isEmpty();
        }
    }
}
