package health.clarion.people;

import health.clarion.audit.Audit;
import health.clarion.ui.InBatches;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
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
 * Browsers in which members are signed in. A session lives in the database, so it survives a restart, is the same for
 * every hub process and ends everywhere at once. The browser keeps a secret of which only the hash is here.
 */
@Component
public class Sessions {

    /** A session that nobody uses ends after this time. */
    public static final Duration IDLE = Duration.ofHours(12);

    /** Every session ends after this time. */
    public static final Duration LONGEST = Duration.ofDays(14);

    /** How long someone may take to show their second factor after the password. */
    public static final Duration HALF_WAY = Duration.ofMinutes(10);

    /** How long a second factor counts as fresh. */
    public static final Duration FRESH = Duration.ofMinutes(10);

    private static final Duration LINK_KEPT = Duration.ofDays(30);
    private static final Duration SEEN_EVERY = Duration.ofMinutes(1);
    private static final int MOST_LISTED = 50;

    private final JdbcClient jdbc;
    private final Audit audit;
    private final Clock clock;

    Sessions(JdbcClient jdbc, Audit audit, Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * One session.
     *
     * @param complete false between the password and the second factor
     * @param device browser and system in a few words
     * @param provedAt when they last proved who they are: the password, a code or a passkey
     * @param secondFactorAt when a second factor was last shown in it
     */
    public record Session(
            UUID id,
            UUID member,
            boolean complete,
            String device,
            Instant startedAt,
            Instant seenAt,
            Instant endsAt,
            Instant provedAt,
            @Nullable Instant secondFactorAt) {}

    /** A session just begun and the secret for the browser's cookie. */
    public record Begun(Session session, String secret) {}

    /** Begins a session; the caller has checked who it is. */
    @Transactional
    public Begun begin(UUID member, boolean complete, boolean secondFactor, String device) {
        Instant now = clock.instant();
        Session session = new Session(
                UUID.randomUUID(),
                member,
                complete,
                device,
                now,
                now,
                now.plus(complete ? LONGEST : HALF_WAY),
                now,
                secondFactor ? now : null);
        String secret = Secret.make();
        insert(session, secret);
        if (complete) {
            audit.record(
                    "people.signed-in",
                    "member:" + member,
                    "session:" + session.id(),
                    Map.of("second-factor", String.valueOf(secondFactor)));
        }
        return new Begun(session, secret);
    }

    private void insert(Session session, String secret) {
        jdbc.sql("""
                insert into people.session
                    (id, hash, member, complete, device, started_at, seen_at, ends_at, proved_at,
                    second_factor_at)
                values (:id, :hash, :member, :complete, :device, :start, :start, :end, :start, :second)
                """)
                .param("id", session.id())
                .param("hash", Secret.hash(secret))
                .param("member", session.member())
                .param("complete", session.complete())
                .param("device", session.device())
                .param("start", Timestamp.from(session.startedAt()))
                .param("end", Timestamp.from(session.endsAt()))
                .param("second", session.secondFactorAt() == null ? null : Timestamp.from(session.secondFactorAt()))
                .update();
    }

    /** The running session with this secret; notes that it was seen, at most once a minute. */
    public Optional<Session> find(String secret) {
        Instant now = clock.instant();
        Optional<Session> found = jdbc.sql("""
                select id, member, complete, device, started_at, seen_at, ends_at, proved_at, second_factor_at
                from people.session where hash = :hash and ends_at > :now and seen_at > :idle
                """)
                .param("hash", Secret.hash(secret))
                .param("now", Timestamp.from(now))
                .param("idle", Timestamp.from(now.minus(IDLE)))
                .query(Sessions::session)
                .optional();
        found.filter(session -> session.seenAt().isBefore(now.minus(SEEN_EVERY)))
                .ifPresent(session -> seen(session.id(), now));
        return found;
    }

    private void seen(UUID session, Instant now) {
        jdbc.sql("update people.session set seen_at = :now where id = :id")
                .param("now", Timestamp.from(now))
                .param("id", session)
                .update();
    }

    /** Notes that the member proved just now who they are, with a second factor or the password. */
    @Transactional
    public void proved(UUID session, UUID member, boolean secondFactor) {
        jdbc.sql("""
                update people.session set proved_at = :now,
                    second_factor_at = case when :second then :now else second_factor_at end
                where id = :id and member = :member
                """)
                .param("now", Timestamp.from(clock.instant()))
                .param("second", secondFactor)
                .param("id", session)
                .param("member", member)
                .update();
        audit.record(
                "people.identity-proved",
                "member:" + member,
                "session:" + session,
                Map.of("second-factor", String.valueOf(secondFactor)));
    }

    /**
     * Whether the member proved in this session, in the last ten minutes, who they are: with the second factor when
     * they have one, otherwise with the password.
     */
    public boolean isFresh(UUID session, Member member) {
        return jdbc.sql("""
                select coalesce(case when :factor then second_factor_at else proved_at end > :since, false)
                from people.session where id = :id and member = :member
                """)
                .param("factor", member.secondFactor())
                .param("since", Timestamp.from(clock.instant().minus(FRESH)))
                .param("id", session)
                .param("member", member.id())
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    /** Running sessions of a member, the one seen last first, at most 50. */
    public List<Session> of(UUID member) {
        Instant now = clock.instant();
        return jdbc.sql("""
                select id, member, complete, device, started_at, seen_at, ends_at, proved_at, second_factor_at
                from people.session
                where member = :member and complete and ends_at > :now and seen_at > :idle
                order by seen_at desc limit :limit
                """)
                .param("member", member)
                .param("now", Timestamp.from(now))
                .param("idle", Timestamp.from(now.minus(IDLE)))
                .param("limit", MOST_LISTED)
                .query(Sessions::session)
                .list();
    }

    /** Ends one session of a member; false when it is not theirs or has ended. */
    @Transactional
    public boolean end(UUID session, UUID member, String actor) {
        boolean ended = jdbc.sql("delete from people.session where id = :id and member = :member")
                        .param("id", session)
                        .param("member", member)
                        .update()
                == 1;
        if (ended) {
            audit.record("people.session-ended", actor, "session:" + session, Map.of("member", member.toString()));
        }
        return ended;
    }

    /** Ends all sessions of a member but one (null: all); returns how many. */
    @Transactional
    public int endAll(UUID member, @Nullable UUID besides, String actor) {
        int ended =
                jdbc.sql("""
                delete from people.session
                where member = :member and (cast(:besides as uuid) is null or id <> :besides)
                """).param("member", member).param("besides", besides).update();
        if (ended > 0) {
            audit.record("people.sessions-ended", actor, "member:" + member, Map.of("sessions", String.valueOf(ended)));
        }
        return ended;
    }

    /** Removes sessions that have ended by themselves, and one-time links a month after their end. */
    int sweep() {
        Instant now = clock.instant();
        return InBatches.remove(() -> sweepSessions(now)) + InBatches.remove(() -> sweepLinks(now));
    }

    private int sweepSessions(Instant now) {
        return jdbc.sql("""
                delete from people.session where ctid = any (array(
                    select ctid from people.session where ends_at < :now or seen_at < :idle limit :rows))
                """)
                .param("now", Timestamp.from(now))
                .param("idle", Timestamp.from(now.minus(IDLE)))
                .param("rows", InBatches.ROWS)
                .update();
    }

    private int sweepLinks(Instant now) {
        return jdbc.sql("""
                delete from people.link
                where ctid = any (array(select ctid from people.link where ends_at < :past limit :rows))
                """)
                .param("past", Timestamp.from(now.minus(LINK_KEPT)))
                .param("rows", InBatches.ROWS)
                .update();
    }

    private static Session session(ResultSet row, int number) throws SQLException {
        Timestamp second = row.getTimestamp("second_factor_at");
        return new Session(
                row.getObject("id", UUID.class),
                row.getObject("member", UUID.class),
                row.getBoolean("complete"),
                row.getString("device"),
                row.getTimestamp("started_at").toInstant(),
                row.getTimestamp("seen_at").toInstant(),
                row.getTimestamp("ends_at").toInstant(),
                row.getTimestamp("proved_at").toInstant(),
                second == null ? null : second.toInstant());
    }
}
