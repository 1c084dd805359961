package health.clarion.safeguards.privacy.names;

import health.clarion.safeguards.Span;
import health.clarion.safeguards.text.Passage;
import java.util.Arrays;

/**
 * A passage cut into words and signs for looking for names: {@code Sarah's} is {@code sarah} and {@code 's}; {@code O'Neill},
 * {@code Jean-Luc} and {@code J.} are one token; the Catalan {@code l'Anna} is {@code l'} and {@code anna}. Kept in arrays, since
 * every post is cut. Linear in the length of the text.
 */
final class Tokens {
    private static final int LONGEST = 40;
    private static final int MOST_INITIALS = 5;

    private static final int NAMES = Trait.GIVEN.bit()
            | Trait.SURNAME.bit()
            | Trait.RARE_GIVEN.bit()
            | Trait.RARE_SURNAME.bit()
            | Trait.LISTED.bit();

    private final Passage passage;
    private final String folded;
    private final Gazetteer gazetteer;
    private int[] starts = new int[64];
    private int[] ends = new int[64];
    private int[] traits = new int[64];
    private byte[] shapes = new byte[64];
    private String[] words = new String[64];
    private int size;
    private int lower;
    private int upper;
    private int capitals;
    private int style;

    private Tokens(Passage passage, Gazetteer gazetteer) {
        this.passage = passage;
        this.folded = passage.folded();
        this.gazetteer = gazetteer;
    }

    /** The tokens of a passage. */
    static Tokens of(Passage passage, Gazetteer gazetteer) {
        Tokens tokens = new Tokens(passage, gazetteer);
        tokens.cut();
        tokens.style = tokens.styleOfText();
        return tokens;
    }

    int size() {
        return size;
    }

    /** The folded word; "" before the first and after the last token. */
    String word(int at) {
        return at < 0 || at >= size ? "" : words[at];
    }

    /** Bits of {@link Trait}; 0 outside. */
    int traits(int at) {
        return at < 0 || at >= size ? 0 : traits[at];
    }

    /** Whether a token has a trait; none has outside. */
    boolean is(int at, Trait trait) {
        return (traits(at) & trait.bit()) != 0;
    }

    /** How a token is written; a stop outside. */
    Shape shape(int at) {
        return at < 0 || at >= size ? Shape.STOP : Shape.of(shapes[at]);
    }

    /** Whether no blank stands between a token and the one before it. */
    boolean touches(int at) {
        return at > 0 && at < size && starts[at] == ends[at - 1];
    }

    /** Where tokens [from, to) are in the original. */
    Span span(int from, int to) {
        return passage.span(starts[from], ends[to - 1]);
    }

    /** Whether a token may be a name by itself: a word that has a capital or stands in a list of names. */
    boolean isCandidate(int at) {
        Shape shape = shape(at);
        return shape.isUpper() || shape == Shape.LOWER && ((traits[at] & NAMES) != 0 || traits[at] == 0);
    }

    /** 0 no capitals at all, 1 usual, 2 capitals on most words as in headlines, 3 all in capitals. */
    int style() {
        return style;
    }

    private int styleOfText() {
        if (upper + capitals == 0) {
            return 0;
        }
        if (capitals > 3 && capitals * 10 > (lower + upper + capitals) * 7) {
            return 3;
        }
        return upper > 3 && upper * 2 > lower + upper + capitals ? 2 : 1;
    }

    private void cut() {
        int at = 0;
        while (at < folded.length()) {
            char c = folded.charAt(at);
            if (c == '\n') {
                add(at, at + 1, Shape.STOP, "\n");
                at++;
            } else if (Character.isWhitespace(c) || c == '\u00A0') {
                at++;
            } else {
                at = next(at, c);
            }
        }
    }

    private int next(int at, char c) {
        if (c == '@' && isLetter(at + 1) && (at == 0 || !isLetter(at - 1))) {
            return addTo(endOfHandle(at + 1), at, Shape.MENTION, "@");
        }
        if (c == '#' && isLetter(at + 1)) {
            int end = endOfHandle(at + 1);
            return addTo(end, at, Shape.HASHTAG, folded.substring(at, Math.min(end, at + LONGEST)));
        }
        if (c == 'h' && (folded.startsWith("http://", at) || folded.startsWith("https://", at))
                || c == 'w' && folded.startsWith("www.", at)) {
            return addTo(endOfAddress(at), at, Shape.ADDRESS, "http");
        }
        if (Character.isLetterOrDigit(folded.codePointAt(at))) {
            return cutWord(at);
        }
        if (c == '\''
                && isLetter(at + 1)
                && at > 0
                && size > 0
                && shape(size - 1).isWord()) {
            int end = endOfLetters(at + 1);
            if (end == at + 2 && folded.charAt(at + 1) == 's') {
                return addTo(end, at, Shape.POSSESSIVE, "'s");
            }
        }
        int end = at + Character.charCount(folded.codePointAt(at));
        boolean stop = c == '.' || c == '!' || c == '?' || c == '…';
        return addTo(end, at, stop ? Shape.STOP : Shape.SIGN, folded.substring(at, end));
    }

    private int cutWord(int start) {
        int end = endOfLetters(start);
        if (isElision(start, end)) {
            return addTo(end + 1, start, Shape.LOWER, folded.substring(start, end + 1));
        }
        while (end + 1 < folded.length() && joins(start, end)) {
            end = endOfLetters(end + 1);
        }
        int initials = endOfInitials(start, end);
        if (initials > 0) {
            return addTo(initials, start, Shape.INITIALS, folded.substring(start, initials));
        }
        Shape shape = shapeOf(start, end);
        if (shape == Shape.INITIAL && end < folded.length() && folded.charAt(end) == '.' && !isLastStop(end)) {
            end++;
        }
        return addTo(end, start, shape, folded.substring(start, Math.min(end, start + LONGEST)));
    }

