package health.clarion.networks;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds web addresses as X and Mastodon do (both follow the published twitter-text rules), in one pass. The reference
 * library does it with a backtracking expression that needs minutes for a hostile text of a few kilobytes; this scanner
 * looks at each character a bounded number of times.
 */
final class Links {
    /** Longest host name that can exist (RFC 1035). */
    private static final int LONGEST_HOST = 253;
    /** Longest address X shortens. Source: twitter-text. */
    private static final int LONGEST_ON_X = 4096;

    /** What differs between the networks. */
    enum Style {
        /** Also bare domains ({@code example.org}); paths in Latin and Cyrillic. */
        X,
        /** Only with a protocol; paths in any script; some more protocols. */
        MASTODON
    }

    private final String text;
    private final Style style;
    private final List<Span> found = new ArrayList<>();

    private Links(String text, Style style) {
        this.text = text;
        this.style = style;
    }

    /** UTF-16 spans of all addresses, in reading order. */
    static List<Span> find(String text, Style style) {
        if (text.indexOf('.') < 0) {
            return List.of();
        }
        Links links = new Links(text, style);
        links.scan();
        return links.found;
    }

    private void scan() {
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (!LinkChars.isLatin(c)) {
                at++;
                continue;
            }
            int host = protocolEnd(at);
            int end = host > at ? addressFrom(at, host, true) : bareAddress(at);
            if (end > at) {
                keep(at, end);
                at = end;
            } else {
                at = host > at ? host : labelEnd(at);
            }
        }
    }

    /** X leaves an address that is too long as it is, and so passes over it. */
    private void keep(int start, int end) {
        if (style == Style.MASTODON || end - start <= LONGEST_ON_X) {
            found.add(new Span(start, end));
        }
    }

    /** Where the host begins after {@code https://} and the like; {@code at} when there is no protocol here. */
    private int protocolEnd(int at) {
        for (String protocol : style == Style.X ? LinkChars.WEB : LinkChars.WEB_AND_MORE) {
            if (text.regionMatches(true, at, protocol, 0, protocol.length())) {
                return at + protocol.length();
            }
        }
        return at;
    }

    private int bareAddress(int at) {
        boolean glued = at > 0 && "-_./".indexOf(text.charAt(at - 1)) >= 0;
        return style == Style.X && !glued ? addressFrom(at, at, false) : at;
    }

    /** The end of the address whose host begins at {@code host}; {@code start} when it is none. */
    private int addressFrom(int start, int host, boolean anyScript) {
        if (start > 0 && !LinkChars.mayPrecede(text.charAt(start - 1))) {
            return start;
        }
        int hostEnd = hostEnd(host, anyScript);
        if (hostEnd < 0 || hostEnd - host > LONGEST_HOST) {
            return start;
        }
        return queryEnd(pathEnd(portEnd(hostEnd)));
    }

    /** The end of the longest host here that ends in a top-level domain; -1 when there is none. */
    private int hostEnd(int from, boolean anyScript) {
        int best = -1;
        int label = from;
        boolean nameBefore = false;
        while (label - from <= LONGEST_HOST) {
            if (nameBefore) {
                best = Math.max(best, endingEnd(label));
            }
            int end = label;
            while (end < text.length() && LinkChars.inLabel(text.charAt(end), anyScript)) {
                end++;
            }
            boolean whole = end > label && isLetter(label, anyScript) && isLetter(end - 1, anyScript);
            if (!whole || end >= text.length() || text.charAt(end) != '.') {
                return best;
            }
            nameBefore =
                    end - label <= LONGEST_HOST && text.substring(label, end).indexOf('_') < 0;
            label = end + 1;
        }
        return best;
    }

    private boolean isLetter(int at, boolean anyScript) {
        char c = text.charAt(at);
        return c != '-' && c != '_' && LinkChars.inLabel(c, anyScript);
    }

    /** The end of a top-level domain that begins here; -1 when there is none. */
    private int endingEnd(int from) {
        if (text.regionMatches(true, from, "xn--", 0, 4)) {
            int end = from + 4;
            while (end < text.length() && LinkChars.isPunycode(text.charAt(end))) {
                end++;
            }
            return end > from + 4 ? end : -1;
        }
        int end = from;
        while (end < text.length()
                && end - from < Domains.LONGEST_ENDING
                && LinkChars.inLabel(text.charAt(end), true)) {
            end++;
        }
        for (; end > from; end--) {
            boolean closed = end >= text.length() || !LinkChars.continuesEnding(text.charAt(end));
            if (closed && Domains.isEnding(text.substring(from, end))) {
                return end;
            }
        }
        return -1;
    }

    private int labelEnd(int at) {
        int end = at;
        while (end < text.length() && LinkChars.isLatin(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private int portEnd(int at) {
        int end = at + 1;
        while (end < text.length() && LinkChars.isDigit(text.charAt(end))) {
            end++;
        }
        return at < text.length() && text.charAt(at) == ':' && end > at + 1 ? end : at;
    }

    private int pathEnd(int at) {
        if (at >= text.length() || text.charAt(at) != '/') {
            return at;
        }
        int best = at + 1;
        int next = at + 1;
        while (next < text.length()) {
            char c = text.charAt(next);
            if (c == '(') {
                int closed = bracketsEnd(next);
                if (closed < 0) {
                    return best;
                }
                next = closed;
                best = closed;
            } else if (LinkChars.inPath(c, style)) {
                next++;
                best = LinkChars.endsPath(c, style) ? next : best;
            } else {
                return best;
            }
        }
        return best;
    }

    /** The end of a balanced pair of brackets, one pair nested at most; -1 when they don't balance or hold nothing. */
    private int bracketsEnd(int open) {
        int depth = 0;
        int pairs = 0;
        for (int at = open; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == '(') {
                depth++;
                pairs++;
            } else if (c == ')') {
                if (text.charAt(at - 1) == '(') {
                    return -1;
                }
                depth--;
            } else if (!LinkChars.inPath(c, style)) {
                return -1;
            }
            if (depth == 0) {
                return at + 1;
            }
            if (pairs > 2) {
                return -1;
            }
        }
        return -1;
    }

    private int queryEnd(int at) {
        if (at >= text.length() || text.charAt(at) != '?') {
            return at;
        }
        int best = at;
        for (int next = at + 1; next < text.length() && LinkChars.inQuery(text.charAt(next), style); next++) {
            best = LinkChars.endsQuery(text.charAt(next), style) ? next + 1 : best;
        }
        return best;
    }
}
