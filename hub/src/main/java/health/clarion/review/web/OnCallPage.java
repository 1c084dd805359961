package health.clarion.review.web;

import health.clarion.people.Member;
import health.clarion.people.People;
import health.clarion.review.OnCall;
import health.clarion.review.Reader;
import health.clarion.ui.Problem;
import health.clarion.ui.Ui;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Who can be reached for urgent reviews. */
@Controller
class OnCallPage {

    private final OnCall onCall;
    private final People people;

    OnCallPage(OnCall onCall, People people) {
        this.onCall = onCall;
        this.people = people;
    }

    @GetMapping("/review/on-call")
    String page(Model model) {
        List<OnCall.Duty> coming = onCall.coming();
        Map<UUID, String> names =
                people.named(coming.stream().map(OnCall.Duty::member).toList());
        model.addAttribute("duties", coming);
        model.addAttribute("names", names);
        model.addAttribute(
                "members",
                people.all().stream().filter(Reader.SECOND_READER::mayBe).toList());
        return "review/on-call";
    }

    @PostMapping("/review/on-call")
    @PreAuthorize("hasAnyRole('COMMUNICATOR', 'ADMINISTRATOR') and hasAuthority('write')")
    String add(
            @RequestParam String role,
            @RequestParam UUID member,
            @RequestParam String starts,
            @RequestParam String ends,
            Member me,
            Ui ui,
            RedirectAttributes redirect) {
        onCall.add(ReviewPage.reader(role), member, instant(starts, me), instant(ends, me), me);
        redirect.addFlashAttribute("flash", ui.t("review.on-call-added"));
        return "redirect:/review/on-call";
    }

    @PostMapping("/review/on-call/{id}/remove")
    @PreAuthorize("hasAnyRole('COMMUNICATOR', 'ADMINISTRATOR') and hasAuthority('write')")
    String remove(@PathVariable UUID id, Member me, Ui ui, RedirectAttributes redirect) {
        onCall.remove(id, me);
        redirect.addFlashAttribute("flash", ui.t("review.on-call-removed"));
        return "redirect:/review/on-call";
    }

    private static Instant instant(String typed, Member me) {
        try {
            return LocalDateTime.parse(typed).atZone(me.zone()).toInstant();
        } catch (DateTimeParseException unreadable) {
            throw Problem.invalid("review.window-unreadable");
        }
    }
}
