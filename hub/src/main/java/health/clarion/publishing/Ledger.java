package health.clarion.publishing;

import health.clarion.channels.Reason;
import health.clarion.channels.Receipt;
import health.clarion.publishing.AttemptMade.Kind;
import health.clarion.publishing.AttemptMade.Result;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The lock that makes publishing exactly-once. A worker takes a delivery with a lease; before each request it writes an
 * attempt; each write compares the lease token, so that a worker that was frozen past its lease changes nothing.
 */
@Component
class Ledger {

    /** Taken shared by whoever starts to send, and alone by whoever pauses: after a pause returns, nothing starts. */
    static final String PAUSE_LOCK = "hashtext('publishing.pause')";

    /** What was found first stays, and so does what was taken down; false when it was known under another id. */
    private static final String FOUND = """
            update publishing.part set
                state = case when receipt is null then 'SENT' else state end,
                receipt = coalesce(receipt, cast(:receipt as jsonb))
            where delivery = :id and number = :part
            returning receipt ->> 'id' = :found
            """;

    private final JdbcClient jdbc;
    private final LedgerRows rows;
    private final PublishingSettings settings;

    Ledger(JdbcClient jdbc, LedgerRows rows, PublishingSettings settings) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.settings = settings;
    }

    /** A delivery that this worker holds until its lease ends. */
    record Taken(Delivery delivery, UUID lease, boolean retract, int looks) {}

    /** Whether a request may be made now. */
    enum Start {
        GO,
        LEASE_LOST,
        PAUSED,
        RETRACTED,
        LATE
    }

    /** Takes up to {@code most} deliveries that are due, or whose worker has been silent past lease and deadline. */
    @Transactional
    List<Taken> take(String worker, int most) {
        return jdbc.sql("""
                with due as (
                    select id from publishing.delivery
                    where state in ('SCHEDULED', 'SENDING', 'PARTLY_SENT', 'AMBIGUOUS', 'RETRACTING')
                      and next_look_at <= clock_timestamp()
                    order by next_look_at limit :most for update skip locked)
                update publishing.delivery d
                set state = case when state = 'RETRACTING' then state else 'SENDING' end,
                    lease_token = gen_random_uuid(), worker = :worker, pause_asked = false,
                    lease_until = clock_timestamp() + :lease * interval '1 millisecond',
                    next_look_at = clock_timestamp() + :silence * interval '1 millisecond'
                from due where d.id = due.id
                returning d.*
                """)
                .param("most", most)
                .param("worker", worker)
                .param("lease", settings.lease().toMillis())
                .param("silence", settings.lease().plus(settings.deadline()).toMillis())
                .query((row, n) -> new Taken(
                        rows.delivery(row),
                        row.getObject("lease_token", UUID.class),
                        row.getString("state").equals("RETRACTING") || row.getBoolean("retract_asked"),
                        row.getInt("looks")))
                .list();
    }

    /** How long until the next delivery is due, by the database's clock; empty when none waits. */
    Optional<Duration> untilNext() {
        return jdbc.sql("""
                select cast(extract(epoch from next_look_at - clock_timestamp()) * 1000 as bigint)
                from publishing.delivery
                where state in ('SCHEDULED', 'SENDING', 'PARTLY_SENT', 'AMBIGUOUS', 'RETRACTING')
                  and next_look_at < 'infinity'
                order by next_look_at limit 1
                """).query(Long.class).optional().map(Duration::ofMillis);
    }

    /**
     * Writes the attempt that precedes a request to send a part, if nothing speaks against it now. The caller has looked
     * at sign-offs just before.
     *
     * @param first whether nothing of this delivery was sent yet, so that being late matters
     */
    @Transactional
    Start startSending(Taken taken, int part, boolean first) {
        // A statement of its own: the next one must see every pause that came before the lock.
        jdbc.sql("select pg_advisory_xact_lock_shared(" + PAUSE_LOCK + ")")
                .query((row, n) -> 1)
                .single();
        return jdbc.sql("""
                with d as (
                    select lease_token = :token and lease_until > clock_timestamp() as mine, retract_asked,
                        late_after < clock_timestamp() as late, worker,
                        exists (select from publishing.pause p
                            where p.ended_at is null and (p.campaign is null or p.campaign = d.campaign)) as paused
                    from publishing.delivery d where id = :id for update),
                may as (
                    select worker, case when mine is not true then 'LEASE_LOST' when retract_asked then 'RETRACTED'
                        when paused then 'PAUSED' when :first and late then 'LATE' else 'GO' end as start from d),
                sending as (
                    update publishing.part set state = 'SENDING', attempts = attempts + 1,
                        key_since = coalesce(key_since, clock_timestamp())
                    from may where start = 'GO' and delivery = :id and number = :part),
                renewed as (
                    update publishing.delivery set
                        lease_until = clock_timestamp() + :lease * interval '1 millisecond',
                        next_look_at = clock_timestamp() + :silence * interval '1 millisecond'
                    from may where start = 'GO' and id = :id
                      and lease_until < clock_timestamp() + :old * interval '1 millisecond'),
                noted as (
                    insert into publishing.attempt (delivery, part, kind, worker, lease, started_at)
                    select :id, :part, 'SEND', worker, :token, clock_timestamp() from may where start = 'GO')
                select start from may
                """)
                .param("id", taken.delivery().id())
                .param("token", taken.lease())
                .param("part", part)
                .param("first", first)
                .params(renewal())
                .query((row, n) -> Start.valueOf(row.getString("start")))
                .single();
    }

    // A lease that was renewed a moment ago is left as it is: most posts go out at once, and a row that isn't written
    // needs no place on the disk.
    private Map<String, Object> renewal() {
        long lease = settings.lease().toMillis();
        return Map.of(
                "lease",
                lease,
                "old",
                lease * 3 / 4,
                "silence",
                settings.lease().plus(settings.deadline()).toMillis());
    }

    /**
     * Asked just before the request that publishes: still ours, and neither paused nor asked back. Renews the lease when
     * a quarter of it is over; then it may have to wait for whoever changes the row, and says what they made of it.
     */
    boolean stillMine(Taken taken) {
        return jdbc.sql("""
                with renewed as (
                    update publishing.delivery set
                        lease_until = clock_timestamp() + :lease * interval '1 millisecond',
                        next_look_at = clock_timestamp() + :silence * interval '1 millisecond'
                    where id = :id and lease_token = :token and lease_until > clock_timestamp()
                      and lease_until < clock_timestamp() + :old * interval '1 millisecond'
                      and not retract_asked and not pause_asked
                    returning id)
                select exists (select from renewed) or exists (select from publishing.delivery
                    where id = :id and lease_token = :token
                      and lease_until >= clock_timestamp() + :old * interval '1 millisecond'
                      and not retract_asked and not pause_asked)
                """)
                .param("id", taken.delivery().id())
                .param("token", taken.lease())
                .params(renewal())
                .query(Boolean.class)
                .single();
    }

    /** Notes that a look, a read-back or a retraction begins. */
    void startLooking(Taken taken, int part, Kind kind) {
        jdbc.sql("""
                insert into publishing.attempt (delivery, part, kind, worker, lease, started_at)
                select id, :part, :kind, coalesce(worker, 'hub'), :lease, clock_timestamp() from publishing.delivery
                where id = :id
                """)
                .param("lease", taken.lease())
                .param("id", taken.delivery().id())
                .param("part", part)
                .param("kind", kind.name())
                .update();
    }

    /** Closes the open attempt that this worker made under its lease; another worker's is left alone. */
    void endAttempt(Taken taken, int part, Kind kind, Result outcome, @Nullable Reason reason) {
        jdbc.sql("""
                update publishing.attempt set ended_at = clock_timestamp(), outcome = :outcome,
                    reason_key = :key, reason_arguments = cast(:arguments as jsonb)
                where delivery = :id and part = :part and kind = :kind and lease = :lease
                  and (ended_at is null or outcome = 'CUT_OFF')
                """)
                .param("id", taken.delivery().id())
                .param("lease", taken.lease())
                .param("part", part)
                .param("kind", kind.name())
                .param("outcome", outcome.name())
                .param("key", reason == null ? null : reason.key())
                .param("arguments", reason == null ? null : rows.json(reason.arguments()))
                .update();
    }

    /** Closes attempts that a worker left open when it died or froze, so that the page tells the truth. */
    void closeCutOff(UUID delivery, int part) {
        jdbc.sql("""
                update publishing.attempt set ended_at = clock_timestamp(), outcome = 'CUT_OFF'
                where delivery = :id and part = :part and ended_at is null
                """).param("id", delivery).param("part", part).update();
    }

    /**
     * Notes where a part is found. Also when the lease is lost: what is true stays true, and the record that another
     * worker makes under the same key is the same one. What was found first stays, and so does what was taken down.
     *
     * @return false when the part is already known under another id: then there are two of it
     */
    boolean partSent(UUID delivery, int part, Receipt receipt) {
        return jdbc.sql(FOUND)
                .param("found", receipt.id())
                .param("id", delivery)
                .param("part", part)
                .param("receipt", rows.json(receipt))
                .query(Boolean.class)
                .single();
    }

    /** As {@link #partSent} and {@link #endAttempt} in one step: this worker's own request, or its look, found it. */
    boolean sent(Taken taken, int part, Kind kind, Receipt receipt) {
        return jdbc.sql("""
                with made as (
                    update publishing.attempt set ended_at = clock_timestamp(), outcome = 'SENT',
                        reason_key = null, reason_arguments = null
                    where delivery = :id and part = :part and kind = :kind and lease = :lease
                      and (ended_at is null or outcome = 'CUT_OFF'))
                """ + FOUND)
                .param("found", receipt.id())
                .param("id", taken.delivery().id())
                .param("lease", taken.lease())
                .param("part", part)
                .param("kind", kind.name())
                .param("receipt", rows.json(receipt))
                .query(Boolean.class)
                .single();
    }

    /** A server gave a part another id, as some do when it is edited there. */
    void partMoved(UUID delivery, int part, Receipt receipt) {
        jdbc.sql("""
                update publishing.part set receipt = cast(:receipt as jsonb)
                where delivery = :id and number = :part and state = 'SENT'
                """)
                .param("id", delivery)
                .param("part", part)
                .param("receipt", rows.json(receipt))
                .update();
    }

    /** Changes a part's state, if this worker still holds the delivery. */
    void partIs(Taken taken, int part, DeliveryPart.State state) {
        jdbc.sql("""
                update publishing.part p set state = :state from publishing.delivery d
                where d.id = p.delivery and p.delivery = :id and p.number = :part and d.lease_token = :token
                """)
                .param("id", taken.delivery().id())
                .param("part", part)
                .param("state", state.name())
                .param("token", taken.lease())
                .update();
    }

    /** Keeps an upload handle; nothing is kept for a worker that lost its lease. */
    void saveStep(Taken taken, int part, String name, String value) {
        jdbc.sql("""
                update publishing.part p set steps = p.steps || jsonb_build_object(:name, cast(:value as text))
                from publishing.delivery d
                where d.id = p.delivery and p.delivery = :id and p.number = :part and d.lease_token = :token
                """)
                .param("id", taken.delivery().id())
                .param("part", part)
                .param("name", name)
                .param("value", value)
                .param("token", taken.lease())
                .update();
    }

    /** The handles saved for a part. */
    Map<String, String> steps(UUID delivery, int part) {
        return jdbc.sql("select steps from publishing.part where delivery = :id and number = :part")
                .param("id", delivery)
                .param("part", part)
                .query((row, n) -> rows.strings(row.getString(1)))
                .single();
    }

    /**
     * Gives the delivery back in a new state, if this worker still holds it. Asked back meanwhile, it is taken down
     * next, whatever the state.
     *
     * @param lookIn when a worker may take it up again; null when only a person can go on
     * @return whether it was still ours
     */
    boolean giveBack(
            Taken taken,
            Delivery.State state,
            Delivery.@Nullable Held held,
            @Nullable Reason reason,
            @Nullable Duration lookIn) {
        return end(taken, state, held, reason, lookIn, true);
    }

    /** The same for a worker that was taking it down: what it found stands. */
    boolean giveBackRetraction(Taken taken, Delivery.State state, @Nullable Reason reason, @Nullable Duration lookIn) {
        return end(taken, state, null, reason, lookIn, false);
    }

    private boolean end(
            Taken taken,
            Delivery.State state,
            Delivery.@Nullable Held held,
            @Nullable Reason reason,
            @Nullable Duration lookIn,
            boolean unlessAskedBack) {
        return jdbc.sql("""
                        update publishing.delivery set
                            state = case when retract_asked and :unless then 'RETRACTING' else :state end,
                            held_why = case when retract_asked and :unless then null else :held end,
                            reason_key = :key, reason_arguments = cast(:arguments as jsonb),
                            lease_token = null, lease_until = null,
                            next_look_at = case when :look >= 0
                                    then clock_timestamp() + :look * interval '1 millisecond'
                                when retract_asked and :unless then clock_timestamp()
                                else 'infinity'::timestamptz end,
                            looks = case when :state in ('AMBIGUOUS', 'RETRACTING') then looks + 1 else 0 end,
                            read_back_due = case when :state = 'SENT'
                                then clock_timestamp() + :readBack * interval '1 millisecond' else read_back_due end,
                            finished_at = case when :state in ('SENT', 'RETRACTED', 'REFUSED')
                                then clock_timestamp() end
                        where id = :id and lease_token = :token
                        """)
                        .param("unless", unlessAskedBack)
                        .param("id", taken.delivery().id())
                        .param("token", taken.lease())
                        .param("state", state.name())
                        .param("held", held == null ? null : held.name())
                        .param("key", reason == null ? null : reason.key())
                        .param("arguments", reason == null ? null : rows.json(reason.arguments()))
                        .param("look", lookIn == null ? -1L : Math.max(0, lookIn.toMillis()))
                        .param("readBack", settings.readBackAfter().toMillis())
                        .update()
                == 1;
    }

    /**
     * Whether every request to send this part has ended with an answer that says what it did, or a person who looked
     * after it said that it is not there.
     */
    boolean nothingUnknown(UUID delivery, int part) {
        return jdbc.sql("""
                select not exists (select from publishing.attempt
                    where delivery = :id and part = :part and kind = 'SEND'
                      and (ended_at is null or outcome in ('AMBIGUOUS', 'CUT_OFF'))
                      and id > coalesce((select max(id) from publishing.attempt
                          where delivery = :id and part = :part and kind = 'PERSON' and outcome = 'NOT_FOUND'), 0))
                """)
                .param("id", delivery)
                .param("part", part)
                .query(Boolean.class)
                .single();
    }

    /** The parts of a delivery in order. */
    List<DeliveryPart> parts(UUID delivery) {
        return jdbc.sql("select * from publishing.part where delivery = :id order by number")
                .param("id", delivery)
                .query((row, n) -> rows.part(row))
                .list();
    }
}
