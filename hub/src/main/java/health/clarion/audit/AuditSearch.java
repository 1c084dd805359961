package health.clarion.audit;

import health.clarion.audit.Audit.Entry;
import health.clarion.audit.Audit.Head;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Looks things up in the audit, for people who may read it. Checks nothing: that is {@link Audit#verify}. */
@Component
public class AuditSearch {

    /** Most entries given at once. */
    public static final int MOST = 200;

    /** Most kinds and most actors offered to choose from. */
    static final int MOST_CHOICES = 500;

    private final JdbcClient jdbc;
    private final JdbcAudit audit;

    AuditSearch(JdbcClient jdbc, JdbcAudit audit) {
        this.jdbc = jdbc;
        this.audit = audit;
    }

    /**
     * How far the chain reaches.
     *
     * @param sealedAt when it was last lengthened; null when it never was
     * @param unsealed how many entries are newer
     */
    public record Chain(Head head, @Nullable Instant sealedAt, long unsealed) {}

    /** The newest first, at most {@code limit} (bounded to {@link #MOST}), older than {@code before} when given. */
    public List<Entry> find(Sought sought, @Nullable Long before, int limit) {
        Map<String, Object> values = new LinkedHashMap<>();
        List<String> conditions = new ArrayList<>();
        require("number < :before", "before", before, values, conditions);
        require("subject = :subject", "subject", sought.subject(), values, conditions);
        require("actor = :actor", "actor", sought.actor(), values, conditions);
        require("what = :what", "what", sought.what(), values, conditions);
        require("at >= :from", "from", timestamp(sought.from()), values, conditions);
        require("at < :until", "until", timestamp(sought.until()), values, conditions);
        String where = conditions.isEmpty() ? "" : "where " + String.join(" and ", conditions);
        return jdbc.sql("""
                select number, at, what, actor, subject, ids from audit.entry
                %s order by number desc limit :limit
                """.formatted(where))
                .params(values)
                .param("limit", Math.clamp(limit, 1, MOST))
                .query((row, n) -> audit.entry(row))
                .list();
    }

    // Only what is asked for becomes a condition, so that each question finds its index.
    private static void require(
            String condition,
            String name,
            @Nullable Object value,
            Map<String, Object> values,
            List<String> conditions) {
        if (value != null) {
            conditions.add(condition);
            values.put(name, value);
        }
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant at) {
        return at == null ? null : Timestamp.from(at);
    }

    /** Every kind of thing that was ever done, in order. */
    public List<String> kinds() {
        return distinct("what");
    }

    /** Everybody who ever did something. */
    public List<String> actors() {
        return distinct("actor");
    }

    // Steps from one value to the next along the index, instead of reading every row.
    // https://wiki.postgresql.org/wiki/Loose_indexscan
    private List<String> distinct(String column) {
        return jdbc.sql("""
                with recursive one as (
                    (select %1$s as value from audit.entry order by %1$s limit 1)
                    union all
                    select (select %1$s from audit.entry where %1$s > one.value order by %1$s limit 1)
                    from one where one.value is not null)
                select value from one where value is not null limit :most
                """.formatted(column))
                .param("most", MOST_CHOICES)
                .query(String.class)
                .list();
    }

    /** How far the chain reaches, without walking it. */
    public Chain chain() {
        Head head = audit.head();
        Instant sealedAt = jdbc.sql("select at from audit.seal order by last_entry desc limit 1")
                .query((row, n) -> row.getTimestamp("at").toInstant())
                .optional()
                .orElse(null);
        long unsealed = jdbc.sql("select count(*) from audit.entry where number > :last")
                .param("last", head.lastEntry())
                .query(Long.class)
                .single();
        return new Chain(head, sealedAt, unsealed);
    }
}
