package health.clarion.safeguards.reading;

import health.clarion.safeguards.reading.EnglishWords.Leaning;
import health.clarion.safeguards.reading.EnglishWords.Style;
import health.clarion.safeguards.text.Passage;
import health.clarion.safeguards.text.Sentence;
import health.clarion.safeguards.text.Word;
import java.util.List;
import java.util.Set;

/** The traits of one English text, gathered in one pass over its words. For one thread. */
final class Traits {
    private static final String CLAUSE_MARKS = ",;:.!?()—–\n";
    private static final int SHORT_SENTENCE = 7;
    private static final double BOOKS_RARE = 13;
    private static final double WEB_RARE = 17;
    private static final double SIZE_LARGER = 50;
    private static final double SIZE_NONE = 80;
    private static final double SIZE_EVERYBODY = 10;

    /** WordNet's lexicographer files of what can be touched, and where its verbs begin. */
    private static final int ANIMAL = 5;

    private static final int THING = 6;
    private static final int BODY = 8;
    private static final int FOOD = 13;
    private static final int OBJECT = 17;
    private static final int PERSON = 18;
    private static final int PLANT = 20;
    private static final int FIRST_VERB = 29;

    private static final Trait[] TRAITS = Trait.values();

    /** What may follow a number so that it stays one. */
    private static final Set<String> UNITS = Set.of(
            "am", "pm", "st", "nd", "rd", "th", "s", "km", "cm", "mm", "m", "kg", "g", "mg", "ml", "l", "h", "p");

    private final EnglishWords english = EnglishWords.english();
    private final Passage passage;
    private final boolean shouted;
    private final double[] values = new double[TRAITS.length];
    private final Leanings leanings = new Leanings();

    private int words;
    private int ofMeaning;
    private int sentences;
    private double excess;
    private int syllableSum;
    private int syllableSquares;
    private int inSentence;
    private int hardInSentence;
    private double lengthSquares;

    private Traits(Passage passage) {
        this.passage = passage;
        this.shouted = isShouted();
    }

    /** The traits of a text. */
    static Traits of(Passage passage) {
        Traits traits = new Traits(passage);
        for (Sentence sentence : passage.sentences()) {
            traits.count(sentence);
        }
        traits.countMarks();
        traits.settle();
        return traits;
    }

    /** The value of one. */
    double of(Trait trait) {
        return values[trait.ordinal()];
    }

    /** How many words it has, numbers and addresses aside. */
    int words() {
        return words;
    }

    /** In a text mostly of capitals a capital says nothing. */
    private boolean isShouted() {
        int capitals = 0;
        int all = 0;
        for (Word word : passage.words()) {
            if (!word.text().isEmpty()) {
                all++;
                capitals += isCapital(word) ? 1 : 0;
            }
        }
        return capitals * 2 > all;
    }

    private boolean isCapital(Word word) {
        return passage.isCapital(word.start());
    }

    private void count(Sentence sentence) {
        inSentence = 0;
        hardInSentence = 0;
        List<Word> all = passage.words();
        for (int i = sentence.firstWord(); i < sentence.lastWord(); i++) {
            Word word = all.get(i);
            if (word.text().isEmpty()) {
                continue;
            }
            if (isDigit(word.text().charAt(0))) {
                addIf(!isNumber(word.text()), Trait.ABBREVIATIONS);
            } else {
                count(word, !shouted && inSentence > 0 && isCapital(word));
            }
        }
        if (inSentence > 0) {
            sentences++;
            lengthSquares += (double) inSentence * inSentence;
            most(Trait.HARDEST_SENTENCE, hardInSentence);
            if (inSentence <= SHORT_SENTENCE) {
                add(Trait.SHORT_SENTENCES);
            }
        }
    }

