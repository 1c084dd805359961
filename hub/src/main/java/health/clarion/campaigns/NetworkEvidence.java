package health.clarion.campaigns;

import health.clarion.audit.Audit;
import health.clarion.networks.Network;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The dated, sourced table of who uses which network, which staff keep up to date. */
@Component
public class NetworkEvidence {

    /** Most rows kept; the ranking reads them all. */
    public static final int MOST = 500;

    private final JdbcClient jdbc;
    private final Audit audit;
    private final Clock clock;

    NetworkEvidence(JdbcClient jdbc, Audit audit, Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
    }

    /** Every row: by network, newest publication first, at most {@link #MOST}. */
    public List<Evidence> all() {
        return jdbc.sql("select * from campaigns.evidence order by network, published desc, age_from, id limit :most")
                .param("most", MOST)
                .query(NetworkEvidence::row)
                .list();
    }

    public Optional<Evidence> find(UUID id) {
        return jdbc.sql("select * from campaigns.evidence where id = :id")
                .param("id", id)
                .query(NetworkEvidence::row)
                .optional();
    }

    public int count() {
        return jdbc.sql("select count(*) from campaigns.evidence")
                .query(Integer.class)
                .single();
    }

    /**
     * Adds a row, or replaces the one with its id unless somebody changed it since its version.
     *
     * @return false when somebody did, or when the table is full
     */
    @Transactional
    public boolean save(Evidence evidence, String actor) {
        int saved = evidence.version() == 0 ? add(evidence, actor) : replace(evidence, actor);
        if (saved == 1) {
            audit.record("evidence.saved", actor, "evidence:" + evidence.id(), Map.of());
        }
        return saved == 1;
    }

    /** Takes a row out; false when there is none. */
    @Transactional
    public boolean remove(UUID id, String actor) {
        int removed = jdbc.sql("delete from campaigns.evidence where id = :id")
                .param("id", id)
                .update();
        if (removed == 1) {
            audit.record("evidence.removed", actor, "evidence:" + id, Map.of());
        }
        return removed == 1;
    }

    private int add(Evidence evidence, String actor) {
        return bound("""
                insert into campaigns.evidence (id, network, country, age_from, age_to, share, measure, title, source,
                    published, surveyed_from, surveyed_until, asked, changed_by, changed_at)
                select :id, :network, :country, :from, :to, :share, :measure, :title, :source, :published,
                    cast(:surveyedFrom as date), cast(:surveyedUntil as date), cast(:asked as int), :actor, :now
                where (select count(*) from campaigns.evidence) < :most
                """, evidence, actor).param("most", MOST).update();
    }

    private int replace(Evidence evidence, String actor) {
        return bound("""
                update campaigns.evidence set network = :network, country = :country, age_from = :from, age_to = :to,
                    share = :share, measure = :measure, title = :title, source = :source, published = :published,
                    surveyed_from = cast(:surveyedFrom as date), surveyed_until = cast(:surveyedUntil as date),
                    asked = cast(:asked as int), changed_by = :actor, changed_at = :now, version = version + 1
                where id = :id and version = :version
                """, evidence, actor).param("version", evidence.version()).update();
    }

    private JdbcClient.StatementSpec bound(String sql, Evidence evidence, String actor) {
        return jdbc.sql(sql)
                .param("id", evidence.id())
                .param("network", evidence.network().id())
                .param("country", evidence.country())
                .param("from", evidence.ageFrom())
                .param("to", evidence.ageTo())
                .param("share", evidence.share())
                .param("measure", evidence.measure().id())
                .param("title", evidence.title())
                .param("source", evidence.source().toString())
                .param("published", Date.valueOf(evidence.published()))
                .param("surveyedFrom", date(evidence.surveyedFrom()))
                .param("surveyedUntil", date(evidence.surveyedUntil()))
                .param("asked", evidence.asked())
                .param("actor", actor)
                .param("now", Timestamp.from(clock.instant()));
    }

    private static @Nullable Date date(@Nullable LocalDate day) {
        return day == null ? null : Date.valueOf(day);
    }

    private static @Nullable LocalDate day(@Nullable Date date) {
        return date == null ? null : date.toLocalDate();
    }

    private static Evidence row(ResultSet row, int number) throws SQLException {
        return new Evidence(
                row.getObject("id", UUID.class),
                Network.of(row.getString("network")),
                row.getString("country"),
                row.getInt("age_from"),
                row.getInt("age_to"),
                row.getInt("share"),
                Evidence.Measure.of(row.getString("measure")),
                row.getString("title"),
                WebLink.parse(row.getString("source")).orElseThrow(),
                row.getDate("published").toLocalDate(),
                day(row.getDate("surveyed_from")),
                day(row.getDate("surveyed_until")),
                row.getObject("asked", Integer.class),
                row.getLong("version"));
    }
}
