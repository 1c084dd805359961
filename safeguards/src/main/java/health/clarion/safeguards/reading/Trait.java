package health.clarion.safeguards.reading;

import java.util.Locale;

/** Something that can be seen in an English text and makes it easier or harder to read. */
enum Trait {
    /** Words that four of five children of ten don't know (Dale and Chall) in the sentence with most; on a scale that grows ever slower. */
    HARDEST_SENTENCE(1),
    /** How far the words are from everybody's thousand (SCOWL), summed in a sentence; on a scale that grows ever slower. */
    EXCESS_SIZE(1),
    /** How rare the words are in books and encyclopedias, on average. */
    BOOKS_ALL(1),
    /** Share of words of meaning that are rare in books. */
    BOOKS_RARER(1),
    /** Share of words that are not even common on the web, names among them. */
    WEB_RARE(1),
    /** Share of words of meaning that only larger dictionaries have. */
    SIZE_50(1),
    /** Share of words of meaning that no dictionary of ours has. */
    SIZE_BEYOND(1),
    /** Share of words of meaning that WordNet doesn't know. */
    NO_KIND(1),
    /** How far the words of meaning are from a small child's world, on average: from puppy to litigation. */
    GROWN_UP(1),
    /** How much they speak of thinking rather than doing, on average: from jump to presume. */
    THOUGHT(1),
    /** The same of the fifth of them that does most. */
    THOUGHT_MOST(1),
    /** How much the fifth of them that does most sounds of the laboratory rather than the village: from supper to enzyme. */
    LABORATORY_MOST(1),
    /** How formal the most formal fifth of them is: from get to obtain. */
    FORMAL_MOST(1),
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
    /** The longest stretch without a comma, a stop or another such mark, in letters and spaces; on a scale that grows ever slower. */
    LONGEST_CLAUSE(1),
    /** Paragraphs and lines. */
    LINES(-1),
    /** Things, people, animals, plants, food, parts of the body. */
    CONCRETE(-1),
    ANIMALS(-1),
    PEOPLE(-1),
    VERBS(0),
    /** Adjectives and verbs of Latin make: voluntary, modify. */
    LATIN(1),
    ABBREVIATIONS(1),
    CONTRACTIONS(-1),
    DASHES(0),
    HYPHENS(1),
    /** Words in -ing. */
    ING(0),
    A(0),
    WHICH(1),
    PREPOSITION(1),
    CONNECTIVE(1),
    STORYTELLING(-1),
    HEDGING(1),
    ARCHAIC(1),
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
