package health.clarion.networks;

/** What a network counts when it limits a text. The words are the ones used in {@code capabilities.tsv}. */
public enum Unit {
    /** User-perceived characters (Unicode extended grapheme clusters). */
    GRAPHEMES("graphemes"),
    /** Mastodon: graphemes, a link costs a fixed number, {@code @user@host} costs its local part, the content warning counts. */
    GRAPHEMES_FIXED_LINKS("graphemes, links fixed"),
    /** X: after NFC, 1 for most Latin and punctuation, 2 for the rest and for an emoji, 23 for a link. */
    WEIGHTED("weighted characters"),
    /** UTF-16 code units, what {@link String#length()} counts. */
    UTF16("UTF-16 units"),
    /** Bytes of the text in UTF-8. */
    UTF8_BYTES("UTF-8 bytes"),
    /** Unicode code points. */
    CODE_POINTS("code points"),
    /** Threads: code points, but an emoji costs its UTF-8 bytes. */
    EMOJI_AS_BYTES("characters, emoji as UTF-8 bytes"),
    /** LinkedIn: UTF-16 units after the reserved characters were escaped with a backslash. */
    ESCAPED("UTF-16 units after escaping"),
    HASHTAGS("hashtags"),
    MENTIONS("mentions"),
    CASHTAGS("cashtags"),
    /** YouTube refuses {@code <} and {@code >} anywhere in a title or description. */
    ANGLE_BRACKETS("angle brackets");

    private final String words;

    Unit(String words) {
        this.words = words;
    }

    /** The unit in the words of the facts file. */
    public String words() {
        return words;
    }

    /** True when this counts the length of the text rather than things in it. */
    public boolean isLength() {
        return switch (this) {
            case GRAPHEMES, GRAPHEMES_FIXED_LINKS, WEIGHTED, UTF16, UTF8_BYTES, CODE_POINTS, EMOJI_AS_BYTES, ESCAPED ->
                true;
            case HASHTAGS, MENTIONS, CASHTAGS, ANGLE_BRACKETS -> false;
        };
    }

    /**
     * The unit written with these words.
     *
     * @throws IllegalArgumentException when there is none
     */
    static Unit of(String words) {
        for (Unit unit : values()) {
            if (unit.words.equals(words)) {
                return unit;
            }
        }
        throw new IllegalArgumentException("No unit is called “" + words + "”");
    }
}
