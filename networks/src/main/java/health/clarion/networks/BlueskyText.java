package health.clarion.networks;

import java.util.ArrayList;
import java.util.List;

/** Links, mentions and hashtags by the rules of Bluesky's own rich-text detection (the atproto client library). */
final class BlueskyText {
    /** Longest tag detected, in UTF-16 units without the sign. */
    private static final int LONGEST_TAG = 64;
    /** Invisible signs that end a tag: soft hyphen, joiners, zero-width and hair spaces. */
    private static final String ENDS_TAG = "\u00AD\u2060\u200A\u200B\u200C\u200D\u20E2";

    private BlueskyText() {}

    /** An address with a protocol, or a bare domain, after a space or an opening bracket, up to the next space. */
    static List<Span> links(String text) {
        List<Span> found = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            if (!opens(text, at)) {
                at++;
                continue;
            }
            int host = protocolEnd(text, at);
            int domain = domainEnd(text, at);
            if (host > at && host < text.length() && !isSpace(text.charAt(host))) {
                int end = tokenEnd(text, at);
                if (text.startsWith("http", at)) {
                    found.add(new Span(at, withoutTail(text, at, end)));
                }
                at = end;
            } else if (domain > at) {
                int end = tokenEnd(text, at);
                if (Domains.isDomain(text.substring(at, Math.min(domain, at + 1024)))) {
                    found.add(new Span(at, withoutTail(text, at, end)));
                }
                at = end;
            } else {
                at++;
            }
        }
        return found;
    }

    /** A handle: a domain after the sign, where the sign follows a space or an opening bracket. */
    static List<Span> mentions(String text) {
        List<Span> found = new ArrayList<>();
        for (int at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
            if (!opens(text, at)) {
                continue;
            }
            int end = at + 1;
            while (end < text.length() && isHandleCharacter(text.charAt(end))) {
                end++;
            }
            while (end > at + 1 && !isWordEdge(text, end)) {
                end--;
            }
            String handle = text.substring(at + 1, end);
            if (Domains.isDomain(handle) || handle.endsWith(".test")) {
                found.add(new Span(at, end));
            }
        }
        return found;
    }

    /** A number sign after a space, up to the next space, not digits and signs alone; closing signs are left out. */
    static List<Span> hashtags(String text) {
        List<Span> found = new ArrayList<>();
        for (int at = SocialText.nextOf(text, 0, '#', '\uFF03');
                at >= 0;
                at = SocialText.nextOf(text, at + 1, '#', '\uFF03')) {
            if (at > 0 && !isSpace(text.charAt(at - 1))) {
                continue;
            }
            int end = tagEnd(text, at + 1);
            if (end > at + 1 && end - at - 1 <= LONGEST_TAG) {
                found.add(new Span(at, end));
            }
            at = Math.max(at, end - 1);
        }
        return found;
    }

    private static int tagEnd(String text, int from) {
        if (from < text.length() && text.charAt(from) == '\uFE0F') {
            return from;
        }
        int end = from;
        boolean meaningful = false;
        while (end < text.length()) {
            int codePoint = text.codePointAt(end);
            if (codePoint <= 0xFFFF && (isSpace((char) codePoint) || ENDS_TAG.indexOf(codePoint) >= 0)) {
                break;
            }
            meaningful |= !isPunctuation(codePoint) && !(codePoint >= '0' && codePoint <= '9');
            end += Character.charCount(codePoint);
        }
        while (meaningful && end > from && isPunctuation(text.codePointBefore(end))) {
            end -= Character.charCount(text.codePointBefore(end));
        }
        return meaningful ? end : from;
    }

    /** One closing sign is not part of an address, nor a closing bracket that the address didn't open. */
    private static int withoutTail(String text, int start, int end) {
        int last = end;
        if (".,;!?".indexOf(text.charAt(last - 1)) >= 0) {
            last--;
        }
        if (last > start
                && text.charAt(last - 1) == ')'
                && text.substring(start, last).indexOf('(') < 0) {
            last--;
        }
        return last;
    }

    private static boolean opens(String text, int at) {
        return at == 0 || text.charAt(at - 1) == '(' || isSpace(text.charAt(at - 1));
    }

    private static int protocolEnd(String text, int at) {
        for (String protocol : LinkChars.WEB) {
            if (text.regionMatches(true, at, protocol, 0, protocol.length())) {
                return at + protocol.length();
            }
        }
        return at;
    }

    /** The end of a bare domain: a letter first, then letters and digits, with a dot between them at least once. */
    private static int domainEnd(String text, int at) {
        if (!isAsciiLetter(text.charAt(at))) {
            return at;
        }
        int end = at;
        int domain = at;
        while (true) {
            int label = end;
            while (end < text.length() && (isAsciiLetter(text.charAt(end)) || LinkChars.isDigit(text.charAt(end)))) {
                end++;
            }
            if (end == label) {
                return domain;
            }
            domain = label > at ? end : domain;
            if (end >= text.length() || text.charAt(end) != '.') {
                return domain;
            }
            end++;
        }
    }

    private static int tokenEnd(String text, int at) {
        int end = at;
        while (end < text.length() && !isSpace(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean isHandleCharacter(char c) {
        return isAsciiLetter(c) || LinkChars.isDigit(c) || c == '.' || c == '-';
    }

    private static boolean isWordEdge(String text, int at) {
        return isWord(text, at - 1) != isWord(text, at);
    }

    private static boolean isWord(String text, int at) {
        if (at < 0 || at >= text.length()) {
            return false;
        }
        char c = text.charAt(at);
        return isAsciiLetter(c) || LinkChars.isDigit(c) || c == '_';
    }

    private static boolean isAsciiLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    private static boolean isSpace(char c) {
        return LinkChars.isSpace(c) && c != '\u0085' && !(c >= '\u001C' && c <= '\u001F') || c == '\uFEFF';
    }

    private static boolean isPunctuation(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONNECTOR_PUNCTUATION,
                    Character.DASH_PUNCTUATION,
                    Character.START_PUNCTUATION,
                    Character.END_PUNCTUATION,
                    Character.INITIAL_QUOTE_PUNCTUATION,
                    Character.FINAL_QUOTE_PUNCTUATION,
                    Character.OTHER_PUNCTUATION -> true;
            default -> false;
        };
    }
}
