package health.clarion.ui.web;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import health.clarion.ui.InBatches;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The answers given to creating calls that named an {@code Idempotency-Key}, for a day. */
@Component
class KeptAnswers {

    /** How long an answer is kept. */
    static final Duration KEPT = Duration.ofHours(24);

    /** Most keys one caller may have kept at a time. */
    static final int MOST_PER_CALLER = 2_000;

    private final JdbcClient jdbc;
    private final Clock clock;

    KeptAnswers(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * What is kept under a key.
     *
     * @param status null while the first call has not been answered
     */
    record Kept(
            byte[] request,
            Instant at,
            @Nullable Integer status,
            @Nullable String contentType,
            @Nullable String location,
            byte @Nullable [] body) {}

    /** Takes the key for this call; false when it is taken already, or when the caller has too many. */
    boolean reserve(String caller, String key, byte[] request) {
        forgetOld(caller);
        return jdbc.sql("""
                insert into ui.kept_answer (caller, key, request, at)
                select :caller, :key, :request, :now
                where (select count(*) from ui.kept_answer where caller = :caller) < :most
                on conflict (caller, key) do nothing
                """)
                        .param("caller", caller)
                        .param("key", key)
                        .param("request", request)
                        .param("now", Timestamp.from(clock.instant()))
                        .param("most", MOST_PER_CALLER)
                        .update()
                == 1;
    }

    Optional<Kept> find(String caller, String key) {
        return jdbc.sql("""
                select request, at, status, content_type, location, body from ui.kept_answer
                where caller = :caller and key = :key
                """)
                .param("caller", caller)
                .param("key", key)
                .query((row, n) -> new Kept(
                        row.getBytes("request"),
                        row.getTimestamp("at").toInstant(),
                        row.getObject("status", Integer.class),
                        row.getString("content_type"),
                        row.getString("location"),
                        row.getBytes("body")))
                .optional();
    }

    /** Keeps the answer; {@code body} null when it may not be given again, because it was secret or too large. */
    void keep(
            String caller,
            String key,
            int status,
            @Nullable String contentType,
            @Nullable String location,
            byte @Nullable [] body) {
        jdbc.sql("""
                update ui.kept_answer set status = :status, content_type = :type, location = :location, body = :body
                where caller = :caller and key = :key
                """)
                .param("status", status)
                .param("type", contentType)
                .param("location", location)
                .param("body", body, java.sql.Types.BINARY)
                .param("caller", caller)
                .param("key", key)
                .update();
    }

    /** Gives the key back: the call changed nothing. */
    void forget(String caller, String key) {
        jdbc.sql("delete from ui.kept_answer where caller = :caller and key = :key")
                .param("caller", caller)
                .param("key", key)
                .update();
    }

    private void forgetOld(String caller) {
        jdbc.sql("delete from ui.kept_answer where caller = :caller and at < :oldest")
                .param("caller", caller)
                .param("oldest", oldest())
                .update();
    }

    /** Forgets what is older than a day; returns how many. */
    int forgetOld() {
        Timestamp oldest = oldest();
        return InBatches.remove(() -> jdbc.sql("""
                delete from ui.kept_answer
                where ctid = any (array(select ctid from ui.kept_answer where at < :oldest limit :rows))
                """)
                .param("oldest", oldest)
                .param("rows", InBatches.ROWS)
                .update());
    }

    private Timestamp oldest() {
        return Timestamp.from(clock.instant().minus(KEPT));
    }

    @Configuration(proxyBeanMethods = false)
    static class Jobs {

        @Bean
        RecurringTask<Void> forgetKeptAnswers(KeptAnswers answers) {
            return Tasks.recurring("ui-forget-answers", FixedDelay.ofHours(1))
                    .execute((task, context) -> answers.forgetOld());
        }
    }
}
