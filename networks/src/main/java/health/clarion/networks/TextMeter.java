package health.clarion.networks;

import com.ibm.icu.text.Normalizer2;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * Measures a text as its network does, in the network's own units, and says where the network would cut it.
 *
 * <p>Time grows with the length of the text, whatever the text. Any text is measured, lone surrogates too: each counts as
 * U+FFFD, which is what it becomes on the wire. Safe for use by many threads at once.
 */
public final class TextMeter {
    /** Characters LinkedIn's “little text” needs a backslash before. Source: the fact {@code text.escaped}. */
    private static final String ESCAPED = "\\|{}@[]()<>#*_~";

    private static final char FIRST_COMBINING = '\u0300';

    private static final Normalizer2 NFC = Normalizer2.getNFCInstance();

    private TextMeter() {}

    /**
     * Measures the text of a post.
     *
     * @param limits what the network or its server accepts
     * @param text the text, in any Unicode form
     * @param contentWarning the words it is folded behind; empty when there are none
     */
    public static Measured measure(Capabilities limits, String text, String contentWarning) {
        return measure(limits, Field.TEXT, text, contentWarning);
    }

    /** Measures the words of another field: a title, a picture's description, a comment. */
    public static Measured measure(Capabilities limits, Field field, String text) {
        return measure(limits, field, text, "");
    }

    /**
     * Whether a post fits for sure, told from its length alone: much quicker than measuring, and true of most posts. When this is false
     * the text may fit all the same.
     */
    public static boolean surelyFits(Capabilities limits, String text, String contentWarning) {
        for (TextLimit limit : limits.text()) {
            if (limit.field() == Field.TEXT && mostUsed(limit, text, contentWarning) > limit.max()) {
                return false;
            }
        }
        return true;
    }

    /** More than this a text can't use, whatever it says: no char costs more, no link has no dot. */
    private static long mostUsed(TextLimit limit, String text, String contentWarning) {
        long length = (long) text.length() + contentWarning.length();
        return switch (limit.unit()) {
            case GRAPHEMES, UTF16, CODE_POINTS -> length;
            case GRAPHEMES_FIXED_LINKS -> length + (long) limit.linkCost() * count(text, '.', '。');
            case WEIGHTED -> length + 2L * countHigh(text) + (long) limit.linkCost() * count(text, '.', '。');
            case ESCAPED -> 2 * length;
            case UTF8_BYTES, EMOJI_AS_BYTES -> 3 * length;
            case HASHTAGS -> count(text, '#', '＃');
            case MENTIONS -> count(text, '@', '＠');
            case CASHTAGS -> count(text, '$', '$');
            case ANGLE_BRACKETS -> count(text, '<', '>');
        };
    }

    /** Chars that may cost more than 1: in NFC one of them becomes at most three characters or one that costs 2. */
    private static int countHigh(String text) {
        int count = 0;
        for (int i = 0; i < text.length(); i++) {
            count += text.charAt(i) >= FIRST_COMBINING ? 1 : 0;
        }
        return count;
    }

    private static int count(String text, char one, char other) {
        int count = 0;
        for (int i = 0; i < text.length(); i++) {
            count += text.charAt(i) == one || text.charAt(i) == other ? 1 : 0;
        }
        return count;
    }

    /** How many characters a reader sees: Unicode extended grapheme clusters. */
    public static int graphemes(String text) {
        return Graphemes.count(text);
    }

    /**
     * Where a post would be cut for one unit alone: the code point index up to which the network would take it. For things that are
     * counted, such as hashtags, it is the start of the first one too many. Empty when it fits or the unit has no limit.
     */
    public static OptionalInt cutAt(Capabilities limits, String text, String contentWarning, Unit unit) {
        for (TextLimit limit : limits.text()) {
            if (limit.field() == Field.TEXT && limit.unit() == unit) {
                Tally tally = tally(limits.network(), limit, text, contentWarning);
                if (!tally.fits()) {
                    return OptionalInt.of(text.codePointCount(0, tally.fitted()));
                }
            }
        }
        return OptionalInt.empty();
    }

    private static Measured measure(Capabilities limits, Field field, String text, String contentWarning) {
        List<Count> counts = new ArrayList<>();
        int cut = text.length();
        for (TextLimit limit : limits.text()) {
            if (limit.field() == field) {
                Tally tally = tally(limits.network(), limit, text, contentWarning);
                counts.add(tally.count());
                cut = tally.fits() ? cut : Math.min(cut, tally.fitted());
            }
        }
        boolean fits = counts.stream().allMatch(Count::fits);
        OptionalInt cutAt = fits ? OptionalInt.empty() : OptionalInt.of(text.codePointCount(0, cut));
        return Measured.of(limits.network(), counts, cutAt);
    }

