package health.clarion.review;

import health.clarion.audit.Audit;
import health.clarion.people.Member;
import health.clarion.people.People;
import health.clarion.ui.Problem;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who can be reached for urgent reviews, and when. */
@Component
public class OnCall {

    private static final Duration LONGEST = Duration.ofDays(31);

    private final JdbcClient jdbc;
    private final People people;
    private final Audit audit;
    private final Clock clock;

    OnCall(JdbcClient jdbc, People people, Audit audit, Clock clock) {
        this.jdbc = jdbc;
        this.people = people;
        this.audit = audit;
        this.clock = clock;
    }

    /** One stretch of being on call. */
    public record Duty(UUID id, Reader role, UUID member, Instant starts, Instant ends) {}

    @Transactional
    public void add(Reader role, UUID member, Instant starts, Instant ends, Member by) {
        Member asked =
                people.find(member).filter(Member::active).orElseThrow(() -> Problem.notFound("review.no-member"));
        if (!role.mayBe(asked)) {
            throw Problem.invalid("review.on-call-role", asked.name());
        }
        if (!starts.isBefore(ends) || Duration.between(starts, ends).compareTo(LONGEST) > 0) {
            throw Problem.invalid("review.on-call-times", LONGEST.toDays());
        }
        UUID id = UUID.randomUUID();
        jdbc.sql("""
                insert into review.on_call (id, role, member, starts_at, ends_at, set_by)
                values (:id, :role, :member, :starts, :ends, :by)
                """)
                .param("id", id)
                .param("role", role.name())
                .param("member", member)
                .param("starts", Timestamp.from(starts))
                .param("ends", Timestamp.from(ends))
                .param("by", by.id())
                .update();
        audit.record("review.on-call", by.actor(), "member:" + member, Map.of("role", role.id()));
    }

    /** Takes a duty away; false when there is none, or not any more. */
    @Transactional
    public boolean remove(UUID id, Member by) {
        int removed = jdbc.sql("delete from review.on_call where id = :id")
                .param("id", id)
                .update();
        if (removed == 1) {
            audit.record("review.on-call-ended", by.actor(), "on-call:" + id, Map.of());
        }
        return removed == 1;
    }

    /** Who is on call now for a role, or for everything when role is missing there. */
    public List<Member> now(Reader role) {
        Timestamp now = Timestamp.from(clock.instant());
        return jdbc.sql("""
                select distinct member from review.on_call where role = :role and starts_at <= :now and ends_at > :now
                limit 50
                """).param("role", role.name()).param("now", now).query(UUID.class).list().stream()
                .flatMap(id -> people.find(id).stream())
                .filter(Member::active)
                .toList();
    }

    /** Present and coming duties. */
    public List<Duty> coming() {
        return jdbc.sql("select * from review.on_call where ends_at > :now order by starts_at limit 200")
                .param("now", Timestamp.from(clock.instant()))
                .query((row, n) -> new Duty(
                        row.getObject("id", UUID.class),
                        Reader.valueOf(row.getString("role")),
                        row.getObject("member", UUID.class),
                        row.getTimestamp("starts_at").toInstant(),
                        row.getTimestamp("ends_at").toInstant()))
                .list();
    }
}
