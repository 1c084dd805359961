package health.clarion.publishing;

import health.clarion.channels.Receipt;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One part of a delivery: the post itself, or one post of a thread.
 *
 * @param key the same on every attempt
 * @param createdAt fixed, because it is part of what is sent
 * @param keySince when the key was first used; null before the first attempt
 * @param receipt where it is found, once sent
 */
public record DeliveryPart(
        int number,
        String key,
        Instant createdAt,
        @Nullable Instant keySince,
        State state,
        int attempts,
        @Nullable Receipt receipt) {

    /** Where anybody can read it; empty unless the network gave a readable web address. */
    public Optional<URI> address() {
        return Optional.ofNullable(receipt)
                .map(Receipt::url)
                .filter(url -> url.startsWith("https://") || url.startsWith("http://"))
                .flatMap(DeliveryPart::parsed);
    }

    private static Optional<URI> parsed(String url) {
        try {
            return Optional.of(new URI(url));
        } catch (URISyntaxException unreadable) {
            return Optional.empty();
        }
    }

    /** Where a part stands. */
    public enum State {
        WAITING,
        SENDING,
        SENT,
        REFUSED,
        AMBIGUOUS,
        RETRACTED;

        /** Something of it may be on the network. */
        public boolean mayBeThere() {
            return switch (this) {
                case SENDING, SENT, AMBIGUOUS -> true;
                case WAITING, REFUSED, RETRACTED -> false;
            };
        }
    }
}
