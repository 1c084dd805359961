package health.clarion.channels.bluesky;

import static health.clarion.channels.TestRun.attempt;
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
import health.clarion.channels.Credentials;
import health.clarion.channels.Credentials.AppPassword;
import health.clarion.channels.CredentialsStore;
import health.clarion.channels.Deletion;
import health.clarion.channels.Incoming;
import health.clarion.channels.IncomingPage;
import health.clarion.channels.Metrics;
import health.clarion.channels.Outcome;
import health.clarion.channels.Part;
import health.clarion.channels.Receipt;
import health.clarion.channels.TestRun;
import health.clarion.channels.TestRun.Photo;
import health.clarion.networks.Network;
import health.clarion.rig.BlueskyStandIn;
import health.clarion.rig.Fault;
import java.awt.Color;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Against a Bluesky that fails on purpose. */
class BlueskyFaultsTest {

    private static final BlueskyChannel CHANNEL = new BlueskyChannel(TestRun.GATEWAY, Clock.systemUTC());

    private final BlueskyStandIn server = BlueskyStandIn.start();
    private final BlueskyStandIn.Account account = server.createAccount("harbour-minds");
    private final Keeper keeper = new Keeper(new AppPassword(account.handle(), account.appPassword(), null));
    private final Connection connection =
            new Connection(Network.BLUESKY, server.url(), account.handle(), keeper.held, keeper);

    /** Keeps credentials as the hub does, and counts what was kept. */
    private static final class Keeper implements CredentialsStore {
        private final AtomicInteger kept = new AtomicInteger();
        private Credentials held;

        Keeper(Credentials first) {
            held = first;
        }

        @Override
        public synchronized Credentials renew(Credentials stale, UnaryOperator<Credentials> renewal) {
            if (held.equals(stale)) {
                Credentials renewed = renewal.apply(stale);
                if (!renewed.equals(stale)) {
                    held = renewed;
                    kept.incrementAndGet();
                }
            }
            return held;
        }
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void whateverGoesWrongTheSamePartSentAgainIsThereOnce(Fault fault) {
        server.slowDownBy(Duration.ofMillis(50));
        server.holdFor(Duration.ofSeconds(5));
        server.repertoire().next(fault);
        Part part = part(CHANNEL, "Once, whatever happens", connection);
        Attempt attempt = with(attempt(CHANNEL), () -> true, Instant.now().plusMillis(1_500));

        Outcome first = CHANNEL.publish(part, attempt, connection);

        switch (fault) {
            case NONE, SLOW -> assertThat(first).isInstanceOf(Outcome.Sent.class);
            case BUSY ->
                assertThat(first).isInstanceOfSatisfying(Outcome.TryLater.class, later -> assertThat(later.notBefore())
                        .isBetween(Instant.now(), Instant.now().plusSeconds(3)));
            case ERROR_BUT_PUBLISHED, ERROR_NOT_PUBLISHED, TIMEOUT_BUT_PUBLISHED, RESET_BEFORE ->
                assertThat(first).isInstanceOf(Outcome.Ambiguous.class);
        }
        boolean there = server.created().size() == 1;
        assertThat(CHANNEL.reconcile(part, attempt, connection))
                .isInstanceOf(there ? Outcome.Sent.class : Outcome.NotFound.class);
        sent(CHANNEL.publish(part, with(attempt, () -> true, Instant.now().plusSeconds(5)), connection));
        assertThat(server.created()).hasSize(1);
    }

    @Test
    void aWorkerThatLostItsLeaseSendsNothing() {
        Attempt attempt = with(attempt(CHANNEL), () -> false, Instant.now().plusSeconds(5));

        assertThat(CHANNEL.publish(part(CHANNEL, "Not mine any more", connection), attempt, connection))
                .isInstanceOf(Outcome.TryLater.class);
        assertThat(server.created()).isEmpty();
    }

    @Test
    void theLeaseIsAskedAgainAfterASessionWasRenewed() {
        sent(CHANNEL.publish(part(CHANNEL, "First", connection), attempt(CHANNEL), connection));
        server.expireAccess();
        AtomicInteger asked = new AtomicInteger();
        Attempt attempt = with(
                attempt(CHANNEL),
                () -> asked.incrementAndGet() < 2,
                Instant.now().plusSeconds(5));

        assertThat(CHANNEL.publish(part(CHANNEL, "Second", connection), attempt, connection.with(keeper.held)))
                .isInstanceOf(Outcome.TryLater.class);
        assertThat(server.created()).hasSize(1);
    }

    @Test
    void anAttemptWithoutTimeLeftSendsNothing() {
        Attempt attempt = with(attempt(CHANNEL), () -> true, Instant.now().minusSeconds(1));

        assertThat(CHANNEL.publish(part(CHANNEL, "Too late", connection), attempt, connection))
                .isInstanceOf(Outcome.TryLater.class);
        assertThat(server.created()).isEmpty();
    }

    @Test
    void aSessionIsRenewedOnceForEverybodyWhoFindsItEnded() throws InterruptedException {
        sent(CHANNEL.publish(part(CHANNEL, "Opens the session", connection), attempt(CHANNEL), connection));
        server.expireAccess();
        Connection old = connection.with(keeper.held);
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            Part part = part(CHANNEL, "Worker " + i, connection);
            threads.add(Thread.ofVirtual().start(() -> CHANNEL.publish(part, attempt(CHANNEL), old)));
        }
        for (Thread thread : threads) {
            thread.join();
        }

        assertThat(server.created()).hasSize(9);
        assertThat(keeper.kept).hasValue(2);
    }

    @Test
    void whenTheRefreshTokenIsSpentThePasswordSignsInAgain() {
        sent(CHANNEL.publish(part(CHANNEL, "First", connection), attempt(CHANNEL), connection));
        server.expireSessions();

        sent(CHANNEL.publish(part(CHANNEL, "Second", connection), attempt(CHANNEL), connection.with(keeper.held)));
    }

