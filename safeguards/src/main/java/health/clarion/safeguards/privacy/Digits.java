package health.clarion.safeguards.privacy;

import health.clarion.safeguards.text.Passage;
import java.util.ArrayList;
import java.util.List;

/**
 * A run of digits with the signs people put between them, such as {@code (020) 7946-0018}.
 *
 * @param digits the digits alone
 * @param shape the run as written and folded, every digit as 9
 * @param start first char in the folded text, the plus or bracket included
 * @param end one past the last digit
 */
record Digits(String digits, String shape, int start, int end) {
    private static final int FEWEST = 7;
    private static final int MOST = 17;

    boolean startsWithPlus() {
        return shape.startsWith("+") || shape.startsWith("(+");
    }

    /** The runs of a passage with 7 to 17 digits; a longer one is no identifier known here. */
    static List<Digits> in(Passage passage) {
        String text = passage.folded();
        List<Digits> runs = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            if (!isDigit(text.charAt(at))) {
                at++;
                continue;
            }
            int end = end(text, at);
            int start = start(text, at);
            boolean apart =
                    start == 0 || !Character.isLetterOrDigit(text.charAt(start - 1)) && !isPartOfAmount(text, start);
            boolean over = end == text.length() || !Character.isLetter(text.charAt(end));
            if (apart && over) {
                add(runs, text.substring(start, end), start, end);
            }
            at = end;
        }
        return runs;
    }

    private static boolean isPartOfAmount(String text, int start) {
        char before = text.charAt(start - 1);
        return before == '/' || before == '=' || before == '_' || before == '#' || "€£$".indexOf(before) >= 0;
    }

    private static void add(List<Digits> runs, String written, int start, int end) {
        StringBuilder digits = new StringBuilder();
        StringBuilder shape = new StringBuilder();
        for (int i = 0; i < written.length(); i++) {
            char c = written.charAt(i);
            if (isDigit(c)) {
                digits.append(Character.digit(c, 10));
            }
            shape.append(isDigit(c) ? '9' : c);
        }
        if (digits.length() >= FEWEST && digits.length() <= MOST) {
            runs.add(new Digits(digits.toString(), shape.toString(), start, end));
        }
    }

    private static int start(String text, int firstDigit) {
        int start = firstDigit;
        if (start > 0 && text.charAt(start - 1) == '+') {
            start--;
        }
        return start > 0 && text.charAt(start - 1) == '(' ? start - 1 : start;
    }

    /** Digits go on over one sign, or over a bracket and a space. */
    private static int end(String text, int firstDigit) {
        int end = firstDigit;
        int at = firstDigit;
        while (at < text.length()) {
            if (isDigit(text.charAt(at))) {
                end = ++at;
            } else if (at - end < 3 && isBetween(text.charAt(at))) {
                at++;
            } else {
                return end;
            }
        }
        return end;
    }

    private static boolean isBetween(char c) {
        return c == ' ' || c == '-' || c == '.' || c == '(' || c == ')' || c == '\u00A0';
    }

    private static boolean isDigit(char c) {
        return Character.isDigit(c);
    }
}
