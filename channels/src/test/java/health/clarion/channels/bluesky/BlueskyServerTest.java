package health.clarion.channels.bluesky;

import static health.clarion.channels.TestRun.attempt;
import static health.clarion.channels.TestRun.found;
import static health.clarion.channels.TestRun.media;
import static health.clarion.channels.TestRun.part;
import static health.clarion.channels.TestRun.parts;
import static health.clarion.channels.TestRun.photo;
import static health.clarion.channels.TestRun.sent;
import static health.clarion.channels.TestRun.withPictures;
import static org.assertj.core.api.Assertions.assertThat;

import health.clarion.channels.Attempt;
import health.clarion.channels.CanonicalJson;
import health.clarion.channels.Connection;
import health.clarion.channels.Credentials.AppPassword;
import health.clarion.channels.Credentials.Session;
import health.clarion.channels.CredentialsStore;
import health.clarion.channels.Deletion;
import health.clarion.channels.IncomingPage;
import health.clarion.channels.LinkCard;
import health.clarion.channels.Login;
import health.clarion.channels.Outcome;
import health.clarion.channels.Outgoing;
import health.clarion.channels.OutgoingPart;
import health.clarion.channels.Part;
import health.clarion.channels.Preflight;
import health.clarion.channels.ReadBack;
import health.clarion.channels.Receipt;
import health.clarion.channels.TestRun;
import health.clarion.channels.TestRun.Photo;
import health.clarion.networks.Network;
import health.clarion.rig.BlueskyServer;
import health.clarion.rig.BlueskyServer.Account;
import java.awt.Color;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Against the real Bluesky server. */
class BlueskyServerTest {

    private static final BlueskyChannel CHANNEL = new BlueskyChannel(TestRun.GATEWAY, Clock.systemUTC());
    private static final BlueskyLogin LOGIN = new BlueskyLogin(TestRun.GATEWAY, Clock.systemUTC());

    private static BlueskyServer server;
    private static Account mariona;
    private static Account joao;
    private static Connection connection;

    /** Before each, so that every test that can't run is skipped by its own name. */
    @BeforeEach
    void connectOnce() {
        BlueskyServer running = TestRun.bluesky();
        if (server == null) {
            connect(running);
        }
    }

    private static void connect(BlueskyServer running) {
        server = running;
        mariona = server.createAccount("harbour-minds");
        joao = server.createAccount("joao");
        server.nameAccount(mariona, "Harbour Minds");
        Login.Connected connected =
                (Login.Connected) LOGIN.connect(server.url(), "@" + mariona.handle(), mariona.appPassword());
        assertThat(connected.displayName()).isEqualTo("Harbour Minds");
        assertThat(connected.account()).isEqualTo(mariona.did());
        connection = connected.connection();
    }

    @Test
    void aPostIsReadBackEqualWithFacetsAtTheRightBytes() {
        String text =
                "Parlem-ne ☎️ a l’estació: joao, vine! @joao.test\nhttps://harbour.example/obert?a=1&b=2 #UnaPortaOberta";
        String did = CHANNEL.resolve("joao.test", connection).orElseThrow();
        assertThat(did).isEqualTo(joao.did());
        Outgoing outgoing = new Outgoing(
                Network.BLUESKY,
                "ca",
                List.of(new OutgoingPart(text, List.of())),
                null,
                Map.of("joao.test", did),
                null);
        Part part = parts(CHANNEL, outgoing, connection).getFirst();

        Receipt receipt = sent(CHANNEL.publish(part, attempt(CHANNEL), connection));

        ReadBack.Found found = found(CHANNEL.readBack(part, receipt, connection));
        assertThat(found.differences()).isEmpty();
        assertThat(found.published().text()).isEqualTo(text);
        assertThat(found.published().languages()).containsExactly("ca");
        assertThat(found.published().links()).containsExactly("https://harbour.example/obert?a=1&b=2");
        assertThat(facetWords(text, record(receipt)))
                .containsExactly("@joao.test", "https://harbour.example/obert?a=1&b=2", "#UnaPortaOberta");
    }

    @Test
    void picturesKeepTheirDescriptionOrderAndShape() {
        Photo door = photo(Color.BLUE, 320, 200, "A blue door, half open");
        Photo harbour = photo(Color.ORANGE, 200, 320, "The harbour at dusk, seen from above");
        Part part = parts(CHANNEL, withPictures(Network.BLUESKY, "Two pictures", door, harbour), connection)
                .getFirst();

        Receipt receipt = sent(CHANNEL.publish(part, attempt(CHANNEL, media(door, harbour)), connection));

        ReadBack.Found found = found(CHANNEL.readBack(part, receipt, connection));
        assertThat(found.differences()).isEmpty();
        assertThat(found.published().pictures())
                .containsExactly(
                        new ReadBack.Shown("A blue door, half open", 320, 200),
                        new ReadBack.Shown("The harbour at dusk, seen from above", 200, 320));
    }

