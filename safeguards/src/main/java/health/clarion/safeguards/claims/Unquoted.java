package health.clarion.safeguards.claims;

/**
 * Texts without quotation marks, and with one kind of apostrophe: whether a claim was written with double, single or curly ones says
 * nothing of what it claims, and must not make it nearer to a post.
 */
final class Unquoted {
    private Unquoted() {}

    /** The same claim, headline and finding without them. */
    static FactCheck of(FactCheck check) {
        return check.worded(of(check.claim()), of(check.title()), of(check.subtitle()));
    }

    /** A text without them; an apostrophe inside a word stays. */
    static String of(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!isSingle(c) && !isDouble(c)) {
                plain.append(c);
            } else if (isSingle(c) && isInsideWord(text, i)) {
                plain.append('\'');
            }
        }
        return plain.toString();
    }

    private static boolean isSingle(char c) {
        return c == '\'' || c == '\u2018' || c == '\u2019';
    }

    private static boolean isDouble(char c) {
        return c == '"' || c == '\u201c' || c == '\u201d' || c == '\u00ab' || c == '\u00bb';
    }

    private static boolean isInsideWord(String text, int at) {
        return at > 0
                && at + 1 < text.length()
                && Character.isLetterOrDigit(text.charAt(at - 1))
                && Character.isLetterOrDigit(text.charAt(at + 1));
    }
}
