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
    MEANING(11.66, 0),
    /** Cosine with the claim. */
    MEANING_OF_CLAIM(9.0, 0),
    /** Share of the claim that the post has. */
    WORDS_OF_CLAIM(-5.22, 0),
    /** Share of the post that the claim, its headline or what was found has. */
    WORDS_OF_POST(0.45, 4.48),
    /** BM25, as a share of what a text made of the post alone could reach. */
    WORDS_WEIGHED(0, 7.43),
    /** Logarithm of the rank by BM25. */
    RANK_BY_WORDS(-0.88, -0.78),
    /** Share of the claim's and headline's numbers that the post has. */
    NUMBERS(1.45, 0.98),
    /** Share of the headline's neighbouring terms that stand side by side in the post. */
    PAIRS_OF_TITLE(2.74, 2.54),
    /** 1 when the check came within ten days of the post. */
    CHECKED_SOON(5.98, 0),
    /** 1 when it came within three months, but not that soon. */
    CHECKED_LATER(2.27, 0),
    /** 1 when it came before the post. */
    CHECKED_BEFORE(-1.17, 0),
    /** Share of the claim that the author's name has. */
    AUTHOR_NAMED(30.87, 0),
    /** Cosine of the runs of four letters with claim and headline. */
    LETTERS(11.1, 14.58);

    /** Weight where meaning is known (English). */
    final double weight;

    /** Weight where only words are compared (Spanish, Catalan). */
    final double weightOfWords;

    Sign(double weight, double weightOfWords) {
        this.weight = weight;
        this.weightOfWords = weightOfWords;
    }
}
