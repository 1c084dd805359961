package health.clarion.safeguards.reading;

/**
 * What readability formulas are computed from.
 *
 * @param sentences sentences, at least one where there is a word
 * @param words words as printed, between spaces: a hyphenated one counts once, addresses and @mentions not at all
 * @param letters letters in them
 * @param characters letters and digits in them
 * @param syllables syllables in them
 * @param polysyllables words of three syllables or more
 * @param complex polysyllables that Gunning counts: no names, no compounds of easy words, no -ed, -es or -ing that makes the third syllable
 * @param unfamiliar words that the list of Dale and Chall (1995) lacks, regular endings included, names left out by their instructions of 1948;
 *     English only
 * @param squares the squares of the words' letters, summed, for their variance
 */
public record Counts(
        int sentences,
        int words,
        int letters,
        int characters,
        int syllables,
        int polysyllables,
        int complex,
        int unfamiliar,
        long squares) {
    double wordsASentence() {
        return (double) words / Math.max(1, sentences);
    }

    double syllablesAWord() {
        return (double) syllables / Math.max(1, words);
    }

    double lettersAWord() {
        return (double) letters / Math.max(1, words);
    }

    /** So many of something in a hundred words. */
    double inHundredWords(int number) {
        return 100.0 * number / Math.max(1, words);
    }
}
