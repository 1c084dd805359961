package health.clarion.channels;

import java.time.Instant;
import java.util.List;

/** What one look for mentions and replies brought. */
public sealed interface IncomingPage {

    /**
     * What came, oldest first.
     *
     * @param next cursor for the next look; keep it only after the items are kept
     * @param more whether more is waiting right now
     */
    record Page(List<Incoming> items, String next, boolean more) implements IncomingPage {
        public Page {
            items = List.copyOf(items);
        }
    }

    /** Nothing could be fetched; the cursor stays as it was. */
    record Unavailable(Instant notBefore, Reason reason) implements IncomingPage {}
}
