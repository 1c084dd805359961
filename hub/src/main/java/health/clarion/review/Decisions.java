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

    private final Requests requests;
    private final Review review;
    private final Audit audit;

    Decisions(Requests requests, Review review, Audit audit) {
        this.requests = requests;
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
        requests.insert(submission, new Request.Relaxed(role, administrator.id(), why.strip(), review.now(), true));
        requests.update(
                with(request, needed, request.window(), request.urgent(), request.urgentWhy(), request.deadline()));
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
        Request hurried = with(
                request,
                request.needed(),
                request.window(),
                true,
                why.strip(),
                review.now().plus(URGENT_DEADLINE));
        requests.update(hurried);
        audit.record("review.urgent", by.actor(), Review.subject(submission), Map.of());
        return hurried;
    }

    /** The post was planned for this time: it must be signed before, and the window must hold it. */
    @Transactional
    public void planned(UUID submission, Instant due) {
        requests.locked(submission)
                .filter(request -> request.state() == Request.State.WAITING)
                .ifPresent(request -> {
                    Instant latest = due.minus(Duration.ofHours(1));
                    Instant deadline = latest.isBefore(review.now()) ? due : latest;
                    if (deadline.isBefore(request.deadline()) || !request.urgent()) {
                        requests.update(with(
                                request,
                                request.needed(),
                                request.window(),
                                request.urgent(),
                                request.urgentWhy(),
                                deadline));
                    }
                });
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
        if (!communicator.is(Role.COMMUNICATOR) || request.wroteIt(communicator.id())) {
            throw Problem.forbidden("review.window-not-yours");
        }
        Window whole = new Window(
                window.from().truncatedTo(ChronoUnit.MICROS), window.to().truncatedTo(ChronoUnit.MICROS));
        requests.update(
                with(request, request.needed(), whole, request.urgent(), request.urgentWhy(), request.deadline()));
        audit.record(
                "review.window-approved",
                communicator.actor(),
                Review.subject(submission),
                Map.of("from", whole.from().toString(), "to", whole.to().toString()));
        return requests.find(submission).orElseThrow();
    }

    private static Request with(
            Request r,
            Map<Reader, String> needed,
            Window window,
            boolean urgent,
            @Nullable String urgentWhy,
            Instant deadline) {
        return new Request(
                r.submission(),
                r.post(),
                r.campaign(),
                r.hash(),
                r.revision(),
                r.submittedBy(),
                r.submittedAt(),
                r.authors(),
                needed,
                r.signed(),
                r.relaxed(),
                r.state(),
                urgent,
                urgentWhy,
                deadline,
                window,
                r.voidWhy());
    }
}
