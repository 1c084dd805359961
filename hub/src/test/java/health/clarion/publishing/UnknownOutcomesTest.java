package health.clarion.publishing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.clarion.HubTest;
import health.clarion.accounts.Account;
import health.clarion.accounts.TestAccounts;
import health.clarion.people.Member;
import health.clarion.posts.Content;
import health.clarion.posts.Submission;
import health.clarion.publishing.Delivery.State;
import health.clarion.rig.Fault;
import health.clarion.rig.MastodonStandIn;
import health.clarion.rig.MastodonStandIn.Habits;
import health.clarion.ui.Problem;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What becomes of posts whose fate nobody knows at first. */
@HubTest
class UnknownOutcomesTest {

    private static final Set<Fault> WITHOUT_EFFECT = Set.of(Fault.ERROR_NOT_PUBLISHED, Fault.RESET_BEFORE);

    private final Publishing publishing;
    private final Settling settling;
    private final Deliveries deliveries;
    private final TestAccounts accounts;
    private final SignedPosts signed;
    private final Watched watched;
    private final List<MastodonStandIn> servers = new ArrayList<>();

    UnknownOutcomesTest(
            Publishing publishing,
            Settling settling,
            Deliveries deliveries,
            TestAccounts accounts,
            SignedPosts signed,
            Watched watched) {
        this.publishing = publishing;
        this.settling = settling;
        this.deliveries = deliveries;
        this.accounts = accounts;
        this.signed = signed;
        this.watched = watched;
    }

    @AfterEach
    void stopServers() {
        servers.forEach(MastodonStandIn::close);
    }

    private MastodonStandIn server(Habits habits) {
        MastodonStandIn server = MastodonStandIn.start();
        server.take(habits);
        server.holdFor(Duration.ofSeconds(4));
        servers.add(server);
        return server;
    }

    private record Case(Fault fault, int place, MastodonStandIn server, Delivery delivery) {

        @Override
        public String toString() {
            return fault + " at part " + place;
        }
    }

    /** A thread of three for each way to fail at each place, all at the same time. */
    private List<Case> threads(Habits habits) {
        Member writer = signed.writer();
        Content words = SignedPosts.words("One open door.").withThread(List.of("Ask for the key.", "Bring a friend."));
        Submission submission = signed.signed(words, writer);
        List<Case> cases = new ArrayList<>();
        for (Fault fault : Fault.values()) {
            for (int place = 0; place < (fault == Fault.NONE ? 1 : 3); place++) {
                MastodonStandIn server = server(habits);
                server.repertoire().next(Collections.nCopies(place, Fault.NONE).toArray(Fault[]::new));
                server.repertoire().next(fault);
                cases.add(new Case(fault, place, server, watched.plan(submission, accounts.on(server), writer)));
            }
        }
        return cases;
    }

    @Test
    void aThreadSurvivesEveryFailureInEveryPlaceWhereTheKeyIsEnforced() {
        for (Case one : threads(Habits.MASTODON)) {
            Delivery sent = watched.eventually(one.delivery(), d -> d.readBack() != null);
            assertThat(sent.readBack()).as(one.toString()).isEqualTo(Delivery.ReadBackFound.SAME);
            assertHangsTogether(one, 3);
        }
    }

    @Test
    void whereKeysAreIgnoredAPersonIsAskedOnlyAboutWhatCouldNotBeFoundAndNothingComesTwice() {
        Member writer = signed.writer();
        for (Case one : threads(Habits.OTHER)) {
            Delivery rest = watched.eventually(
                    one.delivery(), d -> d.state() == State.SENT || d.state() == State.AWAITING_PERSON);
            boolean nobodyKnows = WITHOUT_EFFECT.contains(one.fault());
            assertThat(rest.state()).as(one.toString()).isEqualTo(nobodyKnows ? State.AWAITING_PERSON : State.SENT);
            if (nobodyKnows) {
                assertHangsTogether(one, one.place());
                settling.settle(rest.id(), Settling.Seen.NOT_THERE, null, writer);
                watched.until(rest, State.SENT);
            }
            assertHangsTogether(one, 3);
        }
    }

    private static void assertHangsTogether(Case one, int parts) {
        List<JsonNode> created = one.server().created();
        assertThat(created).as(one.toString()).hasSize(parts);
        for (int i = 0; i < parts; i++) {
            String parent = i == 0 ? "" : created.get(i - 1).path("id").asString();
            assertThat(created.get(i).path("inReplyTo").asString())
                    .as(one.toString())
                    .isEqualTo(parent);
        }
    }

