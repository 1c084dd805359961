package health.clarion.desk.web;

import health.clarion.campaigns.AwarenessDays;
import health.clarion.desk.Timeline;
import health.clarion.people.Member;
import health.clarion.posts.Post;
import health.clarion.posts.Posts;
import health.clarion.publishing.Pauses;
import health.clarion.publishing.Rhythm;
import health.clarion.publishing.Slots;
import health.clarion.ui.Problem;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The calendar's days, filled. */
@Component
public class CalendarViews {

    /** Days a program may ask for at once. */
    static final int MOST_DAYS = 120;

    private final Timeline timeline;
    private final AwarenessDays days;
    private final Slots slots;
    private final Rhythm rhythm;
    private final Pauses pauses;
    private final Posts posts;
    private final Clock clock;

    CalendarViews(
            Timeline timeline,
            AwarenessDays days,
            Slots slots,
            Rhythm rhythm,
            Pauses pauses,
            Posts posts,
            Clock clock) {
        this.timeline = timeline;
        this.days = days;
        this.slots = slots;
        this.rhythm = rhythm;
        this.pauses = pauses;
        this.posts = posts;
        this.clock = clock;
    }

    /** How the calendar is shown. */
    public enum Show {
        WEEKS,
        MONTH,
        WEEK,
        LIST;

        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Show of(String id) {
            for (Show show : values()) {
                if (show.id().equals(id)) {
                    return show;
                }
            }
            return WEEKS;
        }

        LocalDate first(LocalDate at) {
            return switch (this) {
                case WEEKS -> Rhythm.monday(at).minusWeeks(1);
                case MONTH -> Rhythm.monday(at.withDayOfMonth(1));
                case WEEK -> Rhythm.monday(at);
                case LIST -> at;
            };
        }

        LocalDate after(LocalDate at) {
            return switch (this) {
                case WEEKS -> first(at).plusWeeks(3);
                case MONTH ->
                    at.with(TemporalAdjusters.lastDayOfMonth()).with(TemporalAdjusters.next(DayOfWeek.MONDAY));
                case WEEK -> first(at).plusWeeks(1);
                case LIST -> at.plusDays(42);
            };
        }

        LocalDate step(LocalDate at, int direction) {
            return switch (this) {
                case WEEKS -> at.plusWeeks(3L * direction);
                case MONTH -> at.withDayOfMonth(1).plusMonths(direction);
                case WEEK -> at.plusWeeks(direction);
                case LIST -> at.plusDays(42L * direction);
            };
        }
    }

    /** One day with all it holds. */
    public record Day(
            LocalDate date,
            boolean past,
            boolean today,
            List<String> flags,
            List<Timeline.Entry> entries,
            List<Slots.Free> free) {

        public boolean empty() {
            return flags.isEmpty() && entries.isEmpty() && free.isEmpty();
        }
    }

    /** Two posts of a network too near each other, with their titles. */
    public record Pile(
            Slots.PileUp pile, String firstTitle, String secondTitle, LocalDateTime first, LocalDateTime second) {}

    /**
     * The page.
     *
     * @param after day after the last
     * @param courses the rhythm of the weeks shown
     */
    public record View(
            Show show,
            LocalDate at,
            LocalDate first,
            LocalDate after,
            LocalDate before,
            LocalDate next,
            LocalDateTime now,
            List<Day> days,
            List<Rhythm.Course> courses,
            List<Pile> piles,
            int free,
            boolean paused) {

        public List<List<Day>> weeks() {
            List<List<Day>> weeks = new ArrayList<>();
            for (int i = 0; i + 7 <= days.size(); i += 7) {
                weeks.add(days.subList(i, i + 7));
            }
            return weeks;
        }
    }

