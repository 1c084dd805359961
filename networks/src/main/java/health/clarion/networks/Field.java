package health.clarion.networks;

/** The places of a post that hold words, each with its own limits. */
public enum Field {
    /** The post itself: caption, status, tweet, video description. */
    TEXT,
    /** The title of a video or photo post, where the network has one. */
    TITLE,
    /** The description of one picture for people who cannot see it. */
    ALT,
    /** A comment or reply under the post. */
    COMMENT;

    /** The first part of this field's keys in {@code capabilities.tsv}: {@code text}, {@code title}, {@code alt}, {@code comment}. */
    String key() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
