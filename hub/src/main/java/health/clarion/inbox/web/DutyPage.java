package health.clarion.inbox.web;

import health.clarion.inbox.Duty;
import health.clarion.people.Member;
import health.clarion.people.People;
import health.clarion.ui.Problem;
import health.clarion.ui.Ui;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The duty roster. */
@Controller
@PreAuthorize(InboxRoles.MAY_READ)
class DutyPage {

    private final Duty duty;
    private final People people;
    private final Clock clock;

    DutyPage(Duty duty, People people, Clock clock) {
        this.duty = duty;
        this.people = people;
        this.clock = clock;
    }

    @GetMapping("/inbox/duty")
    String roster(Member me, Model model) {
        List<Duty.Shift> shifts = duty.coming();
        LocalDateTime nine = LocalDateTime.now(clock.withZone(me.zone()))
                .plusDays(1)
                .truncatedTo(ChronoUnit.DAYS)
                .plusHours(9);
        model.addAttribute("shifts", shifts);
        model.addAttribute(
                "names",
                people.named(shifts.stream().map(Duty.Shift::member).distinct().toList()));
        model.addAttribute("members", people.all().stream().filter(Duty::mayBe).toList());
        model.addAttribute("onDuty", duty.now());
        model.addAttribute("starts", nine);
        return "inbox/duty";
    }

    @PostMapping("/inbox/duty")
    @PreAuthorize(InboxRoles.MAY_SET_DUTY)
    String add(
            @RequestParam UUID member,
            @RequestParam String starts,
            @RequestParam String ends,
            @RequestParam String zone,
            @RequestParam(defaultValue = "1") int weeks,
            Member me,
            Ui ui,
            RedirectAttributes redirect) {
        int set = duty.add(member, time(starts), time(ends), zone(zone), weeks, me)
                .size();
        redirect.addFlashAttribute("flash", ui.t("inbox.duty.set", set));
        return "redirect:/inbox/duty";
    }

    @PostMapping("/inbox/duty/{id}/remove")
    @PreAuthorize(InboxRoles.MAY_SET_DUTY)
    String remove(@PathVariable UUID id, Member me, Ui ui, RedirectAttributes redirect) {
        duty.remove(id, me);
        redirect.addFlashAttribute("flash", ui.t("inbox.duty.removed"));
        return "redirect:/inbox/duty";
    }

    static LocalDateTime time(String typed) {
        try {
            return LocalDateTime.parse(typed);
        } catch (DateTimeException unreadable) {
            throw Problem.invalid("inbox.duty.time-unreadable").next("inbox.duty.back", "/inbox/duty");
        }
    }

    static ZoneId zone(String typed) {
        try {
            return ZoneId.of(typed);
        } catch (DateTimeException unknown) {
            throw Problem.invalid("inbox.duty.zone-unknown").next("inbox.duty.back", "/inbox/duty");
        }
    }
}
