package health.clarion.publishing;

import health.clarion.channels.Reason;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One request to a network as the ledger knows it; {@code outcome} is null while it is under way or was cut off. */
public record AttemptMade(
        int part,
        Kind kind,
        Instant startedAt,
        @Nullable Instant endedAt,
        @Nullable Result outcome,
        @Nullable Reason reason) {

    /** What was tried. */
    public enum Kind {
        SEND,
        LOOK,
        READ_BACK,
        RETRACT,
        PERSON
    }

    /** What came of it. */
    public enum Result {
        SENT,
        REFUSED,
        TRY_LATER,
        AMBIGUOUS,
        NOT_FOUND,
        SAME,
        DIFFERENT,
        MISSING,
        DELETED,
        ALREADY_GONE,
        CUT_OFF
    }
}
