package health.clarion.publishing;

import health.clarion.channels.Reason;
import health.clarion.posts.ContentHash;
import health.clarion.posts.Posts;
import health.clarion.review.Review;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * Whether the words about to be sent are the words that were signed off, and may still be said. Looked at before every
 * request that publishes.
 */
@Component
class Clearance {

    // Rendering again is the costly part; a submission never changes by right, so a few seconds of memory are safe
    // enough to send one campaign to many accounts, and short enough that tampering is found before the next batch.
    private static final int REMEMBERED = 500;
    private static final long REMEMBER_SECONDS = 5;

    private final Posts posts;
    private final Review review;
    private final java.time.Clock clock;
    private final Map<UUID, Rendered> rendered = new ConcurrentHashMap<>();

    private record Rendered(ContentHash hash, Instant at) {}

    Clearance(Posts posts, Review review, java.time.Clock clock) {
        this.posts = posts;
        this.review = review;
        this.clock = clock;
    }

    /** What {@link #of} found. */
    sealed interface Answer {

        /** Send it. */
        record Clear() implements Answer {}

        /** Hold it, and tell a person why. */
        record Hold(Delivery.Held why, Reason reason) implements Answer {}
    }

    /** Looks at the signatures of this delivery's hash, the hash itself, and the rules as they are today. */
    Answer of(Delivery delivery) {
        ContentHash signed = ContentHash.of(delivery.contentHash());
        if (!signed.equals(render(delivery.submission()))) {
            return new Answer.Hold(Delivery.Held.CHANGED, new Reason("publishing.held.changed", java.util.List.of()));
        }
        return switch (review.mayBeSent(delivery.submission(), signed, clock.instant())) {
            case Review.MayBeSent.Yes yes -> new Answer.Clear();
            case Review.MayBeSent.No no ->
                new Answer.Hold(
                        no.newFinding() ? Delivery.Held.NEW_FINDING : Delivery.Held.NOT_SIGNED_OFF,
                        new Reason(no.key(), no.arguments()));
        };
    }

    private ContentHash render(UUID submission) {
        Instant now = clock.instant();
        Rendered known = rendered.get(submission);
        if (known != null && known.at().isAfter(now.minusSeconds(REMEMBER_SECONDS))) {
            return known.hash();
        }
        ContentHash hash = posts.recompute(submission);
        if (rendered.size() >= REMEMBERED) {
            rendered.clear();
        }
        rendered.put(submission, new Rendered(hash, now));
        return hash;
    }
}
