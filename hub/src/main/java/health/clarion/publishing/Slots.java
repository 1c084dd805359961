package health.clarion.publishing;

import health.clarion.networks.Network;
import health.clarion.publishing.Rhythm.Beat;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Where the rhythm has a free place, and where posts stand on each other's feet. A free place is a time of day of the
 * network's rhythm, in a week that has fewer posts than wanted, on a day without one.
 */
@Component
public class Slots {

    /** Two posts of one network nearer than this take each other's readers. */
    public static final Duration CLOSEST = Duration.ofMinutes(60);

    /** Nearer than this nobody could write, check and sign a post. */
    private static final Duration SOONEST = Duration.ofMinutes(30);

    private static final int FARTHEST_DAYS = 120;
    private static final int MOST_READ = 5_000;

    /** For networks whose rhythm names no times: one in the morning, one at noon, one after work. */
    private static final List<LocalTime> USUAL = List.of(LocalTime.of(9, 0), LocalTime.of(12, 30), LocalTime.of(17, 0));

    private final JdbcClient jdbc;
    private final Rhythm rhythm;
    private final Clock clock;

    Slots(JdbcClient jdbc, Rhythm rhythm, Clock clock) {
        this.jdbc = jdbc;
        this.rhythm = rhythm;
        this.clock = clock;
    }

    /** A place where a post could go. */
    public record Free(Network network, Wall wall) {

        public LocalDate day() {
            return wall.time().toLocalDate();
        }
    }

    /** Two posts of one network within {@link #CLOSEST}. */
    public record PileUp(Network network, Instant first, UUID firstPost, Instant second, UUID secondPost) {}

    private record Taken(Network network, Instant at, UUID post) {}

    /** The next free place of a network from a moment on; empty when the coming months are full. */
    public Optional<Free> next(Network network, Instant from) {
        ZoneId zone = rhythm.zone();
        LocalDate first = LocalDate.ofInstant(from, zone);
        LocalDate monday = Rhythm.monday(first);
        List<Taken> taken = taken(monday.atStartOfDay(zone).toInstant(), at(first.plusDays(FARTHEST_DAYS + 8), zone));
        Beat beat = rhythm.on(network).orElse(new Beat(network, 7, USUAL));
        for (LocalDate day = first; day.isBefore(first.plusDays(FARTHEST_DAYS)); day = day.plusDays(1)) {
            if (inWeekOf(day, network, taken, zone) >= beat.perWeek()) {
                continue;
            }
            Free free = free(day, beat, from, taken, zone);
            if (free != null) {
                return Optional.of(free);
            }
        }
        return Optional.empty();
    }

    /**
     * Free places of every network with a rhythm, as many as its weeks miss, spread away from what is there.
     *
     * @param from first day
     * @param to day after the last
     */
    public List<Free> gaps(LocalDate from, LocalDate to) {
        ZoneId zone = rhythm.zone();
        LocalDate monday = Rhythm.monday(from);
        List<Taken> taken = new ArrayList<>(taken(at(monday, zone), at(to.plusDays(7), zone)));
        List<Free> gaps = new ArrayList<>();
        for (Beat beat : rhythm.all()) {
            for (LocalDate week = monday; week.isBefore(to); week = week.plusWeeks(1)) {
                int missing = beat.perWeek() - inWeekOf(week, beat.network(), taken, zone);
                for (int i = 0; i < missing; i++) {
                    Free free = farthest(week, beat, taken, zone);
                    if (free == null) {
                        break;
                    }
                    taken.add(new Taken(beat.network(), free.wall().instant(), new UUID(0, gaps.size())));
                    gaps.add(free);
                }
            }
        }
        return gaps.stream()
                .filter(gap -> !gap.day().isBefore(from) && gap.day().isBefore(to))
                .sorted(Comparator.comparing((Free gap) -> gap.wall().time()).thenComparing(Free::network))
                .toList();
    }

