package health.clarion.safeguards.reading;

import health.clarion.safeguards.text.Passage;
import health.clarion.safeguards.text.Sentence;
import health.clarion.safeguards.text.Word;
import java.util.Arrays;
import java.util.List;

/** Counts a passage for the formulas, in one pass. For one thread. */
final class Counting {
    private final Passage passage;
    private final Language language;
    private final Spelling spelling = new Spelling();

    private int words;
    private int letters;
    private int characters;
    private int syllables;
    private int polysyllables;
    private int complex;
    private int unfamiliar;
    private long squares;

    private Counting(Passage passage, Language language) {
        this.passage = passage;
        this.language = language;
    }

    /** The counts of a passage in a language that has formulas. */
    static Counts of(Passage passage, Language language) {
        Counting counting = new Counting(passage, language);
        int sentences = 0;
        for (Sentence sentence : passage.sentences()) {
            int before = counting.words;
            counting.count(sentence);
            sentences += counting.words > before ? 1 : 0;
        }
        return new Counts(
                sentences,
                counting.words,
                counting.letters,
                counting.characters,
                counting.syllables,
                counting.polysyllables,
                counting.complex,
                counting.unfamiliar,
                counting.squares);
    }

    private void count(Sentence sentence) {
        int at = sentence.firstWord();
        while (at < sentence.lastWord()) {
            int end = at + 1;
            while (end < sentence.lastWord() && isJoined(end)) {
                end++;
            }
            countPrinted(at, end, at == sentence.firstWord());
            at = end;
        }
    }

    /** Whether nothing but a mark stands between a word and the one before: self-harm, l'hora, 0.5. */
    private boolean isJoined(int word) {
        List<Word> all = passage.words();
        String folded = passage.folded();
        for (int i = all.get(word - 1).end(); i < all.get(word).start(); i++) {
            if (Character.isWhitespace(folded.charAt(i)) || folded.charAt(i) == '/') {
                return false;
            }
        }
        return true;
    }

    /** One word as printed, of the passage's words from, up to but not with to. */
    private void countPrinted(int from, int to, boolean first) {
        int syllablesHere = 0;
        int lettersHere = 0;
        int charactersHere = 0;
        boolean name = !first && isName(passage.words().get(from));
        boolean familiar = true;
        for (int i = from; i < to; i++) {
            Word word = passage.words().get(i);
            if (word.text().isEmpty()) {
                continue;
            }
            spelling.read(passage, word);
            charactersHere += spelling.length();
            lettersHere += spelling.letters();
            syllablesHere += syllables(word);
            familiar &= name || language != Language.ENGLISH || isFamiliar(word);
        }
        if (charactersHere == 0) {
            return;
        }
        words++;
        letters += lettersHere;
        characters += charactersHere;
        syllables += syllablesHere;
        squares += (long) lettersHere * lettersHere;
        unfamiliar += familiar ? 0 : 1;
        if (syllablesHere >= 3) {
            polysyllables++;
            complex += to == from + 1
                            && !name
                            && !growsByEnding(passage.words().get(from).text(), syllablesHere)
                    ? 1
                    : 0;
        }
    }

    private int syllables(Word word) {
        if (spelling.letters() == 0) {
            return 1;
        }
        return switch (language) {
            case ENGLISH -> english(word.text());
            case SPANISH -> Syllables.spanish(spelling);
            case CATALAN -> Syllables.catalan(spelling);
        };
    }

    private static int english(String word) {
        int known = EnglishWords.syllables(EnglishWords.english().of(word));
        return known > 0 ? known : Syllables.english(word);
    }

    private static boolean isFamiliar(Word word) {
        return Character.isDigit(word.text().charAt(0))
                || EnglishWords.familiar(EnglishWords.english().of(word.text()));
    }

    /** A capital and small letters: an abbreviation is no name. */
    private boolean isName(Word word) {
        return Character.isUpperCase(passage.codePointOf(word.start()))
                && (word.end() == word.start() + 1 || !Character.isUpperCase(passage.codePointOf(word.start() + 1)));
    }

    /** Gunning leaves out words that -ed, -es or -ing brings to three syllables: created, discusses. */
    private static boolean growsByEnding(String word, int syllables) {
        int ending = word.endsWith("ed") || word.endsWith("es") ? 2 : word.endsWith("ing") ? 3 : 0;
        return syllables == 3
                && ending > 0
                && word.length() > ending + 2
                && english(word.substring(0, word.length() - ending)) < 3;
    }

    /** A word's letters as they were written, in lower case; one is used again for each word. */
    private static final class Spelling implements CharSequence {
        private char[] chars = new char[32];
        private int length;
        private int letters;

        void read(Passage passage, Word word) {
            length = 0;
            letters = 0;
            int last = -1;
            for (int i = word.start(); i < word.end(); i++) {
                int place = passage.place(i);
                int c = Character.toLowerCase(passage.codePoint(place));
                if (place != last && Character.isLetterOrDigit(c) && c <= Character.MAX_VALUE) {
                    letters += Character.isLetter(c) ? 1 : 0;
                    add((char) c);
                }
                last = place;
            }
        }

        private void add(char c) {
            if (length == chars.length) {
                chars = Arrays.copyOf(chars, length * 2);
            }
            chars[length++] = c;
        }

        int letters() {
            return letters;
        }

        @Override
        public int length() {
            return length;
        }

        @Override
        public char charAt(int index) {
            return chars[index];
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return new String(chars, start, end - start);
        }
    }
}