    /** Digits, perhaps with a unit or an ending that everybody knows: 9am, 5km, 1st, 1990s. */
    private static boolean isNumber(String word) {
        int letters = 0;
        while (letters < word.length() && !isDigit(word.charAt(word.length() - 1 - letters))) {
            letters++;
        }
        return letters == 0 || letters <= 2 && UNITS.contains(word.substring(word.length() - letters));
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private void count(Word word, boolean name) {
        String text = word.text();
        long entry = english.of(text);
        words++;
        inSentence++;
        countSyllables(text, entry);
        hardInSentence += EnglishWords.familiar(entry) ? 0 : 1;
        excess += Math.max(0, EnglishWords.size(entry) - SIZE_EVERYBODY);
        add(Trait.BOOKS_ALL, EnglishWords.books(entry));
        countStyle(entry);
        countForm(word, text);
        addIf(EnglishWords.web(entry) > WEB_RARE, Trait.WEB_RARE);
        if (!name && !EnglishWords.is(entry, Style.FUNCTION)) {
            countMeaning(entry);
        }
    }

    private void countSyllables(String text, long entry) {
        int known = EnglishWords.syllables(entry);
        int syllables = known > 0 ? known : Syllables.english(text);
        syllableSum += syllables;
        syllableSquares += syllables * syllables;
        most(Trait.MOST_SYLLABLES, syllables);
    }

    private void countStyle(long entry) {
        if (!EnglishWords.hasStyle(entry)) {
            return;
        }
        addIf(entry, Style.PREPOSITION, Trait.PREPOSITION);
        addIf(entry, Style.CONNECTIVE, Trait.CONNECTIVE);
        addIf(entry, Style.STORYTELLING, Trait.STORYTELLING);
        addIf(entry, Style.HEDGING, Trait.HEDGING);
        addIf(entry, Style.ARCHAIC, Trait.ARCHAIC);
        addIf(entry, Style.TRIAL, Trait.TRIAL);
    }

    private void countForm(Word word, String text) {
        int length = text.length();
        if (word.end() - word.start() > length) {
            add(Trait.CONTRACTIONS);
        }
        if (length > 1 && !shouted && isAbbreviated(word)) {
            add(Trait.ABBREVIATIONS);
        }
        addIf(!Affixes.isNominal(text) && Affixes.isLatin(text), Trait.LATIN);
        if (length > 4 && text.endsWith("ing")) {
            add(Trait.ING);
        }
        switch (text) {
            case "a", "an" -> add(Trait.A);
            case "which" -> add(Trait.WHICH);
            default -> {}
        }
    }

    /** Two capitals or a digit inside. */
    private boolean isAbbreviated(Word word) {
        if (passage.hasCapitals() && passage.capitals(word.start(), word.end()) > 1) {
            return true;
        }
        for (int i = word.start(); passage.hasDigits() && i < word.end(); i++) {
            int typed = passage.codePointOf(i);
            if (typed >= '0' && typed <= '9') {
                return true;
            }
        }
        return false;
    }

    private void countMeaning(long entry) {
        ofMeaning++;
        double size = EnglishWords.size(entry);
        addIf(EnglishWords.books(entry) > BOOKS_RARE, Trait.BOOKS_RARER);
        addIf(size >= SIZE_LARGER, Trait.SIZE_50);
        addIf(size > SIZE_NONE, Trait.SIZE_BEYOND);
        leanings.add(entry);
        int kind = EnglishWords.kind(entry);
        switch (kind) {
            case ANIMAL -> {
                add(Trait.ANIMALS);
                add(Trait.CONCRETE);
            }
            case PERSON -> {
                add(Trait.PEOPLE);
                add(Trait.CONCRETE);
            }
            case THING, BODY, FOOD, OBJECT, PLANT -> add(Trait.CONCRETE);
            case -1 -> add(Trait.NO_KIND);
            default -> addIf(kind >= FIRST_VERB, Trait.VERBS);
        }
    }

    private void countMarks() {
        String folded = passage.folded();
        int clause = 0;
        for (int i = 0; i < folded.length(); i++) {
            char c = folded.charAt(i);
            clause = CLAUSE_MARKS.indexOf(c) >= 0 ? 0 : clause + 1;
            most(Trait.LONGEST_CLAUSE, clause);
            if (c == '\n') {
                add(Trait.LINES);
            } else if (c == '-' && i > 0 && i + 1 < folded.length()) {
                boolean joins = Character.isLetterOrDigit(folded.charAt(i - 1))
                        && Character.isLetterOrDigit(folded.charAt(i + 1));
                add(joins ? Trait.HYPHENS : Trait.DASHES);
            }
        }
    }

    private void settle() {
        double all = Math.max(1, words);
        double meaning = Math.max(1, ofMeaning);
        double many = Math.max(1, sentences);
        for (Trait trait : TRAITS) {
            values[trait.ordinal()] /= switch (trait) {
                case MOST_SYLLABLES, HARDEST_SENTENCE, LONGEST_CLAUSE -> 1;
                case SHORT_SENTENCES -> many;
                case BOOKS_RARER, SIZE_50, SIZE_BEYOND, NO_KIND, CONCRETE, ANIMALS, PEOPLE, VERBS -> meaning;
                default -> all;
            };
        }
        put(Trait.GROWN_UP, leanings.mean(Leaning.GROWN_UP));
        put(Trait.THOUGHT, leanings.mean(Leaning.THOUGHT));
        put(Trait.THOUGHT_MOST, leanings.most(Leaning.THOUGHT));
        put(Trait.LABORATORY_MOST, leanings.most(Leaning.LABORATORY));
        put(Trait.FORMAL_MOST, leanings.most(Leaning.FORMAL));
        put(Trait.LONGEST_CLAUSE, Math.log(Math.max(1, of(Trait.LONGEST_CLAUSE))));
        double length = words / many;
        put(Trait.HARDEST_SENTENCE, Math.log1p(of(Trait.HARDEST_SENTENCE)));
        put(Trait.EXCESS_SIZE, Math.log1p(excess / many));
        put(Trait.SYLLABLE_SPREAD, spread(syllableSquares, syllableSum / all, all));
        put(Trait.SENTENCE_LENGTH, Math.log(Math.max(1, length)));
        put(Trait.SENTENCE_SPREAD, Math.log1p(spread(lengthSquares, length, many)));
    }

    private static double spread(double squares, double mean, double count) {
        return Math.sqrt(Math.max(0, squares / count - mean * mean));
    }

    private void put(Trait trait, double value) {
        values[trait.ordinal()] = value;
    }

    private void add(Trait trait) {
        values[trait.ordinal()]++;
    }

    private void add(Trait trait, double by) {
        values[trait.ordinal()] += by;
    }

    private void addIf(boolean has, Trait trait) {
        values[trait.ordinal()] += has ? 1 : 0;
    }

    private void addIf(long entry, Style style, Trait trait) {
        addIf(EnglishWords.is(entry, style), trait);
    }

    private void most(Trait trait, double value) {
        values[trait.ordinal()] = Math.max(values[trait.ordinal()], value);
    }
}
