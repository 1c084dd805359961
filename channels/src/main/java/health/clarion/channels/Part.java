package health.clarion.channels;

import health.clarion.networks.Network;
import java.util.List;

/**
 * One rendered part: exactly what will be sent, apart from its key, its creation time and what it replies to.
 *
 * @param index place in the thread, 0 first
 * @param payload canonical JSON with a stable key order; goes into the content hash
 */
public record Part(Network network, int index, String payload, List<Picture> pictures) {

    public Part {
        pictures = List.copyOf(pictures);
    }
}
