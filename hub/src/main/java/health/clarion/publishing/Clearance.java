package health.clarion.publishing;

import health.clarion.channels.Reason;
import health.clarion.posts.ContentHash;
import health.clarion.posts.Posts;
import health.clarion.posts.Submission;
import health.clarion.review.Review;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * Whether the words about to be sent are the words that were signed off, and may still be said. Looked at before every
 * request that publishes.
 */
@Component
class Clearance {

    // Rendering and checking again is the costly part. A submission never changes by right, and rules come with a new
    // version, so a few seconds of memory are safe enough to send one campaign to many accounts, and short enough that
    // tampering is found before the next batch. Signatures are looked at every time.
    private static final int REMEMBERED = 500;
    private static final long REMEMBER_SECONDS = 5;

    private final Posts posts;
    private final Review review;
    private final Clock clock;
    private final Map<UUID, Looked> looked = new ConcurrentHashMap<>();

    private record Looked(Posts.LookedAgain found, Instant at) {}

    Clearance(Posts posts, Review review, Clock clock) {
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
        Posts.LookedAgain now = look(delivery.submission());
        if (!signed.equals(now.hash())) {
            return new Answer.Hold(Delivery.Held.CHANGED, new Reason("publishing.held.changed", List.of()));
        }
        return answer(review.mayBeSent(now, signed, clock.instant()));
    }

    /** What was handed in, when it is what the delivery's hash was taken of. */
    Optional<Submission> intact(Delivery delivery) {
        Posts.LookedAgain now = look(delivery.submission());
        return now.hash().equals(ContentHash.of(delivery.contentHash()))
                ? Optional.of(now.submission())
                : Optional.empty();
    }

    private static Answer answer(Review.MayBeSent mayBeSent) {
        return switch (mayBeSent) {
            case Review.MayBeSent.Yes yes -> new Answer.Clear();
            case Review.MayBeSent.No no ->
                new Answer.Hold(
                        no.newFinding() ? Delivery.Held.NEW_FINDING : Delivery.Held.NOT_SIGNED_OFF,
                        new Reason(no.key(), no.arguments()));
        };
    }

    private Posts.LookedAgain look(UUID submission) {
        Instant now = clock.instant();
        Looked known = looked.get(submission);
        if (known != null && known.at().isAfter(now.minusSeconds(REMEMBER_SECONDS))) {
            return known.found();
        }
        Posts.LookedAgain found = posts.lookAgain(submission);
        if (looked.size() >= REMEMBERED) {
            looked.clear();
        }
        looked.put(submission, new Looked(found, now));
        return found;
    }
}
