package health.clarion.publishing;

import health.clarion.audit.Audit;
import health.clarion.networks.Network;
import health.clarion.people.Member;
import health.clarion.people.Organisations;
import health.clarion.ui.Problem;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * How often each network is to hear from us, and how the weeks compare with that. Weeks begin on Monday, on the
 * organisation's clock.
 */
@Component
public class Rhythm {

    /** As the table allows. */
    public static final int MOST_A_WEEK = 50;

    public static final int MOST_TIMES = 12;

    private final JdbcClient jdbc;
    private final Organisations organisations;
    private final Audit audit;
    private final Clock clock;

    Rhythm(JdbcClient jdbc, Organisations organisations, Audit audit, Clock clock) {
        this.jdbc = jdbc;
        this.organisations = organisations;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * What a network is to get.
     *
     * @param perWeek posts a week
     * @param times times of day at which they best go out, in order
     */
    public record Beat(Network network, int perWeek, List<LocalTime> times) {

        public Beat {
            times = List.copyOf(new TreeSet<>(times));
            if (perWeek < 0 || perWeek > MOST_A_WEEK || times.size() > MOST_TIMES) {
                throw Problem.invalid("publishing.rhythm.bounds", MOST_A_WEEK, MOST_TIMES);
            }
        }
    }

    /**
     * One week of one network. Posts are counted once, however many accounts they go to.
     *
     * @param live posts that people can see
     * @param planned posts that are to go out
     */
    public record Week(LocalDate monday, int live, int planned, int wanted) {

        public int count() {
            return live + planned;
        }

        /** Places that are free. */
        public int free() {
            return Math.max(0, wanted - count());
        }

        public int tooMany() {
            return Math.max(0, count() - wanted);
        }
    }

    /** What several weeks together say. */
    public enum Meaning {
        /** Every week has what it should. */
        STEADY,
        /** More than wanted in some week, fewer in none. */
        ENOUGH,
        /** Some week has too many while another has too few: one could move. */
        BUNCHED,
        /** Nothing this week nor later. */
        QUIET,
        /** Some week has too few. */
        FREE
    }

    /** A network's weeks in order, with what they say. */
    public record Course(Beat beat, List<Week> weeks, Meaning meaning) {}

    /** Every network that has a rhythm, in the networks' order. */
    public List<Beat> all() {
        return jdbc
                .sql("select network, per_week, slots from publishing.rhythm limit 50")
                .query(Rhythm::beat)
                .list()
                .stream()
                .sorted((a, b) -> a.network().compareTo(b.network()))
                .toList();
    }

    public Optional<Beat> on(Network network) {
        return all().stream().filter(beat -> beat.network() == network).findFirst();
    }

    /** Gives a network a rhythm, or another one; none a week takes it away. */
    @Transactional
    public void set(Beat beat, Member by) {
        if (beat.perWeek() == 0) {
            jdbc.sql("delete from publishing.rhythm where network = :network")
                    .param("network", beat.network().id())
                    .update();
        } else {
            jdbc.sql("""
                    insert into publishing.rhythm (network, per_week, slots) values (:network, :count, :times)
                    on conflict (network) do update set per_week = excluded.per_week, slots = excluded.slots
                    """)
                    .param("network", beat.network().id())
                    .param("count", beat.perWeek())
                    .param(
                            "times",
                            beat.times().stream().map(LocalTime::toString).toArray(String[]::new))
                    .update();
        }
        audit.record(
                "publishing.rhythm-set",
                by.actor(),
                "network:" + beat.network().id(),
                Map.of("per-week", String.valueOf(beat.perWeek())));
    }

    /** The organisation's clock, by which weeks and times of day are counted. */
    public ZoneId zone() {
        return organisations.current().zone();
    }

    /** Monday of the week that holds this day. */
    public static LocalDate monday(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    /** Monday of this week. */
    public LocalDate thisWeek() {
        return monday(LocalDate.now(clock.withZone(zone())));
    }

    /**
     * How the weeks from a Monday on compare with the rhythm.
     *
     * @param weeks at most 60
     * @param campaign only count posts of this one, or null for all
     */
    public List<Course> courses(LocalDate monday, int weeks, @Nullable UUID campaign) {
        int count = Math.clamp(weeks, 1, 60);
        Map<String, Week> counted = counted(monday, count, campaign);
        LocalDate now = thisWeek();
        return all().stream()
                .map(beat -> {
                    List<Week> course = new ArrayList<>();
                    for (int week = 0; week < count; week++) {
                        LocalDate start = monday.plusWeeks(week);
                        Week found = counted.get(beat.network().id() + start);
                        course.add(new Week(
                                start,
                                found == null ? 0 : found.live(),
                                found == null ? 0 : found.planned(),
                                beat.perWeek()));
                    }
                    return new Course(beat, course, meaning(course, now));
                })
                .toList();
    }

    static Meaning meaning(List<Week> weeks, LocalDate now) {
        List<Week> ahead =
                weeks.stream().filter(week -> !week.monday().isBefore(now)).toList();
        boolean many = ahead.stream().anyMatch(week -> week.tooMany() > 0);
        boolean few = ahead.stream().anyMatch(week -> week.free() > 0);
        boolean none = !ahead.isEmpty() && ahead.stream().allMatch(week -> week.count() == 0);
        if (none) {
            return Meaning.QUIET;
        }
        if (many && few) {
            return Meaning.BUNCHED;
        }
        if (many) {
            return Meaning.ENOUGH;
        }
        return few ? Meaning.FREE : Meaning.STEADY;
    }

    private Map<String, Week> counted(LocalDate monday, int weeks, @Nullable UUID campaign) {
        ZoneId zone = zone();
        Map<String, Week> found = new HashMap<>();
        jdbc.sql("""
                select network, cast(date_trunc('week', due_at at time zone :zone) as date) as monday,
                    count(distinct post) as posts,
                    count(distinct post) filter (where state in ('SENT', 'PARTLY_SENT')) as live
                from publishing.delivery
                where due_at >= :from and due_at < :to and (cast(:campaign as uuid) is null or campaign = :campaign)
                  and state not in ('RETRACTED', 'RETRACTING', 'REFUSED', 'MISSED')
                group by 1, 2
                """)
                .param("zone", zone.getId())
                .param("from", Timestamp.from(monday.atStartOfDay(zone).toInstant()))
                .param(
                        "to",
                        Timestamp.from(
                                monday.plusWeeks(weeks).atStartOfDay(zone).toInstant()))
                .param("campaign", campaign)
                .query((ResultSet row) -> {
                    LocalDate start = row.getObject("monday", LocalDate.class);
                    int live = row.getInt("live");
                    found.put(row.getString("network") + start, new Week(start, live, row.getInt("posts") - live, 0));
                });
        return found;
    }

    /** Times of day as people list them: {@code 09:00, 12.30 17:00}. */
    public static List<LocalTime> times(String typed) {
        try {
            return Arrays.stream(typed.strip().split("[,;\\s]+"))
                    .filter(time -> !time.isEmpty())
                    .map(time -> time.replace('.', ':').replace('h', ':'))
                    .map(time -> time.length() == 4 ? "0" + time : time)
                    .map(time -> LocalTime.parse(time).truncatedTo(ChronoUnit.MINUTES))
                    .toList();
        } catch (DateTimeException unreadable) {
            throw Problem.invalid("publishing.rhythm.time-unreadable");
        }
    }

    private static Beat beat(ResultSet row, int number) throws SQLException {
        Array times = row.getArray("slots");
        return new Beat(
                Network.of(row.getString("network")),
                row.getInt("per_week"),
                Arrays.stream((String[]) times.getArray()).map(LocalTime::parse).toList());
    }
}
