package health.clarion.safeguards.claims;

import health.clarion.safeguards.claims.KnownClaims.Compared;
import java.util.List;

/**
 * How sure it is that a post repeats the claim that is most like it, rather than one that nobody here has checked: 0 to 1, one half
 * being the threshold. It looks at how alike they are and at how far the others stay behind.
 *
 * <p>The weights were fitted by logistic regression on the tuning part of the open halves of CheckThat! 2020 task 2 and 2022 task 2A:
 * posts whose claim was found first, against the same posts with their claim and its likes taken out of the library, and against posts of
 * health newsrooms. The start was then moved so that about 1 in 100 of the newsrooms' posts counts as known.
 */
final class Certainty {
    private static final int THIRD = 2;
    private static final int TENTH = 9;

    private enum Weight {
        START(-8.2, -6.35),
        LIKENESS(0.18, 0.07),
        BEFORE_THIRD(0.28, 0.39),
        BEFORE_TENTH(0.25, 0.78),
        WORDS_OF_CLAIM(3.12, 1.22),
        WORDS_OF_POST(5.27, 0.77),
        WORDS_WEIGHED(-13.38, -13.26),
        MEANING(1.9, 0),
        CHECKED_SOON(-1.18, 0),
        CHECKED_LATER(-0.59, 0),
        CHECKED_BEFORE(-1.3, 0);

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
                + Weight.BEFORE_THIRD.times(ahead(compared, THIRD), meaning)
                + Weight.BEFORE_TENTH.times(ahead(compared, TENTH), meaning)
                + Weight.WORDS_OF_CLAIM.times(first.sign(Sign.WORDS_OF_CLAIM), meaning)
                + Weight.WORDS_OF_POST.times(first.sign(Sign.WORDS_OF_POST), meaning)
                + Weight.WORDS_WEIGHED.times(first.sign(Sign.WORDS_WEIGHED), meaning)
                + Weight.MEANING.times(first.sign(Sign.MEANING), meaning)
                + Weight.CHECKED_SOON.times(first.sign(Sign.CHECKED_SOON), meaning)
                + Weight.CHECKED_LATER.times(first.sign(Sign.CHECKED_LATER), meaning)
                + Weight.CHECKED_BEFORE.times(first.sign(Sign.CHECKED_BEFORE), meaning);
        return 1 / (1 + Math.exp(-sum));
    }

    private static double ahead(List<Compared> compared, int of) {
        return compared.getFirst().sum()
                - compared.get(Math.min(of, compared.size() - 1)).sum();
    }
}
