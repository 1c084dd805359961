package health.clarion.networks;

import com.twitter.twittertext.TldLists;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Which names can end an internet address, as the networks that find bare domains decide it. */
final class Domains {
    /** Longest run of characters looked at for an ending; the longest delegated ending is shorter. */
    static final int LONGEST_ENDING = 32;

    private static final Set<String> ENDINGS = new HashSet<>();

    static {
        ENDINGS.addAll(TldLists.GTLDS);
        ENDINGS.addAll(TldLists.CTLDS);
        // Delegated since the library's list was frozen (IANA root zone).
        ENDINGS.addAll(List.of("kids", "music", "merck", "spa", "amazon"));
    }

    private Domains() {}

    /** True when this is a delegated top-level domain, in any letter case and any script. */
    static boolean isEnding(String label) {
        return label.length() <= LONGEST_ENDING && ENDINGS.contains(label.toLowerCase(Locale.ROOT));
    }

    /** True when the name has a dot and its last label is a top-level domain. */
    static boolean isDomain(String name) {
        int dot = name.lastIndexOf('.');
        return dot > 0 && isEnding(name.substring(dot + 1));
    }
}
