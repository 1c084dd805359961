package health.clarion.safeguards.text;

import health.clarion.safeguards.Span;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A text made ready for matching, once for all rules: folded (lower case, compatibility letters plain, accents and invisible
 * characters gone), cut into words and sentences. Whatever is found in the folded text is told in code points of the original.
 * Everything is linear in the length of the text. For one thread at a time.
 */
public final class Passage {
    private final String original;
    private final int[] codePoints;
    private final String folded;
    private final int[] places;
    private final List<Word> typed;
    private final List<Word> words;
    private final List<Sentence> sentences;
    private int[] numbers = {};
    private int numbered = -1;

    /**
     * @param codePoints the original text; a lone surrogate counts as one code point
     * @param places for each char of the folded text the code point it came from
     */
    private Passage(String original, int[] codePoints, String folded, int[] places, Vocabulary vocabulary) {
        this.original = original;
        this.codePoints = codePoints;
        this.folded = folded;
        this.places = places;
        this.typed = Word.in(folded);
        this.words = Disguises.undone(folded, typed, vocabulary);
        this.sentences = Sentence.in(this);
    }

    /** Makes a text ready, its words as they are typed. */
    public static Passage of(String text) {
        return of(text, Vocabulary.NONE);
    }

    /** Makes a text ready, disguised words being read as those of a vocabulary. */
    public static Passage of(String text, Vocabulary vocabulary) {
        int[] codePoints = new int[text.codePointCount(0, text.length())];
        StringBuilder folded = new StringBuilder(text.length() + 16);
        int[] places = new int[text.length() + 16];
        int length = 0;
        for (int i = 0, at = 0; i < codePoints.length; i++) {
            codePoints[i] = text.codePointAt(at);
            at += Character.charCount(codePoints[i]);
            Folding.append(codePoints[i], folded);
            if (folded.length() > places.length) {
                places = Arrays.copyOf(places, Math.max(folded.length(), places.length * 2));
            }
            while (length < folded.length()) {
                places[length++] = i;
            }
        }
        return new Passage(text, codePoints, folded.toString(), Arrays.copyOf(places, length), vocabulary);
    }

    /** The text as it was given. */
    public String original() {
        return original;
    }

    /** How many code points the original has. */
    public int length() {
        return codePoints.length;
    }

    /** The code point of the original at a place. */
    public int codePoint(int at) {
        return codePoints[at];
    }

    /** The original's characters of a span. */
    public String slice(int start, int end) {
        StringBuilder slice = new StringBuilder(end - start);
        for (int i = start; i < end; i++) {
            slice.appendCodePoint(codePoints[i]);
        }
        return slice.toString();
    }

    /** The text to match in. */
    public String folded() {
        return folded;
    }

    /** The code point of the original that a folded character came from. */
    public int place(int foldedAt) {
        return places[foldedAt];
    }

    /** The original span of folded characters [start, end). */
    public Span span(int foldedStart, int foldedEnd) {
        if (foldedStart >= foldedEnd) {
            int at = foldedStart < places.length ? places[foldedStart] : codePoints.length;
            return new Span(at, at);
        }
        return new Span(places[foldedStart], places[foldedEnd - 1] + 1);
    }

    /** The code point of the original that a folded character came from, with its case and accents. */
    public int codePointOf(int foldedAt) {
        return codePoints[places[foldedAt]];
    }

    /** The words in order, as they are typed, for those who look at how they are written. */
    public List<Word> typed() {
        return typed;
    }

    /** The words in order, disguises undone. */
    public List<Word> words() {
        return words;
    }

    /**
     * The numbers of the words in the {@link Lexicon}, in order; looked up anew when it has grown since. Not to be changed.
     */
    public int[] numbers() {
        int size = Lexicon.size();
        if (numbered != size) {
            int[] found = new int[words.size()];
            for (int i = 0; i < found.length; i++) {
                found[i] = Lexicon.find(words.get(i).text());
            }
            numbers = found;
            numbered = size;
        }
        return numbers;
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
