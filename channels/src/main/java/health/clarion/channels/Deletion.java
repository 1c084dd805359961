package health.clarion.channels;

import java.time.Instant;

/** What became of taking a part down. */
public sealed interface Deletion {

    /** It was there and is gone now. */
    record Deleted() implements Deletion {}

    /** It was not there any more. */
    record AlreadyGone() implements Deletion {}

    /** It may still be there; deleting again is harmless. */
    record TryLater(Instant notBefore, Reason reason) implements Deletion {}

    /** The network said no; {@code code} as in {@link Outcome.Refused}. */
    record Refused(String code, Reason reason) implements Deletion {}
}
