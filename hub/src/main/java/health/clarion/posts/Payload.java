package health.clarion.posts;

import health.clarion.channels.Part;
import health.clarion.networks.Network;
import java.util.List;

/** Exactly what one network will be sent, part by part. */
public record Payload(Network network, List<Part> parts) {

    public Payload {
        parts = List.copyOf(parts);
    }
}
