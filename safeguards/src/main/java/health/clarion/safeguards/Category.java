package health.clarion.safeguards;

import java.util.Locale;

/** What a finding is about. A rule id is {@code category/name}, the category in lower case. */
public enum Category {
    /** Someone could be identified. */
    PRIVACY,
    /** A life could be at risk. */
    CRISIS,
    /** Something is claimed that needs a source or a specialist's eye. */
    CLAIMS,
    /** Words that stigmatise. */
    LANGUAGE,
    /** Harder to read than the audience wishes. */
    READING,
    /** Shut to people who use assistive technology. */
    ACCESS,
    /** Does not fit the network. */
    FIT;

    /** The category as rule ids and the command line write it, such as {@code privacy}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The category of a rule id such as {@code privacy/e-mail}.
     *
     * @throws IllegalArgumentException when the part before the slash is no category
     */
    public static Category ofRule(String rule) {
        int slash = rule.indexOf('/');
        String id = slash < 0 ? rule : rule.substring(0, slash);
        for (Category category : values()) {
            if (category.id().equals(id)) {
                return category;
            }
        }
        throw new IllegalArgumentException("No category: " + id);
    }
}
