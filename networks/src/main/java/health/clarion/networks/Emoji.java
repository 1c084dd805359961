package health.clarion.networks;

import com.ibm.icu.lang.UProperty;
import com.ibm.icu.text.UnicodeSet;
import java.util.HashSet;
import java.util.Set;

/**
 * Emoji recommended for general interchange, from Unicode's own table in ICU. The table of X's frozen library ends in 2019
 * and counts newer ones (two-tone handshake, head-shake, mx-claus) piece by piece; X's stated rule is that every emoji counts 2.
 */
final class Emoji {
    private static final String PRESENTATION = "\uFE0F";
    private static final Set<String> ALL = new HashSet<>();
    private static final int LONGEST;

    static {
        for (String emoji : new UnicodeSet().applyIntPropertyValue(UProperty.RGI_EMOJI, 1)) {
            ALL.add(emoji);
            String bare = emoji.replace(PRESENTATION, "");
            if (bare.codePointCount(0, bare.length()) > 1) {
                ALL.add(bare);
            }
        }
        LONGEST = ALL.stream().mapToInt(String::length).max().orElse(0);
    }

    private Emoji() {}

    /** Where the longest emoji that starts here and ends at or before {@code limit} ends; {@code start} when there is none. */
    static int end(String text, int start, int limit) {
        if (!mayStart(text.charAt(start))) {
            return start;
        }
        for (int end = Math.min(limit, start + LONGEST); end > start; end--) {
            if (ALL.contains(text.substring(start, end))) {
                return end;
            }
        }
        return start;
    }

    private static boolean mayStart(char first) {
        return first >= '\u2000' || first == '\u00A9' || first == '\u00AE' || first <= '9';
    }
}
