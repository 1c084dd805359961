package health.clarion.publishing;

import health.clarion.channels.Part;
import health.clarion.posts.Posts;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** The rendered parts of what was submitted, as they will be sent. */
@Component
class Contents {

    private static final int REMEMBERED = 200;

    private final Posts posts;
    private final Map<UUID, Map<health.clarion.networks.Network, List<Part>>> known = new ConcurrentHashMap<>();

    Contents(Posts posts) {
        this.posts = posts;
    }

    /** The parts for the delivery's network, in order. A submission never changes, so it is read once. */
    List<Part> parts(Delivery delivery) {
        if (known.size() >= REMEMBERED) {
            known.clear();
        }
        return known.computeIfAbsent(delivery.submission(), this::read).getOrDefault(delivery.network(), List.of());
    }

    private Map<health.clarion.networks.Network, List<Part>> read(UUID submission) {
        return posts
                .submission(submission)
                .orElseThrow(() -> new IllegalStateException("no submission " + submission))
                .payloads()
                .stream()
                .collect(java.util.stream.Collectors.toUnmodifiableMap(
                        health.clarion.posts.Payload::network, health.clarion.posts.Payload::parts));
    }
}
