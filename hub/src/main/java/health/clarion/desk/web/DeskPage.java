package health.clarion.desk.web;

import health.clarion.desk.Needs;
import health.clarion.people.Member;
import health.clarion.people.People;
import health.clarion.review.Reminders;
import health.clarion.ui.Place;
import health.clarion.ui.Ui;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Home: what needs me, what is with others, and the day. */
@Controller
class DeskPage {

    private final DeskViews views;
    private final Reminders reminders;

    DeskPage(DeskViews views, Reminders reminders) {
        this.views = views;
        this.reminders = reminders;
    }

    @GetMapping("/desk")
    String desk(Member me, Ui ui, Model model) {
        model.addAttribute("desk", views.of(me, ui));
        return "desk/desk";
    }

    @PostMapping("/desk/remind/{submission}")
    @PreAuthorize("hasAuthority('write')")
    String remind(@PathVariable UUID submission, Ui ui, RedirectAttributes redirect) {
        boolean sent = reminders.nudge(submission);
        redirect.addFlashAttribute("flash", ui.t(sent ? "desk.reminded" : "desk.reminded-already"));
        return "redirect:/desk";
    }

    @Configuration(proxyBeanMethods = false)
    static class Rail {

        @Bean
        Place deskPlace(Needs needs, People people) {
            return new Place("desk", "desk.place", "/desk", "home-2", 10, true, viewer -> true, viewer -> people.find(
                            viewer.id())
                    .map(member -> needs.of(member).count(member.id()))
                    .orElse(0));
        }

        @Bean
        Place calendarPlace() {
            return new Place("calendar", "desk.calendar", "/calendar", "calendar", 30, true);
        }
    }
}
