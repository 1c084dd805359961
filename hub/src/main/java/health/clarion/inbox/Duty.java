package health.clarion.inbox;

import health.clarion.audit.Audit;
import health.clarion.people.Member;
import health.clarion.people.People;
import health.clarion.people.Role;
import health.clarion.publishing.Wall;
import health.clarion.ui.Problem;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who looks at what comes back, and when. Shifts are agreed in wall times of a place, so that nine o'clock stays nine
 * o'clock when the clocks change.
 */
@Component
public class Duty {

    public static final Duration LONGEST = Duration.ofDays(7);
    public static final int MOST_WEEKS = 26;

    private static final Set<Role> MAY_BE =
            Set.of(Role.MODERATOR, Role.COMMUNICATOR, Role.CLINICIAN, Role.ADMINISTRATOR);

    private final JdbcClient jdbc;
    private final People people;
    private final Audit audit;
    private final Clock clock;

    Duty(JdbcClient jdbc, People people, Audit audit, Clock clock) {
        this.jdbc = jdbc;
        this.people = people;
        this.audit = audit;
        this.clock = clock;
    }

    /** One stretch of being on duty. */
    public record Shift(UUID id, UUID member, Wall starts, Wall ends) {}

    /** Whether this member can be on duty. */
    public static boolean mayBe(Member member) {
        return member.active() && member.roles().stream().anyMatch(MAY_BE::contains);
    }

    /**
     * Puts somebody on duty, for one week or the same shift in several weeks.
     *
     * @param weeks how many weeks in a row, 1 to {@link #MOST_WEEKS}
     * @throws Problem when they can't be on duty or the times make no shift
     */
    @Transactional
    public List<Shift> add(UUID member, LocalDateTime starts, LocalDateTime ends, ZoneId zone, int weeks, Member by) {
        Member asked =
                people.find(member).filter(Duty::mayBe).orElseThrow(() -> Problem.invalid("inbox.duty.not-possible"));
        boolean shift = starts.isBefore(ends)
                && Duration.between(starts, ends).compareTo(LONGEST) <= 0
                && new Wall(ends, zone).instant().isAfter(clock.instant());
        if (!shift || weeks < 1 || weeks > MOST_WEEKS) {
            throw Problem.invalid("inbox.duty.times", LONGEST.toDays(), MOST_WEEKS);
        }
        List<Shift> shifts = new ArrayList<>();
        for (int week = 0; week < weeks; week++) {
            Wall from = new Wall(starts.plusWeeks(week), zone);
            Wall to = new Wall(ends.plusWeeks(week), zone);
            if (from.instant().isBefore(to.instant())) {
                shifts.add(insert(asked, from, to, by));
            }
        }
        audit.record(
                "inbox.duty-set",
                by.actor(),
                "member:" + member,
                Map.of("from", shifts.getFirst().starts().instant().toString(), "weeks", String.valueOf(weeks)));
        return shifts;
    }

    private Shift insert(Member member, Wall from, Wall to, Member by) {
        UUID id = UUID.randomUUID();
        jdbc.sql("""
                insert into inbox.duty (id, member, starts_wall, ends_wall, zone, starts_at, ends_at, set_by)
                values (:id, :member, :startsWall, :endsWall, :zone, :starts, :ends, :by)
                """)
                .param("id", id)
                .param("member", member.id())
                .param("startsWall", from.time())
                .param("endsWall", to.time())
                .param("zone", from.zone().getId())
                .param("starts", Timestamp.from(from.instant()))
                .param("ends", Timestamp.from(to.instant()))
                .param("by", by.id())
                .update();
        return new Shift(id, member.id(), from, to);
    }

    /** Takes a shift away; false when there is none, or not any more. */
    @Transactional
    public boolean remove(UUID id, Member by) {
        int removed = jdbc.sql("delete from inbox.duty where id = :id")
                .param("id", id)
                .update();
        if (removed == 1) {
            audit.record("inbox.duty-removed", by.actor(), "duty:" + id, Map.of());
        }
        return removed == 1;
    }

    /** Who is on duty now. */
    public List<Member> now() {
        return at(clock.instant());
    }

    /** Who is on duty at a moment; closed accounts are not. */
    public List<Member> at(Instant moment) {
        return jdbc.sql("""
                select distinct member from inbox.duty where starts_at <= :moment and ends_at > :moment limit 50
                """).param("moment", Timestamp.from(moment)).query(UUID.class).list().stream()
                .flatMap(id -> people.find(id).stream())
                .filter(Duty::mayBe)
                .toList();
    }

    /** When the present shift of a member ends; empty when they have none now. */
    public Optional<Instant> until(UUID member) {
        return jdbc.sql("""
                select max(ends_at) from inbox.duty
                where member = :member and starts_at <= :now and ends_at > :now having count(*) > 0
                """)
                .param("member", member)
                .param("now", Timestamp.from(clock.instant()))
                .query(Timestamp.class)
                .optional()
                .map(Timestamp::toInstant);
    }

    /** Present and coming shifts, earliest first, at most 300. */
    public List<Shift> coming() {
        return jdbc.sql("select * from inbox.duty where ends_at > :now order by starts_at, id limit 300")
                .param("now", Timestamp.from(clock.instant()))
                .query(Duty::shift)
                .list();
    }

    private static Shift shift(ResultSet row, int number) throws SQLException {
        ZoneId zone = ZoneId.of(row.getString("zone"));
        return new Shift(
                row.getObject("id", UUID.class),
                row.getObject("member", UUID.class),
                new Wall(row.getObject("starts_wall", LocalDateTime.class), zone),
                new Wall(row.getObject("ends_wall", LocalDateTime.class), zone));
    }
}
