package health.clarion.posts;

import health.clarion.networks.Network;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A revision handed to review, rendered into what will be sent. It never changes.
 *
 * @param hash over the payloads and sources; what a signature names
 * @param report what the safeguards said when it was handed in
 */
public record Submission(
        UUID id,
        UUID post,
        int revision,
        ContentHash hash,
        List<Payload> payloads,
        ReportSummary report,
        UUID by,
        Instant at) {

    public Submission {
        payloads = List.copyOf(payloads);
    }

    /** What this network will be sent; empty when the post isn't for it. */
    public Optional<Payload> payload(Network network) {
        return payloads.stream().filter(payload -> payload.network() == network).findFirst();
    }
}
