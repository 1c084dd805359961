package health.clarion.safeguards.reading;

import org.jspecify.annotations.Nullable;

/** The languages whose texts we can measure. */
enum Language {
    ENGLISH("en"),
    SPANISH("es"),
    CATALAN("ca");

    private final String code;

    Language(String code) {
        this.code = code;
    }

    /** Its two letters. */
    String code() {
        return code;
    }

    /** The one of two letters, or null. */
    static @Nullable Language of(String code) {
        for (Language language : values()) {
            if (language.code.equals(code)) {
                return language;
            }
        }
        return null;
    }
}
