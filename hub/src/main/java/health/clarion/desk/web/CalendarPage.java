package health.clarion.desk.web;

import health.clarion.desk.CalendarFeed;
import health.clarion.desk.Moving;
import health.clarion.networks.Network;
import health.clarion.people.Member;
import health.clarion.people.Organisations;
import health.clarion.publishing.Feeds;
import health.clarion.publishing.Rhythm;
import health.clarion.publishing.Wall;
import health.clarion.ui.Problem;
import health.clarion.ui.PublicPath;
import health.clarion.ui.Ui;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** When what goes out: three weeks, a month, a week or a list; moving; the rhythm; the feed for a calendar app. */
@Controller
public class CalendarPage {

    private static final String MAY_PLAN = "hasAnyRole('COMMUNICATOR', 'ADMINISTRATOR') and hasAuthority('write')";
    private static final MediaType ICALENDAR = new MediaType("text", "calendar", StandardCharsets.UTF_8);

    private final CalendarViews views;
    private final Moving moving;
    private final Rhythm rhythm;
    private final Feeds feeds;
    private final CalendarFeed feed;
    private final Organisations organisations;

    CalendarPage(
            CalendarViews views,
            Moving moving,
            Rhythm rhythm,
            Feeds feeds,
            CalendarFeed feed,
            Organisations organisations) {
        this.views = views;
        this.moving = moving;
        this.rhythm = rhythm;
        this.feeds = feeds;
        this.feed = feed;
        this.organisations = organisations;
    }

    /** What the page needs to offer moving back: the deliveries and their time before. */
    public record Undo(List<UUID> deliveries, LocalDateTime time) implements java.io.Serializable {}

    @GetMapping("/calendar")
    String calendar(
            @RequestParam(defaultValue = "weeks") String view,
            @RequestParam(defaultValue = "") String at,
            Member me,
            Ui ui,
            Model model) {
        CalendarViews.Show show = CalendarViews.Show.of(view);
        model.addAttribute("view", views.of(show, views.day(at, me.zone()), me, ui.locale()));
        model.addAttribute("mayPause", PausePage.mayBegin(me));
        model.addAttribute("feedSince", feeds.madeAt(me.id()).orElse(null));
        model.addAttribute("feedAddress", model.getAttribute("feedAddress"));
        model.addAttribute("undo", model.getAttribute("undo"));
        return "desk/calendar";
    }

    @PostMapping("/calendar/move")
    @PreAuthorize("hasAuthority('publish')")
    String move(
            @RequestParam List<UUID> delivery,
            @RequestParam String time,
            @RequestParam(required = false) @Nullable String back,
            Member me,
            Ui ui,
            RedirectAttributes redirect) {
        Moving.Moved moved = moving.to(delivery, time(time), me.zone(), me);
        redirect.addFlashAttribute("flash", said(moved, ui));
        redirect.addFlashAttribute("undo", new Undo(delivery, moved.before().time()));
        boolean own = back != null && back.startsWith("/calendar");
        return "redirect:" + (own ? back : "/calendar");
    }

    /** What was done, what the clocks do to it, and what speaks against it. */
    static String said(Moving.Moved moved, Ui ui) {
        String clocks =
                switch (moved.clocks()) {
                    case ONCE -> "";
                    case SKIPPED ->
                        " "
                                + ui.t(
                                        "publishing.clocks-skip",
                                        ui.time(Wall.of(
                                                        moved.after().instant(),
                                                        moved.after().zone())
                                                .time()));
                    case TWICE -> " " + ui.t("publishing.clocks-twice");
                };
        String cautions = moved.cautions().stream()
                .map(caution -> " " + ui.t(caution.key(), caution.arguments().toArray()))
                .collect(Collectors.joining());
        return ui.t(
                        "desk.move.done",
                        ui.day(moved.after().time().toLocalDate()),
                        ui.time(moved.after().time()))
                + clocks
                + cautions;
    }

    static LocalDateTime time(String typed) {
        try {
            return LocalDateTime.parse(typed);
        } catch (DateTimeException unreadable) {
            throw Problem.invalid("publishing.time-unreadable");
        }
    }

    // ───── Rhythm ─────

    @GetMapping("/calendar/rhythm")
    String rhythm(Model model) {
        Map<Network, Rhythm.Beat> beats =
                rhythm.all().stream().collect(Collectors.toMap(Rhythm.Beat::network, beat -> beat));
        model.addAttribute("beats", beats);
        model.addAttribute("zone", rhythm.zone());
        return "desk/rhythm";
    }

    @PostMapping("/calendar/rhythm/{network}")
    @PreAuthorize(MAY_PLAN)
    String set(
            @PathVariable String network,
            @RequestParam int count,
            @RequestParam(defaultValue = "") String times,
            Member me,
            Ui ui,
            RedirectAttributes redirect) {
        Network known = network(network);
        rhythm.set(new Rhythm.Beat(known, count, Rhythm.times(times)), me);
        redirect.addFlashAttribute("flash", ui.t("desk.rhythm.set", known.displayName()));
        return "redirect:/calendar/rhythm";
    }

    static Network network(String id) {
        try {
            return Network.of(id);
        } catch (IllegalArgumentException unknown) {
            throw Problem.invalid("desk.unknown-network", id);
        }
    }

    // ───── Feed ─────

    @PostMapping("/calendar/feed")
    String makeFeed(Member me, Ui ui, RedirectAttributes redirect) {
        redirect.addFlashAttribute("feedAddress", address(feeds.make(me)));
        redirect.addFlashAttribute("flash", ui.t("desk.feed.made"));
        return "redirect:/calendar#feed";
    }

    @PostMapping("/calendar/feed/end")
    String endFeed(Member me, Ui ui, RedirectAttributes redirect) {
        feeds.end(me);
        redirect.addFlashAttribute("flash", ui.t("desk.feed.ended"));
        return "redirect:/calendar#feed";
    }

    String address(String secret) {
        return organisations.current().link("/calendar/feed/" + secret + ".ics");
    }

    @GetMapping("/calendar/feed/{secret}.ics")
    ResponseEntity<byte[]> feed(@PathVariable String secret) {
        String calendar = feed.read(secret).orElseThrow(() -> Problem.notFound("desk.feed.unknown"));
        return ResponseEntity.ok()
                .contentType(ICALENDAR)
                .header("Content-Disposition", "inline; filename=\"clarion.ics\"")
                .body(calendar.getBytes(StandardCharsets.UTF_8));
    }

    @Configuration(proxyBeanMethods = false)
    static class Doors {

        @Bean
        PublicPath calendarFeedIsOpen() {
            return new PublicPath("/calendar/feed/*.ics");
        }
    }
}
