package health.clarion.people;

import static org.assertj.core.api.Assertions.assertThat;

import health.clarion.mail.Mail;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the hub wrote to somebody. */
final class Letters {

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

    private Letters() {}

    static List<Mail.Message> to(Mail mail, EmailAddress address) {
        return mail.outbox(200).stream()
                .filter(letter -> letter.recipient().equals(address.value()))
                .toList();
    }

    /** The path that the newest letter to somebody links to, once it is there. */
    static String link(Mail mail, EmailAddress address) {
        Instant end = Instant.now().plus(LONGEST_WAIT);
        while (to(mail, address).isEmpty() && Instant.now().isBefore(end)) {
            Thread.onSpinWait();
        }
        Matcher link = Pattern.compile("https?://[^/\\s]+(/\\S+)")
                .matcher(to(mail, address).getFirst().text());
        assertThat(link.find()).isTrue();
        return link.group(1);
    }
}
