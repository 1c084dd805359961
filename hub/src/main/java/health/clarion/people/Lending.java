package health.clarion.people;

import health.clarion.audit.Audit;
import health.clarion.ui.Problem;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Roles lent to a colleague until a date, as before a holiday. Only one's own role can be lent, and it counts only while
 * the giver holds it and is active. Running the hub and a partner's view are never lent.
 */
@Component
public class Lending {

    /** The longest a role is lent; longer absences are for an administrator. */
    public static final int LONGEST_DAYS = 180;

    private static final int MOST_LISTED = 100;

    private final JdbcClient jdbc;
    private final People people;
    private final Organisations organisations;
    private final Notices notices;
    private final Audit audit;
    private final Clock clock;

    Lending(JdbcClient jdbc, People people, Organisations organisations, Notices notices, Audit audit, Clock clock) {
        this.jdbc = jdbc;
        this.people = people;
        this.organisations = organisations;
        this.notices = notices;
        this.audit = audit;
        this.clock = clock;
    }

    /** One role lent; it ends at {@code endsAt}. */
    public record Loan(UUID id, UUID giver, UUID receiver, Role role, Instant endsAt) {}

    /**
     * Lends a role through the end of {@code last}, in the organisation's time zone.
     *
     * @throws Problem when it isn't the giver's own, can't be lent, the colleague can't take it, or the date is past or
     *     too far
     */
    @Transactional
    public Loan lend(Member giver, UUID receiver, Role role, LocalDate last) {
        Member colleague = colleague(giver, receiver);
        check(giver, role, last);
        Instant end =
                last.plusDays(1).atStartOfDay(organisations.current().zone()).toInstant();
        Loan loan = new Loan(UUID.randomUUID(), giver.id(), receiver, role, end);
        jdbc.sql("""
                insert into people.delegation (id, giver, receiver, role, given_at, ends_at)
                values (:id, :giver, :receiver, :role, :now, :end)
                """)
                .param("id", loan.id())
                .param("giver", loan.giver())
                .param("receiver", loan.receiver())
                .param("role", role.id())
                .param("now", Timestamp.from(clock.instant()))
                .param("end", Timestamp.from(end))
                .update();
        audit.record(
                "people.role-lent",
                giver.actor(),
                "loan:" + loan.id(),
                Map.of("receiver", receiver.toString(), "role", role.id(), "until", last.toString()));
        notices.lent(colleague, giver.name(), role, last.toString());
        return loan;
    }

    private Member colleague(Member giver, UUID receiver) {
        return people.find(receiver)
                .filter(Member::active)
                .filter(member -> !member.id().equals(giver.id()) && !member.is(Role.PARTNER))
                .orElseThrow(() -> Problem.invalid("people.lend-nobody"));
    }

    private void check(Member giver, Role role, LocalDate last) {
        if (!role.lendable()) {
            throw Problem.invalid("people.lend-never");
        }
        if (!people.ownRoles(giver.id()).contains(role)) {
            throw Problem.forbidden("people.lend-not-yours");
        }
        LocalDate today = clock.instant().atZone(organisations.current().zone()).toLocalDate();
        if (last.isBefore(today) || last.isAfter(today.plusDays(LONGEST_DAYS))) {
            throw Problem.invalid("people.lend-date", LONGEST_DAYS);
        }
        if (given(giver.id()).size() >= MOST_LISTED) {
            throw Problem.conflict("people.lend-too-many", MOST_LISTED);
        }
    }

    /** Takes a role back early: its giver, or an administrator. */
    @Transactional
    public void end(UUID loan, Member by) {
        int ended = jdbc.sql("""
                update people.delegation set ended_at = :now
                where id = :id and ended_at is null and (giver = :by or cast(:any as boolean))
                """)
                .param("now", Timestamp.from(clock.instant()))
                .param("id", loan)
                .param("by", by.id())
                .param("any", by.is(Role.ADMINISTRATOR))
                .update();
        if (ended == 0) {
            throw Problem.notFound("people.lend-gone");
        }
        audit.record("people.role-taken-back", by.actor(), "loan:" + loan, Map.of());
    }

    /** What a member has lent and is still running, the first to end first. */
    public List<Loan> given(UUID giver) {
        return running("giver", giver);
    }

    /** What is lent to a member and still running, the first to end first. */
    public List<Loan> received(UUID receiver) {
        return running("receiver", receiver);
    }

    private List<Loan> running(String side, UUID member) {
        return jdbc.sql("select id, giver, receiver, role, ends_at from people.delegation where " + side + """
                 = :member and ended_at is null and ends_at > :now order by ends_at limit :limit
                """)
                .param("member", member)
                .param("now", Timestamp.from(clock.instant()))
                .param("limit", MOST_LISTED)
                .query(Lending::loan)
                .list();
    }

    private static Loan loan(ResultSet row, int number) throws SQLException {
        return new Loan(
                row.getObject("id", UUID.class),
                row.getObject("giver", UUID.class),
                row.getObject("receiver", UUID.class),
                Role.of(row.getString("role")),
                row.getTimestamp("ends_at").toInstant());
    }
}
