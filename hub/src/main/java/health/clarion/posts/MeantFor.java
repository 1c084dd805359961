package health.clarion.posts;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * When a post is meant to go out: the free place of the calendar that somebody pressed to begin it. Only a proposal; what
 * is planned stands in the ledger.
 */
@Component
public class MeantFor {

    private final JdbcClient jdbc;

    MeantFor(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Keeps the time on the clock of this place; the latest one counts. */
    public void choose(UUID post, LocalDateTime time, ZoneId zone) {
        jdbc.sql("""
                insert into posts.meant_for (post, time, zone) values (:post, :time, :zone)
                on conflict (post) do update set time = excluded.time, zone = excluded.zone
                """)
                .param("post", post)
                .param("time", time)
                .param("zone", zone.getId())
                .update();
    }

    /** The time that was chosen; empty when none was. */
    public Optional<ZonedDateTime> of(UUID post) {
        return jdbc.sql("select time, zone from posts.meant_for where post = :post")
                .param("post", post)
                .query((row, n) -> row.getObject("time", LocalDateTime.class).atZone(ZoneId.of(row.getString("zone"))))
                .optional();
    }
}
