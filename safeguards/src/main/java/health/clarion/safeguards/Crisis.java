package health.clarion.safeguards;

/**
 * How near the words come to a risk to life. The findings of category {@link Category#CRISIS} hold the words that decided it.
 *
 * @param level 0 none, 1 distress, 2 ideation, 3 plan or behaviour, 4 attempt or imminent; after the order of the C-SSRS screener's items
 * @param score 0 to 1, rising with the level and with each further sign
 */
public record Crisis(int level, double score) {
    /** No sign of a crisis. */
    public static final Crisis NONE = new Crisis(0, 0);

    /** The level from which a person is called. */
    public static final int ALARM = 2;

    public Crisis {
        if (level < 0 || level > 4 || !(score >= 0 && score <= 1)) {
            throw new IllegalArgumentException("Not a crisis level and score: " + level + ", " + score);
        }
    }

    /** Whether a person must look at it now. */
    public boolean alarm() {
        return level >= ALARM;
    }
}
