package health.clarion.people;

import static org.assertj.core.api.Assertions.assertThat;

import health.clarion.HubTest;
import health.clarion.ui.InBatches;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What ended by itself is swept away, however much there is, and nothing else. */
@HubTest
class SweepTest {

    private final Sessions sessions;
    private final SignedIn people;
    private final JdbcClient jdbc;

    SweepTest(Sessions sessions, SignedIn people, JdbcClient jdbc) {
        this.sessions = sessions;
        this.people = people;
        this.jdbc = jdbc;
    }

    @Test
    void endedSessionsGoAndRunningOnesStay() {
        Member member = people.member(Role.COMMUNICATOR);
        Sessions.Begun running = sessions.begin(member.id(), true, false, "Firefox on Linux");
        insert("""
                insert into people.session
                    (id, hash, member, complete, device, started_at, seen_at, ends_at, proved_at)
                select gen_random_uuid(), sha256((:member || n::text)::bytea), cast(:member as uuid), true, 'Firefox',
                    now() - interval '20 days', now(), now() - interval '1 hour', now()
                from generate_series(1, :many) n
                """, member);

        assertThat(sessions.sweep()).isGreaterThan(InBatches.ROWS);
        assertThat(sessions.find(running.secret())).isPresent();
        assertThat(left("people.session", member)).isOne();
    }

    @Test
    void linksGoAMonthAfterTheirEnd() {
        Member member = people.member(Role.COMMUNICATOR);
        insert("""
                insert into people.link (hash, purpose, member, made_at, ends_at)
                select sha256((:member || 'link' || n)::bytea), 'reset', cast(:member as uuid),
                    now() - interval '40 days', now() - n * interval '1 second' - interval '29 days 23 hours 59 minutes'
                from generate_series(1, :many) n
                """, member);

        assertThat(sessions.sweep()).isGreaterThanOrEqualTo(InBatches.ROWS);
        assertThat(left("people.link", member)).isBetween(1, 60);
    }

    private void insert(String rows, Member member) {
        jdbc.sql(rows)
                .param("member", member.id().toString())
                .param("many", InBatches.ROWS + 200)
                .update();
    }

    private int left(String table, Member member) {
        return jdbc.sql("select count(*) from " + table + " where member = :member")
                .param("member", member.id())
                .query(Integer.class)
                .single();
    }
}
