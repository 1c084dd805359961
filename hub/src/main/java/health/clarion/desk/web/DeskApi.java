package health.clarion.desk.web;

import health.clarion.desk.Moving;
import health.clarion.desk.Timeline;
import health.clarion.networks.Network;
import health.clarion.people.Member;
import health.clarion.publishing.Feeds;
import health.clarion.publishing.Rhythm;
import health.clarion.publishing.Slots;
import health.clarion.ui.ApiCall;
import health.clarion.ui.Problem;
import health.clarion.ui.Words;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Desk, calendar, rhythm and free places for programs: everything the pages do. */
@RestController
@RequestMapping("/api/v1")
@PreAuthorize("hasAuthority('read')")
class DeskApi {

    private final health.clarion.desk.Needs needs;
    private final CalendarViews views;
    private final CalendarPage pages;
    private final Moving moving;
    private final Rhythm rhythm;
    private final Slots slots;
    private final Feeds feeds;
    private final Words words;
    private final Clock clock;

    DeskApi(
            health.clarion.desk.Needs needs,
            CalendarViews views,
            CalendarPage pages,
            Moving moving,
            Rhythm rhythm,
            Slots slots,
            Feeds feeds,
            Words words,
            Clock clock) {
        this.needs = needs;
        this.views = views;
        this.pages = pages;
        this.moving = moving;
        this.rhythm = rhythm;
        this.slots = slots;
        this.feeds = feeds;
        this.words = words;
        this.clock = clock;
    }

    record DeskJson(
            int count,
            List<UUID> danger,
            List<UUID> deliveries,
            List<UUID> changes,
            List<UUID> toRead,
            List<UUID> signIn) {}

    record EntryJson(
            UUID post,
            String title,
            LocalDateTime at,
            Instant due,
            int rings,
            boolean unsure,
            boolean attention,
            String said,
            List<String> networks,
            List<UUID> movable) {

        static EntryJson of(Timeline.Entry entry) {
            return new EntryJson(
                    entry.post(),
                    entry.title(),
                    entry.at(),
                    entry.due(),
                    entry.rings(),
                    entry.unsure(),
                    entry.attention(),
                    entry.said(),
                    entry.networks().stream().map(Network::id).toList(),
                    entry.movable());
        }
    }

    record FreeJson(String network, String name, LocalDateTime at, String zone, Instant due) {

        static FreeJson of(Slots.Free free, ZoneId zone) {
            Instant due = free.wall().instant();
            return new FreeJson(
                    free.network().id(),
                    free.network().displayName(),
                    LocalDateTime.ofInstant(due, zone),
                    zone.getId(),
                    due);
        }
    }

    record DayJson(LocalDate date, List<String> flags, List<EntryJson> posts, List<FreeJson> free) {}

    record PileJson(String network, UUID first, UUID second, Instant firstDue, Instant secondDue) {}

    record CalendarJson(String zone, List<DayJson> days, List<PileJson> pileUps) {}

    record Move(
            List<UUID> deliveries,
            LocalDateTime time,
            @Nullable String zone) {}

    record MovedJson(LocalDateTime time, LocalDateTime before, String zone, String clocks, List<String> cautions) {}

    record BeatJson(@Nullable String network, int perWeek, List<LocalTime> times) {

        static BeatJson of(Rhythm.Beat beat) {
            return new BeatJson(beat.network().id(), beat.perWeek(), beat.times());
        }
    }

    record WeekJson(LocalDate monday, int live, int planned, int wanted) {}

    record CourseJson(BeatJson rhythm, List<WeekJson> weeks, String meaning) {}

    record FeedJson(String address) {}

    /** What needs the caller, as ids. */
    @ApiCall("Lists what needs the caller, as ids.")
    @GetMapping("/desk")
    DeskJson desk(Member me) {
        var all = needs.of(me);
        return new DeskJson(
                all.count(me.id()),
                all.danger().stream().map(item -> item.id()).toList(),
                all.deliveries().stream().map(delivery -> delivery.id()).toList(),
                all.changes().stream().map(change -> change.post().id()).toList(),
                all.toRead().stream().map(request -> request.submission()).toList(),
                all.signIn().stream().map(account -> account.id()).toList());
    }

