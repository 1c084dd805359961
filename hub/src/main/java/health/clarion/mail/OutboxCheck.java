package health.clarion.mail;

import health.clarion.operations.Check;
import org.springframework.stereotype.Component;

/** Whether mail goes out, for {@code clarion doctor}. */
@Component
class OutboxCheck implements Check {

    private static final int LOOKED_AT = 200;

    private final Mail mail;

    OutboxCheck(Mail mail) {
        this.mail = mail;
    }

    @Override
    public String name() {
        return "Mail";
    }

    @Override
    public Result look() {
        var newest = mail.outbox(LOOKED_AT);
        long waiting =
                newest.stream().filter(message -> message.sentAt() == null).count();
        long failed = newest.stream()
                .filter(message -> message.sentAt() == null && message.failure() != null)
                .count();
        if (!mail.goesOut()) {
            return new Result.Mind(
                    "No mail server is set up; " + waiting + " messages lie in the outbox.",
                    "Read them on the outbox page, or set up a server as docs/operations.md says.");
        }
        return failed == 0
                ? new Result.Fine("Mail goes out; " + waiting + " messages wait.")
                : new Result.Wrong(
                        failed + " messages could not be sent.", "The outbox page says why, and tries them again.");
    }
}
