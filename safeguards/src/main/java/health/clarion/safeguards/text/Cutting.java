package health.clarion.safeguards.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** Cuts a folded text into words and looks each up in the {@link Lexicon} in the same pass. For one thread. */
final class Cutting {
    private static final Set<String> CONTRACTED = Set.of("t", "s", "m", "d", "re", "ve", "ll");
    private static final int LONGEST_CONTRACTED = 2;
    private static final int LAST_ASCII = 0x7F;

    private final String folded;
    private final List<Word> words;
    private int[] numbers;
    private long hash;
    private boolean hasNumbers;

    private Cutting(String folded) {
        this.folded = folded;
        int usual = folded.length() / 5 + 1;
        this.words = new ArrayList<>(usual);
        this.numbers = new int[usual];
    }

    /** The words of a folded text, as they are typed. */
    static Cutting of(String folded) {
        Cutting cutting = new Cutting(folded);
        cutting.cut();
        return cutting;
    }

    /** The words in order. */
    List<Word> words() {
        return List.copyOf(words);
    }

    /** The number of each in the {@link Lexicon}. */
    int[] numbers() {
        return numbers;
    }

    /** Whether any word begins with a digit. */
    boolean hasNumbers() {
        return hasNumbers;
    }

    private void cut() {
        int at = 0;
        int unread = 0;
        while (at < folded.length()) {
            if (at >= unread && startsUnread(at)) {
                unread = endOfChunk(at);
            }
            int end = endOfLetters(at);
            if (end == at) {
                at += Character.charCount(folded.codePointAt(at));
                continue;
            }
            long ofLetters = hash;
            int joined = endOfJoined(end);
            add(at, joined, at < unread, joined > end, ofLetters);
            at = joined;
        }
    }

    private void add(int start, int end, boolean unread, boolean joined, long ofLetters) {
        if (words.size() == numbers.length) {
            numbers = Arrays.copyOf(numbers, numbers.length * 2);
        }
        int at = words.size();
        if (unread) {
            words.add(new Word("", start, end));
            numbers[at] = Lexicon.UNKNOWN;
        } else if (joined) {
            String spelled = folded.substring(start, end).replace("'", "").replace("·", "");
            words.add(new Word(spelled, start, end));
            numbers[at] = Lexicon.find(spelled);
        } else {
            int number = Lexicon.find(ofLetters);
            words.add(new Word(number >= 0 ? Lexicon.word(number) : folded.substring(start, end), start, end));
            numbers[at] = number;
        }
        hasNumbers |= folded.charAt(start) <= '9';
    }

    private boolean startsUnread(int at) {
        return switch (folded.charAt(at)) {
            case '@' -> at + 1 < folded.length() && Character.isLetterOrDigit(folded.charAt(at + 1));
            case 'h' -> folded.startsWith("http://", at) || folded.startsWith("https://", at);
            case 'w' -> folded.startsWith("www.", at);
            default -> false;
        };
    }

    private int endOfChunk(int start) {
        int at = start;
        while (at < folded.length() && !Character.isWhitespace(folded.charAt(at))) {
            at++;
        }
        return at;
    }

    /** One past what belongs to a word whose first letters end here, over the signs that join: can't, col·legi. */
    private int endOfJoined(int end) {
        int at = end;
        while (at + 1 < folded.length() && (folded.charAt(at) == '\'' || folded.charAt(at) == '·')) {
            int next = endOfLetters(at + 1);
            boolean joins = next > at + 1 && (folded.charAt(at) == '·' || isContracted(at + 1, next));
            if (!joins) {
                return at;
            }
            at = next;
        }
        return at;
    }

    private boolean isContracted(int start, int end) {
        return end - start <= LONGEST_CONTRACTED && CONTRACTED.contains(folded.substring(start, end));
    }

    /** One past the letters and digits that begin here; their hash is left in the field. */
    private int endOfLetters(int start) {
        long sum = Lexicon.NO_LETTERS;
        int at = start;
        while (at < folded.length()) {
            char c = folded.charAt(at);
            if (c <= LAST_ASCII) {
                if (!(c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c >= 'A' && c <= 'Z')) {
                    break;
                }
                sum = Lexicon.hash(sum, c);
                at++;
                continue;
            }
            int codePoint = folded.codePointAt(at);
            if (!Character.isLetterOrDigit(codePoint)) {
                break;
            }
            for (int end = at + Character.charCount(codePoint); at < end; at++) {
                sum = Lexicon.hash(sum, folded.charAt(at));
            }
        }
        hash = sum;
        return at;
    }
}
