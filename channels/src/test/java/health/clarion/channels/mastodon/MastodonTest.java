package health.clarion.channels.mastodon;

import static health.clarion.channels.TestRun.attempt;
import static health.clarion.channels.TestRun.found;
import static health.clarion.channels.TestRun.media;
import static health.clarion.channels.TestRun.part;
import static health.clarion.channels.TestRun.parts;
import static health.clarion.channels.TestRun.photo;
import static health.clarion.channels.TestRun.sent;
import static health.clarion.channels.TestRun.with;
import static health.clarion.channels.TestRun.withPictures;
import static org.assertj.core.api.Assertions.assertThat;

import health.clarion.channels.Attempt;
import health.clarion.channels.Connection;
import health.clarion.channels.Credentials.OAuthToken;
import health.clarion.channels.CredentialsStore;
import health.clarion.channels.Deletion;
import health.clarion.channels.Incoming;
import health.clarion.channels.IncomingPage;
import health.clarion.channels.Outcome;
import health.clarion.channels.Outgoing;
import health.clarion.channels.OutgoingPart;
import health.clarion.channels.Part;
import health.clarion.channels.Preflight;
import health.clarion.channels.ReadBack;
import health.clarion.channels.Receipt;
import health.clarion.channels.TestRun;
import health.clarion.channels.TestRun.Photo;
import health.clarion.networks.Field;
import health.clarion.networks.Network;
import health.clarion.rig.Fault;
import health.clarion.rig.MastodonStandIn;
import health.clarion.rig.MastodonStandIn.Habits;
import java.awt.Color;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Against a strict Mastodon, one that fails on purpose, and servers with an accent. */
class MastodonTest {

    private final MastodonChannel channel = new MastodonChannel(TestRun.GATEWAY, Clock.systemUTC());
    private final MastodonStandIn server = MastodonStandIn.start();
    private final MastodonStandIn.Account account = server.createAccount("harbourminds", "Harbour Minds");
    private final Connection connection = connection(account);

