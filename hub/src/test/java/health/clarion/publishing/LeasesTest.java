package health.clarion.publishing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import health.clarion.HubTest;
import health.clarion.accounts.Account;
import health.clarion.accounts.TestAccounts;
import health.clarion.channels.Receipt;
import health.clarion.people.Member;
import health.clarion.posts.Content;
import health.clarion.posts.Submission;
import health.clarion.publishing.Delivery.State;
import health.clarion.publishing.Ledger.Start;
import health.clarion.publishing.Ledger.Taken;
import health.clarion.rig.BlueskyStandIn;
import health.clarion.rig.MastodonStandIn;
import health.clarion.ui.Problem;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;

/** Who may send, when two think that they may, and what stops them. */
@HubTest
class LeasesTest {

    private static MastodonStandIn mastodon;

    private final Ledger ledger;
    private final LateNews lateNews;
    private final Publishing publishing;
    private final Deliveries deliveries;
    private final Pauses pauses;
    private final TestAccounts accounts;
    private final SignedPosts signed;
    private final Watched watched;
    private final PublishingSettings settings;
    private final TransactionTemplate transaction;

    LeasesTest(
            Ledger ledger,
            LateNews lateNews,
            Publishing publishing,
            Deliveries deliveries,
            Pauses pauses,
            TestAccounts accounts,
            SignedPosts signed,
            Watched watched,
            PublishingSettings settings,
            TransactionTemplate transaction) {
        this.ledger = ledger;
        this.lateNews = lateNews;
        this.publishing = publishing;
        this.deliveries = deliveries;
        this.pauses = pauses;
        this.accounts = accounts;
        this.signed = signed;
        this.watched = watched;
        this.settings = settings;
        this.transaction = transaction;
    }

    @BeforeAll
    static void start() {
        mastodon = MastodonStandIn.start();
    }

    @AfterAll
    static void stop() {
        mastodon.close();
    }

    /** A worker that holds a delivery nobody else looks at for an hour. */
    private Taken taken(Member writer, UUID campaign, Content words) {
        Submission submission = signed.submitted(words, writer, campaign);
        signed.sign(submission);
        Delivery planned = watched.plan(submission, accounts.on(mastodon), Duration.ofHours(3), writer);
        return hold(planned, Duration.ofMinutes(1));
    }

    private Taken hold(Delivery delivery, Duration lease) {
        UUID token = UUID.randomUUID();
        watched.behindOurBack()
                .sql("""
                update publishing.delivery set state = 'SENDING', lease_token = :token, worker = 'test',
                    lease_until = now() + :lease * interval '1 millisecond', next_look_at = now() + interval '1 hour'
                where id = :id
                """)
                .param("token", token)
                .param("lease", lease.toMillis())
                .param("id", delivery.id())
                .update();
        return new Taken(watched.now(delivery), token, false, 0);
    }

    private Start start(Taken taken, int part) {
        return java.util.Objects.requireNonNull(
                transaction.execute(status -> ledger.startSending(taken, part, part == 0)));
    }

    private static Receipt receipt(String id) {
        return new Receipt(id, "https://example.org/" + id, "https://example.org/" + id, Map.of());
    }

    @Test
    void aWorkerThatWakesAfterItsLeaseNeitherSendsNorChangesAnything() {
        Member writer = signed.writer();
        Taken frozen = taken(writer, UUID.randomUUID(), SignedPosts.words("Two think they may."));
        assertThat(start(frozen, 0)).isEqualTo(Start.GO);
        assertThat(ledger.stillMine(frozen)).isTrue();

        Taken other = hold(frozen.delivery(), Duration.ofMinutes(1));

        assertThat(ledger.stillMine(frozen)).isFalse();
        assertThat(start(frozen, 0)).isEqualTo(Start.LEASE_LOST);
        ledger.saveStep(frozen, 0, "upload", "stolen");
        ledger.partIs(frozen, 0, DeliveryPart.State.WAITING);
        assertThat(ledger.giveBack(frozen, State.SCHEDULED, null, null, Duration.ZERO))
                .isFalse();
        assertThat(ledger.steps(frozen.delivery().id(), 0)).isEmpty();
        assertThat(ledger.stillMine(other)).isTrue();
    }

    @Test
    void aLeaseThatRanOutIsLostEvenWhileNobodyElseTookIt() {
        Taken frozen = taken(signed.writer(), UUID.randomUUID(), SignedPosts.words("Asleep."));
        hold(frozen.delivery(), Duration.ofMillis(-1));
        assertThat(ledger.stillMine(frozen)).isFalse();
        assertThat(start(frozen, 0)).isEqualTo(Start.LEASE_LOST);
    }

