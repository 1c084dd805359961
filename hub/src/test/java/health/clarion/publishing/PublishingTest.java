package health.clarion.publishing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.clarion.HubTest;
import health.clarion.accounts.Account;
import health.clarion.accounts.TestAccounts;
import health.clarion.people.Member;
import health.clarion.posts.Content;
import health.clarion.posts.Post;
import health.clarion.posts.Posts;
import health.clarion.posts.Submission;
import health.clarion.publishing.Delivery.State;
import health.clarion.rig.BlueskyStandIn;
import health.clarion.rig.Fault;
import health.clarion.rig.MastodonStandIn;
import health.clarion.ui.Problem;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

@HubTest
class PublishingTest {

    private static MastodonStandIn mastodon;
    private static BlueskyStandIn bluesky;

    private final Publishing publishing;
    private final Settling settling;
    private final Deliveries deliveries;
    private final Pauses pauses;
    private final Posts posts;
    private final TestAccounts accounts;
    private final SignedPosts signed;
    private final Watched watched;

    PublishingTest(
            Publishing publishing,
            Settling settling,
            Deliveries deliveries,
            Pauses pauses,
            Posts posts,
            TestAccounts accounts,
            SignedPosts signed,
            Watched watched) {
        this.publishing = publishing;
        this.settling = settling;
        this.deliveries = deliveries;
        this.pauses = pauses;
        this.posts = posts;
        this.accounts = accounts;
        this.signed = signed;
        this.watched = watched;
    }

    @BeforeAll
    static void startNetworks() {
        mastodon = MastodonStandIn.start();
        mastodon.holdFor(Duration.ofSeconds(4));
        bluesky = BlueskyStandIn.start();
        bluesky.holdFor(Duration.ofSeconds(4));
    }

    @AfterAll
    static void stopNetworks() {
        mastodon.close();
        bluesky.close();
    }

    @Test
    void aSignedPostGoesOutOnceOnEachNetworkAndIsReadBackEqual() {
        Member writer = signed.writer();
        Content words = SignedPosts.thread("One open door, every evening.", "Ask your college too.");
        Submission submission = signed.signed(words, writer);

        List<Delivery> planned = publishing.schedule(
                submission.id(),
                List.of(accounts.on(bluesky).id(), accounts.on(mastodon).id()),
                Watched.now(),
                null,
                writer);

        for (Delivery delivery : planned) {
            Delivery sent = watched.eventually(delivery, d -> d.readBack() != null);
            assertThat(sent.state()).isEqualTo(State.SENT);
            assertThat(sent.readBack()).isEqualTo(Delivery.ReadBackFound.SAME);
            assertThat(deliveries.parts(sent.id()))
                    .extracting(DeliveryPart::state)
                    .containsExactly(DeliveryPart.State.SENT, DeliveryPart.State.SENT);
        }
        String mark = words.text().substring(words.text().length() - 8);
        assertThat(Watched.times(mastodon, mark)).isEqualTo(1);
        assertThat(Watched.times(bluesky, mark)).isEqualTo(1);
    }

    @Test
    void whatIsNotSignedWaitsAndGoesOutOnceItIs() {
        Member writer = signed.writer();
        Submission submission = signed.submitted(SignedPosts.words("Not signed yet."), writer);
        Delivery planned = watched.plan(submission, accounts.on(mastodon), writer);

        Delivery held = watched.eventually(planned, d -> d.state() == State.HELD);
        assertThat(held.held()).isEqualTo(Delivery.Held.NOT_SIGNED_OFF);

        signed.sign(submission);
        assertThat(watched.eventually(planned, d -> d.state() == State.SENT)).isNotNull();
    }

