package health.clarion.campaigns;

import java.util.Locale;

/** What a campaign is after. */
public enum Goal {
    /** People know something they did not. */
    AWARENESS,
    /** People do something. */
    MOBILISE,
    /** Those in charge decide something. */
    POLICY,
    /** People give. */
    FUNDRAISE;

    /** {@code "awareness"}, as forms and the API say it. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether the reader must be able to press something to help. */
    public boolean needsLinks() {
        return this != AWARENESS;
    }

    /** @throws IllegalArgumentException when no goal has this id */
    public static Goal of(String id) {
        for (Goal goal : values()) {
            if (goal.id().equals(id)) {
                return goal;
            }
        }
        throw new IllegalArgumentException("no goal is called " + id);
    }
}