    /** Catalan elides before a name: l'Anna, L'Anna, d'Alba, n'Ona. Names that hold an elision have a capital: D'Angelo. */
    private boolean isElision(int start, int end) {
        return end == start + 1
                && end + 1 < folded.length()
                && folded.charAt(end) == '\''
                && Character.isLetter(folded.charAt(end + 1))
                && "ldnsmt".indexOf(folded.charAt(start)) >= 0
                && (folded.charAt(start) == 'l' || Character.isLowerCase(passage.codePointOf(start)));
    }

    private boolean joins(int start, int end) {
        char joint = folded.charAt(end);
        if (joint == '\'') {
            int next = endOfLetters(end + 1);
            return isLetter(end + 1) && !(next == end + 2 && folded.charAt(end + 1) == 's');
        }
        boolean dash = joint == '-' && Character.isUpperCase(passage.codePointOf(end + 1));
        return (dash && Character.isUpperCase(passage.codePointOf(start)) || joint == '·') && isLetter(end + 1);
    }

    /** One past initials written together, such as M.G. or J.K., or 0 where there are none; so are U.S. and H.I.V. */
    private int endOfInitials(int start, int end) {
        int at = end;
        int letters = 1;
        boolean capital = end == start + 1 && Character.isUpperCase(passage.codePointOf(start));
        while (capital
                && letters < MOST_INITIALS
                && at + 1 < folded.length()
                && folded.charAt(at) == '.'
                && Character.isUpperCase(passage.codePointOf(at + 1))
                && endOfLetters(at + 1) == at + 2) {
            letters++;
            at += 2;
        }
        if (letters < 2) {
            return 0;
        }
        return at < folded.length() && folded.charAt(at) == '.' ? at + 1 : at;
    }

    /** A point after an initial belongs to it, also at the end of a sentence: there the name ends so too. */
    private boolean isLastStop(int at) {
        return at + 1 < folded.length() && folded.charAt(at + 1) == '.';
    }

    private Shape shapeOf(int start, int end) {
        int big = 0;
        int small = 0;
        int digits = 0;
        for (int i = start; i < end; i++) {
            int original = passage.codePointOf(i);
            if (Character.isUpperCase(original) || Character.isTitleCase(original)) {
                big++;
            } else if (Character.isDigit(original)) {
                digits++;
            } else if (Character.isLetter(original)) {
                small++;
            }
        }
        if (digits > 0) {
            return big + small == 0 ? Shape.NUMBER : Shape.CODE;
        }
        if (big == 0) {
            return Shape.LOWER;
        }
        if (small == 0) {
            return big == 1 ? Shape.INITIAL : Shape.CAPITALS;
        }
        return big == 1 && Character.isUpperCase(passage.codePointOf(start)) ? Shape.CAPITALISED : Shape.MIXED;
    }

    private int addTo(int end, int start, Shape shape, String word) {
        add(start, end, shape, word);
        return end;
    }

    private void add(int start, int end, Shape shape, String word) {
        if (size == starts.length) {
            starts = Arrays.copyOf(starts, size * 2);
            ends = Arrays.copyOf(ends, size * 2);
            traits = Arrays.copyOf(traits, size * 2);
            shapes = Arrays.copyOf(shapes, size * 2);
            words = Arrays.copyOf(words, size * 2);
        }
        starts[size] = start;
        ends[size] = end;
        shapes[size] = (byte) shape.ordinal();
        words[size] = word;
        if (shape.isWord()) {
            traits[size] = traitsOf(word);
            lower += shape == Shape.LOWER ? 1 : 0;
            capitals += shape == Shape.CAPITALS ? 1 : 0;
            upper += shape == Shape.CAPITALISED || shape == Shape.MIXED ? 1 : 0;
        } else {
            traits[size] = 0;
        }
        size++;
    }

    /** A word of two parts, such as Jean-Luc, is known by its parts when it is not known itself. */
    private int traitsOf(String word) {
        int known = gazetteer.traits(word);
        int dash = word.indexOf('-');
        if (known != 0 || dash <= 0 || dash + 1 == word.length()) {
            return known;
        }
        int last = word.lastIndexOf('-');
        return gazetteer.traits(word.substring(0, dash)) | gazetteer.traits(word.substring(last + 1));
    }

    private boolean isLetter(int at) {
        return at >= 0 && at < folded.length() && Character.isLetterOrDigit(folded.charAt(at));
    }

    private int endOfLetters(int start) {
        int at = start;
        while (at < folded.length() && Character.isLetterOrDigit(folded.codePointAt(at))) {
            at += Character.charCount(folded.codePointAt(at));
        }
        return at;
    }

    private int endOfHandle(int start) {
        int at = start;
        while (at < folded.length()
                && (Character.isLetterOrDigit(folded.charAt(at)) || "_.-@".indexOf(folded.charAt(at)) >= 0)) {
            at++;
        }
        while (at > start && !Character.isLetterOrDigit(folded.charAt(at - 1)) && folded.charAt(at - 1) != '_') {
            at--;
        }
        return at;
    }

    private int endOfAddress(int start) {
        int at = start;
        while (at < folded.length() && !Character.isWhitespace(folded.charAt(at))) {
            at++;
        }
        return at;
    }
}