    // The free day of the week that is farthest from any other post of the network.
    private @Nullable Free farthest(LocalDate week, Beat beat, List<Taken> taken, ZoneId zone) {
        Free best = null;
        long bestDistance = -1;
        for (int i = 0; i < 7; i++) {
            Free free = free(week.plusDays(i), beat, clock.instant(), taken, zone);
            long distance = free == null ? -1 : distance(free, taken);
            if (free != null && distance > bestDistance) {
                best = free;
                bestDistance = distance;
            }
        }
        return best;
    }

    private static long distance(Free free, List<Taken> taken) {
        Instant at = free.wall().instant();
        return taken.stream()
                .filter(other -> other.network() == free.network())
                .mapToLong(other -> Math.abs(ChronoUnit.HOURS.between(other.at(), at)) / 24)
                .min()
                .orElse(Long.MAX_VALUE - 1);
    }

    // A time that the clocks skip is no place; one that comes twice means the first.
    private static @Nullable Free free(LocalDate day, Beat beat, Instant from, List<Taken> taken, ZoneId zone) {
        boolean dayTaken = taken.stream()
                .anyMatch(other -> other.network() == beat.network()
                        && LocalDate.ofInstant(other.at(), zone).equals(day));
        if (dayTaken && beat.perWeek() <= 7) {
            return null;
        }
        for (LocalTime time : beat.times().isEmpty() ? USUAL : beat.times()) {
            Wall wall = new Wall(LocalDateTime.of(day, time), zone);
            boolean there = wall.clocks() != Wall.Clocks.SKIPPED;
            Instant at = wall.instant();
            boolean clear = taken.stream()
                    .noneMatch(other -> other.network() == beat.network()
                            && Duration.between(other.at(), at).abs().compareTo(CLOSEST) < 0);
            if (there && clear && !at.isBefore(from.plus(SOONEST))) {
                return new Free(beat.network(), wall);
            }
        }
        return null;
    }

    private static int inWeekOf(LocalDate day, Network network, List<Taken> taken, ZoneId zone) {
        LocalDate monday = Rhythm.monday(day);
        return (int) taken.stream()
                .filter(other -> other.network() == network)
                .filter(other ->
                        Rhythm.monday(LocalDate.ofInstant(other.at(), zone)).equals(monday))
                .map(Taken::post)
                .distinct()
                .count();
    }

    /** Posts of one network that stand too near, earliest first. */
    public List<PileUp> pileUps(Instant from, Instant to) {
        List<PileUp> piles = new ArrayList<>();
        List<Taken> taken = taken(from, to);
        for (Network network : Network.values()) {
            List<Taken> own =
                    taken.stream().filter(one -> one.network() == network).toList();
            for (int i = 1; i < own.size(); i++) {
                Taken before = own.get(i - 1);
                Taken after = own.get(i);
                boolean near = Duration.between(before.at(), after.at()).compareTo(CLOSEST) < 0;
                if (near && !before.post().equals(after.post())) {
                    piles.add(new PileUp(network, before.at(), before.post(), after.at(), after.post()));
                }
            }
        }
        return piles.stream().sorted(Comparator.comparing(PileUp::first)).toList();
    }

    private List<Taken> taken(Instant from, Instant to) {
        return jdbc.sql("""
                select network, due_at, post from publishing.delivery
                where due_at >= :from and due_at < :to
                  and state not in ('RETRACTED', 'RETRACTING', 'REFUSED', 'MISSED')
                order by due_at, id limit :most
                """)
                .param("from", Timestamp.from(from))
                .param("to", Timestamp.from(to))
                .param("most", MOST_READ)
                .query((row, n) -> new Taken(
                        Network.of(row.getString("network")),
                        row.getTimestamp("due_at").toInstant(),
                        row.getObject("post", UUID.class)))
                .list();
    }

    private static Instant at(LocalDate day, ZoneId zone) {
        return day.atStartOfDay(zone).toInstant();
    }
}
