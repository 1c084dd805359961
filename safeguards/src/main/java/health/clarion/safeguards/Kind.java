package health.clarion.safeguards;

import java.util.Locale;

/** Whose words they are, which decides what is looked for. */
public enum Kind {
    /** Written for the organisation: checked for everything. */
    STAFF,
    /** A member's own words: only looked at for privacy and crisis, never corrected. */
    MEMBER;

    /** As the command line writes it, such as {@code staff}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
