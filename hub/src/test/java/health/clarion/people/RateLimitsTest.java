package health.clarion.people;

import static org.assertj.core.api.Assertions.assertThat;

import health.clarion.people.RateLimits.Limit;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class RateLimitsTest {

    private static final Limit THREE_A_MINUTE = new Limit(3, Duration.ofMinutes(1));

    private Instant now = Instant.parse("2026-11-24T17:00:00Z");
    private final RateLimits limits = new RateLimits(new Clock() {
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
    });

    @Test
    void afterTheLastTryItSaysWhenToComeBackAndKeepsItsWord() {
        for (int i = 0; i < 3; i++) {
            assertThat(limits.tryTake("a", THREE_A_MINUTE)).isZero();
        }
        Duration wait = limits.tryTake("a", THREE_A_MINUTE);
        assertThat(wait).isEqualTo(Duration.ofSeconds(20));

        now = now.plus(wait);
        assertThat(limits.tryTake("a", THREE_A_MINUTE)).isZero();
        assertThat(limits.tryTake("a", THREE_A_MINUTE)).isPositive();
    }

    @Test
    void oneKeyDoesNotUseUpAnothersTries() {
        for (int i = 0; i < 4; i++) {
            limits.tryTake("a", THREE_A_MINUTE);
        }
        assertThat(limits.tryTake("b", THREE_A_MINUTE)).isZero();
    }

    @Test
    void countlessStrangersDoNotFillTheMemory() {
        for (int i = 0; i < 200_000; i++) {
            limits.tryTake("stranger " + i, THREE_A_MINUTE);
        }
        assertThat(limits.remembered()).isLessThanOrEqualTo(50_000);
    }
}
