package health.clarion.review;

import health.clarion.audit.Audit;
import health.clarion.people.Member;
import health.clarion.people.Role;
import health.clarion.ui.Problem;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Decisions about a review itself: who is needed, how fast, and for which time. Each is on the record. */
@Component
public class Decisions {

    private static final Duration URGENT_DEADLINE = Duration.ofMinutes(60);
    private static final Duration BEFORE_IT_GOES_OUT = Duration.ofHours(1);
    private static final Duration AS_SOON_AS_SIGNED = Duration.ofMinutes(1);
    private static final Duration FARTHEST = Duration.ofDays(400);

    private final Requests requests;
    private final FourEyes fourEyes;
    private final Review review;
    private final Audit audit;

    Decisions(Requests requests, FourEyes fourEyes, Review review, Audit audit) {
        this.requests = requests;
        this.fourEyes = fourEyes;
        this.review = review;
        this.audit = audit;
    }

    /**
     * Lets a role go for this post. The second person stays: when no other role is left, a second reader is needed.
     */
    @Transactional
    public Request relax(UUID submission, Reader role, String why, Member administrator) {
        if (!administrator.is(Role.ADMINISTRATOR)) {
            throw Problem.forbidden("review.only-administrator");
        }
        if (why.isBlank() || why.length() > Review.LONGEST_WISH) {
            throw Problem.invalid("review.why-needed");
        }
        Request request = requests.locked(submission).orElseThrow(() -> Problem.notFound("review.no-request"));
        if (request.state() != Request.State.WAITING || !request.missing().contains(role)) {
            throw Problem.conflict("review.role-not-missing");
        }
        Map<Reader, String> needed = new EnumMap<>(request.needed());
        needed.remove(role);
        if (needed.isEmpty()) {
            if (role == Reader.SECOND_READER) {
                throw Problem.conflict("review.second-person-stays");
            }
            needed.put(Reader.SECOND_READER, "second-person");
        }
        Requests.requireIntact(request);
        requests.insert(submission, new Request.Relaxed(role, administrator.id(), why.strip(), review.now(), true));
        requests.update(request.needing(needed), review.now());
        audit.record("review.relaxed", administrator.actor(), Review.subject(submission), Map.of("role", role.id()));
        return review.complete(submission);
    }

    /** Puts it on the fast lane: on-call readers are told at once; the rules stay the same. */
    @Transactional
    public Request urgent(UUID submission, String why, Member by) {
        if (why.isBlank() || why.length() > Review.LONGEST_WISH) {
            throw Problem.invalid("review.why-needed");
        }
        Request request = requests.locked(submission).orElseThrow(() -> Problem.notFound("review.no-request"));
        if (request.state() != Request.State.WAITING) {
            throw Problem.conflict("review.not-waiting");
        }
        Request hurried = request.hurried(
                why.strip(), earlier(request.deadline(), review.now().plus(URGENT_DEADLINE)));
        requests.update(hurried, review.now());
        audit.record("review.urgent", by.actor(), Review.subject(submission), Map.of());
        return hurried;
    }

    /**
     * Keeps everybody else from deciding until the transaction ends. Whoever changes both a review and what waits for it
     * locks the review first, so that nobody waits for somebody who waits for them. Unknown submissions lock nothing.
     */
    @Transactional
    public void lock(UUID submission) {
        requests.lock(submission);
    }

    /**
     * The earliest time it is planned for, now that the plan changed: it must be signed an hour before, or by then when
     * that is past. What is to go out as soon as it is signed keeps its deadline, and so does what is urgent sooner; a
     * request that was changed behind our back is left as it is.
     *
     * @param due null when it is planned no longer
     */
    @Transactional
    public void planned(UUID submission, @Nullable Instant due) {
        requests.locked(submission)
                .filter(request -> request.state() == Request.State.WAITING && request.intact())
                .ifPresent(request -> {
                    Instant deadline = deadline(request, due);
                    if (!deadline.equals(request.deadline())) {
                        requests.update(request.by(deadline), review.now());
                    }
                });
    }

    private Instant deadline(Request request, @Nullable Instant due) {
        Instant now = review.now();
        if (due == null) {
            return request.urgent() ? request.deadline() : Review.calm(request.submittedAt());
        }
        if (due.isBefore(now.plus(AS_SOON_AS_SIGNED))) {
            return request.deadline();
        }
        Instant hourBefore = due.minus(BEFORE_IT_GOES_OUT).truncatedTo(ChronoUnit.MICROS);
        Instant deadline = hourBefore.isBefore(now) ? due : hourBefore;
        return request.urgent() ? earlier(request.deadline(), deadline) : deadline;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    /**
     * Approves another window for words that are signed already, without asking everybody again. A communicator who
     * did not write it.
     */
    @Transactional
    public Request approveWindow(UUID submission, Window window, Member communicator) {
        Request request = requests.locked(submission).orElseThrow(() -> Problem.notFound("review.no-request"));
        if (request.state() != Request.State.SIGNED_OFF && request.state() != Request.State.WAITING) {
            throw Problem.conflict("review.not-waiting");
        }
        if (!communicator.is(Role.COMMUNICATOR) || fourEyes.authors(request).contains(communicator.id())) {
            throw Problem.forbidden("review.window-not-yours");
        }
        if (window.to().isBefore(review.now())
                || window.to().isAfter(review.now().plus(FARTHEST))) {
            throw Problem.invalid("review.window-far", FARTHEST.toDays());
        }
        Window whole = new Window(
                window.from().truncatedTo(ChronoUnit.MICROS), window.to().truncatedTo(ChronoUnit.MICROS));
        requests.update(request.within(whole), review.now());
        audit.record(
                "review.window-approved",
                communicator.actor(),
                Review.subject(submission),
                Map.of("from", whole.from().toString(), "to", whole.to().toString()));
        return requests.find(submission).orElseThrow();
    }
}
