package health.clarion.safeguards.reading;

import java.util.Arrays;

/** Endings that mark an English word as learned: nouns made from verbs and adjectives, and words of Latin make. */
final class Affixes {
    private static final int SHORTEST = 6;
    private static final String[][] NOMINAL = byLastLetter(
            "tion", "tions", "sion", "sions", "ment", "ments", "ness", "ity", "ities", "ance", "ances", "ence", "ences",
            "ism", "isms");
    private static final String[][] LATIN =
            byLastLetter("ous", "ive", "al", "ary", "ory", "ate", "ify", "ise", "ize", "ible", "able", "ent", "ant");

    private Affixes() {}

    /** A noun made from a verb or an adjective: information, ability. */
    static boolean isNominal(String word) {
        return ends(word, NOMINAL);
    }

    /** An adjective or verb of Latin make: voluntary, modify. Not asked of a nominal one. */
    static boolean isLatin(String word) {
        return ends(word, LATIN);
    }

    private static boolean ends(String word, String[][] endings) {
        int last = word.length() < SHORTEST ? -1 : word.charAt(word.length() - 1) - 'a';
        if (last < 0 || last >= endings.length) {
            return false;
        }
        for (String ending : endings[last]) {
            if (word.endsWith(ending)) {
                return true;
            }
        }
        return false;
    }

    private static String[][] byLastLetter(String... endings) {
        String[][] byLetter = new String['z' - 'a' + 1][];
        Arrays.setAll(byLetter, letter -> Arrays.stream(endings)
                .filter(ending -> ending.charAt(ending.length() - 1) == 'a' + letter)
                .toArray(String[]::new));
        return byLetter;
    }
}