    private static Tally tally(Network network, TextLimit limit, String text, String contentWarning) {
        Tally tally = new Tally(limit);
        switch (limit.unit()) {
            case GRAPHEMES -> Graphemes.each(text, (start, end) -> tally.step(end, 1));
            case GRAPHEMES_FIXED_LINKS -> MastodonLength.add(text, contentWarning, limit.linkCost(), tally);
            case WEIGHTED -> addWeighted(text, limit.linkCost(), tally);
            case UTF16 -> eachCodePoint(text, (codePoint, end) -> tally.step(end, Character.charCount(codePoint)));
            case UTF8_BYTES -> eachCodePoint(text, (codePoint, end) -> tally.step(end, Utf8.bytes(codePoint)));
            case CODE_POINTS -> eachCodePoint(text, (codePoint, end) -> tally.step(end, 1));
            case EMOJI_AS_BYTES -> addEmojiAsBytes(text, tally);
            case ESCAPED ->
                eachCodePoint(
                        text,
                        (codePoint, end) ->
                                tally.step(end, Character.charCount(codePoint) + (isEscaped(codePoint) ? 1 : 0)));
            case HASHTAGS -> Spans.of(network, text).hashtags().forEach(span -> addThing(span, tally));
            case MENTIONS -> Spans.of(network, text).mentions().forEach(span -> addThing(span, tally));
            case CASHTAGS -> SocialText.cashtags(text).forEach(span -> addThing(span, tally));
            case ANGLE_BRACKETS ->
                eachCodePoint(text, (codePoint, end) -> tally.step(end, codePoint == '<' || codePoint == '>' ? 1 : 0));
        }
        return tally;
    }

    /** Counts one thing in the text; the text fits up to the start of the first thing too many. */
    private static void addThing(Span thing, Tally tally) {
        tally.step(thing.start(), 0);
        tally.step(thing.end(), 1);
    }

    private static boolean isEscaped(int codePoint) {
        return ESCAPED.indexOf(codePoint) >= 0;
    }

    /** X's published rule, with links found on the way. Lengths are those of the NFC form, which respects cluster borders. */
    private static void addWeighted(String text, int linkCost, Tally tally) {
        List<Span> links = Links.find(text, Links.Style.X);
        int from = 0;
        for (Span link : links) {
            addWeightedPlain(text, from, link.start(), tally);
            tally.step(link.end(), linkCost);
            from = link.end();
        }
        addWeightedPlain(text, from, text.length(), tally);
    }

    private static void addWeightedPlain(String text, int from, int to, Tally tally) {
        String plain = text.substring(from, to);
        Graphemes.each(plain, (start, end) -> tally.step(from + end, weight(plain, start, end)));
    }

    private static int weight(String text, int start, int end) {
        if (end - start == 1) {
            return Weighted.of(text.charAt(start));
        }
        String cluster = NFC.normalize(text.substring(start, end));
        int weight = 0;
        for (int at = 0; at < cluster.length(); ) {
            int emoji = Emoji.end(cluster, at, cluster.length());
            if (emoji > at) {
                weight += Weighted.EMOJI;
                at = emoji;
            } else {
                int codePoint = cluster.codePointAt(at);
                weight += Weighted.of(codePoint);
                at += Character.charCount(codePoint);
            }
        }
        return weight;
    }

    private static void addEmojiAsBytes(String text, Tally tally) {
        Graphemes.each(text, (start, end) -> {
            int cost = 0;
            for (int at = start; at < end; ) {
                int emoji = Emoji.end(text, at, end);
                if (emoji > at) {
                    cost += Utf8.bytes(text, at, emoji);
                    at = emoji;
                } else {
                    cost++;
                    at += Character.charCount(text.codePointAt(at));
                }
            }
            tally.step(end, cost);
        });
    }

    /** Receives code point after code point, with the UTF-16 index at which it ends. */
    private interface CodePoints {
        void codePoint(int codePoint, int end);
    }

    private static void eachCodePoint(String text, CodePoints sink) {
        for (int at = 0; at < text.length(); ) {
            int codePoint = text.codePointAt(at);
            at += Character.charCount(codePoint);
            sink.codePoint(codePoint, at);
        }
    }
}
