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
import org.springframework.stereotype.Component;

/** The rendered parts of what was submitted, as they will be sent. */
@Component
class Contents {

    private static final int REMEMBERED = 200;

    private final Posts posts;
    private final Map<UUID, Known> known = new ConcurrentHashMap<>();

    private record Known(ContentHash hash, Submission submission) {}

    Contents(Posts posts) {
        this.posts = posts;
    }

    /**
     * The parts to send to the delivery's network, in order; empty when what is stored is not what the delivery's hash
     * was taken of. Only what was compared is remembered: a row changed, looked at and changed back must not be sent.
     */
    Optional<List<Part>> toSend(Delivery delivery) {
        ContentHash hash = ContentHash.of(delivery.contentHash());
        Known before = known.get(delivery.submission());
        if (before != null && before.hash().equals(hash)) {
            return Optional.of(parts(before.submission(), delivery));
        }
        if (known.size() >= REMEMBERED) {
            known.clear();
        }
        Optional<Submission> signed = posts.asSigned(delivery.submission(), hash);
        signed.ifPresent(submission -> known.put(submission.id(), new Known(hash, submission)));
        return signed.map(submission -> parts(submission, delivery));
    }

    /** The parts as they are stored, to compare with what is found on the network. */
    List<Part> parts(Delivery delivery) {
        return toSend(delivery)
                .orElseGet(() -> parts(posts.submission(delivery.submission()).orElseThrow(), delivery));
    }

    private static List<Part> parts(Submission submission, Delivery delivery) {
        return submission.payload(delivery.network()).map(Payload::parts).orElse(List.of());
    }
}
