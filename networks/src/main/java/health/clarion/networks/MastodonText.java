package health.clarion.networks;

import java.util.ArrayList;
import java.util.List;

/** Mentions and hashtags as Mastodon finds them, re-derived from its documentation and behaviour. */
final class MastodonText {
    /** Signs besides the underscore that may join two words of a hashtag. */
    private static final String JOINERS = "\u00B7\u30FB\u200c";

    private MastodonText() {}

    /** {@code @user} and {@code @user@host}, not glued to a word, an equals sign or a slash before it. */
    static List<Span> mentions(String text) {
        List<Span> found = new ArrayList<>();
        for (int at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
            boolean free = at == 0 || !(isWord(text.codePointBefore(at)) || "=/".indexOf(text.charAt(at - 1)) >= 0);
            int end = free ? nameEnd(text, at + 1) : at + 1;
            if (end > at + 1) {
                end = hostEnd(text, end);
                found.add(new Span(at, end));
                at = end - 1;
            }
        }
        return found;
    }

    /** A number sign after a space or at the start, and words with at least one letter. */
    static List<Span> hashtags(String text) {
        List<Span> found = new ArrayList<>();
        for (int at = SocialText.nextOf(text, 0, '#', '\uFF03');
                at >= 0;
                at = SocialText.nextOf(text, at + 1, '#', '\uFF03')) {
            if (at > 0 && !LinkChars.isSpace(text.charAt(at - 1))) {
                continue;
            }
            int end = tagEnd(text, at + 1);
            if (end > at + 1) {
                found.add(new Span(at, end));
                at = end - 1;
            }
        }
        return found;
    }

    /** Letters, digits and underscores; dots and hyphens inside only. */
    private static int nameEnd(String text, int from) {
        int end = from;
        int last = from;
        while (end < text.length()) {
            char c = text.charAt(end);
            boolean plain = isPlain(c);
            if (!plain && (end == from || (c != '.' && c != '-'))) {
                break;
            }
            end++;
            last = plain ? end : last;
        }
        return last;
    }

    private static int hostEnd(String text, int nameEnd) {
        if (nameEnd >= text.length() || text.charAt(nameEnd) != '@') {
            return nameEnd;
        }
        int last = nameEnd;
        for (int at = nameEnd + 1; at < text.length(); ) {
            int codePoint = text.codePointAt(at);
            boolean word = isWord(codePoint);
            if (!word && codePoint != '.' && codePoint != '-') {
                break;
            }
            at += Character.charCount(codePoint);
            last = word ? at : last;
        }
        return last;
    }

    private static int tagEnd(String text, int from) {
        int last = from;
        boolean letter = false;
        boolean joined = false;
        boolean joinerPending = false;
        for (int at = from; at < text.length(); ) {
            int codePoint = text.codePointAt(at);
            boolean word = isWord(codePoint);
            boolean joiner = JOINERS.indexOf(codePoint) >= 0;
            if (!word && (!joiner || at == from)) {
                break;
            }
            at += Character.charCount(codePoint);
            joinerPending |= joiner || codePoint == '_' && last > from;
            if (word) {
                joined |= joinerPending && codePoint != '_';
                letter |= Character.isAlphabetic(codePoint);
                last = at;
            }
        }
        return letter || joined ? last : from;
    }

    private static boolean isPlain(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || LinkChars.isDigit(c) || c == '_';
    }

    private static boolean isWord(int codePoint) {
        return SocialText.isLetterOrMark(codePoint)
                || Character.getType(codePoint) == Character.DECIMAL_DIGIT_NUMBER
                || Character.getType(codePoint) == Character.CONNECTOR_PUNCTUATION;
    }
}
