package health.clarion.safeguards.privacy.names;

/** How a token is written, which in most posts says more than what it is. */
enum Shape {
    /** Any sign that is no letter or digit. */
    SIGN,
    /** One sign that ends a sentence, or a line break. */
    STOP,
    /** {@code 's} after a word. */
    POSSESSIVE,
    LOWER,
    /** Sarah. */
    CAPITALISED,
    /** SARAH. */
    CAPITALS,
    /** J or J. */
    INITIAL,
    /** M.G. or U.S. */
    INITIALS,
    /** McDonald, iPhone. */
    MIXED,
    NUMBER,
    /** Digits and letters. */
    CODE,
    MENTION,
    HASHTAG,
    ADDRESS;

    private static final Shape[] ALL = values();

    static Shape of(byte ordinal) {
        return ALL[ordinal];
    }

    /** Whether a name may be written so. */
    boolean isWord() {
        return switch (this) {
            case LOWER, CAPITALISED, CAPITALS, INITIAL, INITIALS, MIXED -> true;
            case SIGN, STOP, POSSESSIVE, NUMBER, CODE, MENTION, HASHTAG, ADDRESS -> false;
        };
    }

    /** Whether it is a word with a capital first. */
    boolean isUpper() {
        return switch (this) {
            case CAPITALISED, CAPITALS, INITIAL, INITIALS, MIXED -> true;
            case LOWER, SIGN, STOP, POSSESSIVE, NUMBER, CODE, MENTION, HASHTAG, ADDRESS -> false;
        };
    }
}
