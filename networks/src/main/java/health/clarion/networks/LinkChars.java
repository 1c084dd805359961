package health.clarion.networks;

import java.util.List;

/** The characters of web addresses, as twitter-text's published rules and Mastodon's behaviour class them. */
final class LinkChars {
    static final List<String> WEB = List.of("https://", "http://");
    /** Protocols Mastodon makes pressable. */
    static final List<String> WEB_AND_MORE = List.of(
            "https://", "http://", "dat://", "dweb://", "ipfs://", "ipns://", "ssb://", "gopher://", "gemini://");

    private static final String PUNCTUATION = "-_!\"#$%&'()*+,./:;<=>?@[]^`{|}~";
    private static final String IN_PATH = "!*';:=+,.$/%#[]-\u2013_~|&@";
    private static final String ENDS_PATH = "=_#/-+";
    private static final String IN_QUERY = "!?*'();:&=+$/%#[]-_.,~|@";
    private static final String ENDS_QUERY = "_&=#/-";
    private static final String NEVER_ENDS_MASTODON_PATH = "()?!*\"'「」<>;:=,.$%[]~&|@";

    private LinkChars() {}

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isAscii(char c) {
        return isDigit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    /** Letters and digits of host names: ASCII and Latin with accents. */
    static boolean isLatin(char c) {
        return isAscii(c) || isAccented(c);
    }

    private static boolean isAccented(char c) {
        return c >= '\u00C0'
                && ((c <= '\u024F' && c != '\u00D7' && c != '\u00F7')
                        || (c >= '\u0253'
                                && c <= '\u02BB'
                                && "\u0253\u0254\u0256\u0257\u0259\u025b\u0263\u0268\u026f\u0272\u0289\u028b\u02bb"
                                                .indexOf(c)
                                        >= 0)
                        || (c >= '\u0300' && c <= '\u036F')
                        || (c >= '\u1E00' && c <= '\u1EFF'));
    }

    private static boolean isCyrillic(char c) {
        return c >= '\u0400' && c <= '\u04FF';
    }

    static boolean isPunycode(char c) {
        return isAscii(c) || c == '-';
    }

    /** True when an address may begin after this character. */
    static boolean mayPrecede(char c) {
        return !isAscii(c) && "@\uFF20$#\uFF03\uFFFE\uFEFF\uFFFF".indexOf(c) < 0;
    }

    /** True when a top-level domain can't end before this character. */
    static boolean continuesEnding(char c) {
        return isAscii(c) || c == '@' || c == '+' || c == '-';
    }

    static boolean inLabel(char c, boolean anyScript) {
        if (isLatin(c) || c == '-' || c == '_') {
            return true;
        }
        return anyScript && PUNCTUATION.indexOf(c) < 0 && !isSpace(c) && !(c >= '\u2000' && c <= '\u206F');
    }

    static boolean inPath(char c, Links.Style style) {
        return switch (style) {
            case X -> isLatin(c) || isCyrillic(c) || IN_PATH.indexOf(c) >= 0;
            case MASTODON -> !isSpace(c) && "<>()?".indexOf(c) < 0;
        };
    }

    static boolean endsPath(char c, Links.Style style) {
        return switch (style) {
            case X -> isLatin(c) || isCyrillic(c) || ENDS_PATH.indexOf(c) >= 0;
            case MASTODON -> NEVER_ENDS_MASTODON_PATH.indexOf(c) < 0;
        };
    }

    static boolean inQuery(char c, Links.Style style) {
        return isAscii(c) || IN_QUERY.indexOf(c) >= 0 || (style == Links.Style.MASTODON && isBeyondAscii(c));
    }

    static boolean endsQuery(char c, Links.Style style) {
        return isAscii(c) || ENDS_QUERY.indexOf(c) >= 0 || (style == Links.Style.MASTODON && isBeyondAscii(c));
    }

    private static boolean isBeyondAscii(char c) {
        return c >= '\u00A0' && !isSpace(c);
    }

    static boolean isSpace(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\u0085';
    }
}