    @Test
    void aPauseShutsTheGateOfWhatIsStillBeingPrepared() {
        Member writer = signed.writer();
        UUID campaign = UUID.randomUUID();
        Taken preparing = taken(writer, campaign, SignedPosts.words("Pictures under way."));
        assertThat(start(preparing, 0)).isEqualTo(Start.GO);

        pauses.begin(campaign, "Something terrible happened", writer);

        assertThat(ledger.stillMine(preparing)).isFalse();
        assertThat(start(preparing, 0)).isEqualTo(Start.PAUSED);
        pauses.end(pauses.active(campaign).orElseThrow().id(), writer);
    }

    @Test
    void aGateThatHadToWaitForAPauseIsShut() {
        Member writer = signed.writer();
        UUID campaign = UUID.randomUUID();
        Taken preparing = hold(
                taken(writer, campaign, SignedPosts.words("Pictures that took long."))
                        .delivery(),
                settings.lease().dividedBy(2)); // so old a lease is renewed at the gate
        CompletableFuture<Boolean> gate = new CompletableFuture<>();

        transaction.executeWithoutResult(status -> {
            pauses.begin(campaign, "Something terrible happened", writer);
            gate.completeAsync(() -> ledger.stillMine(preparing));
            await().atMost(Duration.ofSeconds(10)).until(this::somebodyWaits);
        });

        assertThat(gate).succeedsWithin(Duration.ofSeconds(10)).isEqualTo(false);
        pauses.end(pauses.active(campaign).orElseThrow().id(), writer);
    }

    private boolean somebodyWaits() {
        return watched.behindOurBack()
                .sql("select exists (select from pg_locks where not granted)")
                .query(Boolean.class)
                .single();
    }

    @Test
    void aRetractionShutsItToo() {
        Member writer = signed.writer();
        Taken preparing = taken(writer, UUID.randomUUID(), SignedPosts.words("No, not that."));
        assertThat(start(preparing, 0)).isEqualTo(Start.GO);

        publishing.retract(preparing.delivery().id(), writer);

        assertThat(ledger.stillMine(preparing)).isFalse();
        assertThat(start(preparing, 0)).isEqualTo(Start.RETRACTED);
        ledger.endAttempt(preparing, 0, AttemptMade.Kind.SEND, AttemptMade.Result.TRY_LATER, null);
        ledger.partIs(preparing, 0, DeliveryPart.State.WAITING);
        assertThat(ledger.giveBack(preparing, State.SCHEDULED, null, null, Duration.ZERO))
                .isTrue();
        watched.until(preparing.delivery(), State.RETRACTED);
    }

    @Test
    void whatAWokenWorkerKnowsSpareAPersonTheLook() {
        Member writer = signed.writer();
        Taken frozen =
                taken(writer, UUID.randomUUID(), SignedPosts.words("News.").withThread(List.of("More news.")));
        start(frozen, 0);
        waitsForAPerson(frozen.delivery(), false);

        assertThat(ledger.partSent(frozen.delivery().id(), 0, receipt("1"))).isTrue();
        lateNews.itIsThere(frozen);

        // The rest goes on by itself, as an answer to a status that this stand-in never had: the network says no.
        watched.eventually(frozen.delivery(), d -> d.state() != State.AWAITING_PERSON);
        assertThat(deliveries.parts(frozen.delivery().id()).getFirst().state()).isEqualTo(DeliveryPart.State.SENT);
    }

    @Test
    void whatArrivesAfterItWasThoughtGoneIsTakenDown() {
        Member writer = signed.writer();
        Taken frozen = taken(writer, UUID.randomUUID(), SignedPosts.words("Back from the dead."));
        start(frozen, 0);
        watched.behindOurBack().sql("""
                update publishing.delivery set state = 'RETRACTED', retract_asked = true, lease_token = null,
                    next_look_at = 'infinity' where id = :id
                """).param("id", frozen.delivery().id()).update();
        watched.behindOurBack()
                .sql("update publishing.part set state = 'RETRACTED' where delivery = :id")
                .param("id", frozen.delivery().id())
                .update();

        ledger.partSent(frozen.delivery().id(), 0, receipt("2"));
        lateNews.itIsThere(frozen);

        Delivery down = watched.until(frozen.delivery(), State.RETRACTED);
        assertThat(deliveries.attempts(down.id())).extracting(AttemptMade::kind).contains(AttemptMade.Kind.RETRACT);
    }

