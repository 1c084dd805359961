package health.clarion.publishing;

import health.clarion.channels.Part;
import health.clarion.posts.ContentHash;
import health.clarion.posts.Payload;
import health.clarion.posts.Posts;
import health.clarion.posts.Submission;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** The rendered parts of what was submitted, as they will be sent. */
@Component
class Contents {

    private static final int REMEMBERED = 200;

    private final Posts posts;
    private final Clearance clearance;
    private final Map<UUID, Known> known = new ConcurrentHashMap<>();

    private record Known(ContentHash hash, Submission submission) {}

    Contents(Posts posts, Clearance clearance) {
        this.posts = posts;
        this.clearance = clearance;
    }

    /**
     * The parts to send to the delivery's network, in order; empty when what is stored is not what the delivery's hash
     * was taken of. Only what was compared is remembered: a row changed, looked at and changed back must not be sent.
     */
    Optional<List<Part>> toSend(Delivery delivery) {
        return signed(delivery, () -> clearance.intact(delivery)).map(submission -> parts(submission, delivery));
    }

    /** The parts as they are stored, to compare with what is found on the network. */
    List<Part> parts(Delivery delivery) {
        Submission stored = signed(delivery, () -> posts.asSigned(delivery.submission(), hash(delivery)))
                .orElseGet(() -> posts.submission(delivery.submission()).orElseThrow());
        return parts(stored, delivery);
    }

    private Optional<Submission> signed(Delivery delivery, Supplier<Optional<Submission>> looking) {
        Known before = known.get(delivery.submission());
        if (before != null && before.hash().equals(hash(delivery))) {
            return Optional.of(before.submission());
        }
        if (known.size() >= REMEMBERED) {
            known.clear();
        }
        Optional<Submission> signed = looking.get();
        signed.ifPresent(submission -> known.put(submission.id(), new Known(hash(delivery), submission)));
        return signed;
    }

    private static ContentHash hash(Delivery delivery) {
        return ContentHash.of(delivery.contentHash());
    }

    private static List<Part> parts(Submission submission, Delivery delivery) {
        return submission.payload(delivery.network()).map(Payload::parts).orElse(List.of());
    }
}
