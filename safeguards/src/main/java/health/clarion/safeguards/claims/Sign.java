package health.clarion.safeguards.claims;

/**
 * How a post and a checked claim can be alike, each with its weight. Shares are of what the terms tell (their inverse document
 * frequency), so a rare name counts more than a common word. None of them knows where in its library a claim stands.
 *
 * <p>The weights were fitted by softmax regression (the checked claim against the others found for a post, ridge .001) on the tuning
 * part of the open halves of CheckThat! 2020 task 2 and 2022 task 2A (A. Barrón-Cedeño et al., CLEF 2020; P. Nakov et al., CLEF 2022).
 */
enum Sign {
    /** Cosine of the post with claim and headline together. */
    MEANING(13.99, 0),
    /** Cosine with the claim. */
    MEANING_OF_CLAIM(7.18, 0),
    /** Share of the claim that the post has. */
    WORDS_OF_CLAIM(-1.32, 0.63),
    /** Share of the post that the claim, its headline or what was found has. */
    WORDS_OF_POST(2.88, 3.25),
    /** BM25, as a share of what a text made of the post alone could reach. */
    WORDS_WEIGHED(5.8, 39.2),
    /** Share of the claim's and headline's numbers that the post has. */
    NUMBERS(1.92, 1.27),
    /** Share of the headline's neighbouring terms that stand side by side in the post. */
    PAIRS_OF_TITLE(3.23, 2.82),
    /** 1 when the check came within a week of the post. */
    CHECKED_AT_ONCE(6.17, 6.25),
    /** 1 when it came in the second or third week. */
    CHECKED_SOON(4.27, 3.91),
    /** 1 when it came within three months, but not that soon. */
    CHECKED_LATER(1.97, 2.06),
    /** 1 when it came before the post. */
    CHECKED_BEFORE(-1.11, -1.7),
    /** Share of the claim that the author's name has. */
    AUTHOR_NAMED(29.65, 28.63),
    /** Cosine of the runs of four letters with claim and headline. */
    LETTERS(14.07, 16.24);

    /** Weight where meaning is known (English). */
    final double weight;

    /** Weight where only words are compared (Spanish, Catalan, or in haste). */
    final double weightOfWords;

    Sign(double weight, double weightOfWords) {
        this.weight = weight;
        this.weightOfWords = weightOfWords;
    }
}