    /** The days from {@code from} up to, not including, {@code to}, on the caller's clock. */
    @ApiCall("Shows the days from one up to, not including, another, on the caller’s clock.")
    @GetMapping("/calendar")
    CalendarJson calendar(@RequestParam LocalDate from, @RequestParam LocalDate to, Member me, Locale reader) {
        long days = ChronoUnit.DAYS.between(from, to);
        if (days < 1 || days > CalendarViews.MOST_DAYS || from.getYear() < 2000 || to.getYear() > 2099) {
            throw Problem.invalid("desk.calendar.range", CalendarViews.MOST_DAYS);
        }
        List<DayJson> filled = views.days(from, to, me, reader).stream()
                .filter(day -> !day.empty())
                .map(day -> new DayJson(
                        day.date(),
                        day.flags(),
                        day.entries().stream().map(EntryJson::of).toList(),
                        day.free().stream()
                                .map(free -> FreeJson.of(free, me.zone()))
                                .toList()))
                .toList();
        List<PileJson> piles = me.partnerCampaign().isPresent()
                ? List.of()
                : views.piles(from, to, me.zone()).stream()
                        .map(CalendarViews.Pile::pile)
                        .map(pile -> new PileJson(
                                pile.network().id(), pile.firstPost(), pile.secondPost(), pile.first(), pile.second()))
                        .toList();
        return new CalendarJson(me.zone().getId(), filled, piles);
    }

    /** Moves deliveries together to a time; {@code zone} is the caller's own when it isn't given. */
    @ApiCall("Moves deliveries together to another time.")
    @PostMapping("/calendar/move")
    @PreAuthorize("hasAuthority('publish')")
    MovedJson move(@RequestBody Move move, Member me, Locale reader) {
        ZoneId zone = move.zone() == null ? me.zone() : zone(move.zone());
        Moving.Moved moved = moving.to(move.deliveries(), move.time(), zone, me);
        return new MovedJson(
                moved.after().time(),
                moved.before().time(),
                zone.getId(),
                moved.clocks().name().toLowerCase(Locale.ROOT),
                moved.cautions().stream()
                        .map(caution -> words.of(
                                reader, caution.key(), caution.arguments().toArray()))
                        .toList());
    }

    private static ZoneId zone(String id) {
        try {
            return ZoneId.of(id);
        } catch (java.time.DateTimeException unknown) {
            throw Problem.invalid("desk.unknown-zone");
        }
    }

    @ApiCall("Shows each network’s rhythm and how the weeks fill it.")
    @GetMapping("/rhythm")
    List<CourseJson> rhythm(@RequestParam(defaultValue = "3") int weeks, Member me) {
        return rhythm
                .courses(
                        rhythm.thisWeek(),
                        Math.clamp(weeks, 1, 26),
                        me.partnerCampaign().orElse(null))
                .stream()
                .map(course -> new CourseJson(
                        BeatJson.of(course.beat()),
                        course.weeks().stream()
                                .map(week -> new WeekJson(week.monday(), week.live(), week.planned(), week.wanted()))
                                .toList(),
                        course.meaning().name().toLowerCase(Locale.ROOT)))
                .toList();
    }

    /** Sets a network's rhythm; none a week takes it away. */
    @ApiCall("Sets a network’s rhythm; none a week takes it away.")
    @PutMapping("/rhythm/{network}")
    @PreAuthorize("hasAnyRole('COMMUNICATOR', 'ADMINISTRATOR') and hasAuthority('write')")
    BeatJson set(@PathVariable String network, @RequestBody BeatJson beat, Member me) {
        Rhythm.Beat wanted = new Rhythm.Beat(CalendarPage.network(network), beat.perWeek(), beat.times());
        rhythm.set(wanted, me);
        return BeatJson.of(wanted);
    }

    /** The next free place of a network, from {@code after} or from now on. */
    @ApiCall("Finds the next free place of a network.")
    @GetMapping("/slots/next")
    FreeJson next(@RequestParam String network, @RequestParam(required = false) @Nullable Instant after, Member me) {
        Instant now = clock.instant();
        Instant from = after == null || after.isBefore(now) ? now : after;
        return slots.next(CalendarPage.network(network), from)
                .map(free -> FreeJson.of(free, me.zone()))
                .orElseThrow(() -> Problem.notFound("desk.slots.none"));
    }

    /** Makes the caller a new secret address for their calendar app; the old one ends. Shown this once. */
    @ApiCall(
            value = "Makes the caller a new secret calendar address, shown this once; the old one ends.",
            answers = @ApiCall.Answer(status = 201, body = FeedJson.class))
    @PostMapping("/calendar/feed")
    ResponseEntity<FeedJson> feed(Member me) {
        return ResponseEntity.status(HttpStatus.CREATED)
                .cacheControl(CacheControl.noStore())
                .body(new FeedJson(pages.address(feeds.make(me))));
    }

    @ApiCall(value = "Ends the caller’s calendar address.", answers = @ApiCall.Answer(status = 204))
    @DeleteMapping("/calendar/feed")
    ResponseEntity<Void> endFeed(Member me) {
        feeds.end(me);
        return ResponseEntity.noContent().build();
    }
}
