package health.clarion.mail.web;

import health.clarion.mail.Mail;
import health.clarion.ui.ApiCall;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Whether mail goes out, for an administrator's programs. What a message says stays in the browser: it may hold a link. */
@RestController
@RequestMapping("/api/v1/outbox")
class OutboxApi {

    private static final int NEWEST = 100;

    private final Mail mail;

    OutboxApi(Mail mail) {
        this.mail = mail;
    }

    record MessageJson(
            UUID id,
            String recipient,
            String subject,
            Instant writtenAt,
            @Nullable Instant sentAt,
            int attempts,
            boolean givenUp,
            @Nullable String failure) {

        static MessageJson of(Mail.Message message) {
            return new MessageJson(
                    message.id(),
                    message.recipient(),
                    message.subject(),
                    message.writtenAt(),
                    message.sentAt(),
                    message.attempts(),
                    message.givenUp(),
                    message.failure());
        }
    }

    record Outbox(boolean goesOut, List<MessageJson> messages) {}

    record Again(int messages) {}

    @ApiCall("Lists the newest messages and what became of them, without what they say.")
    @GetMapping
    @PreAuthorize("hasRole('ADMINISTRATOR') and hasAuthority('read')")
    Outbox outbox() {
        return new Outbox(
                mail.goesOut(),
                mail.outbox(NEWEST).stream().map(MessageJson::of).toList());
    }

    @ApiCall("Tries again to send what was given up.")
    @PostMapping("/again")
    @PreAuthorize("hasRole('ADMINISTRATOR') and hasAuthority('write')")
    Again tryAgain() {
        return new Again(mail.tryAgain());
    }
}