    @Test
    void aSecondPostOfOnePartIsNoticed() {
        Taken frozen = taken(signed.writer(), UUID.randomUUID(), SignedPosts.words("Me too."));
        assertThat(ledger.partSent(frozen.delivery().id(), 0, receipt("first"))).isTrue();
        assertThat(ledger.partSent(frozen.delivery().id(), 0, receipt("first"))).isTrue();
        assertThat(ledger.partSent(frozen.delivery().id(), 0, receipt("second")))
                .isFalse();
        assertThat(deliveries.parts(frozen.delivery().id()).getFirst().receipt())
                .extracting(Receipt::id)
                .isEqualTo("first");
    }

    private void waitsForAPerson(Delivery delivery, boolean askedBack) {
        watched.behindOurBack()
                .sql("""
                update publishing.delivery set state = 'AWAITING_PERSON', retract_asked = :back, lease_token = null,
                    next_look_at = 'infinity' where id = :id
                """)
                .param("back", askedBack)
                .param("id", delivery.id())
                .update();
    }

    @Test
    void anAccountDisconnectedBeforeSendingHoldsAndGoesOnOnceItIsConnectedAgain() {
        Member writer = signed.writer();
        MastodonStandIn.Account there = mastodon.createAccount("harbour-" + UUID.randomUUID(), "Harbour Minds");
        Account account = accounts.on(mastodon, there);
        Delivery planned = watched.plan(
                signed.signed(SignedPosts.words("Gone and back."), writer), account, Duration.ofMinutes(30), writer);
        accounts.disconnect(account);
        watched.makeDue(planned);
        assertThat(watched.until(planned, State.HELD).held()).isEqualTo(Delivery.Held.ACCOUNT);
        assertThat(deliveries.attempts(planned.id())).isEmpty();

        accounts.connectAgain(account, there);
        publishing.keep(planned.id(), writer);

        watched.until(planned, State.SENT);
    }

    @Test
    void aServerThatIsAwayIsNoDisconnectionAndNoPersonIsAsked() {
        Member writer = signed.writer();
        BlueskyStandIn away = BlueskyStandIn.start();
        Account account = accounts.on(away);
        away.close();

        Delivery planned = watched.plan(signed.signed(SignedPosts.words("Hello?"), writer), account, writer);

        watched.eventually(planned, d -> deliveries.attempts(d.id()).stream()
                .anyMatch(attempt -> attempt.outcome() == AttemptMade.Result.TRY_LATER));
        assertThat(watched.eventually(planned, d -> d.state() != State.SENDING).state())
                .isEqualTo(State.SCHEDULED);
        assertThat(accounts.status(account)).isEqualTo(Account.Status.CONNECTED);
        publishing.drop(planned.id(), writer);
    }

    @Test
    void whatWasMissedIsNotSentBesideTheSameWordsPlannedAnew() {
        Member writer = signed.writer();
        Submission submission = signed.signed(SignedPosts.words("Once only."), writer);
        Account account = accounts.on(mastodon);
        Delivery missed = watched.plan(submission, account, Duration.ofHours(3), writer);
        watched.makeLate(missed);
        watched.until(missed, State.MISSED);
        watched.until(watched.plan(submission, account, writer), State.SENT);

        assertThatThrownBy(() -> publishing.sendNow(missed.id(), writer))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.key()).isEqualTo("publishing.planned-already"));
        publishing.drop(missed.id(), writer);
    }

    @Test
    void aReviewThatWasChangedBehindOurBackKeepsNobodyFromTakingThePostOutOfTheCalendar() {
        Member writer = signed.writer();
        Submission submission = signed.submitted(SignedPosts.words("Take me out."), writer, UUID.randomUUID());
        Delivery planned = watched.plan(submission, accounts.on(mastodon), Duration.ofHours(3), writer);
        watched.behindOurBack()
                .sql("update review.request set authors = '{}' where submission = :id")
                .param("id", submission.id())
                .update();

        publishing.move(planned.id(), Watched.in(Duration.ofHours(4)), writer);
        publishing.drop(planned.id(), writer);

        assertThat(watched.now(planned).state()).isEqualTo(State.RETRACTED);
    }

    @Test
    void wordsThatWereReplacedCanNotBePlannedAnyMore() {
        Member writer = signed.writer();
        Content first = SignedPosts.words("The first words.");
        Submission old = signed.signed(first, writer);
        signed.resubmitted(old.post(), first.withText("Better words " + UUID.randomUUID()), writer);

        assertThatThrownBy(() -> watched.plan(old, accounts.on(mastodon), writer))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.key()).isEqualTo("publishing.words-replaced"));
    }
}
