package health.clarion.publishing;

import health.clarion.accounts.Accounts;
import health.clarion.audit.Audit;
import health.clarion.posts.PostSubmitted;
import health.clarion.posts.Posts;
import health.clarion.posts.Submission;
import health.clarion.review.Decisions;
import health.clarion.review.SignedOff;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * A post that was planned and is handed in again with other words keeps its place in the calendar: what was not sent
 * yet stands for the new words from now on, and waits for their signatures.
 */
@Component
class OnReview {

    private final JdbcClient jdbc;
    private final LedgerRows rows;
    private final PartRows parts;
    private final Deliveries deliveries;
    private final Decisions decisions;
    private final Posts posts;
    private final Accounts accounts;
    private final Audit audit;

    OnReview(
            JdbcClient jdbc,
            LedgerRows rows,
            PartRows parts,
            Deliveries deliveries,
            Decisions decisions,
            Posts posts,
            Accounts accounts,
            Audit audit) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.parts = parts;
        this.deliveries = deliveries;
        this.decisions = decisions;
        this.posts = posts;
        this.accounts = accounts;
        this.audit = audit;
    }

    @EventListener
    @Order(100) // after the review of the new words was opened
    void on(PostSubmitted submitted) {
        for (Delivery delivery : unsent(submitted.post(), submitted.submission())) {
            carryOver(delivery, posts.submission(submitted.submission()).orElseThrow());
        }
        Instant due = deliveries.earliestDue(submitted.submission());
        if (due != null) {
            decisions.planned(submitted.submission(), due);
        }
    }

    /** What waited only for signatures goes on now, if its time allows. */
    @EventListener
    void on(SignedOff signed) {
        jdbc.sql("""
                update publishing.delivery set state = 'SCHEDULED', held_why = null, reason_key = null,
                    reason_arguments = null, next_look_at = greatest(due_at, clock_timestamp())
                where submission = :submission and state = 'HELD' and held_why = 'NOT_SIGNED_OFF'
                  and late_after > clock_timestamp()
                """).param("submission", signed.submission()).update();
    }

    private List<Delivery> unsent(UUID post, UUID submission) {
        return jdbc.sql("""
                select * from publishing.delivery d
                where post = :post and submission <> :submission
                  and (state = 'SCHEDULED' or (state = 'HELD' and held_why in ('NOT_SIGNED_OFF', 'CHANGED', 'NEW_FINDING')))
                  and not exists (select from publishing.part p where p.delivery = d.id and p.key_since is not null)
                for update
                """)
                .param("post", post)
                .param("submission", submission)
                .query((row, n) -> rows.delivery(row))
                .list();
    }

    private void carryOver(Delivery delivery, Submission submission) {
        boolean still = submission.payloads().stream().anyMatch(payload -> payload.network() == delivery.network());
        jdbc.sql("""
                update publishing.delivery set submission = :submission, content_hash = :hash,
                    state = case when :still then 'SCHEDULED' else 'HELD' end,
                    held_why = case when :still then null else 'CHANGED' end,
                    reason_key = case when :still then null else 'publishing.held.not-written' end,
                    reason_arguments = null,
                    next_look_at = case when :still then due_at else 'infinity'::timestamptz end
                where id = :id
                """)
                .param("submission", submission.id())
                .param("hash", submission.hash().value())
                .param("still", still)
                .param("id", delivery.id())
                .update();
        parts.replace(delivery, submission, accounts.find(delivery.account()).orElseThrow());
        audit.record(
                "delivery.new-words",
                "hub",
                "delivery:" + delivery.id(),
                Map.of(
                        "post",
                        delivery.post().toString(),
                        "hash",
                        submission.hash().value()));
    }
}