    @Test
    void anEditAfterApprovalIsNeverPublished() {
        Member writer = signed.writer();
        Content approved = SignedPosts.words("The approved words.");
        Submission submission = signed.signed(approved, writer);
        Account account = accounts.on(mastodon);
        Delivery planned = publishing
                .schedule(submission.id(), List.of(account.id()), Watched.in(Duration.ofHours(3)), null, writer)
                .getFirst();

        Post post = posts.find(submission.post()).orElseThrow();
        posts.save(post.id(), post.version(), approved.withText("Other words " + UUID.randomUUID()), writer.id());
        watched.makeDue(planned);

        Delivery held = watched.eventually(planned, d -> d.state() == State.HELD);
        assertThat(held.held()).isEqualTo(Delivery.Held.NOT_SIGNED_OFF);
        assertThat(deliveries.attempts(planned.id())).isEmpty();
    }

    @Test
    void aRevisionChangedBehindTheHubsBackIsNotPublished() {
        Member writer = signed.writer();
        Submission submission = signed.signed(SignedPosts.words("Signed words."), writer);
        Delivery planned = publishing
                .schedule(
                        submission.id(),
                        List.of(accounts.on(mastodon).id()),
                        Watched.in(Duration.ofHours(3)),
                        null,
                        writer)
                .getFirst();

        watched.behindOurBack().sql("""
                update posts.revision set content = cast(replace(cast(content as text), 'Signed', 'Forged') as jsonb)
                where post = :post
                """).param("post", submission.post()).update();
        watched.makeDue(planned);

        Delivery held = watched.eventually(planned, d -> d.state() == State.HELD);
        assertThat(held.held()).isEqualTo(Delivery.Held.CHANGED);
    }

    @Test
    void aSignatureMovedToTheAuthorBehindTheHubsBackIsRefused() {
        Member writer = signed.writer();
        Submission submission = signed.signed(SignedPosts.words("Whose signature?"), writer);
        Delivery planned = publishing
                .schedule(
                        submission.id(),
                        List.of(accounts.on(mastodon).id()),
                        Watched.in(Duration.ofHours(3)),
                        null,
                        writer)
                .getFirst();

        watched.behindOurBack()
                .sql("update review.sign_off set signer = :author where submission = :id")
                .param("author", writer.actor())
                .param("id", submission.id())
                .update();
        watched.makeDue(planned);

        Delivery held = watched.eventually(planned, d -> d.state() == State.HELD);
        assertThat(held.reason()).extracting(r -> r.key()).isEqualTo("review.no.tampered");
    }

    @Test
    void anAnswerThatSaysErrorThoughItIsPublishedIsFoundOutAndNotSentTwice() {
        Member writer = signed.writer();
        try (MastodonStandIn server = MastodonStandIn.start()) {
            Content words = SignedPosts.words("An error that is none.");
            Submission submission = signed.signed(words, writer);
            server.repertoire().next(Fault.ERROR_BUT_PUBLISHED);

            Delivery sent = watched.eventually(
                    watched.plan(submission, accounts.on(server), writer), d -> d.state() == State.SENT);

            assertThat(Watched.times(server, words.text().substring(words.text().length() - 8)))
                    .isEqualTo(1);
            assertThat(deliveries.attempts(sent.id()))
                    .extracting(AttemptMade::outcome)
                    .startsWith(AttemptMade.Result.AMBIGUOUS);
        }
    }

    @Test
    void whereNoKeyProtectsAPersonDecidesAboutAnUnknownOutcome() {
        Member writer = signed.writer();
        try (MastodonStandIn server = MastodonStandIn.start()) {
            server.take(MastodonStandIn.Habits.OTHER);
            Submission submission = signed.signed(SignedPosts.words("Nobody knows."), writer);
            server.repertoire().next(Fault.ERROR_NOT_PUBLISHED);

            Delivery waiting = watched.eventually(
                    watched.plan(submission, accounts.on(server), writer), d -> d.state() == State.AWAITING_PERSON);
            settling.settle(waiting.id(), Settling.Seen.NOT_THERE, null, writer);

            assertThat(watched.eventually(waiting, d -> d.state() == State.SENT))
                    .isNotNull();
            assertThat(server.created()).hasSize(1);
        }
    }

