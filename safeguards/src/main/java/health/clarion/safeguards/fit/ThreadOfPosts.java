package health.clarion.safeguards.fit;

import health.clarion.networks.Capabilities;
import health.clarion.networks.Measured;
import health.clarion.networks.TextMeter;
import java.util.OptionalInt;

/** Into how many posts a text would go, each cut between sentences where one ends in its second half, else between
 * words, and with room for a number such as " 2/5". */
final class ThreadOfPosts {
    /** Nobody reads a longer thread. */
    private static final int MOST = 25;

    private static final String NUMBER = " 25/25";

    /** After one of these a post can stand by itself. */
    private static final String ENDS = ".!?…\n";

    /** Longer than any post of a network that takes threads, in chars; so much is measured at a time. */
    private static final int WINDOW = 8_000;

    private ThreadOfPosts() {}

    /** How many posts; empty when more than 25 or when a word is longer than a post. */
    static OptionalInt needed(Capabilities limits, String text, String contentWarning) {
        int posts = 0;
        int from = 0;
        while (from < text.length()) {
            int end = endOfPost(limits, text, from, contentWarning);
            if (end <= from || ++posts > MOST) {
                return OptionalInt.empty();
            }
            from = end;
            while (from < text.length() && Character.isWhitespace(text.charAt(from))) {
                from++;
            }
        }
        return OptionalInt.of(posts);
    }

    private static int endOfPost(Capabilities limits, String text, int from, String contentWarning) {
        String rest = text.substring(from, Math.min(text.length(), from + WINDOW));
        Measured measured = TextMeter.measure(limits, NUMBER + rest, contentWarning);
        if (measured.fits()) {
            return from + rest.length();
        }
        int codePoints = Math.max(0, measured.cutAt().orElse(0) - NUMBER.length());
        int cut = rest.offsetByCodePoints(0, codePoints);
        int end = lastGap(rest, cut, false);
        int sentence = lastGap(rest, cut, true);
        return from + (sentence > cut / 2 ? sentence : end);
    }

    /** The last white space up to a place, with the end of a sentence before it where that is asked for; 0 when there is none. */
    private static int lastGap(String rest, int cut, boolean afterSentence) {
        int end = cut;
        while (end > 0
                && !(Character.isWhitespace(rest.charAt(end))
                        && (!afterSentence || ENDS.indexOf(rest.charAt(end - 1)) >= 0))) {
            end--;
        }
        return end;
    }
}
