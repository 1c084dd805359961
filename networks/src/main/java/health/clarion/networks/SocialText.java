package health.clarion.networks;

import java.util.ArrayList;
import java.util.List;

/** Mentions, hashtags and cashtags by the published twitter-text rules, which the networks without their own rules share here. */
final class SocialText {
    /** Signs that may stand inside a hashtag. Source: twitter-text. */
    private static final String INSIDE_HASHTAG =
            "_\u200c\u200d\ua67e\u05be\u05f3\u05f4\uff5e\u301c\u309b\u309c\u30a0\u30fb\u3003\u0f0b\u0f0c\u00b7";

    private static final int LONGEST_CASHTAG = 6;

    /** How people are called. */
    enum Names {
        /** Letters, digits and underscore, 20 at most. Source: twitter-text. */
        X(20, false),
        /** Dots inside the name too, 30 at most (Instagram, Threads, TikTok and the others). */
        WITH_DOTS(30, true);

        private final int longest;
        private final boolean dots;

        Names(int longest, boolean dots) {
            this.longest = longest;
            this.dots = dots;
        }

        private boolean takes(char c) {
            return isNameCharacter(c) || (dots && c == '.');
        }
    }

    private SocialText() {}

    static List<Span> mentions(String text, Names names) {
        List<Span> found = new ArrayList<>();
        for (int at = nextOf(text, 0, '@', '\uFF20'); at >= 0; at = nextOf(text, at + 1, '@', '\uFF20')) {
            if (!mayPrecedeMention(text, at)) {
                continue;
            }
            int end = at + 1;
            while (end < text.length() && end - at <= names.longest && names.takes(text.charAt(end))) {
                end++;
            }
            while (end > at + 1 && text.charAt(end - 1) == '.') {
                end--;
            }
            if (end > at + 1 && mayFollowMention(text, end)) {
                found.add(new Span(at, end));
            }
        }
        return found;
    }

    static List<Span> hashtags(String text) {
        List<Span> found = new ArrayList<>();
        for (int at = nextOf(text, 0, '#', '\uFF03'); at >= 0; at = nextOf(text, at + 1, '#', '\uFF03')) {
            int end = hashtagEnd(text, at);
            if (end > at) {
                found.add(new Span(at, end));
                at = end - 1;
            }
        }
        return found;
    }

    /** X: a dollar sign and one to six letters, such as a share's name, with nothing glued to either side. */
    static List<Span> cashtags(String text) {
        List<Span> found = new ArrayList<>();
        for (int at = text.indexOf('$'); at >= 0; at = text.indexOf('$', at + 1)) {
            int end = at + 1;
            while (end < text.length() && end - at <= LONGEST_CASHTAG && isAsciiLetter(text.charAt(end))) {
                end++;
            }
            boolean before = at == 0 || LinkChars.isSpace(text.charAt(at - 1));
            boolean after = end == text.length() || !Character.isLetterOrDigit(text.codePointAt(end));
            if (before && after && end > at + 1) {
                found.add(new Span(at, end));
            }
        }
        return found;
    }

    private static int hashtagEnd(String text, int at) {
        if (at > 0 && !mayPrecedeHashtag(text, at)) {
            return at;
        }
        int end = at + 1;
        boolean letter = false;
        while (end < text.length()) {
            int codePoint = text.codePointAt(end);
            if (end == at + 1 && (codePoint == 0xFE0F || codePoint == 0x20E3)) {
                return at;
            }
            if (!isInHashtag(codePoint)) {
                break;
            }
            letter |= isLetterOrMark(codePoint);
            end += Character.charCount(codePoint);
        }
        boolean glued = end < text.length()
                && (text.charAt(end) == '#' || text.charAt(end) == '\uFF03' || text.startsWith("://", end));
        return letter && !glued ? end : at;
    }

    private static boolean mayPrecedeHashtag(String text, int at) {
        int before = text.codePointBefore(at);
        return before == 0xFE0E || before == 0xFE0F || (before != '&' && !isInHashtag(before));
    }

    private static boolean mayPrecedeMention(String text, int at) {
        if (at == 0) {
            return true;
        }
        char before = text.charAt(at - 1);
        boolean free = !isNameCharacter(before) && "!#$%&*@\uFF20".indexOf(before) < 0;
        return free || repeats(text, at);
    }

    /** “RT@name” and “RT:@name”. */
    private static boolean repeats(String text, int at) {
        return text.regionMatches(true, at - 2, "RT", 0, 2) || text.regionMatches(true, at - 3, "RT:", 0, 3);
    }

    private static boolean mayFollowMention(String text, int end) {
        if (end == text.length()) {
            return true;
        }
        char next = text.charAt(end);
        boolean accented = next > 0x7F && LinkChars.isLatin(next);
        return next != '@' && next != '\uFF20' && !accented && !text.startsWith("://", end);
    }

    private static boolean isInHashtag(int codePoint) {
        return isLetterOrMark(codePoint)
                || Character.getType(codePoint) == Character.DECIMAL_DIGIT_NUMBER
                || INSIDE_HASHTAG.indexOf(codePoint) >= 0;
    }

    static boolean isLetterOrMark(int codePoint) {
        if (Character.isLetter(codePoint)) {
            return true;
        }
        int type = Character.getType(codePoint);
        return (type == Character.NON_SPACING_MARK
                        || type == Character.COMBINING_SPACING_MARK
                        || type == Character.ENCLOSING_MARK)
                && codePoint != 0xFE0F
                && codePoint != 0xFE0E;
    }

    private static boolean isNameCharacter(char c) {
        return isAsciiLetter(c) || LinkChars.isDigit(c) || c == '_';
    }

    private static boolean isAsciiLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    static int nextOf(String text, int from, char one, char other) {
        for (int at = from; at < text.length(); at++) {
            if (text.charAt(at) == one || text.charAt(at) == other) {
                return at;
            }
        }
        return -1;
    }
}
