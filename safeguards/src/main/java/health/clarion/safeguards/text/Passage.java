package health.clarion.safeguards.text;

import health.clarion.safeguards.Span;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A text made ready for matching, once for all rules: folded (lower case, compatibility letters plain, accents and invisible
 * characters gone), cut into words and sentences. Whatever is found in the folded text is told in code points of the original.
 * Everything is linear in the length of the text. For one thread at a time.
 */
public final class Passage {
    private static final int[] NO_NUMBERS = {};

    private final Characters characters;
    private final List<Word> typed;
    private final List<Word> words;
    private final List<Sentence> sentences;
    private int numbered;
    private int[] typedNumbers;
    private int[] numbers;
    private int @Nullable [] anyNumbers;

    private Passage(Characters characters, Vocabulary vocabulary) {
        this.characters = characters;
        this.numbered = Lexicon.size();
        Cutting cutting = Cutting.of(characters.folded());
        this.typed = cutting.words();
        this.typedNumbers = cutting.numbers();
        this.words = Disguises.undone(characters.folded(), typed, vocabulary);
        this.numbers = words == typed ? typedNumbers : numbersOf(words);
        this.anyNumbers = cutting.hasNumbers() ? null : NO_NUMBERS;
        this.sentences = Sentence.in(this);
    }

    /** Makes a text ready, its words as they are typed. */
    public static Passage of(String text) {
        return of(text, Vocabulary.NONE);
    }

    /** Makes a text ready, disguised words being read as those of a vocabulary. */
    public static Passage of(String text, Vocabulary vocabulary) {
        return new Passage(Characters.of(text), vocabulary);
    }

    /** The text as it was given. */
    public String original() {
        return characters.original();
    }

    /** How many code points the original has. */
    public int length() {
        return characters.length();
    }

    /** The code point of the original at a place. */
    public int codePoint(int at) {
        return characters.codePoint(at);
    }

    /** Whether all its characters are ASCII's. */
    public boolean isAscii() {
        return characters.isAscii();
    }

    /** Whether it has any capital letter. */
    public boolean hasCapitals() {
        return characters.hasCapitals();
    }

    /** Whether it has any digit, of any script. */
    public boolean hasDigits() {
        return characters.hasDigits();
    }

    /** The original's characters of a span. */
    public String slice(int start, int end) {
        return characters.slice(start, end);
    }

    /** The text to match in. */
    public String folded() {
        return characters.folded();
    }

    /** The code point of the original that a folded character came from. */
    public int place(int foldedAt) {
        return characters.place(foldedAt);
    }

    /** The original span of folded characters [start, end). */
    public Span span(int foldedStart, int foldedEnd) {
        int start = characters.place(foldedStart);
        return new Span(start, foldedStart >= foldedEnd ? start : characters.place(foldedEnd - 1) + 1);
    }

    /** The code point of the original that a folded character came from, with its case and accents. */
    public int codePointOf(int foldedAt) {
        return characters.codePoint(characters.place(foldedAt));
    }

    /** Whether a folded character was typed as a capital letter. */
    public boolean isCapital(int foldedAt) {
        return characters.isCapital(foldedAt);
    }

    /** How many of the folded characters [start, end) were typed as capital letters. */
    public int capitals(int foldedStart, int foldedEnd) {
        return characters.capitals(foldedStart, foldedEnd);
    }

    /** The words in order, as they are typed, for those who look at how they are written. */
    public List<Word> typed() {
        return typed;
    }

    /** The words in order, disguises undone. */
    public List<Word> words() {
        return words;
    }

    /** The numbers of the words in the {@link Lexicon}, in order; looked up anew when it has grown since. Not to be changed. */
    public int[] numbers() {
        renumber();
        return numbers;
    }

    /** The same of the words as they are typed. */
    public int[] typedNumbers() {
        renumber();
        return typedNumbers;
    }

    /**
     * For each word that begins with a digit the number of what phrases call it, {@code #} and the letters joined to it;
     * {@link Lexicon#UNKNOWN} for all others. Empty when no word does. Not to be changed.
     */
    public int[] anyNumbers() {
        renumber();
        int[] found = anyNumbers;
        if (found == null) {
            found = new int[words.size()];
            for (int i = 0; i < found.length; i++) {
                found[i] = Lexicon.findAnyNumber(words.get(i).text());
            }
            anyNumbers = found;
        }
        return found;
    }

    private void renumber() {
        int size = Lexicon.size();
        if (numbered != size) {
            typedNumbers = numbersOf(typed);
            numbers = words == typed ? typedNumbers : numbersOf(words);
            anyNumbers = anyNumbers == NO_NUMBERS ? NO_NUMBERS : null;
            numbered = size;
        }
    }

    private static int[] numbersOf(List<Word> words) {
        int[] found = new int[words.size()];
        for (int i = 0; i < found.length; i++) {
            found[i] = Lexicon.find(words.get(i).text());
        }
        return found;
    }

    /** The sentences in order; every word is in exactly one. */
    public List<Sentence> sentences() {
        return sentences;
    }

    /** The original span of words [from, to). */
    public Span wordSpan(int from, int to) {
        return span(words.get(from).start(), words.get(to - 1).end());
    }

    /** The folded words of a phrase, cut exactly as a passage's are. */
    public static List<String> fold(String phrase) {
        List<String> texts = new ArrayList<>();
        for (Word word : of(phrase).words()) {
            texts.add(word.text());
        }
        return texts;
    }
}
