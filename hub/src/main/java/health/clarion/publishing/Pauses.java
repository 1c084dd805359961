package health.clarion.publishing;

import health.clarion.audit.Audit;
import health.clarion.people.Member;
import health.clarion.ui.Problem;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Holding everything back when something terrible happens, for the organisation or one campaign. Once {@link #begin}
 * returns, no request that publishes passes its last comparison any more; one that has passed it may still arrive within
 * its deadline.
 */
@Component
public class Pauses {

    private final JdbcClient jdbc;
    private final LedgerRows rows;
    private final Audit audit;
    private final Clock clock;

    Pauses(JdbcClient jdbc, LedgerRows rows, Audit audit, Clock clock) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.audit = audit;
        this.clock = clock;
    }

    /** A pause; {@code campaign} is null when it holds the whole organisation. */
    public record Pause(UUID id, @Nullable UUID campaign, Instant since, UUID by, String why) {}

    /** Holds everything planned. Returns what was held. */
    @Transactional
    public List<Delivery> begin(@Nullable UUID campaign, String why, Member by) {
        jdbc.sql("select pg_advisory_xact_lock(" + Ledger.PAUSE_LOCK + ")")
                .query((row, n) -> 1)
                .single();
        if (exactly(campaign).isPresent()) {
            throw Problem.conflict("publishing.paused-already");
        }
        insert(campaign, why, by);
        List<Delivery> held = hold(campaign);
        shutGates(campaign);
        audit.record(
                "publishing.paused",
                by.actor(),
                campaign == null ? "organisation" : "campaign:" + campaign,
                Map.of("held", String.valueOf(held.size())));
        return held;
    }

    private void insert(@Nullable UUID campaign, String why, Member by) {
        jdbc.sql("""
                insert into publishing.pause (id, campaign, since, by_member, why)
                values (:id, :campaign, clock_timestamp(), :by, :why)
                """)
                .param("id", UUID.randomUUID())
                .param("campaign", campaign)
                .param("by", by.id())
                .param("why", why)
                .update();
    }

    private List<Delivery> hold(@Nullable UUID campaign) {
        return jdbc.sql("""
                update publishing.delivery set state = 'HELD', held_why = 'PAUSE',
                    reason_key = 'publishing.held.pause', reason_arguments = null, next_look_at = 'infinity'
                where state in ('SCHEDULED', 'PARTLY_SENT') and next_look_at < 'infinity'
                  and (cast(:campaign as uuid) is null or campaign = :campaign)
                returning *
                """)
                .param("campaign", campaign)
                .query((row, n) -> rows.delivery(row))
                .list();
    }

    // What is being prepared now (pictures under way) has passed the look at pauses; it is stopped at its last gate.
    // What has passed that too is on its way out.
    private void shutGates(@Nullable UUID campaign) {
        jdbc.sql("""
                update publishing.delivery set pause_asked = true
                where state = 'SENDING' and (cast(:campaign as uuid) is null or campaign = :campaign)
                """).param("campaign", campaign).update();
    }

    /** Ends a pause. What was held stays held until a person says of each: keep, move or drop. */
    @Transactional
    public void end(UUID id, Member by) {
        int ended = jdbc.sql("""
                update publishing.pause set ended_at = clock_timestamp(), ended_by = :by
                where id = :id and ended_at is null
                """).param("id", id).param("by", by.id()).update();
        if (ended == 0) {
            throw Problem.conflict("publishing.not-paused");
        }
        audit.record(
                "publishing.resumed",
                by.actor(),
                "pause:" + id,
                Map.of("at", clock.instant().toString()));
    }

    /** The pause that holds this campaign now, its own or the organisation's. */
    public Optional<Pause> active(UUID campaign) {
        return jdbc.sql("""
                select * from publishing.pause where ended_at is null and (campaign is null or campaign = :campaign)
                order by campaign nulls first limit 1
                """).param("campaign", campaign).query(Pauses::pause).optional();
    }

    /** All pauses that hold now, the organisation's first. */
    public List<Pause> active() {
        return jdbc.sql("select * from publishing.pause where ended_at is null order by campaign nulls first limit 100")
                .query(Pauses::pause)
                .list();
    }

    /** What pauses hold back, earliest first. */
    public List<Delivery> held() {
        return jdbc.sql("""
                select * from publishing.delivery where state = 'HELD' and held_why = 'PAUSE'
                order by due_at, id limit 500
                """).query((row, n) -> rows.delivery(row)).list();
    }

    private Optional<Pause> exactly(@Nullable UUID campaign) {
        return jdbc.sql("""
                select * from publishing.pause
                where ended_at is null and campaign is not distinct from cast(:campaign as uuid)
                """).param("campaign", campaign).query(Pauses::pause).optional();
    }

    private static Pause pause(java.sql.ResultSet row, int number) throws java.sql.SQLException {
        return new Pause(
                row.getObject("id", UUID.class),
                row.getObject("campaign", UUID.class),
                row.getTimestamp("since").toInstant(),
                row.getObject("by_member", UUID.class),
                row.getString("why"));
    }
}