    @Test
    void aPauseHoldsEverythingAndEachHeldPostIsDecidedAbout() {
        Member writer = signed.writer();
        UUID campaign = UUID.randomUUID();
        Submission submission = signed.submitted(SignedPosts.words("Held by a pause."), writer, campaign);
        signed.sign(submission);
        Delivery planned = publishing
                .schedule(
                        submission.id(),
                        List.of(accounts.on(mastodon).id()),
                        Watched.in(Duration.ofMinutes(30)),
                        null,
                        writer)
                .getFirst();

        assertThat(pauses.begin(campaign, "Something terrible happened", writer))
                .extracting(Delivery::id)
                .containsExactly(planned.id());
        assertThatThrownBy(() -> publishing.keep(planned.id(), writer)).isInstanceOf(Problem.class);
        pauses.end(pauses.active(campaign).orElseThrow().id(), writer);

        assertThat(deliveries.find(planned.id()).orElseThrow().state()).isEqualTo(State.HELD);
        assertThat(publishing.keep(planned.id(), writer).state()).isEqualTo(State.SCHEDULED);
        publishing.drop(planned.id(), writer);
        assertThat(deliveries.find(planned.id()).orElseThrow().state()).isEqualTo(State.RETRACTED);
    }

    @Test
    void whatIsRetractedIsGoneFromTheNetwork() {
        Member writer = signed.writer();
        Submission submission = signed.signed(SignedPosts.words("To be taken back."), writer);
        Delivery sent = watched.eventually(
                watched.plan(submission, accounts.on(bluesky), writer), d -> d.state() == State.SENT);

        publishing.retract(sent.id(), writer);

        assertThat(watched.eventually(sent, d -> d.state() == State.RETRACTED)).isNotNull();
        assertThat(deliveries.attempts(sent.id()))
                .extracting(AttemptMade::outcome)
                .contains(AttemptMade.Result.DELETED);
    }

    @Test
    void whatIsLaterThanItsWindowAsksInsteadOfBeingSent() {
        Member writer = signed.writer();
        Submission submission = signed.signed(SignedPosts.words("Too late."), writer);
        Delivery planned = publishing
                .schedule(
                        submission.id(),
                        List.of(accounts.on(mastodon).id()),
                        Watched.in(Duration.ofHours(3)),
                        null,
                        writer)
                .getFirst();

        watched.behindOurBack().sql("""
                update publishing.delivery set due_at = now() - interval '2 hours',
                    late_after = now() - interval '1 hour', next_look_at = now() where id = :id
                """).param("id", planned.id()).update();

        assertThat(watched.eventually(planned, d -> d.state() == State.MISSED)).isNotNull();
        assertThat(deliveries.attempts(planned.id())).isEmpty();
        publishing.sendNow(planned.id(), writer);
        assertThat(watched.eventually(planned, d -> d.state() == State.SENT)).isNotNull();
    }

    @Test
    void theSameWordsAreNotPlannedTwiceForOneAccount() {
        Member writer = signed.writer();
        Submission submission = signed.signed(SignedPosts.words("Only once."), writer);
        Account account = accounts.on(mastodon);
        publishing.schedule(submission.id(), List.of(account.id()), Watched.in(Duration.ofHours(2)), null, writer);

        assertThatThrownBy(() -> publishing.schedule(
                        submission.id(), List.of(account.id()), Watched.in(Duration.ofHours(5)), null, writer))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.key()).isEqualTo("publishing.planned-already"));
    }

    @Test
    void aTimeThatTheSignaturesDoNotCoverIsRefused() {
        Member writer = signed.writer();
        Submission submission = signed.signed(SignedPosts.words("Next year."), writer);

        assertThatThrownBy(() -> publishing.schedule(
                        submission.id(),
                        List.of(accounts.on(mastodon).id()),
                        Watched.in(Duration.ofDays(90)),
                        null,
                        writer))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.key()).isEqualTo("publishing.outside-window"));
    }
}
