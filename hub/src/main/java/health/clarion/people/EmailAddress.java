package health.clarion.people;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An e-mail address that mail can be sent to: one line, one {@code @}, a domain with a dot (or localhost), at most 254
 * characters (RFC 5321), kept in lower case so that one person has one account.
 */
public record EmailAddress(String value) {

    private static final Pattern SHAPE =
            Pattern.compile("[^\\s@<>()\\[\\],;:\\\\\"]{1,64}@[^\\s@<>()\\[\\],;:\\\\\"]{1,189}");
    private static final int LONGEST = 254;

    /** @throws IllegalArgumentException when mail can't be sent to {@code value} */
    public EmailAddress {
        value = value.strip().toLowerCase(Locale.ROOT);
        if (!isAddress(value)) {
            throw new IllegalArgumentException("Not an e-mail address");
        }
    }

    /** The address, or nothing when {@code text} is none. */
    public static Optional<EmailAddress> parse(String text) {
        return isAddress(text.strip()) ? Optional.of(new EmailAddress(text)) : Optional.empty();
    }

    /** Whether mail to both reaches one person: {@code nadia+work@…} is {@code nadia@…} on most servers (RFC 5233). */
    public boolean sameMailbox(EmailAddress other) {
        return mailbox().equals(other.mailbox());
    }

    private String mailbox() {
        int at = value.indexOf('@');
        int plus = value.indexOf('+');
        return plus > 0 && plus < at ? value.substring(0, plus) + value.substring(at) : value;
    }

    private static boolean isAddress(String text) {
        if (text.length() > LONGEST || !SHAPE.matcher(text).matches()) {
            return false;
        }
        String domain = text.substring(text.indexOf('@') + 1);
        boolean named = domain.contains(".") || domain.equalsIgnoreCase("localhost");
        return named && !domain.startsWith(".") && !domain.endsWith(".") && !domain.contains("..");
    }

    @Override
    public String toString() {
        return value;
    }
}
