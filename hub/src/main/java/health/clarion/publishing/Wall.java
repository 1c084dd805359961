package health.clarion.publishing;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.zone.ZoneOffsetTransition;

/**
 * A time as a person says it: on the clock of a place. It stays what it is when the clocks change; only the instant it
 * stands for moves.
 */
public record Wall(LocalDateTime time, ZoneId zone) {

    /** What the change of clocks does to a time of day. */
    public enum Clocks {
        /** The time comes once, as on nearly every day. */
        ONCE,
        /** The clocks jump over it: the post goes out as long after the jump as was meant. */
        SKIPPED,
        /** It comes twice: the first one is meant. */
        TWICE
    }

    /** The instant this stands for: for a skipped time the moment after the jump, for a repeated one the first. */
    public Instant instant() {
        return ZonedDateTime.of(time, zone).withEarlierOffsetAtOverlap().toInstant();
    }

    /** Whether the clocks of this place skip or repeat this time. */
    public Clocks clocks() {
        ZoneOffsetTransition transition = zone.getRules().getTransition(time);
        if (transition == null) {
            return Clocks.ONCE;
        }
        return transition.isGap() ? Clocks.SKIPPED : Clocks.TWICE;
    }

    /** The same instant on the clock of this place. */
    public static Wall of(Instant instant, ZoneId zone) {
        return new Wall(LocalDateTime.ofInstant(instant, zone), zone);
    }
}
