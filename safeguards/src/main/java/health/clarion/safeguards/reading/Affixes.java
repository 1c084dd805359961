package health.clarion.safeguards.reading;

/** Endings that mark an English word as learned: nouns made from verbs and adjectives, and words of Latin make. */
final class Affixes {
    private static final int SHORTEST = 6;
    private static final String[] NOMINAL = {
        "tion", "tions", "sion", "sions", "ment", "ments", "ness", "ity", "ities", "ance", "ances", "ence", "ences",
        "ism", "isms"
    };
    private static final String[] LATIN = {
        "ous", "ive", "al", "ary", "ory", "ate", "ify", "ise", "ize", "ible", "able", "ent", "ant"
    };

    private Affixes() {}

    /** A noun made from a verb or an adjective: information, ability. */
    static boolean isNominal(String word) {
        return ends(word, NOMINAL);
    }

    /** An adjective or verb of Latin make: voluntary, modify. Not asked of a nominal one. */
    static boolean isLatin(String word) {
        return ends(word, LATIN);
    }

    private static boolean ends(String word, String[] endings) {
        if (word.length() < SHORTEST) {
            return false;
        }
        for (String ending : endings) {
            if (word.endsWith(ending)) {
                return true;
            }
        }
        return false;
    }
}
