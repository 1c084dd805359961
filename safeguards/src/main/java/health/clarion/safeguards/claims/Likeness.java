package health.clarion.safeguards.claims;

import health.clarion.safeguards.retrieval.Bm25;
import java.util.BitSet;

/** Compares a post with a claim sign by sign, as far as words and days go. */
final class Likeness {
    private static final double MOST_OF_A_TERM = 2.2;
    private static final int ENOUGH_TERMS = 2;
    private static final double ENOUGH_OF_CLAIM = 1 / 3.0;
    private static final int AT_ONCE = 7;
    private static final int SOON = 20;
    private static final int LATER = 90;
    private static final int A_LITTLE_BEFORE = -3;

    private final Bm25 index;

    Likeness(Bm25 index) {
        this.index = index;
    }

    /** Fills in the signs of words and days; those of meaning are the caller's. */
    void compare(PostWords post, CheckedWords claim, FactCheck check, float score, double[] signs) {
        put(signs, Sign.WORDS_OF_CLAIM, share(claim.claim(), post.said()));
        put(signs, Sign.WORDS_OF_POST, post.tells() == 0 ? 0 : told(claim.all(), post.said()) / post.tells());
        put(signs, Sign.WORDS_WEIGHED, post.tells() == 0 ? 0 : score / (post.tells() * MOST_OF_A_TERM));
        put(signs, Sign.NUMBERS, share(claim.numbers(), post.said()));
        put(signs, Sign.PAIRS_OF_TITLE, pairs(claim.titlePairs(), post));
        put(signs, Sign.AUTHOR_NAMED, share(claim.claim(), post.author()));
        put(signs, Sign.LETTERS, post.grams().cosine(claim.grams()));
        if (post.day() != null && check.date() != null) {
            long days = check.date().toEpochDay() - post.day().toEpochDay();
            put(signs, Sign.CHECKED_AT_ONCE, days >= A_LITTLE_BEFORE && days <= AT_ONCE ? 1 : 0);
            put(signs, Sign.CHECKED_SOON, days > AT_ONCE && days <= SOON ? 1 : 0);
            put(signs, Sign.CHECKED_LATER, days > SOON && days <= LATER ? 1 : 0);
            put(signs, Sign.CHECKED_BEFORE, days < A_LITTLE_BEFORE ? 1 : 0);
        }
    }

    /** Whether so much of a claim is said that a sentence may repeat it: two of its terms, or one that tells a third of it. */
    boolean shares(CheckedWords claim, BitSet said) {
        int shared = 0;
        for (int term : claim.claim()) {
            shared += said.get(term) ? 1 : 0;
        }
        return shared >= ENOUGH_TERMS || shared > 0 && share(claim.claim(), said) >= ENOUGH_OF_CLAIM;
    }

    static void put(double[] signs, Sign sign, double value) {
        signs[sign.ordinal()] = value;
    }

    private double share(int[] terms, BitSet said) {
        double all = 0;
        for (int term : terms) {
            all += index.idf(term);
        }
        return all == 0 ? 0 : told(terms, said) / all;
    }

    private double told(int[] terms, BitSet said) {
        double told = 0;
        for (int term : terms) {
            told += said.get(term) ? index.idf(term) : 0;
        }
        return told;
    }

    private double pairs(long[] pairs, PostWords post) {
        double all = 0;
        double told = 0;
        for (long pair : pairs) {
            double tells = index.idf((int) (pair >> Integer.SIZE)) + index.idf((int) pair);
            all += tells;
            told += post.hasPair(pair) ? tells : 0;
        }
        return all == 0 ? 0 : told / all;
    }
}
