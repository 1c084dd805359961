package health.clarion.inbox;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import health.clarion.audit.Audit;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Deletes other people's words once we have no more reason to keep them. */
@Component
class Retention {

    private static final int AT_ONCE = 5_000;

    private final JdbcClient jdbc;
    private final Audit audit;
    private final InboxSettings settings;
    private final Clock clock;

    Retention(JdbcClient jdbc, Audit audit, InboxSettings settings, Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.settings = settings;
        this.clock = clock;
    }

    /** Deletes what is older than the retention, at most a batch; returns how many. */
    @Transactional
    int deleteOld() {
        int deleted = jdbc.sql("""
                delete from inbox.item where id in (
                    select id from inbox.item where fetched_at < :before order by fetched_at limit :most)
                """)
                .param("before", Timestamp.from(clock.instant().minus(settings.retention())))
                .param("most", AT_ONCE)
                .update();
        if (deleted > 0) {
            audit.record("inbox.old-deleted", "hub", "inbox", Map.of("deleted", String.valueOf(deleted)));
        }
        return deleted;
    }

    @Configuration(proxyBeanMethods = false)
    static class Job {

        @Bean
        RecurringTask<Void> deleteOldAnswers(Retention retention) {
            return Tasks.recurring("inbox-retention", FixedDelay.ofHours(1))
                    .execute((task, context) -> retention.deleteOld());
        }
    }
}