    private Connection connection(MastodonStandIn.Account of) {
        OAuthToken token = new OAuthToken(of.id(), of.clientId(), of.clientSecret(), of.accessToken(), null, null);
        return new Connection(
                Network.MASTODON, server.url(), of.username() + "@localhost", token, CredentialsStore.inMemory(token));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aPostIsReadBackEqual() {
        String text =
                "Parlem-ne & escoltem: “l’estació” <3\n\nhttps://harbour.example/obert?a=1&b=2 #UnaPortaOberta\n@joao@elsewhere.example vine!";
        Part part = parts(channel, Outgoing.of(Network.MASTODON, "ca-ES", text), connection)
                .getFirst();

        Receipt receipt = sent(channel.publish(part, attempt(channel), connection));

        ReadBack.Found found = found(channel.readBack(part, receipt, connection));
        assertThat(found.differences()).isEmpty();
        assertThat(found.published().text()).isEqualTo(text);
        assertThat(found.published().languages()).containsExactly("ca");
        assertThat(found.published().links()).containsExactly("https://harbour.example/obert?a=1&b=2");
        assertThat(receipt.url()).startsWith(server.url().toString());
    }

    @Test
    void aServerThatTellsNoSourceIsReadFromItsHtml() {
        server.take(Habits.OTHER);
        String text = "Line one\nline two & more\n\nhttps://harbour.example/a-long-address #OneOpenDoor";
        Part part = part(channel, text, connection);

        Receipt receipt = sent(channel.publish(part, attempt(channel), connection));

        assertThat(found(channel.readBack(part, receipt, connection)).differences())
                .isEmpty();
    }

    @Test
    void anEditByAnybodyIsADifferenceEvenUnderANewId() throws Exception {
        server.take(Habits.OTHER);
        Part part = part(channel, "What was signed", connection);
        Receipt receipt = sent(channel.publish(part, attempt(channel), connection));
        server.edit(receipt.id(), "What nobody signed");

        ReadBack.Found found = found(channel.readBack(part, receipt, connection));

        assertThat(found.receipt().id()).isNotEqualTo(receipt.id());
        assertThat(found.differences()).extracting(reason -> reason.key()).containsExactly("channels.differs.text");
        assertThat(channel.delete(receipt, connection)).isEqualTo(new Deletion.Deleted());
        assertThat(channel.readBack(part, receipt, connection)).isInstanceOf(ReadBack.Missing.class);
    }

    @Test
    void picturesWithDescriptionsAndAContentWarningArrive() {
        Photo door = photo(Color.BLUE, 320, 200, "Una porta blava, “mig oberta”");
        Photo harbour = photo(Color.ORANGE, 200, 320, "The harbour at dusk");
        Outgoing outgoing = new Outgoing(
                Network.MASTODON,
                "en",
                List.of(new OutgoingPart("Two pictures", List.of(door.picture(), harbour.picture()))),
                "Grief",
                Map.of(),
                null);
        Part part = parts(channel, outgoing, connection).getFirst();

        Receipt receipt = sent(channel.publish(part, attempt(channel, media(door, harbour)), connection));

        ReadBack.Found found = found(channel.readBack(part, receipt, connection));
        assertThat(found.differences()).isEmpty();
        assertThat(found.published().contentWarning()).isEqualTo("Grief");
        assertThat(found.published().pictures())
                .containsExactly(
                        new ReadBack.Shown("Una porta blava, “mig oberta”", 320, 200),
                        new ReadBack.Shown("The harbour at dusk", 200, 320));
    }

    @Test
    void aPictureInTheWorksIsWaitedForAndUploadedOnce() {
        server.take(Habits.MASTODON.withMediaLooks(2));
        Photo photo = photo(Color.GREEN, 40, 40, "Green");
        Part part = parts(channel, withPictures(Network.MASTODON, "Waits", photo), connection)
                .getFirst();
        Attempt attempt = attempt(channel, media(photo));
        Attempt hurried = with(attempt, () -> true, Instant.now().plusMillis(1_200));

        Outcome first = channel.publish(part, hurried, connection);
        assertThat(first).isInstanceOf(Outcome.TryLater.class);
        assertThat(attempt.steps().get("mastodon.media." + photo.picture().sha256()))
                .isNotBlank();

        sent(channel.publish(part, attempt, connection));
        assertThat(server.created()).hasSize(1);
    }

    @Test
    void aThreadHangsTogether() {
        Outgoing outgoing = new Outgoing(
                Network.MASTODON,
                "en",
                List.of(new OutgoingPart("First", List.of()), new OutgoingPart("Second", List.of())),
                null,
                Map.of(),
                null);
        List<Part> parts = parts(channel, outgoing, connection);

        Receipt first = sent(channel.publish(parts.get(0), attempt(channel), connection));
        sent(channel.publish(parts.get(1), attempt(channel, media(), first, first), connection));

        assertThat(server.created().getLast().path("inReplyTo").asString()).isEqualTo(first.id());
        assertThat(channel.metrics(first, connection).replies()).hasValue(1);
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void whateverGoesWrongTheSameKeySentAgainIsThereOnce(Fault fault) {
        server.slowDownBy(Duration.ofMillis(50));
        server.repertoire().next(fault);
        Part part = part(channel, "Once, whatever happens", connection);
        Attempt attempt = attempt(channel);

        Outcome first =
                channel.publish(part, with(attempt, () -> true, Instant.now().plusMillis(1_500)), connection);

        switch (fault) {
            case NONE, SLOW -> assertThat(first).isInstanceOf(Outcome.Sent.class);
            case BUSY ->
                assertThat(first).isInstanceOfSatisfying(Outcome.TryLater.class, later -> assertThat(later.notBefore())
                        .isBetween(Instant.now(), Instant.now().plusSeconds(3)));
            case ERROR_BUT_PUBLISHED, ERROR_NOT_PUBLISHED, TIMEOUT_BUT_PUBLISHED, RESET_BEFORE ->
                assertThat(first).isInstanceOf(Outcome.Ambiguous.class);
        }
        boolean there = server.created().size() == 1;
        assertThat(channel.reconcile(part, attempt, connection))
                .isInstanceOf(there ? Outcome.Sent.class : Outcome.NotFound.class);
        assertThat(channel.trustsKey(attempt, connection, Instant.now())).isTrue();
        sent(channel.publish(part, with(attempt, () -> true, Instant.now().plusSeconds(5)), connection));
        assertThat(server.created()).hasSize(1);
    }

    @Test
    void keysAreTrustedForLessThanAnHourAndOnlyOnMastodonItself() {
        Attempt attempt = attempt(channel);
        assertThat(channel.trustsKey(attempt, connection, attempt.keySince().plus(Duration.ofMinutes(54))))
                .isTrue();
        assertThat(channel.trustsKey(attempt, connection, attempt.keySince().plus(Duration.ofMinutes(56))))
                .isFalse();

        server.take(Habits.OTHER);
        MastodonChannel fresh = new MastodonChannel(TestRun.GATEWAY, Clock.systemUTC());
        assertThat(fresh.enforcesKey(connection)).isFalse();
    }

    @Test
    void reconcilingLooksOnlyAtWhatIsNoOlderThanTheFirstAttempt() {
        Part part = part(channel, "Every Tuesday the same words", connection);
        sent(channel.publish(part, attempt(channel), connection));
        Instant later = Instant.now().plusSeconds(3_600);
        Attempt nextWeek = new Attempt(
                "another-key",
                later,
                later,
                1,
                null,
                null,
                attempt(channel).steps(),
                media(),
                () -> true,
                later.plusSeconds(30));

        assertThat(channel.reconcile(part, nextWeek, connection)).isInstanceOf(Outcome.NotFound.class);
    }

    @Test
    void reconcilingTellsAnAnswerFromAFirstPartWithTheSameWords() {
        Part part = part(channel, "The same words", connection);
        Attempt first = attempt(channel);
        Receipt receipt = sent(channel.publish(part, first, connection));
        Attempt answer = attempt(channel, media(), receipt, receipt);

        assertThat(channel.reconcile(part, answer, connection)).isInstanceOf(Outcome.NotFound.class);
        assertThat(sent(channel.reconcile(part, first, connection))).isEqualTo(receipt);
    }

    @Test
    void whenTheAccountCanNotBeLookedThroughTheOutcomeStaysUnknown() {
        Part part = part(channel, "Unknown", connection);
        server.close();

        assertThat(channel.reconcile(part, attempt(channel), connection)).isInstanceOf(Outcome.Ambiguous.class);
    }

    @Test
    void aServersOwnLimitsAreRespected() {
        assertThat(channel.capabilities(connection).limits(Field.TEXT))
                .anySatisfy(limit -> assertThat(limit.max()).isEqualTo(500));
        assertThat(channel.preflight(
                        Outgoing.of(Network.MASTODON, "en", "x".repeat(501)), channel.capabilities(connection)))
                .isInstanceOf(Preflight.NotPossible.class);

        server.take(Habits.OTHER);
        MastodonChannel fresh = new MastodonChannel(TestRun.GATEWAY, Clock.systemUTC());
        assertThat(fresh.capabilities(connection).images().maxCount()).isEqualTo(4);
    }

    @Test
    void aRevokedTokenAsksForASignIn() {
        server.revoke(account);

        assertThat(channel.publish(part(channel, "Revoked", connection), attempt(channel), connection))
                .isInstanceOfSatisfying(Outcome.Refused.class, refused -> assertThat(refused.needsSignIn())
                        .isTrue());
        assertThat(channel.incoming("", connection)).isInstanceOf(IncomingPage.Unavailable.class);
    }

    @Test
    void whatTheServerRefusesSaysWhy() {
        Part forced = StatusPayload.render(Outgoing.of(Network.MASTODON, "en", "x".repeat(501)))
                .getFirst();

        assertThat(channel.publish(forced, attempt(channel), connection))
                .isInstanceOfSatisfying(Outcome.Refused.class, refused -> assertThat(
                                refused.reason().arguments().get(1))
                        .contains("character limit of 500"));
    }

    @Test
    void aWorkerThatLostItsLeaseSendsNothing() {
        Attempt attempt = with(attempt(channel), () -> false, Instant.now().plusSeconds(5));

        assertThat(channel.publish(part(channel, "Not mine", connection), attempt, connection))
                .isInstanceOf(Outcome.TryLater.class);
        assertThat(server.created()).isEmpty();
    }

    @Test
    void mentionsAndRepliesComeInOrderAPageAtATime() {
        Receipt receipt = sent(channel.publish(part(channel, "Talk to us", connection), attempt(channel), connection));
        server.mention(account, "ana@elsewhere.example", "<p>Hello <span>@harbourminds</span></p>", "");
        IncomingPage.Page first = (IncomingPage.Page) channel.incoming("", connection);
        assertThat(first.items()).singleElement().satisfies(item -> {
            assertThat(item.kind()).isEqualTo(Incoming.Kind.MENTION);
            assertThat(item.text()).isEqualTo("Hello @harbourminds");
        });
        for (int i = 1; i <= 90; i++) {
            server.mention(account, "ben@elsewhere.example", "<p>Reply&nbsp;" + i + "</p>", receipt.id());
        }

        List<Incoming> items = new ArrayList<>();
        IncomingPage.Page page = (IncomingPage.Page) channel.incoming(first.next(), connection);
        items.addAll(page.items());
        while (page.more()) {
            page = (IncomingPage.Page) channel.incoming(page.next(), connection);
            items.addAll(page.items());
        }

        assertThat(items).hasSize(90).allMatch(item -> item.kind() == Incoming.Kind.REPLY);
        assertThat(items.getLast().inReplyTo()).isEqualTo(receipt.id());
        assertThat(((IncomingPage.Page) channel.incoming(page.next(), connection)).items())
                .isEmpty();
    }
}
