package health.clarion.channels.mastodon;

import static health.clarion.channels.mastodon.Api.NAME;

import health.clarion.channels.Attempt;
import health.clarion.channels.Connection;
import health.clarion.channels.Outcome;
import health.clarion.channels.Part;
import health.clarion.channels.Picture;
import health.clarion.channels.Reason;
import health.clarion.channels.gateway.Answers;
import health.clarion.channels.gateway.Call;
import health.clarion.channels.gateway.Exchange;
import health.clarion.channels.gateway.Exchange.Answered;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * Uploads pictures. A server may say 202 and work on for a while; asked about the picture it says 206 until it is done,
 * and 200 then. The id is kept as soon as there is one, so that a later attempt only asks.
 */
final class MediaUpload {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);
    private static final Duration SOON = Duration.ofSeconds(15);
    private static final String DONE = "done ";

    private final Api api;

    MediaUpload(Api api) {
        this.api = api;
    }

    /** How far a picture got. */
    sealed interface Step {
        record Done(String id) implements Step {}

        record NotYet(Outcome why) implements Step {}
    }

    Step upload(Picture picture, Attempt attempt, Connection connection) {
        String saved = attempt.steps().get(step(picture));
        if (saved == null || saved.isEmpty()) {
            return send(picture, attempt, connection);
        }
        return saved.startsWith(DONE)
                ? new Step.Done(saved.substring(DONE.length()))
                : await(saved, picture, attempt, connection);
    }

    /** Lets the next attempt upload afresh: a server throws away pictures that no status uses for a day. */
    void forget(Part part, Attempt attempt) {
        part.pictures().forEach(picture -> attempt.steps().save(step(picture), ""));
    }

    private Step send(Picture picture, Attempt attempt, Connection connection) {
        byte[] form;
        String boundary = "clarion-" + picture.sha256().substring(0, 32);
        try {
            form = form(boundary, picture, attempt.media().bytes(picture.sha256()));
        } catch (IOException unreadable) {
            return later(Reason.of("picture-unreadable"));
        }
        Exchange exchange = post("/api/v2/media", boundary, form, attempt, connection);
        if (exchange instanceof Answered answered && (answered.status() == 404 || answered.status() == 405)) {
            exchange = post("/api/v1/media", boundary, form, attempt, connection);
        }
        if (!(exchange instanceof Answered answered) || !answered.ok()) {
            return new Step.NotYet(api.withoutEffect(exchange));
        }
        String id = Answers.json(answered).path("id").asString("");
        if (id.isEmpty()) {
            return later(Reason.of("unreadable", NAME));
        }
        if (answered.status() == 202) {
            attempt.steps().save(step(picture), id);
            return await(id, picture, attempt, connection);
        }
        return done(id, picture, attempt);
    }

    private Exchange post(String path, String boundary, byte[] form, Attempt attempt, Connection connection) {
        return api.send(
                connection,
                Call.post(Api.resolve(connection, path), "multipart/form-data; boundary=" + boundary, form)
                        .atMost(api.left(attempt.deadline())));
    }

    private Step await(String id, Picture picture, Attempt attempt, Connection connection) {
        while (true) {
            Exchange exchange = api.send(
                    connection,
                    Call.get(Api.resolve(connection, Api.path("media", id))).atMost(api.left(attempt.deadline())));
            if (!(exchange instanceof Answered answered)) {
                return new Step.NotYet(api.withoutEffect(exchange));
            }
            if (answered.status() == 200) {
                return done(id, picture, attempt);
            }
            if (answered.status() != 206) {
                attempt.steps().save(step(picture), answered.status() == 404 ? "" : id);
                return new Step.NotYet(
                        answered.status() == 404
                                ? new Outcome.TryLater(api.now(), Reason.of("picture-expired", NAME))
                                : api.withoutEffect(answered));
            }
            if (api.left(attempt.deadline()).compareTo(BETWEEN_LOOKS.multipliedBy(4)) < 0
                    || Thread.currentThread().isInterrupted()) {
                return later(Reason.of("picture-processing", NAME));
            }
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
        }
    }

    private Step done(String id, Picture picture, Attempt attempt) {
        attempt.steps().save(step(picture), DONE + id);
        return new Step.Done(id);
    }

    private Step later(Reason reason) {
        return new Step.NotYet(new Outcome.TryLater(api.now().plus(SOON), reason));
    }

    private static byte[] form(String boundary, Picture picture, byte[] bytes) {
        ByteArrayOutputStream form = new ByteArrayOutputStream(bytes.length + 2_000);
        text(form, "--" + boundary + "\r\nContent-Disposition: form-data; name=\"description\"\r\n");
        text(form, "Content-Type: text/plain; charset=utf-8\r\n\r\n" + picture.alt() + "\r\n");
        String name = "picture." + picture.mime().substring(picture.mime().indexOf('/') + 1);
        text(
                form,
                "--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name + "\"\r\n");
        text(form, "Content-Type: " + picture.mime() + "\r\n\r\n");
        form.writeBytes(bytes);
        text(form, "\r\n--" + boundary + "--\r\n");
        return form.toByteArray();
    }

    private static void text(ByteArrayOutputStream form, String text) {
        form.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String step(Picture picture) {
        return "mastodon.media." + picture.sha256();
    }
}
