package health.clarion.safeguards.privacy;

import health.clarion.safeguards.Span;
import health.clarion.safeguards.rules.Hit;
import health.clarion.safeguards.rules.PhraseTrie;
import health.clarion.safeguards.text.Passage;
import health.clarion.safeguards.text.Sentence;
import health.clarion.safeguards.text.Word;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/** A passage with the cues in it and what has been told of it so far, shared by all that look for identifying details. */
final class Scene {
    /** A cue on the words [from, to) of a sentence. */
    record Said(Cue cue, Sentence sentence, int from, int to) {}

    /** Words farther apart than this have little to do with each other. */
    static final int REACH = 40;

    private static final int FEWEST_IN_HEADLINE = 6;

    private static final long ASKED = 1L << 62; // beside the cues of a sentence: whether it is known who speaks in it
    private static final long SELF = 1L << 63; // and whether someone speaks of themselves

    private final Passage passage;
    private final String text;
    private final List<Word> words;
    private final List<Said> said = new ArrayList<>();
    private final long[] cuesOfSentence;
    private final List<Span> names;
    private final BitSet named = new BitSet();
    private final String language;
    private final Consumer<Hit> hits;
    private final BitSet told = new BitSet();
    private @Nullable List<Day> days;
    private int headline;
    private boolean addressed;
    private long cues;

    /**
     * @param language the language of the text without region
     * @param names the spans of people's names, in order
     */
    Scene(Passage passage, String language, PhraseTrie<Cue> trie, List<Span> names, Consumer<Hit> hits) {
        this.passage = passage;
        this.language = language;
        this.names = names;
        names.forEach(name -> named.set(name.start(), name.end()));
        this.text = passage.folded();
        this.words = passage.words();
        this.hits = hits;
        this.cuesOfSentence = new long[words.size()];
        trie.walk(passage, this::note);
        if (passage.hasDigits()) {
            notePatients();
        }
        if (has(Cue.TITLE)) {
            said.stream().filter(one -> one.cue() == Cue.TITLE).forEach(this::name);
        }
    }

    private void note(Cue cue, Sentence sentence, int from, int to) {
        said.add(new Said(cue, sentence, from, to));
        cues |= 1L << cue.ordinal();
        cuesOfSentence[sentence.firstWord()] |= 1L << cue.ordinal();
    }

    /** "62yo F" is someone, though written as one word with the age. */
    private void notePatients() {
        for (int i = 0; i < words.size(); i++) {
            if (Ages.isSomeones(word(i), word(i + 1))) {
                cues |= 1L << Cue.PERSON.ordinal();
                cuesOfSentence[sentenceOf(i).firstWord()] |= 1L << Cue.PERSON.ordinal();
            }
        }
    }

    /** Whoever has a title before a capital is someone by name, even where names are not looked for. */
    private void name(Said title) {
        int next = title.to();
        boolean near = next < words.size() && after(next - 1).length() <= 2;
        if (near && isCapital(next) && !isNumber(next)) {
            Span span = passage.wordSpan(next, joined(next) && isCapital(next + 1) ? next + 2 : next + 1);
            named.set(span.start(), span.end());
        }
    }

    Passage passage() {
        return passage;
    }

    /** Whether the text is in English, as far as its writer says. */
    boolean isEnglish() {
        return language.equals("en");
    }

    /** The folded text. */
    String text() {
        return text;
    }

    List<Word> words() {
        return words;
    }

    List<Said> said() {
        return said;
    }

    /** Whether any digit is in the text. */
    boolean hasDigits() {
        return passage.hasDigits();
    }

    /** Whether the writer uses capital letters at all: else their absence says nothing. */
    boolean hasCapitals() {
        return passage.hasCapitals();
    }

    boolean has(Cue cue) {
        return (cues & 1L << cue.ordinal()) != 0;
    }

    /** Whether a cue is in a sentence. */
    boolean has(Cue cue, Sentence sentence) {
        return (cuesOfSentence[sentence.firstWord()] & 1L << cue.ordinal()) != 0;
    }

