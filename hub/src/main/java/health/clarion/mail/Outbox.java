package health.clarion.mail;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.MailException;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Mail kept in PostgreSQL until it is handed to the SMTP server. */
@Component
class Outbox implements Mail {

    private static final int BATCH = 50;
    // The job that delivers comes back every few seconds; no run of it keeps a hub from stopping for long.
    private static final Duration LONGEST_RUN = Duration.ofMinutes(1);
    // Far longer than a mail server can take with the timeouts in application.yaml: some ten answers of ten seconds.
    private static final Duration CLAIM = Duration.ofMinutes(10);
    // With doubling waits, a little over four hours.
    private static final int MOST_ATTEMPTS = 8;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final @Nullable JavaMailSender smtp;
    private final String from;

    Outbox(
            JdbcClient jdbc,
            Clock clock,
            ObjectProvider<JavaMailSender> smtp,
            @Value("${clarion.mail-from:clarion@localhost}") String from) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.smtp = smtp.getIfAvailable();
        this.from = from;
    }

    @Override
    public void send(String recipient, String subject, String text) {
        requireOneLine(recipient, 320);
        requireOneLine(subject, LONGEST_SUBJECT);
        if (text.length() > LONGEST_TEXT) {
            throw new IllegalArgumentException("mail text over " + LONGEST_TEXT + " characters");
        }
        Timestamp now = Timestamp.from(clock.instant());
        jdbc.sql("""
                insert into mail.message (id, recipient, subject, body, written_at, next_try_at)
                values (:id, :recipient, :subject, :body, :now, :now)
                """)
                .param("id", UUID.randomUUID())
                .param("recipient", recipient)
                .param("subject", subject)
                .param("body", text)
                .param("now", now)
                .update();
    }

    @Override
    public boolean goesOut() {
        return smtp != null;
    }

    @Override
    public List<Message> outbox(int limit) {
        return jdbc.sql("select * from mail.message order by written_at desc limit :limit")
                .param("limit", Math.clamp(limit, 1, 200))
                .query(Outbox::message)
                .list();
    }

    @Override
    public int tryAgain() {
        return jdbc.sql("""
                update mail.message set attempts = 0, next_try_at = :now
                where sent_at is null and attempts >= :most
                """)
                .param("now", Timestamp.from(clock.instant()))
                .param("most", MOST_ATTEMPTS)
                .update();
    }

    // A message is claimed before it is handed over, so that two hubs never send the same one at once, and no
    // transaction is open while a mail server takes its time. A crash between the server's yes and our note can send
    // one twice, once the claim is over: for mail that is better than not at all.
    @Override
    @Transactional(propagation = Propagation.NEVER)
    public int deliver() {
        if (smtp == null) {
            return 0;
        }
        int sent = 0;
        long end = System.nanoTime() + LONGEST_RUN.toNanos();
        for (int handed = 0; handed < BATCH && System.nanoTime() < end; handed++) {
            Message message = claim().orElse(null);
            if (message == null) {
                break;
            }
            String failure = hand(smtp, message);
            note(message, failure);
            sent += failure == null ? 1 : 0;
        }
        return sent;
    }

    private Optional<Message> claim() {
        Instant now = clock.instant();
        return jdbc.sql("""
                update mail.message set next_try_at = :until where id = (
                    select id from mail.message
                    where sent_at is null and attempts < :most and next_try_at <= :now
                    order by next_try_at limit 1 for update skip locked)
                returning *
                """)
                .param("until", Timestamp.from(now.plus(CLAIM)))
                .param("most", MOST_ATTEMPTS)
                .param("now", Timestamp.from(now))
                .query(Outbox::message)
                .optional();
    }

    private @Nullable String hand(JavaMailSender server, Message message) {
        SimpleMailMessage mail = new SimpleMailMessage();
        mail.setFrom(from);
        mail.setTo(message.recipient());
        mail.setSubject(message.subject());
        mail.setText(message.text());
        try {
            server.send(mail);
            return null;
        } catch (MailException refused) {
            return refused.getClass().getSimpleName();
        }
    }

    private void note(Message message, @Nullable String failure) {
        Instant now = clock.instant();
        Duration wait = Duration.ofMinutes(1L << Math.min(message.attempts(), 7));
        jdbc.sql("""
                update mail.message set attempts = attempts + 1, failure = :failure, next_try_at = :next,
                    sent_at = case when cast(:failure as text) is null then cast(:now as timestamptz) end,
                    body = case when cast(:failure as text) is null then '' else body end
                where id = :id and sent_at is null
                """)
                .param("failure", failure)
                .param("next", Timestamp.from(now.plus(wait)))
                .param("now", Timestamp.from(now))
                .param("id", message.id())
                .update();
    }

    private static void requireOneLine(String value, int longest) {
        if (value.isBlank() || value.length() > longest || value.indexOf('\n') >= 0 || value.indexOf('\r') >= 0) {
            throw new IllegalArgumentException("must be one line of at most " + longest + " characters");
        }
    }

    private static Message message(ResultSet row, int number) throws SQLException {
        Timestamp sent = row.getTimestamp("sent_at");
        return new Message(
                row.getObject("id", UUID.class),
                row.getString("recipient"),
                row.getString("subject"),
                row.getString("body"),
                row.getTimestamp("written_at").toInstant(),
                sent == null ? null : sent.toInstant(),
                row.getInt("attempts"),
                row.getString("failure"),
                sent == null && row.getInt("attempts") >= MOST_ATTEMPTS);
    }
}