    @Test
    void aKeyOlderThanAnHourIsNotTrustedAnyMore() {
        Member writer = signed.writer();
        MastodonStandIn server = server(Habits.MASTODON);
        server.repertoire().next(Fault.ERROR_NOT_PUBLISHED);
        Delivery planned =
                watched.plan(signed.signed(SignedPosts.words("An old key."), writer), accounts.on(server), writer);
        watched.until(planned, State.AMBIGUOUS);

        watched.behindOurBack()
                .sql("update publishing.part set key_since = now() - interval '56 minutes' where delivery = :id")
                .param("id", planned.id())
                .update();

        watched.until(planned, State.AWAITING_PERSON);
        assertThat(server.created()).isEmpty();
    }

    @Test
    void whatTurnsUpAfterAPersonSaidItIsNotThereIsNotSentAgain() throws Exception {
        Member writer = signed.writer();
        MastodonStandIn server = server(Habits.OTHER);
        Content words = SignedPosts.words("Slow to arrive.");
        Account account = accounts.on(server);
        server.repertoire().next(Fault.ERROR_NOT_PUBLISHED);
        Delivery waiting =
                watched.until(watched.plan(signed.signed(words, writer), account, writer), State.AWAITING_PERSON);

        arrivesLate(server, account, words.text());
        settling.settle(waiting.id(), Settling.Seen.NOT_THERE, null, writer);

        watched.until(waiting, State.SENT);
        assertThat(server.created()).hasSize(1);
    }

    // As a request that was cut off long ago and was worked on only now.
    private static void arrivesLate(MastodonStandIn server, Account account, String text) throws Exception {
        String body = JsonMapper.builder()
                .build()
                .createObjectNode()
                .put("status", text)
                .put("language", "en")
                .put("visibility", "public")
                .toString();
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = client.send(
                    HttpRequest.newBuilder(server.url().resolve("/api/v1/statuses"))
                            .header("Content-Type", "application/json")
                            .header("User-Agent", "late")
                            .header("Authorization", "Bearer token-" + account.handle())
                            .POST(HttpRequest.BodyPublishers.ofString(body))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        }
    }

    @Test
    void aPersonsAddressIsLookedAtAndBothAnswersAreSafeWhenPressedTwice() throws Exception {
        Member writer = signed.writer();
        MastodonStandIn server = server(Habits.OTHER);
        Content words = SignedPosts.words("Look for me.");
        Account account = accounts.on(server);
        server.repertoire().next(Fault.ERROR_NOT_PUBLISHED);
        Delivery waiting =
                watched.until(watched.plan(signed.signed(words, writer), account, writer), State.AWAITING_PERSON);
        arrivesLate(server, account, words.text());
        String id = server.created().getFirst().path("id").asString();
        Account other = accounts.on(server);
        arrivesLate(server, other, "Not ours");
        String theirs = server.created().getLast().path("id").asString();

        assertRefused(waiting, server.url() + "/@" + other.handle() + "/" + theirs, writer);
        assertRefused(waiting, server.url() + "/@" + account.handle() + "/12345", writer);
        assertRefused(waiting, "https://elsewhere.example/@harbour/" + id, writer);
        assertThat(watched.now(waiting).state()).isEqualTo(State.AWAITING_PERSON);

        String address = server.url() + "/@" + account.handle() + "/" + id;
        settling.settle(waiting.id(), Settling.Seen.THERE, address, writer);
        assertThat(watched.now(waiting).state()).isEqualTo(State.SENT);
        assertThatThrownBy(() -> settling.settle(waiting.id(), Settling.Seen.THERE, address, writer))
                .isInstanceOf(Problem.class);
        assertThatThrownBy(() -> settling.settle(waiting.id(), Settling.Seen.NOT_THERE, null, writer))
                .isInstanceOf(Problem.class);
        assertThat(server.created()).hasSize(2);
        assertThat(watched.eventually(waiting, d -> d.readBack() != null).readBack())
                .isEqualTo(Delivery.ReadBackFound.SAME);
    }

