package health.clarion.networks;

import java.util.ArrayList;
import java.util.List;

/**
 * How Mastodon counts a post: the content warning and the text together, in graphemes, after each link was replaced by a
 * fixed number of characters and each {@code @user@host} by {@code @user}. Source: the documentation's “posting” page.
 */
final class MastodonLength {
    private MastodonLength() {}

    /** A place where the counted text and the written text part: one link or mention. */
    private record Swap(int countedEnd, int writtenStart, int writtenEnd) {}

    static void add(String text, String contentWarning, int linkCost, Tally tally) {
        StringBuilder counted = new StringBuilder(contentWarning);
        List<Swap> swaps = new ArrayList<>();
        swaps.add(new Swap(counted.length(), 0, 0));
        Spans spans = Spans.of(Network.MASTODON, text);
        int from = 0;
        for (Span span : spans.linksAndMentions()) {
            counted.append(text, from, span.start());
            boolean mention = text.charAt(span.start()) == '@';
            counted.append(mention ? localPart(text, span) : "x".repeat(linkCost));
            swaps.add(new Swap(counted.length(), span.start(), span.end()));
            from = span.end();
        }
        counted.append(text, from, text.length());
        tallyUp(counted.toString(), text.length(), swaps, tally);
    }

    private static String localPart(String text, Span mention) {
        int host = text.indexOf('@', mention.start() + 1);
        return text.substring(mention.start(), host > 0 && host < mention.end() ? host : mention.end());
    }

    private static void tallyUp(String counted, int writtenLength, List<Swap> swaps, Tally tally) {
        int[] next = {0};
        Graphemes.each(counted, (start, end) -> {
            while (next[0] < swaps.size() && swaps.get(next[0]).countedEnd() <= end) {
                next[0]++;
            }
            tally.step(written(end, writtenLength, next[0], swaps), 1);
        });
    }

    /** The place in the written text up to which this much of the counted text reaches; never inside a link or mention. */
    private static int written(int countedAt, int writtenLength, int next, List<Swap> swaps) {
        if (next == 0) {
            return 0;
        }
        Swap last = swaps.get(next - 1);
        int reach = last.writtenEnd() + countedAt - last.countedEnd();
        int bound = next < swaps.size() ? swaps.get(next).writtenStart() : writtenLength;
        return Math.min(reach, bound);
    }
}
