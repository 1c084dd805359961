package health.clarion.channels.mastodon;

import static health.clarion.channels.mastodon.Api.NAME;

import health.clarion.channels.Attempt;
import health.clarion.channels.CanonicalJson;
import health.clarion.channels.Connection;
import health.clarion.channels.Outcome;
import health.clarion.channels.Part;
import health.clarion.channels.Picture;
import health.clarion.channels.Reason;
import health.clarion.channels.Receipt;
import health.clarion.channels.gateway.Answers;
import health.clarion.channels.gateway.Call;
import health.clarion.channels.gateway.Exchange.Answered;
import health.clarion.channels.gateway.Exchange.NotSent;
import health.clarion.channels.gateway.Exchange.Unknown;
import health.clarion.networks.Network;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Uploads a part's pictures and posts its status, once. */
final class StatusPublishing {

    private static final Duration SOON = Duration.ofSeconds(30);

    private final Api api;
    private final MediaUpload uploads;

    StatusPublishing(Api api) {
        this.api = api;
        this.uploads = new MediaUpload(api);
    }

    Outcome publish(Part part, Attempt attempt, Connection connection) {
        List<String> media = new ArrayList<>();
        for (Picture picture : part.pictures()) {
            switch (uploads.upload(picture, attempt, connection)) {
                case MediaUpload.Step.Done done -> media.add(done.id());
                case MediaUpload.Step.NotYet notYet -> {
                    return notYet.why();
                }
            }
        }
        if (!attempt.fence().stillMine()) {
            return new Outcome.TryLater(api.now(), Reason.of("not-ours-any-more"));
        }
        String body =
                CanonicalJson.write(StatusPayload.request(CanonicalJson.read(part.payload()), media, attempt.parent()));
        Call call = Call.json(Api.resolve(connection, "/api/v1/statuses"), body)
                .header("Idempotency-Key", attempt.key())
                .atMost(api.left(attempt.deadline()));
        return switch (api.send(connection, call)) {
            case NotSent notSent -> new Outcome.TryLater(api.now().plus(SOON), notSent.reason());
            case Unknown unknown -> new Outcome.Ambiguous(unknown.reason());
            case Answered answered when answered.ok() -> sent(answered);
            case Answered answered -> notSent(part, attempt, answered);
        };
    }

    private static Outcome sent(Answered answered) {
        JsonNode status = Answers.json(answered);
        return status.path("id").asString("").isEmpty()
                ? new Outcome.Ambiguous(Reason.of("unreadable", NAME))
                : new Outcome.Sent(receipt(status));
    }

    /** Where a status is found. */
    static Receipt receipt(JsonNode status) {
        String id = status.path("id").asString("");
        String uri = status.path("uri").asString("");
        String url = status.path("url").asString("");
        return new Receipt(id, uri, url.isEmpty() ? uri : url, Map.of());
    }

    private Outcome notSent(Part part, Attempt attempt, Answered answered) {
        int status = answered.status();
        if (status == 429) {
            return Answers.busy(Network.MASTODON, answered, api.now());
        }
        if (status >= 500 || status == 408) {
            return new Outcome.Ambiguous(Reason.of("server-trouble", NAME, status));
        }
        if (status == 401) {
            return new Outcome.Refused(Outcome.Refused.SIGN_IN, Reason.of("sign-in", NAME));
        }
        if (status == 422 && !part.pictures().isEmpty()) {
            uploads.forget(part, attempt);
        }
        return Answers.refused(Network.MASTODON, answered);
    }
}
