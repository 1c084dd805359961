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
import health.clarion.rig.StandIn;
import health.clarion.ui.Problem;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

@HubTest
class PublishingTest {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static MastodonStandIn mastodon;
    private static BlueskyStandIn bluesky;

    private final Publishing publishing;
    private final Settling settling;
    private final Deliveries deliveries;
    private final Pauses pauses;
    private final Posts posts;
    private final TestAccounts accounts;
    private final SignedPosts signed;
    private final JdbcClient behindOurBack;

    PublishingTest(
            Publishing publishing,
            Settling settling,
            Deliveries deliveries,
            Pauses pauses,
            Posts posts,
            TestAccounts accounts,
            SignedPosts signed,
            @Value("${clarion.test-owner-url}") String owner) {
        this.publishing = publishing;
        this.settling = settling;
        this.deliveries = deliveries;
        this.pauses = pauses;
        this.posts = posts;
        this.accounts = accounts;
        this.signed = signed;
        this.behindOurBack = JdbcClient.create(new DriverManagerDataSource(owner));
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
                now(),
                null,
                writer);

        for (Delivery delivery : planned) {
            Delivery sent = eventually(delivery, d -> d.readBack() != null);
            assertThat(sent.state()).isEqualTo(State.SENT);
            assertThat(sent.readBack()).isEqualTo(Delivery.ReadBackFound.SAME);
            assertThat(deliveries.parts(sent.id()))
                    .extracting(DeliveryPart::state)
                    .containsExactly(DeliveryPart.State.SENT, DeliveryPart.State.SENT);
        }
        String mark = words.text().substring(words.text().length() - 8);
        assertThat(times(mastodon, mark)).isEqualTo(1);
        assertThat(times(bluesky, mark)).isEqualTo(1);
    }

    @Test
    void whatIsNotSignedWaitsAndGoesOutOnceItIs() {
        Member writer = signed.writer();
        Submission submission = signed.submitted(SignedPosts.words("Not signed yet."), writer);
        Delivery planned = plan(submission, accounts.on(mastodon), writer);

        Delivery held = eventually(planned, d -> d.state() == State.HELD);
        assertThat(held.held()).isEqualTo(Delivery.Held.NOT_SIGNED_OFF);

        signed.sign(submission);
        assertThat(eventually(planned, d -> d.state() == State.SENT)).isNotNull();
    }

    @Test
    void anEditAfterApprovalIsNeverPublished() {
        Member writer = signed.writer();
        Content approved = SignedPosts.words("The approved words.");
        Submission submission = signed.signed(approved, writer);
        Account account = accounts.on(mastodon);
        Delivery planned = publishing
                .schedule(submission.id(), List.of(account.id()), in(Duration.ofHours(3)), null, writer)
                .getFirst();

        Post post = posts.find(submission.post()).orElseThrow();
        posts.save(post.id(), post.version(), approved.withText("Other words " + UUID.randomUUID()), writer.id());
        makeDue(planned);

        Delivery held = eventually(planned, d -> d.state() == State.HELD);
        assertThat(held.held()).isEqualTo(Delivery.Held.NOT_SIGNED_OFF);
        assertThat(deliveries.attempts(planned.id())).isEmpty();
    }

    @Test
    void aRevisionChangedBehindTheHubsBackIsNotPublished() {
        Member writer = signed.writer();
        Submission submission = signed.signed(SignedPosts.words("Signed words."), writer);
        Delivery planned = publishing
                .schedule(submission.id(), List.of(accounts.on(mastodon).id()), in(Duration.ofHours(3)), null, writer)
                .getFirst();

        behindOurBack.sql("""
                update posts.revision set content = cast(replace(cast(content as text), 'Signed', 'Forged') as jsonb)
                where post = :post
                """).param("post", submission.post()).update();
        makeDue(planned);

        Delivery held = eventually(planned, d -> d.state() == State.HELD);
        assertThat(held.held()).isEqualTo(Delivery.Held.CHANGED);
    }

    @Test
    void aSignatureMovedToTheAuthorBehindTheHubsBackIsRefused() {
        Member writer = signed.writer();
        Submission submission = signed.signed(SignedPosts.words("Whose signature?"), writer);
        Delivery planned = publishing
                .schedule(submission.id(), List.of(accounts.on(mastodon).id()), in(Duration.ofHours(3)), null, writer)
                .getFirst();

        behindOurBack
                .sql("update review.sign_off set signer = :author where submission = :id")
                .param("author", writer.actor())
                .param("id", submission.id())
                .update();
        makeDue(planned);

        Delivery held = eventually(planned, d -> d.state() == State.HELD);
        assertThat(held.reason()).extracting(r -> r.key()).isEqualTo("review.no.tampered");
    }

    @Test
    void anAnswerThatSaysErrorThoughItIsPublishedIsFoundOutAndNotSentTwice() {
        Member writer = signed.writer();
        try (MastodonStandIn server = MastodonStandIn.start()) {
            Content words = SignedPosts.words("An error that is none.");
            Submission submission = signed.signed(words, writer);
            server.repertoire().next(Fault.ERROR_BUT_PUBLISHED);

            Delivery sent = eventually(plan(submission, accounts.on(server), writer), d -> d.state() == State.SENT);

            assertThat(times(server, words.text().substring(words.text().length() - 8)))
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

            Delivery waiting =
                    eventually(plan(submission, accounts.on(server), writer), d -> d.state() == State.AWAITING_PERSON);
            settling.settle(waiting.id(), Settling.Seen.NOT_THERE, null, writer);

            assertThat(eventually(waiting, d -> d.state() == State.SENT)).isNotNull();
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
                        submission.id(), List.of(accounts.on(mastodon).id()), in(Duration.ofMinutes(30)), null, writer)
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
        Delivery sent = eventually(plan(submission, accounts.on(bluesky), writer), d -> d.state() == State.SENT);

        publishing.retract(sent.id(), writer);

        assertThat(eventually(sent, d -> d.state() == State.RETRACTED)).isNotNull();
        assertThat(deliveries.attempts(sent.id()))
                .extracting(AttemptMade::outcome)
                .contains(AttemptMade.Result.DELETED);
    }

    @Test
    void whatIsLaterThanItsWindowAsksInsteadOfBeingSent() {
        Member writer = signed.writer();
        Submission submission = signed.signed(SignedPosts.words("Too late."), writer);
        Delivery planned = publishing
                .schedule(submission.id(), List.of(accounts.on(mastodon).id()), in(Duration.ofHours(3)), null, writer)
                .getFirst();

        behindOurBack.sql("""
                update publishing.delivery set due_at = now() - interval '2 hours',
                    late_after = now() - interval '1 hour', next_look_at = now() where id = :id
                """).param("id", planned.id()).update();

        assertThat(eventually(planned, d -> d.state() == State.MISSED)).isNotNull();
        assertThat(deliveries.attempts(planned.id())).isEmpty();
        publishing.sendNow(planned.id(), writer);
        assertThat(eventually(planned, d -> d.state() == State.SENT)).isNotNull();
    }

    @Test
    void theSameWordsAreNotPlannedTwiceForOneAccount() {
        Member writer = signed.writer();
        Submission submission = signed.signed(SignedPosts.words("Only once."), writer);
        Account account = accounts.on(mastodon);
        publishing.schedule(submission.id(), List.of(account.id()), in(Duration.ofHours(2)), null, writer);

        assertThatThrownBy(() -> publishing.schedule(
                        submission.id(), List.of(account.id()), in(Duration.ofHours(5)), null, writer))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.key()).isEqualTo("publishing.planned-already"));
    }

    @Test
    void aTimeThatTheSignaturesDoNotCoverIsRefused() {
        Member writer = signed.writer();
        Submission submission = signed.signed(SignedPosts.words("Next year."), writer);

        assertThatThrownBy(() -> publishing.schedule(
                        submission.id(), List.of(accounts.on(mastodon).id()), in(Duration.ofDays(90)), null, writer))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.key()).isEqualTo("publishing.outside-window"));
    }

    private Delivery plan(Submission submission, Account account, Member writer) {
        return publishing
                .schedule(submission.id(), List.of(account.id()), now(), null, writer)
                .getFirst();
    }

    private void makeDue(Delivery delivery) {
        behindOurBack
                .sql("update publishing.delivery set due_at = now(), next_look_at = now() where id = :id")
                .param("id", delivery.id())
                .update();
    }

    private static Wall now() {
        return in(Duration.ZERO);
    }

    private static Wall in(Duration wait) {
        return new Wall(LocalDateTime.now(LONDON).plus(wait), LONDON);
    }

    private static long times(StandIn server, String mark) {
        return server.created().stream()
                .filter(line -> line.toString().contains(mark))
                .count();
    }

    // Looks until the delivery is as described, for at most half a minute.
    private Delivery eventually(Delivery delivery, Predicate<Delivery> described) {
        Instant end = Instant.now().plusSeconds(30);
        Delivery last = delivery;
        while (Instant.now().isBefore(end)) {
            last = deliveries.find(delivery.id()).orElseThrow();
            if (described.test(last)) {
                return last;
            }
            java.util.concurrent.locks.LockSupport.parkNanos(20_000_000);
        }
        throw new AssertionError("stayed " + last.state() + " " + last.held() + " " + last.reason() + " "
                + last.readBack() + ": " + deliveries.attempts(delivery.id()));
    }
}
