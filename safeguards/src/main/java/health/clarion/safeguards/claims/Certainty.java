package health.clarion.safeguards.claims;

import health.clarion.safeguards.claims.KnownClaims.Compared;
import java.util.List;

/**
 * How sure it is that a post repeats the claim that is most like it, rather than one that nobody here has checked: 0 to 1, one half
 * being the threshold. It looks at how alike they are and at how far the others stay behind.
 *
 * <p>The weights were fitted by logistic regression on the tuning part of the open halves of CheckThat! 2020 task 2 and 2022 task 2A:
 * posts whose claim was found first, against the same posts with their claim and its likes taken out of the library, and against posts of
 * health newsrooms, which counted twice while those with their claim taken out counted half. The start was then moved so that nine in
 * ten right matches count as known. Days are seen through the likeness alone: posts of newsrooms come without a day, and a weight of its
 * own would learn that.
 */
final class Certainty {
    private static final int THIRD = 2;

    private enum Weight {
        START(-7.95, -4.1),
        LIKENESS(0.38, 0.35),
        BEFORE_THIRD(0.18, 0.31),
        WORDS_OF_CLAIM(3.29, 4.18),
        WORDS_OF_POST(13.74, 13.84),
        WORDS_WEIGHED(-37.54, -49.93),
        MEANING(1.08, 0);

        final double weight;
        final double weightOfWords;

        Weight(double weight, double weightOfWords) {
            this.weight = weight;
            this.weightOfWords = weightOfWords;
        }

        double times(double value, boolean meaning) {
            return value * (meaning ? weight : weightOfWords);
        }
    }

    private Certainty() {}

    /**
     * How sure it is of the first.
     *
     * @param compared the candidates, the best first
     * @param meaning whether meaning was compared, or words alone
     */
    static double of(List<Compared> compared, boolean meaning) {
        if (compared.isEmpty()) {
            return 0;
        }
        Compared first = compared.getFirst();
        double sum = Weight.START.times(1, meaning)
                + Weight.LIKENESS.times(first.sum(), meaning)
                + Weight.BEFORE_THIRD.times(beforeThird(compared), meaning)
                + Weight.WORDS_OF_CLAIM.times(first.sign(Sign.WORDS_OF_CLAIM), meaning)
                + Weight.WORDS_OF_POST.times(first.sign(Sign.WORDS_OF_POST), meaning)
                + Weight.WORDS_WEIGHED.times(first.sign(Sign.WORDS_WEIGHED), meaning)
                + Weight.MEANING.times(first.sign(Sign.MEANING), meaning);
        return 1 / (1 + Math.exp(-sum));
    }

    /** How far the first is ahead of the third: the second may be the same claim checked by another. */
    private static double beforeThird(List<Compared> compared) {
        return compared.getFirst().sum()
                - compared.get(Math.min(THIRD, compared.size() - 1)).sum();
    }
}
