package health.clarion.safeguards;

import java.util.Objects;
import java.util.Set;

/**
 * How near the words come to a risk to life. The findings of category {@link Category#CRISIS} hold the words that decided it.
 *
 * @param level 0 none, 1 distress, 2 ideation, 3 plan or behaviour, 4 attempt or imminent; after the order of the C-SSRS screener's items
 * @param score 0 to 1; a half or more exactly when it is an alarm, and higher the more else points the same way
 * @param risks what the risk is; empty when there is none or it is distress alone
 * @param who who is at risk, or why nobody is although the words are there
 */
public record Crisis(int level, double score, Set<Risk> risks, Who who) {
    /** No sign of a crisis. */
    public static final Crisis NONE = new Crisis(0, 0);

    /** The level from which a person is called. */
    public static final int ALARM = 2;

    /** Kinds of risk. */
    public enum Risk {
        SUICIDE,
        SELF_HARM,
        EATING_DISORDER,
        ABUSE,
        OVERDOSE,
        PSYCHOSIS
    }

    /** Who is at risk; or, from {@link #DENIED} on, why nobody is although words of a crisis are there. */
    public enum Who {
        NOBODY,
        /** Who writes, now. */
        WRITER,
        /** Who writes, at a time that is over. */
        WRITER_BEFORE,
        /** Somebody the writer knows. */
        SOMEONE_ELSE,
        /** It is said not to be so. */
        DENIED,
        /** Words that somebody may say, quoted to be heeded. */
        QUOTED,
        /** A story. */
        FICTION,
        /** A song. */
        SONG,
        /** People in general: news, research, a service, comfort for a reader. */
        PUBLIC
    }

    public Crisis {
        Objects.requireNonNull(who);
        risks = Set.copyOf(risks);
        if (level < 0 || level > 4 || !(score >= 0 && score <= 1)) {
            throw new IllegalArgumentException("Not a crisis level and score: " + level + ", " + score);
        }
    }

    /** A level and score of which no more is known. */
    public Crisis(int level, double score) {
        this(level, score, Set.of(), level == 0 ? Who.NOBODY : Who.WRITER);
    }

    /** Whether a person must look at it now. */
    public boolean alarm() {
        return level >= ALARM;
    }
}