    private void assertRefused(Delivery waiting, String address, Member writer) {
        assertThatThrownBy(() -> settling.settle(waiting.id(), Settling.Seen.THERE, address, writer))
                .isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.key())
                        .isEqualTo("publishing.nothing-of-ours-there"));
    }

    @Test
    void aThreadThatIsHalfOutIsTakenDownAndAPersonIsAskedOnlyAboutThePartNobodyCanFind() {
        Member writer = signed.writer();
        MastodonStandIn server = server(Habits.OTHER);
        Content words = SignedPosts.words("Half of me.").withThread(List.of("The other half.", "And the rest."));
        server.repertoire().next(Fault.NONE, Fault.ERROR_NOT_PUBLISHED);
        Delivery half = watched.until(
                watched.plan(signed.signed(words, writer), accounts.on(server), writer), State.AWAITING_PERSON);

        publishing.retract(half.id(), writer);

        Delivery asked = watched.eventually(half, d -> d.state() == State.AWAITING_PERSON && d.askedBack());
        assertThat(deliveries.parts(half.id()))
                .extracting(DeliveryPart::state)
                .containsExactly(
                        DeliveryPart.State.RETRACTED, DeliveryPart.State.AMBIGUOUS, DeliveryPart.State.RETRACTED);
        settling.settle(asked.id(), Settling.Seen.NOT_THERE, null, writer);
        assertThat(watched.now(half).state()).isEqualTo(State.RETRACTED);
        assertThat(server.created()).hasSize(1);
    }

    @Test
    void aPartOfAThreadWithAnUnknownOutcomeIsFoundWhenItIsTakenDown() {
        Member writer = signed.writer();
        MastodonStandIn server = server(Habits.OTHER);
        Content words = SignedPosts.words("Found again.").withThread(List.of("Below the first."));
        server.repertoire().next(Fault.NONE, Fault.ERROR_BUT_PUBLISHED);
        Delivery planned = watched.plan(signed.signed(words, writer), accounts.on(server), writer);
        watched.until(planned, State.AMBIGUOUS);

        publishing.retract(planned.id(), writer);

        watched.until(planned, State.RETRACTED);
        assertThat(deliveries.attempts(planned.id()))
                .filteredOn(attempt -> attempt.outcome() == AttemptMade.Result.DELETED)
                .hasSize(2);
    }

    @Test
    void whatWasLeftAloneCanStillBeTakenDown() {
        Member writer = signed.writer();
        MastodonStandIn server = server(Habits.OTHER);
        Content words = SignedPosts.words("Leave me.").withThread(List.of("Or not."));
        server.repertoire().next(Fault.NONE, Fault.ERROR_NOT_PUBLISHED);
        Delivery half = watched.until(
                watched.plan(signed.signed(words, writer), accounts.on(server), writer), State.AWAITING_PERSON);
        settling.settle(half.id(), Settling.Seen.LEAVE, null, writer);
        assertThat(watched.now(half).state()).isEqualTo(State.REFUSED);

        publishing.retract(half.id(), writer);

        watched.eventually(half, d -> d.state() == State.AWAITING_PERSON && d.askedBack());
        settling.settle(half.id(), Settling.Seen.NOT_THERE, null, writer);
        assertThat(watched.now(half).state()).isEqualTo(State.RETRACTED);
    }

    @Test
    void aRetractionAskedDuringTheLastRequestIsNotForgotten() {
        Member writer = signed.writer();
        MastodonStandIn server = server(Habits.MASTODON);
        server.slowDownBy(Duration.ofSeconds(1));
        server.repertoire().next(Fault.SLOW);
        Delivery planned =
                watched.plan(signed.signed(SignedPosts.words("Wait, no."), writer), accounts.on(server), writer);
        watched.eventually(planned, d -> !deliveries.attempts(planned.id()).isEmpty());

        publishing.retract(planned.id(), writer);

        watched.until(planned, State.RETRACTED);
        assertThat(gone(server, planned)).isTrue();
    }

    private boolean gone(MastodonStandIn server, Delivery delivery) {
        return server.created().isEmpty()
                || deliveries.attempts(delivery.id()).stream()
                        .anyMatch(attempt -> attempt.outcome() == AttemptMade.Result.DELETED);
    }

    @Test
    void aNetworkThatAsksUsToWaitIsAskedAgainOnlyThen() {
        Member writer = signed.writer();
        MastodonStandIn server = server(Habits.MASTODON);
        server.repertoire().next(Fault.BUSY);
        Delivery sent = watched.until(
                watched.plan(signed.signed(SignedPosts.words("Patience."), writer), accounts.on(server), writer),
                State.SENT);

        List<AttemptMade> tries = deliveries.attempts(sent.id());
        assertThat(tries)
                .extracting(AttemptMade::outcome)
                .containsExactly(AttemptMade.Result.TRY_LATER, AttemptMade.Result.SENT);
        // The stand-in's X-RateLimit-Reset is one second after its answer.
        assertThat(Duration.between(
                        tries.getFirst().startedAt(), tries.getLast().startedAt()))
                .isGreaterThanOrEqualTo(Duration.ofMillis(900));
    }
}
