package health.clarion.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class LastKnownTest {

    private final Hand clock = new Hand();

    @Test
    void aFreshValueIsNotAskedForAgain() {
        AtomicInteger asked = new AtomicInteger();
        LastKnown<Integer> known = known(asked::incrementAndGet, null);

        assertThat(known.get()).isEqualTo(1);
        assertThat(known.get()).isEqualTo(1);
    }

    @Test
    void anOlderValueIsGivenAtOnceWhileOneThreadAsksAgain() {
        CountDownLatch asking = new CountDownLatch(1);
        CountDownLatch answer = new CountDownLatch(1);
        CountDownLatch answered = new CountDownLatch(1);
        AtomicInteger asked = new AtomicInteger();
        LastKnown<Integer> known = known(
                () -> {
                    if (asked.incrementAndGet() > 1) {
                        asking.countDown();
                        await(answer);
                        answered.countDown();
                    }
                    return asked.get();
                },
                null);
        known.get();
        clock.forward(Duration.ofSeconds(5));

        assertThat(known.get()).isEqualTo(1);
        await(asking);
        assertThat(known.get()).isEqualTo(1);
        answer.countDown();
        await(answered);
        assertThat(asked).hasValue(2);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    @Test
    void tooOldAValueIsWaitedFor() {
        AtomicInteger asked = new AtomicInteger();
        LastKnown<Integer> known = known(asked::incrementAndGet, null);
        known.get();
        clock.forward(Duration.ofMinutes(5));

        assertThat(known.get()).isEqualTo(2);
    }

    @Test
    void theOldValueStaysWhenAskingFails() {
        AtomicInteger asked = new AtomicInteger();
        LastKnown<String> known = known(
                () -> {
                    if (asked.incrementAndGet() > 1) {
                        throw new IllegalStateException("away");
                    }
                    return "good";
                },
                null);
        known.get();
        clock.forward(Duration.ofMinutes(5));

        assertThat(known.get()).isEqualTo("good");
        assertThat(asked).hasValue(2);
    }

    @Test
    void theFirstFailureGivesTheFallbackOrIsLetThrough() {
        assertThat(known(LastKnownTest::away, "nothing yet").get()).isEqualTo("nothing yet");
        assertThatThrownBy(() -> known(LastKnownTest::away, null).get()).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void nobodyWaitsForTheFirstValueForEver() {
        CountDownLatch never = new CountDownLatch(1);
        LastKnown<String> slow = known(() -> waits(never), "nothing yet");

        assertThat(slow.get()).isEqualTo("nothing yet");
        never.countDown();
        Awaitility.await().until(() -> slow.get().equals("late"));
    }

    private static String waits(CountDownLatch latch) {
        await(latch);
        return "late";
    }

    @Test
    void whoeverIsStoppedWhileWaitingForTheFirstValueIsToldToComeBack() {
        CountDownLatch never = new CountDownLatch(1);
        LastKnown<String> slow = known(() -> waits(never), null);
        Thread.currentThread().interrupt();

        assertThatThrownBy(slow::get).isInstanceOf(Problem.class);
        assertThat(Thread.interrupted()).isTrue();
        never.countDown();
    }

    private static String away() {
        throw new IllegalStateException("away");
    }

    private <T> LastKnown<T> known(java.util.function.Supplier<T> source, T fallback) {
        return new LastKnown<>(source, fallback, Duration.ofSeconds(3), Duration.ofSeconds(60), clock);
    }

    /** A clock that is moved by hand. */
    private static final class Hand extends Clock {
        private Instant now = Instant.parse("2026-11-21T08:00:00Z");

        void forward(Duration by) {
            now = now.plus(by);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
