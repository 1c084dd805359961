package health.clarion.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class ScoresTest {
    private static final Offset<Double> EXACT = within(1e-9);
    private static final int[] FOUR = {0, 1, 2, 3};

    @Test
    void averagePrecisionIsTheMeanPrecisionAtEachPositive() {
        double[] scores = {0.9, 0.8, 0.7, 0.6};
        boolean[] positive = {true, false, true, false};
        assertThat(Scores.averagePrecision(scores, positive, FOUR)).isCloseTo((1 + 2 / 3.0) / 2, EXACT);
    }

    @Test
    void scoresThatSayNothingGiveTheShareOfPositives() {
        double[] scores = {0.5, 0.5, 0.5, 0.5};
        boolean[] positive = {true, false, false, false};
        assertThat(Scores.averagePrecision(scores, positive, FOUR)).isCloseTo(0.25, EXACT);
        assertThat(Scores.auc(scores, positive, FOUR)).isCloseTo(0.5, EXACT);
    }

    @Test
    void recallAtAPrecisionTakesTheBestThreshold() {
        double[] scores = {0.9, 0.8, 0.7, 0.6};
        boolean[] positive = {true, false, false, true};
        assertThat(Scores.recallAtPrecision(scores, positive, 0.5, FOUR)).isCloseTo(1, EXACT);
        assertThat(Scores.recallAtPrecision(scores, positive, 0.6, FOUR)).isCloseTo(0.5, EXACT);
    }

    @Test
    void recallWeighsFourTimesInF2() {
        assertThat(Scores.f(1, 2, 1, 1)).isCloseTo(2 / 3.0, EXACT);
        assertThat(Scores.f(2, 2, 0, 2)).isCloseTo(5 * 2 / (5 * 2 + 4 * 2.0), EXACT);
    }

    @Test
    void aRankingIsScoredByItsFirstFew() {
        assertThat(Scores.averagePrecisionAt(5, List.of("b", "a"), List.of("a")))
                .isCloseTo(0.5, EXACT);
        assertThat(Scores.averagePrecisionAt(1, List.of("b", "a"), List.of("a")))
                .isCloseTo(0, EXACT);
    }

    @Test
    void correlationIsOneForStraightLines() {
        double[] one = {1, 2, 3, 4};
        double[] other = {2, 4, 6, 8};
        assertThat(Scores.pearson(one, other, FOUR)).isCloseTo(1, EXACT);
    }

    @Test
    void kappaIsOneForAgreementAndNoneForChance() {
        int[] gold = {0, 0, 1, 1};
        assertThat(Scores.quadraticKappa(gold, gold, 2, FOUR)).isCloseTo(1, EXACT);
        assertThat(Scores.quadraticKappa(gold, new int[] {0, 1, 0, 1}, 2, FOUR)).isCloseTo(0, EXACT);
        assertThat(Scores.macroF1(gold, gold, 2, FOUR)).isCloseTo(1, EXACT);
    }

    @Test
    void anIntervalHoldsItsValueAndIsTheSameEveryTime() {
        Measured measured = Measured.mean(new double[] {0, 1, 0, 1, 1, 1});
        assertThat(measured.value()).isBetween(measured.low(), measured.high());
        assertThat(Measured.mean(new double[] {0, 1, 0, 1, 1, 1})).isEqualTo(measured);
    }

    @Test
    void aRowIsAlwaysInTheSamePart() {
        assertThat(Part.of("row-2")).isEqualTo(Part.TUNE);
        assertThat(Part.of("row-3"))
                .as("the hash leaves 71 of 100, and 70 are the share to tune on")
                .isEqualTo(Part.CONFIRM);
        long tune = java.util.stream.IntStream.range(0, 10_000)
                .filter(i -> Part.of("row-" + i) == Part.TUNE)
                .count();
        assertThat(tune).isBetween(6800L, 7200L);
    }
}