    @Test
    void aChangedPasswordAsksForASignInAndKeepsWhatWasThere() {
        sent(CHANNEL.publish(part(CHANNEL, "First", connection), attempt(CHANNEL), connection));
        Credentials before = keeper.held;
        server.revoke(account);

        assertThat(CHANNEL.publish(part(CHANNEL, "Second", connection), attempt(CHANNEL), connection.with(before)))
                .isInstanceOfSatisfying(Outcome.Refused.class, refused -> assertThat(refused.needsSignIn())
                        .isTrue());
        assertThat(keeper.held).isEqualTo(before);
    }

    @Test
    void aServerThatIsAwayIsNoDisconnection() {
        server.close();

        assertThat(CHANNEL.publish(part(CHANNEL, "Nobody there", connection), attempt(CHANNEL), connection))
                .isInstanceOf(Outcome.TryLater.class);
    }

    @Test
    void pictureHandlesThatTheServerForgotAreUploadedAgain() {
        Photo photo = photo(Color.RED, 10, 10, "Red");
        Part part = parts(CHANNEL, withPictures(Network.BLUESKY, "With a picture", photo), connection)
                .getFirst();
        Attempt attempt = attempt(CHANNEL, media(photo));
        String lost = "{\"$type\":\"blob\",\"mimeType\":\"image/png\",\"ref\":{\"$link\":\"bafkreilost\"},\"size\":1}";
        attempt.steps().save("bluesky.blob." + photo.picture().sha256(), lost);

        assertThat(CHANNEL.publish(part, attempt, connection)).isInstanceOf(Outcome.TryLater.class);
        sent(CHANNEL.publish(part, attempt, connection));
    }

    @Test
    void mentionsAndRepliesComeOldestFirstAndOnlyOnce() {
        Instant start = Instant.parse("2026-11-21T08:00:00Z");
        server.notify(account, "ana.test", "Hello @harbour-minds.test", "", start);
        IncomingPage.Page first = page(CHANNEL.incoming("", connection));
        assertThat(first.items()).singleElement().satisfies(item -> {
            assertThat(item.kind()).isEqualTo(Incoming.Kind.MENTION);
            assertThat(item.authorHandle()).isEqualTo("ana.test");
        });
        for (int i = 1; i <= 120; i++) {
            server.notify(account, "ben.test", "Reply " + i, "at://x/app.bsky.feed.post/y", start.plusSeconds(i));
        }

        List<String> texts = new ArrayList<>();
        IncomingPage.Page page = page(CHANNEL.incoming(first.next(), connection));
        page.items().forEach(item -> texts.add(item.text()));
        while (page.more()) {
            page = page(CHANNEL.incoming(page.next(), connection));
            page.items().forEach(item -> texts.add(item.text()));
        }

        assertThat(texts).contains("Reply 1", "Reply 60", "Reply 120").hasSizeBetween(120, 121);
        assertThat(page(CHANNEL.incoming(page.next(), connection)).items()).hasSizeLessThanOrEqualTo(1);
    }

    @Test
    void somebodyWhoWroteToUsCanBeAnswered() {
        server.notify(account, "ana.test", "Where do I find you?", "", Instant.now());
        Incoming asked = page(CHANNEL.incoming("", connection)).items().getFirst();
        Attempt answer = attempt(CHANNEL, media(), asked.root(), asked.receipt());

        sent(CHANNEL.publish(part(CHANNEL, "At the harbour", connection), answer, connection));

        assertThat(server.created().getFirst().path("inReplyTo").asString()).isEqualTo(asked.uri());
    }

    private static IncomingPage.Page page(IncomingPage page) {
        return (IncomingPage.Page) page;
    }

    @Test
    void theNumbersOfAPostAreReadWhereThereAreViews() {
        Receipt receipt = sent(CHANNEL.publish(part(CHANNEL, "Counted", connection), attempt(CHANNEL), connection));

        assertThat(CHANNEL.metrics(receipt, connection))
                .isEqualTo(new Metrics(OptionalLong.of(3), OptionalLong.of(2), OptionalLong.of(1), OptionalLong.of(0)));
    }

    @Test
    void deletingAtAServerThatIsAwayIsTriedLater() {
        Receipt receipt =
                sent(CHANNEL.publish(part(CHANNEL, "Stays a while", connection), attempt(CHANNEL), connection));
        server.close();

        assertThat(CHANNEL.delete(receipt, connection)).isInstanceOf(Deletion.TryLater.class);
    }

    @Test
    void aPartAlwaysHasTheSameKeyAndPartsOfOneMomentDiffer() {
        Instant now = Instant.parse("2026-11-21T08:00:00.123Z");
        UUID part = UUID.fromString("00000000-0000-4000-8000-000000000001");

        assertThat(CHANNEL.key(part, now)).isEqualTo(CHANNEL.key(part, now)).matches("[2-7a-j][2-7a-z]{12}");
        long different = java.util.stream.Stream.generate(UUID::randomUUID)
                .limit(200)
                .map(id -> CHANNEL.key(id, now))
                .distinct()
                .count();
        assertThat(different).isEqualTo(200);
        assertThat(CHANNEL.key(part, now.plusSeconds(1))).isGreaterThan(CHANNEL.key(part, now));
    }

    @Test
    void secretsAreNeverShown() {
        sent(CHANNEL.publish(part(CHANNEL, "Opens the session", connection), attempt(CHANNEL), connection));

        assertThat(connection.with(keeper.held).toString())
                .doesNotContain(account.appPassword())
                .doesNotContain("access-")
                .doesNotContain("refresh-");
    }
}
