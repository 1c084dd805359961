package health.clarion.safeguards.access;

import health.clarion.networks.Network;
import health.clarion.safeguards.Draft;
import health.clarion.safeguards.Span;
import health.clarion.safeguards.rules.Hit;
import health.clarion.safeguards.text.Passage;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Long addresses that stand bare in the text, where the network shows and reads them in full. */
final class Addresses {
    /** A longer one is noise for whoever hears it, and breaks the line for whoever enlarges it. */
    private static final int LONGEST = 60;

    private Addresses() {}

    static void look(Passage passage, Draft draft, Consumer<Hit> hits) {
        if (shortens(draft.network())) {
            return;
        }
        String folded = passage.folded();
        for (int at = folded.indexOf("://"); at >= 0; at = folded.indexOf("://", at + 3)) {
            int start = at;
            while (start > 0 && Character.isLetter(folded.charAt(start - 1))) {
                start--;
            }
            int end = at;
            while (end < folded.length() && !Character.isWhitespace(folded.charAt(end))) {
                end++;
            }
            if (end - start > LONGEST) {
                Span span = passage.span(start, end);
                hits.accept(Hit.of("access/link-long", span, String.valueOf(span.end() - span.start())));
            }
            at = Math.max(at, end - 3);
        }
    }

    /** Networks that show a short form of any address by themselves. */
    private static boolean shortens(@Nullable Network network) {
        return switch (network) {
            case null -> false;
            case X, MASTODON, BLUESKY, THREADS, LINKEDIN -> true;
            case FACEBOOK, INSTAGRAM, TIKTOK, YOUTUBE, SNAPCHAT -> false;
        };
    }
}