    View of(Show show, LocalDate at, Member me, Locale locale) {
        LocalDate first = show.first(at);
        LocalDate after = show.after(at);
        UUID campaign = me.partnerCampaign().orElse(null);
        List<Day> shown = days(first, after, me, locale);
        LocalDate monday = Rhythm.monday(first);
        int weeks = (int) Math.min(6, java.time.temporal.ChronoUnit.WEEKS.between(monday, after.plusDays(6)));
        return new View(
                show,
                at,
                first,
                after,
                show.step(at, -1),
                show.step(at, 1),
                LocalDateTime.now(clock.withZone(me.zone())),
                shown,
                rhythm.courses(monday, weeks, campaign),
                campaign == null ? piles(first, after, me.zone()) : List.of(),
                shown.stream().mapToInt(day -> day.free().size()).sum(),
                pauses.active().stream().anyMatch(pause -> pause.campaign() == null));
    }

    /** The days from {@code first} up to, not including, {@code after}. */
    List<Day> days(LocalDate first, LocalDate after, Member me, Locale locale) {
        ZoneId zone = me.zone();
        LocalDate today = LocalDate.now(clock.withZone(zone));
        List<Timeline.Entry> entries = timeline.between(
                at(first, zone), at(after, zone), me.partnerCampaign().orElse(null), zone, locale);
        List<Slots.Free> free = me.partnerCampaign().isPresent() ? List.of() : slots.gaps(first, after);
        List<AwarenessDays.Occurrence> flags = days.between(first, after.minusDays(1));
        return first.datesUntil(after)
                .map(date -> new Day(
                        date,
                        date.isBefore(today),
                        date.equals(today),
                        flags.stream()
                                .filter(flag -> flag.first().equals(date)
                                        || (date.equals(first) && flag.first().isBefore(date)))
                                .map(flag -> flag.day().name(locale))
                                .toList(),
                        entries.stream()
                                .filter(entry -> entry.day().equals(date))
                                .toList(),
                        free.stream().filter(gap -> on(gap, zone).equals(date)).toList()))
                .toList();
    }

    // A free place is on the organisation's clock; the calendar is on the reader's.
    private static LocalDate on(Slots.Free gap, ZoneId zone) {
        return LocalDate.ofInstant(gap.wall().instant(), zone);
    }

    List<Pile> piles(LocalDate first, LocalDate after, ZoneId zone) {
        List<Slots.PileUp> found = slots.pileUps(at(first, zone), at(after, zone));
        Map<UUID, Post> titles = posts.named(found.stream()
                .flatMap(pile -> java.util.stream.Stream.of(pile.firstPost(), pile.secondPost()))
                .distinct()
                .toList());
        return found.stream()
                .flatMap(pile -> pile(pile, titles.get(pile.firstPost()), titles.get(pile.secondPost()), zone).stream())
                .limit(20)
                .toList();
    }

    private static Optional<Pile> pile(Slots.PileUp pile, @Nullable Post first, @Nullable Post second, ZoneId zone) {
        return first == null || second == null
                ? Optional.empty()
                : Optional.of(new Pile(
                        pile,
                        first.title(),
                        second.title(),
                        LocalDateTime.ofInstant(pile.first(), zone),
                        LocalDateTime.ofInstant(pile.second(), zone)));
    }

    LocalDate day(String typed, ZoneId zone) {
        if (typed.isBlank()) {
            return LocalDate.now(clock.withZone(zone));
        }
        try {
            LocalDate day = LocalDate.parse(typed);
            if (day.getYear() >= AwarenessDays.FIRST_YEAR && day.getYear() <= AwarenessDays.LAST_YEAR - 1) {
                return day;
            }
        } catch (DateTimeException unreadable) {
            throw Problem.invalid("desk.calendar.day-unreadable").next("desk.calendar.to-today", "/calendar");
        }
        throw Problem.invalid("desk.calendar.day-unreadable").next("desk.calendar.to-today", "/calendar");
    }

    private static Instant at(LocalDate day, ZoneId zone) {
        return day.atStartOfDay(zone).toInstant();
    }
}
