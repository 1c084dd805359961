package health.clarion.mail.web;

import health.clarion.mail.Mail;
import health.clarion.ui.Place;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

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
        model.addAttribute("messages", mail.outbox(100));
        model.addAttribute("goesOut", mail.goesOut());
        return "mail/outbox";
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
