package health.clarion.mail;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Mail to people. A message is kept with the caller's transaction and sent by a job through the SMTP server that
 * {@code spring.mail.host} names; without one it stays readable on the outbox page.
 */
public interface Mail {

    /** Largest subject and text, in characters; longer ones are a mistake of the caller. */
    int LONGEST_SUBJECT = 300;

    int LONGEST_TEXT = 20_000;

    /**
     * Queues one message.
     *
     * @throws IllegalArgumentException when the recipient, subject or text holds a line break where none may be, or is
     *     too long
     */
    void send(String recipient, String subject, String text);

    /** Whether an SMTP server is set up; when not, people must look into the outbox. */
    boolean goesOut();

    /** Tries again whatever was given up; returns how many messages that is. */
    int tryAgain();

    /** Newest first, at most 200. */
    List<Message> outbox(int limit);

    /** Sends what is due, at most one batch, outside of any transaction; returns how many were handed over. */
    int deliver();

    /**
     * One message.
     *
     * @param text empty once it was sent: it may hold a link or a code that is for its reader only
     * @param sentAt null while it waits
     * @param failure why the last try failed, in the mail server's short words; null when none did
     * @param givenUp whether it was tried so often that it is not tried again by itself
     */
    record Message(
            UUID id,
            String recipient,
            String subject,
            String text,
            Instant writtenAt,
            @Nullable Instant sentAt,
            int attempts,
            @Nullable String failure,
            boolean givenUp) {}
}