    /** Whether the text is about someone in particular. */
    boolean isAboutSomeone() {
        return has(Cue.PERSON) || hasName();
    }

    /** Whether a sentence is about someone in particular. */
    boolean isAboutSomeone(Sentence sentence) {
        return has(Cue.PERSON, sentence) || hasName(sentence);
    }

    /** Whether anyone is named. */
    boolean hasName() {
        return !named.isEmpty();
    }

    /** Whether someone speaks of themselves in a sentence; looked for once in each. */
    boolean isSelf(Sentence sentence) {
        long known = cuesOfSentence[sentence.firstWord()];
        if ((known & ASKED) == 0) {
            known |= Self.speaksIn(this, sentence) ? ASKED | SELF : ASKED;
            cuesOfSentence[sentence.firstWord()] = known;
        }
        return (known & SELF) != 0;
    }

    /** The spans of people's names that were found before, in order. */
    List<Span> names() {
        return names;
    }

    /** Whether someone is named in a sentence. */
    boolean hasName(Sentence sentence) {
        if (named.isEmpty()) {
            return false;
        }
        Span span = passage.wordSpan(sentence.firstWord(), sentence.lastWord());
        int first = named.nextSetBit(span.start());
        return first >= 0 && first < span.end();
    }

    /** Whether a word is part of someone's name. */
    boolean isName(int word) {
        if (named.isEmpty() || word < 0 || word >= words.size()) {
            return false;
        }
        return named.get(passage.wordSpan(word, word + 1).start());
    }

    /** The word that begins at or after a code point, or the number of words. */
    int wordFrom(int codePoint) {
        return firstFrom(words.size(), i -> passage.wordSpan(i, i + 1).start() >= codePoint);
    }

    /** Whether a cue stands on exactly the word at an index, or begins there. */
    boolean begins(Cue cue, int word) {
        for (int i = first(word); i < said.size() && said.get(i).from() == word; i++) {
            if (said.get(i).cue() == cue) {
                return true;
            }
        }
        return false;
    }

    /** One past the last word of the longest cue of this kind that begins at a word, or -1. */
    int endOf(Cue cue, int word) {
        int end = -1;
        for (int i = first(word); i < said.size() && said.get(i).from() == word; i++) {
            if (said.get(i).cue() == cue) {
                end = Math.max(end, said.get(i).to());
            }
        }
        return end;
    }

