package health.clarion.networks;

import com.ibm.icu.text.BreakIterator;
import java.util.Locale;

/**
 * User-perceived characters: Unicode extended grapheme clusters, by ICU (the JDK's own iterator splits family emoji and
 * Indic conjuncts). Safe for use by many threads at once.
 */
public final class Graphemes {
    private static final BreakIterator CLUSTERS = BreakIterator.getCharacterInstance(Locale.ROOT);
    /** The first combining mark; below it nothing joins but CR LF. */
    private static final char FIRST_JOINING = '\u0300';

    private Graphemes() {}

    /** Receives cluster after cluster as UTF-16 indexes. */
    interface Sink {
        void cluster(int start, int end);
    }

    /** How many user-perceived characters the text has. A lone surrogate counts as one. */
    public static int count(CharSequence text) {
        int[] count = {0};
        each(text.toString(), (start, end) -> count[0]++);
        return count[0];
    }

    static void each(String text, Sink sink) {
        int length = text.length();
        BreakIterator clusters = null;
        for (int at = 0; at < length; ) {
            int end = joiningEnd(text, at);
            if (end == at) {
                end = at + (isLineEnd(text, at) ? 2 : 1);
                sink.cluster(at, end);
            } else {
                clusters = clusters == null ? CLUSTERS.clone() : clusters;
                eachJoining(clusters, text, at, end, sink);
            }
            at = end;
        }
    }

    private static void eachJoining(BreakIterator clusters, String text, int from, int to, Sink sink) {
        clusters.setText(text.substring(from, to));
        int start = clusters.first();
        for (int end = clusters.next(); end != BreakIterator.DONE; end = clusters.next()) {
            sink.cluster(from + start, from + end);
            start = end;
        }
    }

    /**
     * The end of the piece from here in which characters may join; {@code at} when the one here surely stands alone, because
     * a plain one (or the end) follows. A piece ends between two plain characters, where there is always a border.
     */
    private static int joiningEnd(String text, int at) {
        int end = at + 1;
        if (isPlain(text.charAt(at)) && (end == text.length() || isPlain(text.charAt(end)))) {
            return at;
        }
        while (end < text.length() && !isBorder(text, end)) {
            end++;
        }
        return end;
    }

    private static boolean isBorder(String text, int at) {
        return isPlain(text.charAt(at - 1)) && isPlain(text.charAt(at)) && !isLineEnd(text, at - 1);
    }

    private static boolean isLineEnd(String text, int at) {
        return text.charAt(at) == '\r' && at + 1 < text.length() && text.charAt(at + 1) == '\n';
    }

    /** Latin letters, and the dashes, quotes and bullets of any post: none joins another of its kind but CR LF. */
    private static boolean isPlain(char c) {
        return c < FIRST_JOINING || (c >= '\u2010' && c <= '\u2027') || c == '\u20AC';
    }
}
