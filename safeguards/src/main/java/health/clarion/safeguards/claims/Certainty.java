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
    private enum Weight {
        START(-8.46, -5.4),
        LIKENESS(0.37, 0.39),
        BEFORE_NEXT(1.3, 1.57),
        WORDS_OF_CLAIM(2.78, 3.99),
        WORDS_OF_POST(12.69, 12.48),
        WORDS_WEIGHED(-35.2, -47.62),
        MEANING(0.81, 0);

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
                + Weight.BEFORE_NEXT.times(beforeNext(compared), meaning)
                + Weight.WORDS_OF_CLAIM.times(first.sign(Sign.WORDS_OF_CLAIM), meaning)
                + Weight.WORDS_OF_POST.times(first.sign(Sign.WORDS_OF_POST), meaning)
                + Weight.WORDS_WEIGHED.times(first.sign(Sign.WORDS_WEIGHED), meaning)
                + Weight.MEANING.times(first.sign(Sign.MEANING), meaning);
        return LogOdds.probability(sum);
    }

    /**
     * Logarithm of how far the first is ahead of the next; those just as likely are the same
     * claim in other quotation marks. With none beside it nothing is known of that, and it is 0.
     */
    private static double beforeNext(List<Compared> compared) {
        double first = compared.getFirst().sum();
        for (Compared one : compared) {
            if (one.sum() < first) {
                return Math.log1p(first - one.sum());
            }
        }
        return 0;
    }
}
