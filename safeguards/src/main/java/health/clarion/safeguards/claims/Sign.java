package health.clarion.safeguards.claims;

/**
 * How a post and a checked claim can be alike, each with its weight. Shares are of what the terms tell (their inverse document
 * frequency), so a rare name counts more than a common word.
 *
 * <p>The weights were fitted by softmax regression (the checked claim against the others found for a post, ridge .001) on the tuning
 * part of the open halves of CheckThat! 2020 task 2 and 2022 task 2A (A. Barrón-Cedeño et al., CLEF 2020; P. Nakov et al., CLEF 2022).
 */
enum Sign {
    /** Cosine of the post with claim and headline together. */
    MEANING(0, 0),
    /** Cosine with the claim. */
    MEANING_OF_CLAIM(0, 0),
    /** Cosine with the headline. */
    MEANING_OF_TITLE(0, 0),
    /** Cosine with what was found. */
    MEANING_OF_SUBTITLE(0, 0),
    /** Share of the claim that the post has. */
    WORDS_OF_CLAIM(0, 0),
    /** Share of the headline that the post has. */
    WORDS_OF_TITLE(0, 0),
    /** Share of what was found that the post has. */
    WORDS_OF_SUBTITLE(0, 0),
    /** Share of the post that the claim, its headline or what was found has. */
    WORDS_OF_POST(0, 0),
    /** BM25, as a share of what a text made of the post alone could reach. */
    WORDS_WEIGHED(0, 0),
    /** BM25, as a share of the best of all claims for this post. */
    WORDS_AGAINST_BEST(0, 0),
    /** Logarithm of the rank by BM25. */
    RANK_BY_WORDS(0, 0),
    /** Logarithm of the rank by meaning. */
    RANK_BY_MEANING(0, 0),
    /** Share of the claim's names that the post or its author's name has. */
    NAMES(0, 0),
    /** Share of the claim's and headline's numbers that the post has. */
    NUMBERS(0, 0),
    /** Share of the claim's neighbouring terms that stand side by side in the post. */
    PAIRS_OF_CLAIM(0, 0),
    /** The same of the headline. */
    PAIRS_OF_TITLE(0, 0),
    /** 1 when the check came within ten days of the post. */
    CHECKED_SOON(0, 0),
    /** 1 when it came within three months, but not that soon. */
    CHECKED_LATER(0, 0),
    /** 1 when it came before the post. */
    CHECKED_BEFORE(0, 0),
    /** Logarithm of the days between; 0 when either day is unknown. */
    DAYS_BETWEEN(0, 0),
    /** Share of the claim that the post has, also as part of words written together. */
    WRITTEN_TOGETHER(0, 0),
    /** Share of the claim that the author's name has. */
    AUTHOR_NAMED(0, 0),
    /** Cosine of the runs of four letters with claim and headline. */
    LETTERS(0, 0);

    /** Weight where meaning is known (English). */
    final double weight;

    /** Weight where only words are compared (Spanish, Catalan). */
    final double weightOfWords;

    Sign(double weight, double weightOfWords) {
        this.weight = weight;
        this.weightOfWords = weightOfWords;
    }
}