    /** The index of the first cue that begins at a word or later; cues are in the order of their first words. */
    private int first(int word) {
        int low = 0;
        int high = said.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (said.get(middle).from() < word) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    Sentence sentenceOf(int word) {
        List<Sentence> sentences = passage.sentences();
        int last = sentences.size() - 1;
        return sentences.get(firstFrom(last, i -> sentences.get(i).lastWord() > word));
    }

    /** The word that begins at or after a char of the folded text, or the number of words. */
    int wordAt(int at) {
        return firstFrom(words.size(), i -> words.get(i).start() >= at);
    }

    String word(int index) {
        return index >= 0 && index < words.size() ? words.get(index).text() : "";
    }

    /** What stands between a word and the one after it, or the end. */
    String after(int word) {
        int end = words.get(word).end();
        int next = word + 1 < words.size() ? words.get(word + 1).start() : text.length();
        return text.substring(end, Math.min(next, end + 8));
    }

    /** Whether two neighbours are only a space or one joining sign apart, so that a name can go on. */
    boolean joined(int word) {
        if (word < 0 || word + 1 >= words.size()) {
            return false;
        }
        int end = words.get(word).end();
        int next = words.get(word + 1).start();
        if (next - end > 3) {
            return false;
        }
        for (int i = end; i < next; i++) {
            char c = text.charAt(i);
            boolean stop = c == '.' && words.get(word).text().length() > 4;
            if (stop || " '-.&/".indexOf(c) < 0) {
                return false;
            }
        }
        return true;
    }

    /** Whether a word begins with a capital letter as it was written. */
    boolean isCapital(int word) {
        if (word < 0 || word >= words.size()) {
            return false;
        }
        return passage.isCapital(words.get(word).start());
    }

    /** Whether a word is a number, as 5th and 2nd are. */
    boolean isNumber(int word) {
        return word >= 0
                && word < words.size()
                && Character.isDigit(text.charAt(words.get(word).start()));
    }

    /** Tells a rule on words [from, to). */
    void tellWords(String rule, int from, int to, String... args) {
        tell(rule, words.get(from).start(), words.get(to - 1).end(), args);
    }

    /** Tells a rule on folded chars [start, end), unless something told before covers them. */
    void tell(String rule, int start, int end, String... args) {
        Span span = passage.span(start, end);
        if (told.nextClearBit(span.start()) < span.end() && !isInLink(rule, start)) {
            know(span);
            addressed |= rule.equals("privacy/street-address");
            hits.accept(Hit.of(rule, span, args));
        }
    }

    /** Nothing but the link itself is told of what stands inside one. */
    private boolean isInLink(String rule, int start) {
        int word = wordAt(start);
        boolean unread = word < words.size()
                && words.get(word).start() == start
                && words.get(word).text().isEmpty();
        return unread
                && !rule.equals("privacy/profile-link")
                && !rule.equals("privacy/handle")
                && !rule.equals("privacy/e-mail");
    }

    /** Whether nearly all longer words begin with capitals, as in a headline: then a capital says little. */
    boolean isHeadline() {
        if (headline == 0) {
            int longer = 0;
            int capital = 0;
            for (int i = 0; i < words.size(); i++) {
                if (words.get(i).text().length() > 3) {
                    longer++;
                    capital += isCapital(i) ? 1 : 0;
                }
            }
            headline = longer >= FEWEST_IN_HEADLINE && capital * 10 >= longer * 7 ? 1 : -1;
        }
        return headline > 0;
    }

    /** Whether an address where someone can be found has been told. */
    boolean isAddressed() {
        return addressed;
    }

    /** Notes that a stretch is known for what it is, so that nothing else is told of it. */
    void know(Span span) {
        told.set(span.start(), span.end());
    }

    /** Whether anything told before shares a character with folded chars [start, end). */
    boolean touches(int start, int end) {
        Span span = passage.span(start, end);
        int first = told.nextSetBit(span.start());
        return first >= 0 && first < span.end();
    }

    /** The dates in it, in order. */
    List<Day> days() {
        List<Day> found = days;
        if (found == null) {
            found = Day.in(this);
            days = found;
        }
        return found;
    }

    /** Whether folded chars [start, end) share a character with a date. */
    boolean isDate(int start, int end) {
        int at = dayFrom(start);
        return at > 0 && days().get(at - 1).end() > start
                || at < days().size() && days().get(at).start() < end;
    }

    /** The index of the first date that begins at or after a folded char. */
    int dayFrom(int start) {
        return firstFrom(days().size(), i -> days().get(i).start() >= start);
    }

    /** The first of so many things in order that has got so far, or how many there are. */
    private static int firstFrom(int size, IntPredicate reached) {
        int low = 0;
        int high = size;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (reached.test(middle)) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    /** How many words lie between a cue of this kind in the sentence of a word and that word; a large number when there is none. */
    int distance(Cue cue, int word) {
        Sentence sentence = sentenceOf(word);
        int nearest = Integer.MAX_VALUE;
        if (has(cue, sentence)) {
            for (int i = first(Math.max(sentence.firstWord(), word - REACH)); i < said.size(); i++) {
                Said one = said.get(i);
                if (one.from() >= sentence.lastWord() || one.from() > word + REACH) {
                    break;
                }
                boolean ofDate = cue == Cue.EVENT
                        && isDate(
                                words.get(one.from()).start(),
                                words.get(one.to() - 1).end());
                if (one.cue() == cue && !ofDate) {
                    nearest = Math.min(
                            nearest, one.from() <= word ? Math.max(0, word - one.to() + 1) : one.from() - word);
                }
            }
        }
        return nearest;
    }
}
