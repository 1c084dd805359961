package health.clarion.safeguards.claims;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A post as it is passed on, taken apart: what it says, without addresses and with hashtags and handles cut into their words, and who
 * said it when, if that is written under it as {@code — Name (@handle) January 14, 2020}.
 *
 * @param words what it says
 * @param author the name under it, or ""
 * @param day the day under it, or null
 */
record SharedPost(String words, String author, @Nullable LocalDate day) {
    /** Posts are short; of a longer text this many characters are read, so that a huge one costs no more. */
    private static final int MOST_CHARACTERS = 4_000;

    private static final int LONGEST_NAME = 80;
    private static final String[] ADDRESSES = {"http://", "https://", "pic.twitter.com/", "www.", "t.co/"};

    /** Takes a post apart. */
    static SharedPost read(String text) {
        String plain = Unquoted.of(withoutAddresses(text.substring(0, Math.min(text.length(), MOST_CHARACTERS))));
        int handle = plain.lastIndexOf("(@");
        int dash = handle < 0 ? -1 : Math.max(plain.lastIndexOf('—', handle), plain.lastIndexOf('–', handle));
        if (dash < 0 || handle - dash > LONGEST_NAME || dash < 10) {
            return new SharedPost(words(plain), "", null);
        }
        int close = plain.indexOf(')', handle);
        String after = close < 0 ? "" : plain.substring(close + 1).strip();
        LocalDate day = Dates.read(after);
        if (day == null && !after.isEmpty()) {
            return new SharedPost(words(plain), "", null);
        }
        return new SharedPost(words(plain.substring(0, dash)), words(plain.substring(dash + 1, handle)), day);
    }

    private static String withoutAddresses(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        for (int at = 0; at < text.length(); ) {
            if (startsAddress(text, at)) {
                while (at < text.length() && !Character.isWhitespace(text.charAt(at)) && text.charAt(at) != '—') {
                    at++;
                }
                plain.append(' ');
            } else {
                plain.append(text.charAt(at++));
            }
        }
        return plain.toString();
    }

    private static boolean startsAddress(String text, int at) {
        char c = text.charAt(at);
        if (c != 'h' && c != 'p' && c != 'w' && c != 't') {
            return false;
        }
        boolean glued = at > 0 && Character.isLetterOrDigit(text.charAt(at - 1));
        for (String address : ADDRESSES) {
            if (text.startsWith(address, at) && (!glued || address.length() > 5)) {
                return true;
            }
        }
        return false;
    }

    /** Hashtags and handles without their sign and cut where small letters turn into capitals; white space single. */
    private static String words(String text) {
        StringBuilder words = new StringBuilder(text.length() + 16);
        boolean tag = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '#' || c == '@') {
                tag = true;
                c = ' ';
            } else if (tag && c == '_') {
                c = ' ';
            } else if (!Character.isLetterOrDigit(c)) {
                tag = false;
            }
            if (tag && i > 0 && Character.isUpperCase(c) && cutsBefore(text, i)) {
                words.append(' ');
            }
            boolean space = Character.isWhitespace(c);
            if (!space || !words.isEmpty() && words.charAt(words.length() - 1) != ' ') {
                words.append(space ? ' ' : c);
            }
        }
        return words.toString().strip();
    }

    private static boolean cutsBefore(String text, int at) {
        char before = text.charAt(at - 1);
        boolean wordAfterCapitals =
                Character.isUpperCase(before) && at + 1 < text.length() && Character.isLowerCase(text.charAt(at + 1));
        return Character.isLowerCase(before) || Character.isDigit(before) || wordAfterCapitals;
    }
}
