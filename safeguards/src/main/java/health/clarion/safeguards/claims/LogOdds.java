package health.clarion.safeguards.claims;

/** Sums of weighted signs as how likely something is. */
final class LogOdds {
    private LogOdds() {}

    /** The probability, 0 to 1, that belongs to these log odds: the logistic function, one half at 0. */
    static double probability(double sum) {
        return 1 / (1 + Math.exp(-sum));
    }
}
