package health.clarion.publishing;

import health.clarion.channels.Reason;
import health.clarion.networks.Network;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One signed-off post on its way to one account.
 *
 * @param wall the time of day a person chose, in {@code zone}; kept so that a change to summer time moves nothing
 * @param due {@code wall} in {@code zone} as an instant
 * @param lateAfter later than this it is never sent by itself
 * @param held why it waits, when it is {@link State#HELD}
 * @param reason the last thing a person should know about it
 * @param corrects the delivery this one corrects in a reply, or null
 * @param readBack what was found when it was read back after sending, or null while it was not
 * @param accepted whether a person looked at what read-back found, and left it so
 * @param askedBack whether it is to be taken down: then a person is asked whether it is gone, not whether it is there
 */
public record Delivery(
        UUID id,
        UUID post,
        UUID campaign,
        UUID submission,
        String contentHash,
        UUID account,
        Network network,
        LocalDateTime wall,
        ZoneId zone,
        Instant due,
        Instant lateAfter,
        State state,
        @Nullable Held held,
        @Nullable Reason reason,
        @Nullable UUID corrects,
        @Nullable ReadBackFound readBack,
        boolean accepted,
        boolean askedBack,
        @Nullable Instant finishedAt) {

    /** It is out, but not as it was signed, and nobody has said what to do about it. */
    public boolean differs() {
        return state == State.SENT
                && !accepted
                && (readBack == ReadBackFound.DIFFERENT || readBack == ReadBackFound.MISSING);
    }

    /** Only a person can take it further. */
    public boolean needsPerson() {
        return state.needsPerson() || differs();
    }

    /** Where a delivery stands. */
    public enum State {
        SCHEDULED,
        HELD,
        MISSED,
        SENDING,
        PARTLY_SENT,
        SENT,
        REFUSED,
        AMBIGUOUS,
        AWAITING_PERSON,
        RETRACTING,
        RETRACTED;

        /** Only a person can take it further. */
        public boolean needsPerson() {
            return switch (this) {
                case HELD, MISSED, REFUSED, AWAITING_PERSON -> true;
                case SCHEDULED, SENDING, PARTLY_SENT, SENT, AMBIGUOUS, RETRACTING, RETRACTED -> false;
            };
        }

        /** Nothing of it was sent and nothing is being sent: it may be moved or dropped. */
        public boolean movable() {
            return switch (this) {
                case SCHEDULED, HELD, MISSED -> true;
                case SENDING, PARTLY_SENT, SENT, REFUSED, AMBIGUOUS, AWAITING_PERSON, RETRACTING, RETRACTED -> false;
            };
        }
    }

    /** Why a delivery is held back. */
    public enum Held {
        PAUSE,
        NOT_SIGNED_OFF,
        CHANGED,
        NEW_FINDING,
        ACCOUNT,
        /** It corrects something that was taken down meanwhile. */
        ORIGINAL
    }

    /** How what is there compares with what was signed. */
    public enum ReadBackFound {
        SAME,
        DIFFERENT,
        MISSING
    }
}