    @Test
    void aPictureIsUploadedOnceForAllAttempts() {
        Photo photo = photo(Color.GREEN, 64, 64, "Green");
        AtomicInteger read = new AtomicInteger();
        Part part = parts(CHANNEL, withPictures(Network.BLUESKY, "Uploaded once", photo), connection)
                .getFirst();
        Attempt attempt = attempt(CHANNEL, sha256 -> {
            read.incrementAndGet();
            return photo.bytes();
        });

        sent(CHANNEL.publish(part, attempt, connection));
        sent(CHANNEL.publish(part, attempt, connection));

        assertThat(read).hasValue(1);
    }

    @Test
    void aThreadHangsTogether() {
        Outgoing outgoing = new Outgoing(
                Network.BLUESKY,
                "en",
                List.of(
                        new OutgoingPart("First", List.of()),
                        new OutgoingPart("Second", List.of()),
                        new OutgoingPart("Third", List.of())),
                null,
                Map.of(),
                null);
        List<Part> parts = parts(CHANNEL, outgoing, connection);

        Receipt first = sent(CHANNEL.publish(parts.get(0), attempt(CHANNEL), connection));
        Receipt second =
                sent(CHANNEL.publish(parts.get(1), attempt(CHANNEL, sha256 -> new byte[0], first, first), connection));
        Receipt third =
                sent(CHANNEL.publish(parts.get(2), attempt(CHANNEL, sha256 -> new byte[0], first, second), connection));

        JsonNode reply = record(third).path("value").path("reply");
        assertThat(reply.path("root").path("uri").asString()).isEqualTo(first.uri());
        assertThat(reply.path("parent").path("uri").asString()).isEqualTo(second.uri());
        assertThat(reply.path("parent").path("cid").asString())
                .isEqualTo(second.more().get("cid"));
        assertThat(found(CHANNEL.readBack(parts.get(2), third, connection)).same())
                .isTrue();
    }

    @Test
    void aLinkCardIsShownWithItsPicture() {
        Photo thumbnail = photo(Color.PINK, 120, 60, "Logo");
        LinkCard card = new LinkCard(
                URI.create("https://harbour.example/open"), "One Open Door", "Come in", thumbnail.picture());
        Outgoing outgoing =
                new Outgoing(Network.BLUESKY, "en", List.of(new OutgoingPart("See", List.of())), null, Map.of(), card);
        Part part = parts(CHANNEL, outgoing, connection).getFirst();

        Receipt receipt = sent(CHANNEL.publish(part, attempt(CHANNEL, media(thumbnail)), connection));

        JsonNode external = record(receipt).path("value").path("embed").path("external");
        assertThat(external.path("title").asString()).isEqualTo("One Open Door");
        assertThat(external.path("thumb").path("ref").path("$link").asString())
                .isEqualTo(Cid.ofRaw(thumbnail.picture().sha256()));
        assertThat(found(CHANNEL.readBack(part, receipt, connection)).same()).isTrue();
    }

    @Test
    void aCardThatWasNotSignedIsADifference() {
        Part signed = parts(CHANNEL, Outgoing.of(Network.BLUESKY, "en", "Without a card"), connection)
                .getFirst();
        LinkCard card = new LinkCard(URI.create("https://harbour.example/x"), "Title", "Words", null);
        Outgoing other = new Outgoing(
                Network.BLUESKY, "en", List.of(new OutgoingPart("Without a card", List.of())), null, Map.of(), card);
        Receipt receipt =
                sent(CHANNEL.publish(parts(CHANNEL, other, connection).getFirst(), attempt(CHANNEL), connection));

        assertThat(found(CHANNEL.readBack(signed, receipt, connection)).differences())
                .extracting(reason -> reason.key())
                .containsExactly("channels.differs.card");
    }

    @Test
    void sendingTheSameAgainUnderTheSameKeyIsOnePost() {
        Part part = part(CHANNEL, "Sent twice, there once", connection);
        Attempt attempt = attempt(CHANNEL);

        Receipt first = sent(CHANNEL.publish(part, attempt, connection));
        String commit = server.commit(mariona);
        Receipt second = sent(CHANNEL.publish(part, attempt, connection));

        assertThat(second).isEqualTo(first);
        assertThat(server.commit(mariona)).isEqualTo(commit);
        assertThat(CHANNEL.enforcesKey(connection)).isTrue();
    }

    @Test
    void aKeyThatIsTakenByOtherContentIsRefusedNotOverwritten() {
        Attempt attempt = attempt(CHANNEL);
        Part first = part(CHANNEL, "Was here first", connection);
        Receipt receipt = sent(CHANNEL.publish(first, attempt, connection));

        Outcome outcome = CHANNEL.publish(part(CHANNEL, "Wants its place", connection), attempt, connection);

        assertThat(outcome).isInstanceOfSatisfying(Outcome.Refused.class, refused -> assertThat(refused.code())
                .isEqualTo("InvalidSwap"));
        assertThat(found(CHANNEL.readBack(first, receipt, connection)).same()).isTrue();
    }

