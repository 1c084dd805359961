package health.clarion.safeguards.privacy;

import health.clarion.safeguards.Knowledge;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The addresses and numbers that may stand in a post, written so that they can be compared.
 *
 * @param emails in lower case
 * @param numbers digits only; one given with + is also known without its country code's plus
 * @param ends the last eight digits of each number that has so many
 */
record Contacts(Set<String> emails, Set<String> numbers, Set<String> ends) {
    /** As many digits at the end must agree for a number written with and without its country code to be the same. */
    private static final int NATIONAL_DIGITS = 8;

    static Contacts of(Knowledge knowledge) {
        Set<String> emails = new HashSet<>();
        Set<String> numbers = new HashSet<>();
        for (String contact : knowledge.contacts()) {
            if (contact.indexOf('@') >= 0) {
                emails.add(contact.strip().toLowerCase(Locale.ROOT));
            } else {
                numbers.add(contact.codePoints()
                        .filter(Character::isDigit)
                        .collect(
                                StringBuilder::new,
                                (digits, c) -> digits.append(Character.digit(c, 10)),
                                StringBuilder::append)
                        .toString());
            }
        }
        Set<String> ends = numbers.stream()
                .map(Contacts::nationalEnd)
                .filter(end -> end.length() == NATIONAL_DIGITS)
                .collect(Collectors.toSet());
        return new Contacts(emails, numbers, ends);
    }

    boolean allowsEmail(String email) {
        return emails.contains(email);
    }

    /** Whether a number is listed, in national or international writing. */
    boolean allowsNumber(String digits) {
        return numbers.contains(digits) || ends.contains(nationalEnd(digits));
    }

    private static String nationalEnd(String digits) {
        return digits.substring(Math.max(0, digits.length() - NATIONAL_DIGITS));
    }
}
