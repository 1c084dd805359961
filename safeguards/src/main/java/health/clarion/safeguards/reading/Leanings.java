package health.clarion.safeguards.reading;

import health.clarion.safeguards.reading.EnglishWords.Leaning;

/** How the words of a text lean, counted as they come. For one thread. */
final class Leanings {
    private static final Leaning[] ALL = Leaning.values();
    private static final int STEPS = EnglishWords.FURTHEST + 1;

    /** Where everyday words lie, for a text without any word that leans. */
    private static final double MIDDLE = EnglishWords.FURTHEST / 2.0;

    /** The part of the words that lean most, one of so many. */
    private static final int PART = 5;

    private final int[] counts = new int[ALL.length * STEPS];
    private int words;

    /** Counts a word, by its entry. */
    void add(long entry) {
        if (EnglishWords.leans(entry)) {
            words++;
            for (int i = 0; i < ALL.length; i++) {
                counts[i * STEPS + EnglishWords.leaning(entry, ALL[i])]++;
            }
        }
    }

    /** How far they lean on average. */
    double mean(Leaning leaning) {
        return mean(leaning, words);
    }

    /** How far the fifth of them leans that leans most. */
    double most(Leaning leaning) {
        return mean(leaning, Math.max(1, words / PART));
    }

    private double mean(Leaning leaning, int furthest) {
        if (words == 0) {
            return MIDDLE;
        }
        int left = furthest;
        int sum = 0;
        for (int step = EnglishWords.FURTHEST; step >= 0 && left > 0; step--) {
            int taken = Math.min(left, counts[leaning.ordinal() * STEPS + step]);
            sum += taken * step;
            left -= taken;
        }
        return (double) sum / furthest;
    }
}
