package health.clarion.demo;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Primary;
import org.springframework.stereotype.Component;

/**
 * The hub's clock in a demonstration. Whoever tells the past sees another time for as long as it takes; everybody else
 * sees now. So two weeks of history are written by the same code that writes today's.
 */
@Component
@Primary
@ConditionalOnBooleanProperty("clarion.demo")
final class TravellingClock extends Clock {

    private static final ScopedValue<Instant> THEN = ScopedValue.newInstance();

    private final ZoneId zone;

    TravellingClock() {
        this(ZoneOffset.UTC);
    }

    private TravellingClock(ZoneId zone) {
        this.zone = zone;
    }

    /** Does something as if it were then. */
    <T> T at(Instant then, ScopedValue.CallableOp<T, RuntimeException> what) {
        return ScopedValue.where(THEN, then).call(what);
    }

    @Override
    public Instant instant() {
        return THEN.isBound() ? THEN.get() : Instant.now();
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
        return new TravellingClock(other);
    }
}
