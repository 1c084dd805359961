package health.clarion.posts;

import health.clarion.ui.InBatches;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who has a post open now. A browser says so every 20 seconds; whoever is silent for a minute has left. */
@Component
public class Presence {

    private static final Duration GONE = Duration.ofMinutes(1);
    private static final Duration FORGOTTEN = Duration.ofHours(1);
    private static final int MOST = 20;

    private final JdbcClient jdbc;
    private final Clock clock;

    Presence(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Notes that a member has it open. */
    public void seen(UUID post, UUID member) {
        jdbc.sql("""
                insert into posts.presence (post, member, seen_at) values (:post, :member, :now)
                on conflict (post, member) do update set seen_at = excluded.seen_at
                """)
                .param("post", post)
                .param("member", member)
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    /** Notes that a member left. */
    public void left(UUID post, UUID member) {
        jdbc.sql("delete from posts.presence where post = :post and member = :member")
                .param("post", post)
                .param("member", member)
                .update();
    }

    /** Everybody else who has it open, at most {@value #MOST}. */
    public List<UUID> others(UUID post, UUID member) {
        return jdbc.sql("""
                select member from posts.presence
                where post = :post and member <> :member and seen_at > :since order by seen_at desc limit :limit
                """)
                .param("post", post)
                .param("member", member)
                .param("since", Timestamp.from(clock.instant().minus(GONE)))
                .param("limit", MOST)
                .query(UUID.class)
                .list();
    }

    /** Forgets those who left without saying so; returns how many. */
    int forget() {
        Timestamp before = Timestamp.from(clock.instant().minus(FORGOTTEN));
        return InBatches.remove(() -> jdbc.sql("""
                delete from posts.presence
                where ctid = any (array(select ctid from posts.presence where seen_at < :before limit :rows))
                """)
                .param("before", before)
                .param("rows", InBatches.ROWS)
                .update());
    }
}
