package health.clarion.publishing;

import health.clarion.accounts.Account;
import health.clarion.accounts.Accounts;
import health.clarion.audit.Audit;
import health.clarion.people.Member;
import health.clarion.posts.Posts;
import health.clarion.posts.Submission;
import health.clarion.review.Decisions;
import health.clarion.review.Request;
import health.clarion.review.Review;
import health.clarion.ui.Problem;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What people decide about getting posts out: when, to which accounts, and what to do when something needs them. */
@Component
public class Publishing {

    /** How far ahead a post may be planned. */
    static final java.time.Duration FARTHEST = java.time.Duration.ofDays(400);

    private final JdbcClient jdbc;
    private final Deliveries deliveries;
    private final Pauses pauses;
    private final Posts posts;
    private final Review review;
    private final Decisions decisions;
    private final Accounts accounts;
    private final Corrections corrections;
    private final PartRows parts;
    private final Ledger ledger;
    private final PublishingSettings settings;
    private final Audit audit;
    private final Clock clock;

    Publishing(
            JdbcClient jdbc,
            Deliveries deliveries,
            Pauses pauses,
            Posts posts,
            Review review,
            Decisions decisions,
            Accounts accounts,
            Corrections corrections,
            PartRows parts,
            Ledger ledger,
            PublishingSettings settings,
            Audit audit,
            Clock clock) {
        this.jdbc = jdbc;
        this.deliveries = deliveries;
        this.pauses = pauses;
        this.posts = posts;
        this.review = review;
        this.decisions = decisions;
        this.accounts = accounts;
        this.corrections = corrections;
        this.parts = parts;
        this.ledger = ledger;
        this.settings = settings;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Plans a submitted post for a time of day in a place, to one or more accounts. It may still wait for signatures:
     * nothing is sent without them.
     *
     * @param corrects the delivery that this post corrects in a reply, or null for the one it was begun to correct, if
     *     it was; on each account it answers the delivery of the same post there
     * @throws Problem when the time is past or too far, the words were replaced since, an account can't be used, it is
     *     already planned there, or nothing stands there to be corrected
     */
    @Transactional
    public List<Delivery> schedule(
            UUID submissionId, Collection<UUID> toAccounts, Wall wall, @Nullable UUID corrects, Member by) {
        Submission submission =
                posts.submission(submissionId).orElseThrow(() -> Problem.notFound("publishing.no-submission"));
        Instant due = planned(wall);
        decisions.lock(submission.id());
        requireNewest(submission);
        requireInsideWindow(submission, due);
        if (toAccounts.isEmpty()) {
            throw Problem.invalid("publishing.no-account");
        }
        UUID wrong = corrects != null
                ? find(corrects).id()
                : corrections.correctedBy(submission.post()).orElse(null);
        List<Delivery> planned = new ArrayList<>();
        for (UUID id : new LinkedHashSet<>(toAccounts)) {
            Account account = usable(id, submission);
            UUID original = wrong == null ? null : corrections.original(wrong, account);
            planned.add(plan(submission, account, wall, due, original, by));
        }
        decisions.planned(submission.id(), deliveries.earliestDue(submission.id()));
        return planned;
    }

    private Delivery plan(
            Submission submission, Account account, Wall wall, Instant due, @Nullable UUID corrects, Member by) {
        UUID id = UUID.randomUUID();
        UUID campaign = posts.find(submission.post()).orElseThrow().campaign();
        boolean paused = pauses.active(campaign).isPresent();
        try {
            insert(id, submission, campaign, account, wall, due, corrects, by, paused);
        } catch (DuplicateKeyException planned) {
            throw Problem.conflict("publishing.planned-already", account.handle());
        }
        parts.insert(id, account, submission, due);
        audit.record(
                "delivery.scheduled",
                by.actor(),
                "delivery:" + id,
                Map.of(
                        "post", submission.post().toString(),
                        "account", account.id().toString(),
                        "hash", submission.hash().value(),
                        "due", due.toString()));
        return deliveries.find(id).orElseThrow();
    }

    private void insert(
            UUID id,
            Submission submission,
            UUID campaign,
            Account account,
            Wall wall,
            Instant due,
            @Nullable UUID corrects,
            Member by,
            boolean paused) {
        jdbc.sql("""
                insert into publishing.delivery (id, post, campaign, submission, content_hash, account, network, wall,
                    zone, due_at, late_after, state, held_why, reason_key, next_look_at, corrects, scheduled_by,
                    scheduled_at)
                values (:id, :post, :campaign, :submission, :hash, :account, :network, :wall, :zone, :due, :late,
                    :state, :held, :reason, :due, :corrects, :by, :now)
                """)
                .param("id", id)
                .param("post", submission.post())
                .param("campaign", campaign)
                .param("submission", submission.id())
                .param("hash", submission.hash().value())
                .param("account", account.id())
                .param("network", account.network().id())
                .param("wall", wall.time())
                .param("zone", wall.zone().getId())
                .param("due", Timestamp.from(due))
                .param("late", Timestamp.from(lateAfter(submission, due)))
                .param("state", paused ? "HELD" : "SCHEDULED")
                .param("held", paused ? "PAUSE" : null)
                .param("reason", paused ? "publishing.held.pause" : null)
                .param("corrects", corrects)
                .param("by", by.id())
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    // "As soon as it is signed": what is planned for now but waits for signatures has no other time to miss.
    private Instant lateAfter(Submission submission, Instant due) {
        boolean asSoonAsSigned = due.isBefore(clock.instant().plusSeconds(60));
        return review.find(submission.id())
                .filter(request -> asSoonAsSigned && request.state() == Request.State.WAITING)
                .map(request -> request.window().to())
                .orElse(due.plus(settings.window()));
    }

    private Instant planned(Wall wall) {
        Instant due = wall.instant();
        Instant now = clock.instant();
        if (due.isBefore(now.minusSeconds(120))) {
            throw Problem.invalid("publishing.time-past");
        }
        if (due.isAfter(now.plus(FARTHEST))) {
            throw Problem.invalid("publishing.time-far");
        }
        return due;
    }

    // Words that others have replaced since would be held for ever: nobody can sign them any more.
    private void requireNewest(Submission submission) {
        boolean newest = posts.newest(submission.post())
                .map(Submission::id)
                .map(submission.id()::equals)
                .orElse(false);
        if (!newest) {
            throw Problem.conflict("publishing.words-replaced");
        }
    }

    private void requireInsideWindow(Submission submission, Instant due) {
        if (!review.windowAllows(submission.id(), due)) {
            throw Problem.invalid("publishing.outside-window");
        }
    }

    private Account usable(UUID id, Submission submission) {
        Account account = accounts.find(id).orElseThrow(() -> Problem.notFound("publishing.no-such-account"));
        if (account.status() == Account.Status.DISCONNECTED) {
            throw Problem.invalid("publishing.account-disconnected", account.handle());
        }
        boolean written = submission.payloads().stream().anyMatch(payload -> payload.network() == account.network());
        if (!written) {
            throw Problem.invalid(
                    "publishing.not-written-for", account.network().displayName());
        }
        return account;
    }

    /**
     * Moves what was not sent to another time. Inside the window of its signatures nothing becomes void; outside it a
     * communicator has to approve again, so it is refused here with that advice.
     */
    @Transactional
    public Delivery move(UUID id, Wall wall, Member by) {
        Delivery delivery = lockedWithReview(id);
        if (!delivery.state().movable()) {
            throw Problem.conflict("publishing.not-movable");
        }
        Instant due = planned(wall);
        requireInsideWindow(posts.submission(delivery.submission()).orElseThrow(), due);
        Account account = accounts.find(delivery.account()).orElseThrow();
        try {
            moveTo(delivery, wall, due);
        } catch (DuplicateKeyException planned) {
            throw Problem.conflict("publishing.planned-already", account.handle());
        }
        parts.moved(delivery, account, due, ledger.parts(id));
        decisions.planned(delivery.submission(), deliveries.earliestDue(delivery.submission()));
        noteOf("delivery.moved", delivery, by, Map.of("due", due.toString()));
        return deliveries.find(id).orElseThrow();
    }

    private void moveTo(Delivery delivery, Wall wall, Instant due) {
        boolean paused = pauses.active(delivery.campaign()).isPresent();
        jdbc.sql("""
                update publishing.delivery set wall = :wall, zone = :zone, due_at = :due, late_after = :late,
                    next_look_at = :due, state = :state, held_why = :held, reason_key = :reason,
                    reason_arguments = null
                where id = :id
                """)
                .param("wall", wall.time())
                .param("zone", wall.zone().getId())
                .param("due", Timestamp.from(due))
                .param("late", Timestamp.from(due.plus(settings.window())))
                .param("state", paused ? "HELD" : "SCHEDULED")
                .param("held", paused ? "PAUSE" : null)
                .param("reason", paused ? "publishing.held.pause" : null)
                .param("id", delivery.id())
                .update();
    }

    /** Sends a missed or held one now after all: the person's answer to being asked. */
    @Transactional
    public Delivery sendNow(UUID id, Member by) {
        return move(id, Wall.of(clock.instant(), find(id).zone()), by);
    }

    /** Keeps a held one at its own time, once what held it is over. */
    @Transactional
    public Delivery keep(UUID id, Member by) {
        Delivery delivery = locked(id);
        if (delivery.state() != Delivery.State.HELD) {
            throw Problem.conflict("publishing.not-held");
        }
        if (pauses.active(delivery.campaign()).isPresent()) {
            throw Problem.conflict("publishing.still-paused");
        }
        if (delivery.lateAfter().isBefore(clock.instant())) {
            throw Problem.conflict("publishing.keep-too-late");
        }
        jdbc.sql("""
                update publishing.delivery set state = case when exists (
                        select from publishing.part p where p.delivery = :id and p.state = 'SENT')
                        then 'PARTLY_SENT' else 'SCHEDULED' end,
                    held_why = null, reason_key = null, reason_arguments = null,
                    next_look_at = greatest(due_at, clock_timestamp())
                where id = :id
                """).param("id", id).update();
        noteOf("delivery.kept", delivery, by, Map.of());
        return deliveries.find(id).orElseThrow();
    }

    /** Takes something back that was not sent: it will not go out. */
    @Transactional
    public void drop(UUID id, Member by) {
        Delivery delivery = lockedWithReview(id);
        if (!delivery.state().movable()) {
            throw Problem.conflict("publishing.not-movable");
        }
        if (mayBeThere(id)) {
            throw Problem.conflict("publishing.retract-instead");
        }
        jdbc.sql("""
                update publishing.delivery set state = 'RETRACTED', next_look_at = 'infinity', held_why = null,
                    reason_key = 'publishing.dropped', reason_arguments = null, finished_at = clock_timestamp()
                where id = :id
                """).param("id", id).update();
        decisions.planned(delivery.submission(), deliveries.earliestDue(delivery.submission()));
        noteOf("delivery.dropped", delivery, by, Map.of());
    }

    /** Takes it down wherever it is; what is just being sent is found out about first. */
    @Transactional
    public void retract(UUID id, Member by) {
        Delivery delivery = lockedWithReview(id);
        switch (delivery.state()) {
            case RETRACTED, RETRACTING -> throw Problem.conflict("publishing.retracted-already");
            case REFUSED -> {
                if (!mayBeThere(id)) {
                    throw Problem.conflict("publishing.nothing-there");
                }
                askBack(delivery, by);
            }
            case SCHEDULED, MISSED, HELD -> {
                if (mayBeThere(id)) {
                    askBack(delivery, by);
                } else {
                    drop(id, by);
                }
            }
            case SENDING, PARTLY_SENT, SENT, AMBIGUOUS, AWAITING_PERSON -> askBack(delivery, by);
        }
    }

    // What a worker has in hand, or may still arrive, is not looked at before its time.
    private void askBack(Delivery delivery, Member by) {
        jdbc.sql("""
                update publishing.delivery set retract_asked = true, looks = 0, held_why = null,
                    state = case when state = 'SENDING' then state else 'RETRACTING' end,
                    next_look_at = case when state in ('SENDING', 'AMBIGUOUS')
                        then next_look_at else clock_timestamp() end
                where id = :id
                """).param("id", delivery.id()).update();
        noteOf("delivery.retract-asked", delivery, by, Map.of());
    }

    /** A person saw that what is out differs from what was signed, and leaves it so; that is on the record. */
    @Transactional
    public void accept(UUID id, Member by) {
        Delivery delivery = locked(id);
        if (!delivery.differs()) {
            throw Problem.conflict("publishing.not-waiting");
        }
        jdbc.sql("update publishing.delivery set read_back_seen = true where id = :id")
                .param("id", id)
                .update();
        noteOf("delivery.difference-accepted", delivery, by, Map.of("found", String.valueOf(delivery.readBack())));
    }

    private boolean mayBeThere(UUID id) {
        return ledger.parts(id).stream().anyMatch(part -> part.state().mayBeThere());
    }

    /** @throws Problem when there is none */
    Delivery find(UUID id) {
        return deliveries.find(id).orElseThrow(() -> Problem.notFound("publishing.no-delivery"));
    }

    private Delivery lockedWithReview(UUID id) {
        UUID submission = find(id).submission();
        decisions.lock(submission);
        Delivery delivery = locked(id);
        if (!delivery.submission().equals(submission)) {
            throw Problem.conflict("publishing.words-replaced");
        }
        return delivery;
    }

    Delivery locked(UUID id) {
        jdbc.sql("select id from publishing.delivery where id = :id for update")
                .param("id", id)
                .query(UUID.class)
                .optional()
                .orElseThrow(() -> Problem.notFound("publishing.no-delivery"));
        return deliveries.find(id).orElseThrow();
    }

    void noteOf(String what, Delivery delivery, Member by, Map<String, String> more) {
        Map<String, String> ids = new HashMap<>(more);
        ids.put("post", delivery.post().toString());
        ids.put("hash", delivery.contentHash());
        audit.record(what, by.actor(), "delivery:" + delivery.id(), ids);
    }
}