    @Test
    void anUnknownOutcomeIsReconciledByLookingUnderTheKey() {
        Part part = part(CHANNEL, "Where is it?", connection);
        Attempt attempt = attempt(CHANNEL);

        assertThat(CHANNEL.reconcile(part, attempt, connection)).isInstanceOf(Outcome.NotFound.class);
        Receipt receipt = sent(CHANNEL.publish(part, attempt, connection));

        assertThat(sent(CHANNEL.reconcile(part, attempt, connection))).isEqualTo(receipt);
    }

    @Test
    void somethingElseUnderTheKeyIsNoReceipt() {
        Attempt attempt = attempt(CHANNEL);
        sent(CHANNEL.publish(part(CHANNEL, "Something else", connection), attempt, connection));

        assertThat(CHANNEL.reconcile(part(CHANNEL, "Ours", connection), attempt, connection))
                .isInstanceOf(Outcome.Ambiguous.class);
    }

    @Test
    void aDeletedPostIsMissingAndDeletingAgainIsNoError() {
        Part part = part(CHANNEL, "Gone soon", connection);
        Receipt receipt = sent(CHANNEL.publish(part, attempt(CHANNEL), connection));

        assertThat(CHANNEL.delete(receipt, connection)).isEqualTo(new Deletion.Deleted());
        assertThat(CHANNEL.readBack(part, receipt, connection)).isInstanceOf(ReadBack.Missing.class);
        assertThat(CHANNEL.delete(receipt, connection)).isEqualTo(new Deletion.AlreadyGone());
    }

    @Test
    void aWrongPasswordIsRefusedAndAsksForASignIn() {
        Login login = LOGIN.connect(server.url(), mariona.handle(), "wrong-pass-word-here");

        assertThat(login).isInstanceOfSatisfying(Login.Failed.class, failed -> assertThat(failed.why())
                .isInstanceOfSatisfying(Outcome.Refused.class, refused -> assertThat(refused.needsSignIn())
                        .isTrue()));
    }

    @Test
    void threeHundredAndOneGraphemesAreRefusedBeforeAndByTheServer() {
        Outgoing tooLong = Outgoing.of(Network.BLUESKY, "en", "👩‍👩‍👧‍👧".repeat(101) + "x".repeat(200));
        assertThat(CHANNEL.preflight(tooLong, CHANNEL.capabilities(connection)))
                .isInstanceOf(Preflight.NotPossible.class);

        Part forced = PostPayload.render(Outgoing.of(Network.BLUESKY, "en", "x".repeat(301)))
                .getFirst();
        Outcome outcome = CHANNEL.publish(forced, attempt(CHANNEL), connection);

        assertThat(outcome).isInstanceOfSatisfying(Outcome.Refused.class, refused -> {
            assertThat(refused.needsSignIn()).isFalse();
            assertThat(refused.reason().arguments().get(1)).contains("grapheme", "300");
        });
    }

    @Test
    void aSpentAccessTokenIsRenewedOnceAndKept() {
        AppPassword password = (AppPassword) connection.credentials();
        Session good = java.util.Objects.requireNonNull(password.session());
        AppPassword spent = password.with(new Session(good.did(), good.handle(), "not.a.token", "nor.this.one"));
        CredentialsStore store = CredentialsStore.inMemory(spent);
        Connection old = new Connection(Network.BLUESKY, server.url(), mariona.handle(), spent, store);

        sent(CHANNEL.publish(part(CHANNEL, "After a renewal", old), attempt(CHANNEL), old));

        AppPassword kept = (AppPassword) store.renew(spent, same -> same);
        assertThat(java.util.Objects.requireNonNull(kept.session()).accessToken())
                .isNotEqualTo("not.a.token");
        assertThat(kept.password()).isEqualTo(password.password());
    }

    @Test
    void withoutViewsNotificationsComeLaterAndNumbersAreUnknown() {
        Part part = part(CHANNEL, "Nobody counts", connection);
        Receipt receipt = sent(CHANNEL.publish(part, attempt(CHANNEL), connection));

        assertThat(CHANNEL.incoming("", connection)).isInstanceOf(IncomingPage.Unavailable.class);
        assertThat(CHANNEL.metrics(receipt, connection).isUnknown()).isTrue();
    }

    private static JsonNode record(Receipt receipt) {
        return server.posts(mariona).stream()
                .filter(post -> post.path("uri").asString().equals(receipt.uri()))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> facetWords(String text, JsonNode record) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        List<String> words = new java.util.ArrayList<>();
        for (JsonNode facet : record.path("value").path("facets")) {
            int start = facet.path("index").path("byteStart").asInt();
            int end = facet.path("index").path("byteEnd").asInt();
            words.add(new String(bytes, start, end - start, StandardCharsets.UTF_8));
        }
        assertThat(CanonicalJson.write(record)).contains(mariona.did());
        return words;
    }
}
