package health.clarion.mail.web;

import health.clarion.mail.Mail;
import health.clarion.ui.Place;
import health.clarion.ui.Ui;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What the hub wrote to people, for whoever runs it: readable here when no SMTP server is set up. */
@Controller
@PreAuthorize("hasRole('ADMINISTRATOR')")
class OutboxPage {

    private final Mail mail;

    OutboxPage(Mail mail) {
        this.mail = mail;
    }

    @GetMapping("/outbox")
    String outbox(Model model) {
        List<Mail.Message> messages = mail.outbox(100);
        model.addAttribute("messages", messages);
        model.addAttribute(
                "givenUp", messages.stream().filter(Mail.Message::givenUp).count());
        model.addAttribute("goesOut", mail.goesOut());
        return "mail/outbox";
    }

    @PostMapping("/outbox/again")
    @PreAuthorize("hasRole('ADMINISTRATOR') and hasAuthority('write')")
    String tryAgain(Ui ui, RedirectAttributes redirect) {
        redirect.addFlashAttribute("flash", ui.t("mail.tried-again", mail.tryAgain()));
        return "redirect:/outbox";
    }

    @Configuration(proxyBeanMethods = false)
    static class Rail {

        @Bean
        Place outboxPlace() {
            return new Place(
                    "outbox",
                    "mail.outbox",
                    "/outbox",
                    "mail",
                    95,
                    false,
                    viewer -> viewer.may("ROLE_ADMINISTRATOR"),
                    viewer -> 0);
        }
    }
}
