package health.clarion.ui;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of a sentence, a link where the sentence names a web address.
 *
 * @param text the words, or the address
 * @param href the address; null for words
 */
public record Linked(String text, @Nullable String href) {

    private static final String WEB = "https://";

    /** A sentence cut at its web addresses. What ends a sentence or a clause is no part of an address. */
    public static List<Linked> of(String sentence) {
        List<Linked> pieces = new ArrayList<>();
        int said = 0;
        for (int from = sentence.indexOf(WEB); from >= 0; from = sentence.indexOf(WEB, said)) {
            int to = from;
            while (to < sentence.length() && !Character.isWhitespace(sentence.charAt(to))) {
                to++;
            }
            while (to > from && ".,;:)".indexOf(sentence.charAt(to - 1)) >= 0) {
                to--;
            }
            if (from > said) {
                pieces.add(new Linked(sentence.substring(said, from), null));
            }
            pieces.add(new Linked(sentence.substring(from, to), sentence.substring(from, to)));
            said = to;
        }
        if (said < sentence.length()) {
            pieces.add(new Linked(sentence.substring(said), null));
        }
        return pieces;
    }
}
