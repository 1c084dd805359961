package health.clarion.safeguards.text;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads words as people meant them when they hid them from machines or leaned on a key: {@code k1ll}, {@code k!ll}, {@code su*cide},
 * {@code d i e}, {@code dieeee}, Cyrillic letters among Latin ones, {@code #WantToDie} without capitals. A word is only read otherwise
 * when what comes out is a word that rules look for. Takes time in proportion to the text.
 */
final class Disguises {
    /** Letters of other scripts that look like Latin small letters (Unicode Technical Standard 39, confusables), each above its twin. */
    private static final String LOOKALIKES = "аеорсухіјѕһԁкмтвнԛԝɡαεορυικνχτϲϳ";

    private static final String TWINS = "aeopcyxijshdkmtbhqwgaeopuikvxtcj";

    /** What is typed for a letter, and the letters it may be. */
    private static final String SIGNS = "0134578@$!|+€";

    private static final String[] LETTERS = {"o", "il", "e", "a", "s", "t", "b", "a", "s", "il", "il", "t", "e"};

    private static final int SHORTEST = 3;
    private static final int MOST_UNSURE = 3;
    private static final int FEWEST_SPACED = 3;
    private static final int FEWEST_IN_A_TAG = 7;
    private static final int LONGEST_RUN = 120;
    private static final int WIDEST_GAP = 3;

    private final String folded;
    private final Vocabulary vocabulary;
    private final List<Word> read = new ArrayList<>();

    private Disguises(String folded, Vocabulary vocabulary) {
        this.folded = folded;
        this.vocabulary = vocabulary;
    }

    /** The words as they were meant; the same list when nothing is disguised. */
    static List<Word> undone(String folded, List<Word> words, Vocabulary vocabulary) {
        if (vocabulary == Vocabulary.NONE || !isOdd(folded, words)) {
            return words;
        }
        Disguises disguises = new Disguises(folded, vocabulary);
        int at = 0;
        while (at < words.size()) {
            at = disguises.read(words, at);
        }
        return List.copyOf(disguises.read);
    }

    /** Whether anything in a text could be a disguise at all; most texts have nothing. */
    private static boolean isOdd(String folded, List<Word> words) {
        char before = ' ';
        char twoBefore = ' ';
        for (int i = 0; i < folded.length(); i++) {
            char c = folded.charAt(i);
            boolean odd = c > 0x24F && c < 0x530
                    || before == '#'
                    || isLetter(c) && (isSign(before) || c == before && c == twoBefore);
            if (odd && i > 0) {
                return true;
            }
            twoBefore = before;
            before = c;
        }
        int single = 0;
        for (Word word : words) {
            single = word.end() - word.start() == 1 ? single + 1 : 0;
            if (single == FEWEST_SPACED) {
                return true;
            }
        }
        return !folded.isEmpty() && folded.charAt(0) > 0x24F && LOOKALIKES.indexOf(folded.charAt(0)) >= 0;
    }

    private static boolean isLetter(char c) {
        return c >= 'a' && c <= 'z' || c > 0x7F && Character.isLetter(c);
    }

    /** Takes the words from one on that belong together, and tells which comes next. */
    private int read(List<Word> words, int at) {
        Word word = words.get(at);
        if (word.text().isEmpty()) {
            read.add(word);
            return at + 1;
        }
        int after = isSingle(word) ? spaced(words, at) : at;
        after = after > at ? after : signed(words, at);
        if (after > at) {
            return after;
        }
        boolean tag = word.start() > 0 && folded.charAt(word.start() - 1) == '#';
        if (tag && word.text().length() >= FEWEST_IN_A_TAG && !vocabulary.knows(word.text()) && cutUp(word)) {
            return at + 1;
        }
        String meant = latin(word.text());
        meant = meant != null ? meant : withoutRuns(word.text());
        if (meant != null) {
            read.add(new Word(meant, word.start(), word.end()));
            return at + 1;
        }
        read.add(word);
        return at + 1;
    }

    // --- letters with spaces between them ---------------------------------------------------------------------------

    private int spaced(List<Word> words, int at) {
        int end = at;
        while (end < words.size()
                && end - at < LONGEST_RUN
                && isSingle(words.get(end))
                && (end == at || isNear(words, end))) {
            end++;
        }
        if (end - at < FEWEST_SPACED) {
            return at;
        }
        StringBuilder letters = new StringBuilder();
        for (Word word : words.subList(at, end)) {
            letters.append(word.text());
        }
        int[] ends = vocabulary.cut(letters.toString());
        if (ends == null || ends.length == end - at) {
            read.addAll(words.subList(at, end));
            return end;
        }
        int start = 0;
        for (int stop : ends) {
            read.add(new Word(
                    letters.substring(start, stop),
                    words.get(at + start).start(),
                    words.get(at + stop - 1).end()));
            start = stop;
        }
        return end;
    }

    private static boolean isSingle(Word word) {
        return word.text().length() == 1 && isLetter(word.text().charAt(0));
    }

    private boolean isNear(List<Word> words, int at) {
        int from = words.get(at - 1).end();
        int to = words.get(at).start();
        return to - from <= WIDEST_GAP && folded.charAt(from) != '\n';
    }

    // --- signs and figures for letters ------------------------------------------------------------------------------

    /** Words that touch with nothing but signs for letters between them, read as one. */
    private int signed(List<Word> words, int at) {
        int start = words.get(at).start();
        if (start > 0 && isSign(folded.charAt(start - 1)) && folded.charAt(start - 1) != '!') {
            start--;
        }
        int end = words.get(at).end();
        int next = at + 1;
        while (next < words.size()
                && end - start <= Vocabulary.LONGEST
                && words.get(next).start() - end <= 2
                && isSigns(end, words.get(next).start())) {
            end = words.get(next).end();
            next++;
        }
        if (end - start < SHORTEST || end - start > Vocabulary.LONGEST || next == at + 1 && !hasSign(start, end)) {
            return at;
        }
        String typed = folded.substring(start, end);
        String meant = meant(typed);
        if (meant == null) {
            return at;
        }
        read.add(new Word(meant, start, end));
        return next;
    }

    private boolean hasSign(int from, int to) {
        for (int i = from; i < to; i++) {
            if (isSign(folded.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    private boolean isSigns(int from, int to) {
        for (int i = from; i < to; i++) {
            if (!isSign(folded.charAt(i))) {
                return false;
            }
        }
        return to > from;
    }

    private static boolean isSign(char c) {
        return switch (c) {
            case '*', '0', '1', '3', '4', '5', '7', '8', '@', '$', '!', '|', '+', '€' -> true;
            default -> false;
        };
    }

    private @Nullable String meant(String typed) {
        int signs = 0;
        int unsure = 0;
        for (int i = 0; i < typed.length(); i++) {
            char c = typed.charAt(i);
            if (!isLetter(c)) {
                if (!isSign(c)) {
                    return null;
                }
                signs++;
                unsure += c == '1' || c == '!' || c == '|' ? 1 : 0;
            }
        }
        if (signs == 0 || signs * 2 > typed.length() || unsure > MOST_UNSURE) {
            return null;
        }
        for (int choice = 0; choice < 1 << unsure; choice++) {
            String letters = letters(typed, choice);
            if (letters.indexOf('*') >= 0) {
                String unmasked = vocabulary.unmasked(letters);
                if (unmasked != null) {
                    return unmasked;
                }
            } else if (vocabulary.knows(letters)) {
                return letters;
            }
        }
        return null;
    }

    private static String letters(String typed, int choice) {
        StringBuilder letters = new StringBuilder(typed.length());
        int bit = 0;
        for (int i = 0; i < typed.length(); i++) {
            int sign = SIGNS.indexOf(typed.charAt(i));
            if (sign < 0) {
                letters.append(typed.charAt(i));
            } else {
                String options = LETTERS[sign];
                letters.append(options.charAt(options.length() > 1 ? choice >> bit++ & 1 : 0));
            }
        }
        return letters.toString();
    }

    // --- one word otherwise written ---------------------------------------------------------------------------------

    private @Nullable String latin(String word) {
        StringBuilder latin = null;
        for (int i = 0; i < word.length(); i++) {
            int twin = word.charAt(i) > 0x24F ? LOOKALIKES.indexOf(word.charAt(i)) : -1;
            if (twin >= 0) {
                latin = latin == null ? new StringBuilder(word) : latin;
                latin.setCharAt(i, TWINS.charAt(twin));
            }
        }
        return latin != null && vocabulary.knows(latin.toString()) ? latin.toString() : null;
    }

    private @Nullable String withoutRuns(String word) {
        if (!hasRun(word) || vocabulary.knows(word)) {
            return null;
        }
        String twice = shortened(word, 2);
        if (vocabulary.knows(twice)) {
            return twice;
        }
        String once = shortened(word, 1);
        return vocabulary.knows(once) ? once : null;
    }

    private static boolean hasRun(String word) {
        for (int i = 2; i < word.length(); i++) {
            if (word.charAt(i) == word.charAt(i - 1) && word.charAt(i) == word.charAt(i - 2)) {
                return true;
            }
        }
        return false;
    }

    /** Runs of three letters or more cut to so many. */
    private static String shortened(String word, int to) {
        StringBuilder shortened = new StringBuilder(word.length());
        for (int i = 0; i < word.length(); ) {
            int end = i;
            while (end < word.length() && word.charAt(end) == word.charAt(i)) {
                end++;
            }
            shortened.repeat(word.charAt(i), end - i > 2 ? to : end - i);
            i = end;
        }
        return shortened.toString();
    }

    private boolean cutUp(Word tag) {
        if (tag.text().length() != tag.end() - tag.start() || tag.text().length() > LONGEST_RUN) {
            return false;
        }
        int[] ends = vocabulary.cut(tag.text());
        if (ends == null) {
            return false;
        }
        int start = 0;
        for (int end : ends) {
            read.add(new Word(tag.text().substring(start, end), tag.start() + start, tag.start() + end));
            start = end;
        }
        return true;
    }
}
