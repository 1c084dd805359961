package health.clarion.library;

import health.clarion.audit.Audit;
import health.clarion.ui.LastKnown;
import health.clarion.ui.TabFile;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * All helplines. The lines themselves come with the program, so that they can be shown when the database is away; who
 * checked a line, and until when that holds, is kept in the database and remembered.
 */
@Component
public class Helplines {

    /** How long a check may hold at most: numbers and hours change. */
    public static final int LONGEST_CHECK_DAYS = 366;

    private static final int MOST_CHECKS = 1_000;

    /**
     * An administrator called or wrote to the line, or looked at its own site, and it is as we say.
     *
     * @param until the last day on which we still say so
     */
    public record Check(String line, UUID by, LocalDate on, LocalDate until) {}

    private final List<Helpline> lines;
    private final Map<String, Helpline> byId;
    private final Map<String, Emergency> emergencies;
    private final LastKnown<Map<String, Check>> checks;
    private final JdbcClient jdbc;
    private final Audit audit;
    private final Clock clock;

    Helplines(JdbcClient jdbc, Audit audit, Clock clock) {
        this.jdbc = jdbc;
        this.audit = audit;
        this.clock = clock;
        this.lines = TabFile.rows(Helplines.class, "helplines.tsv").stream()
                .map(Helplines::line)
                .sorted(Comparator.comparing(Helpline::country)
                        .thenComparing(Helpline::young)
                        .thenComparing(Comparator.comparing(Helpline::sources).reversed())
                        .thenComparing(Helpline::name))
                .toList();
        this.byId = lines.stream().collect(Collectors.toUnmodifiableMap(Helpline::id, Function.identity()));
        this.emergencies = TabFile.rows(Helplines.class, "emergency.tsv").stream()
                .map(row -> new Emergency(row.get("country"), row.get("number"), row.get("source")))
                .collect(Collectors.toUnmodifiableMap(Emergency::country, Function.identity()));
        this.checks = new LastKnown<>(this::readChecks, Map.of(), Duration.ofSeconds(20), Duration.ofDays(3650), clock);
    }

    /** Every line, by country; within one, those for everybody first, then by how many sources agree. */
    public List<Helpline> all() {
        return lines;
    }

    /** The lines of a country; empty when we know none. */
    public List<Helpline> in(String country) {
        return lines.stream().filter(line -> line.country().equals(country)).toList();
    }

    /** Countries that have a line, as ISO 3166 codes. */
    public List<String> countries() {
        return lines.stream().map(Helpline::country).distinct().toList();
    }

    public Optional<Helpline> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    public Optional<Emergency> emergency(String country) {
        return Optional.ofNullable(emergencies.get(country));
    }

    /** The check of a line that holds today, as last known; never waits for the database. */
    public Optional<Check> check(String id) {
        LocalDate today = today();
        return Optional.ofNullable(checks.get().get(id))
                .filter(check -> !check.until().isBefore(today));
    }

    /**
     * Notes that a line was checked today.
     *
     * @throws IllegalArgumentException when there is no such line, or the day is past or further away than
     *     {@link #LONGEST_CHECK_DAYS}
     */
    @Transactional
    public void checked(String id, LocalDate until, UUID by) {
        LocalDate today = today();
        if (!byId.containsKey(id) || until.isBefore(today) || until.isAfter(today.plusDays(LONGEST_CHECK_DAYS))) {
            throw new IllegalArgumentException("no such line, or a day that can't be: " + id + " " + until);
        }
        jdbc.sql("""
                insert into library.checked_line (line, checked_by, checked_at, until)
                values (:line, :by, :at, :until)
                on conflict (line) do update set checked_by = :by, checked_at = :at, until = :until
                """)
                .param("line", id)
                .param("by", by)
                .param("at", Timestamp.from(clock.instant()))
                .param("until", Date.valueOf(until))
                .update();
        audit.record("helpline.checked", "member:" + by, "helpline:" + id, Map.of("until", until.toString()));
        checks.refresh();
    }

    /** Takes a check back: the line is shown as not checked again. */
    @Transactional
    public void doubted(String id, UUID by) {
        jdbc.sql("delete from library.checked_line where line = :line")
                .param("line", id)
                .update();
        audit.record("helpline.doubted", "member:" + by, "helpline:" + id, Map.of());
        checks.refresh();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private Map<String, Check> readChecks() {
        return jdbc
                .sql("select line, checked_by, checked_at, until from library.checked_line limit :most")
                .param("most", MOST_CHECKS)
                .query((row, n) -> new Check(
                        row.getString("line"),
                        row.getObject("checked_by", UUID.class),
                        LocalDate.ofInstant(row.getTimestamp("checked_at").toInstant(), ZoneOffset.UTC),
                        row.getDate("until").toLocalDate()))
                .list()
                .stream()
                .collect(Collectors.toUnmodifiableMap(Check::line, Function.identity()));
    }

    private static Helpline line(TabFile.Row row) {
        return new Helpline(
                row.get("id"),
                row.get("country"),
                row.get("name"),
                row.get("phone"),
                row.get("sms"),
                row.get("word"),
                row.get("web"),
                row.get("hours"),
                List.of(row.get("topics").split(";")),
                row.get("doubt"),
                Integer.parseInt(row.get("sources")),
                row.get("source"));
    }
}
