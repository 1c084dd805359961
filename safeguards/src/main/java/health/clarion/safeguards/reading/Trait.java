package health.clarion.safeguards.reading;

import java.util.Locale;

/** Something that can be seen in an English text and makes it easier or harder to read. */
enum Trait {
    /** Words that four of five children of ten don't know (Dale and Chall), in a sentence; on a scale that grows ever slower. */
    HARD_IN_SENTENCE(1),
    /** The same in the sentence that has most of them. */
    HARDEST_SENTENCE(1),
    /** How far the words are from everybody's thousand (SCOWL), summed in a sentence; on a scale that grows ever slower. */
    EXCESS_SIZE(1),
    /** How rare the words are in books and encyclopedias, on average. */
    BOOKS_ALL(1),
    /** Share of words of meaning that are rare in books. */
    BOOKS_RARER(1),
    /** Share of words of meaning that are not even common on the web. */
    WEB_BEYOND(1),
    /** Share of words of meaning that only larger dictionaries have. */
    SIZE_50(1),
    /** Share of words of meaning that no dictionary of ours has. */
    SIZE_BEYOND(1),
    /** Share of words of meaning that WordNet doesn't know. */
    NO_KIND(1),
    /** Syllables of the longest word. */
    MOST_SYLLABLES(1),
    /** How uneven the words are in length: long learned ones among short ones. */
    SYLLABLE_SPREAD(1),
    /** Words in a sentence; on a scale that grows ever slower. */
    SENTENCE_LENGTH(1),
    /** How uneven the sentences are in length. */
    SENTENCE_SPREAD(1),
    /** Share of sentences of seven words at most. */
    SHORT_SENTENCES(-1),
    /** Paragraphs and lines. */
    LINES(-1),
    /** Things, people, animals, plants, food, parts of the body. */
    CONCRETE(-1),
    ANIMALS(-1),
    PEOPLE(-1),
    VERBS(0),
    /** Nouns made from verbs and adjectives: information, ability. */
    NOMINAL(1),
    /** Adjectives and verbs of Latin make: voluntary, modify. */
    LATIN(1),
    ABBREVIATIONS(1),
    NUMBERS(0),
    /** Capitalised words inside a sentence. */
    NAMES(0),
    CONTRACTIONS(-1),
    DASHES(0),
    HYPHENS(1),
    /** Words in -ing. */
    ING(0),
    A(0),
    WHICH(1),
    PREPOSITION(1),
    PRONOUN_FAR(-1),
    CONNECTIVE(1),
    STORYTELLING(-1),
    HEDGING(1),
    ARCHAIC(1),
    CHILDHOOD(-1),
    TRIAL(0);

    /** 1 for what by its nature makes a text harder, -1 easier, 0 when it may do either. */
    final int direction;

    Trait(int direction) {
        this.direction = direction;
    }

    /** Its name in {@code difficulty.tsv}. */
    String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
