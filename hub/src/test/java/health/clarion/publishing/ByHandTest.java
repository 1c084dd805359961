package health.clarion.publishing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import health.clarion.HubTest;
import health.clarion.accounts.Account;
import health.clarion.accounts.TestAccounts;
import health.clarion.networks.Network;
import health.clarion.people.Member;
import health.clarion.people.SignedIn;
import health.clarion.posts.Content;
import health.clarion.posts.Submission;
import health.clarion.publishing.Delivery.State;
import health.clarion.publishing.Settling.Seen;
import health.clarion.ui.Problem;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.MockMvc;

/** Networks with no open way in, where a person posts from the copy pack. */
@HubTest
class ByHandTest {

    private final Publishing publishing;
    private final Settling settling;
    private final Deliveries deliveries;
    private final CopyPacks packs;
    private final Pauses pauses;
    private final TestAccounts accounts;
    private final SignedPosts signed;
    private final Watched watched;
    private final MockMvc mvc;

    ByHandTest(
            Publishing publishing,
            Settling settling,
            Deliveries deliveries,
            CopyPacks packs,
            Pauses pauses,
            TestAccounts accounts,
            SignedPosts signed,
            Watched watched,
            MockMvc mvc) {
        this.publishing = publishing;
        this.settling = settling;
        this.deliveries = deliveries;
        this.packs = packs;
        this.pauses = pauses;
        this.accounts = accounts;
        this.signed = signed;
        this.watched = watched;
        this.mvc = mvc;
    }

    private static Content words() {
        return Content.of("By hand " + UUID.randomUUID().toString().substring(0, 8), "en", Set.of(Network.X))
                .withThread(List.of("And a second one."));
    }

    private Delivery dueByHand(Submission submission, Member writer) {
        return watched.until(watched.plan(submission, accounts.byHand(Network.X), writer), State.AWAITING_PERSON);
    }

    @Test
    void aPersonGetsTheSignedWordsStepByStepAndNotesTheAddressOfAWholeThread() throws Exception {
        Member writer = signed.writer();
        Content words = words();
        Delivery due = dueByHand(signed.signed(words, writer), writer);

        mvc.perform(get("/deliveries/" + due.id()).with(SignedIn.as(writer)))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString(words.text())))
                .andExpect(content().string(containsString("Step by step")));
        mvc.perform(get("/api/v1/deliveries/" + due.id() + "/copy-pack").with(SignedIn.as(writer)))
                .andExpect(jsonPath("$.pack.parts[0].text").value(words.text()))
                .andExpect(jsonPath("$.pack.parts[1].text").value("And a second one."));
        settling.settle(due.id(), Seen.THERE, "https://x.com/harbour/status/1", writer);

        assertThat(watched.now(due).state()).isEqualTo(State.SENT);
        assertThat(deliveries.parts(due.id())).extracting(DeliveryPart::state).containsOnly(DeliveryPart.State.SENT);
    }

    @Test
    void whatIsNoLongerSignedIsNotGivenOut() throws Exception {
        Member writer = signed.writer();
        Content words = words();
        Submission submission = signed.signed(words, writer);
        Delivery due = dueByHand(submission, writer);

        signed.resubmitted(submission.post(), words.withText("Other words " + UUID.randomUUID()), writer);

        assertThat(packs.of(watched.now(due))).get().isInstanceOf(CopyPacks.Answer.NotNow.class);
        mvc.perform(get("/deliveries/" + due.id()).with(SignedIn.as(writer)))
                .andExpect(content().string(containsString("Please don’t post this.")));
        mvc.perform(get("/api/v1/deliveries/" + due.id() + "/copy-pack").with(SignedIn.as(writer)))
                .andExpect(jsonPath("$.pack").doesNotExist())
                .andExpect(jsonPath("$.why.key").isNotEmpty());
    }

    @Test
    void whileACampaignIsPausedItsWordsAreNotGivenOut() {
        Member writer = signed.writer();
        Delivery due = dueByHand(signed.signed(words(), writer), writer);

        pauses.begin(due.campaign(), "Sad news this morning.", writer);
        assertThat(packs.of(watched.now(due))).get().isInstanceOf(CopyPacks.Answer.NotNow.class);

        pauses.end(pauses.active(due.campaign()).orElseThrow().id(), writer);
        assertThat(packs.of(watched.now(due))).get().isInstanceOf(CopyPacks.Answer.Pack.class);
    }

    @Test
    void wordsWhoseTimePassedAreNotGivenOutLate() {
        Member writer = signed.writer();
        Delivery planned =
                watched.plan(signed.signed(words(), writer), accounts.byHand(Network.X), Duration.ofHours(3), writer);

        watched.makeLate(planned);

        assertThat(watched.until(planned, State.MISSED).reason().key()).isEqualTo("publishing.missed");
        assertThat(packs.of(watched.now(planned))).isEmpty();
        publishing.sendNow(planned.id(), writer);
        assertThat(packs.of(watched.until(planned, State.AWAITING_PERSON)))
                .get()
                .isInstanceOf(CopyPacks.Answer.Pack.class);
    }

    @Test
    void oneAddressIsNotNotedForTwoPosts() {
        Member writer = signed.writer();
        Account account = accounts.byHand(Network.X);
        Delivery first =
                watched.until(watched.plan(signed.signed(words(), writer), account, writer), State.AWAITING_PERSON);
        Delivery second =
                watched.until(watched.plan(signed.signed(words(), writer), account, writer), State.AWAITING_PERSON);
        settling.settle(first.id(), Seen.THERE, "https://x.com/harbour/status/3", writer);

        assertThatThrownBy(() -> settling.settle(second.id(), Seen.THERE, "https://x.com/harbour/status/3", writer))
                .isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.key())
                        .isEqualTo("publishing.another-of-ours-there"));
        assertThat(watched.now(second).state()).isEqualTo(State.AWAITING_PERSON);
    }

    @Test
    void whatAPersonTookDownByHandIsRecordedAsGone() {
        Member writer = signed.writer();
        Delivery due = dueByHand(signed.signed(words(), writer), writer);
        settling.settle(due.id(), Seen.THERE, "https://x.com/harbour/status/2", writer);

        publishing.retract(due.id(), writer);
        Delivery asked = watched.eventually(due, d -> d.state() == State.AWAITING_PERSON && d.askedBack());
        settling.settle(asked.id(), Seen.NOT_THERE, null, writer);

        assertThat(watched.now(due).state()).isEqualTo(State.RETRACTED);
        assertThatThrownBy(() -> settling.settle(due.id(), Seen.NOT_THERE, null, writer))
                .isInstanceOf(Problem.class);
    }
}
