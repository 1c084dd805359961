package health.clarion.safeguards.reading;

/**
 * Counts the syllables of a word as it is written, in lower case. English by groups of vowels and its silent endings; Spanish and
 * Catalan by the rules of their spelling, which say exactly where vowels part. A word has at least one.
 */
final class Syllables {
    private Syllables() {}

    static int english(String word) {
        int groups = 0;
        boolean vowelBefore = false;
        for (int i = 0; i < word.length(); i++) {
            boolean vowel = isEnglishVowel(word.charAt(i));
            groups += vowel && !vowelBefore ? 1 : 0;
            vowelBefore = vowel;
        }
        groups += partedVowels(word);
        if (groups > 1 && endsSilently(word)) {
            groups--;
        }
        return Math.max(1, groups);
    }

    private static boolean isEnglishVowel(char c) {
        return "aeiouy".indexOf(c) >= 0;
    }

    /** Vowels side by side that are said apart: li-on, ide-a, muse-um, do-ing. */
    private static int partedVowels(String word) {
        int parted = 0;
        for (int i = 0; i + 1 < word.length(); i++) {
            String pair = word.substring(i, i + 2);
            boolean softened = i > 0 && "tscg".indexOf(word.charAt(i - 1)) >= 0;
            parted += switch (pair) {
                case "io", "ia" -> softened ? 0 : 1;
                case "eo", "iu", "uo" -> 1;
                case "ea" -> i + 2 == word.length() && word.length() > 3 ? 1 : 0;
                case "ei", "yi", "oi" -> word.startsWith("ing", i + 1) && i + 4 == word.length() ? 1 : 0;
                default -> 0;
            };
        }
        return parted;
    }

    private static boolean endsSilently(String word) {
        int n = word.length();
        char last = word.charAt(n - 1);
        if (last == 'e') {
            boolean sounded = n > 2
                    && (isEnglishVowel(word.charAt(n - 2))
                            || word.charAt(n - 2) == 'l' && !isEnglishVowel(word.charAt(n - 3)));
            return !sounded;
        }
        if (n < 4 || word.charAt(n - 2) != 'e' || isEnglishVowel(word.charAt(n - 3))) {
            return false;
        }
        char before = word.charAt(n - 3);
        return switch (last) {
            case 'd' -> before != 't' && before != 'd';
            case 's' -> "sxzcgh".indexOf(before) < 0 && !(before == 'l' && !isEnglishVowel(word.charAt(n - 4)));
            default -> false;
        };
    }

    /** Spanish: two open vowels part, and a closed vowel with an accent parts from its neighbour. */
    static int spanish(String word) {
        int count = 0;
        char before = 0;
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            boolean silent = c == 'u' && isMuteU(word, i);
            boolean vowel = !silent && "aeiouáéíóúü".indexOf(c) >= 0 || c == 'y' && i + 1 == word.length() && i > 0;
            if (vowel && (before == 0 || parts(before, c))) {
                count++;
            }
            before = vowel ? c : silent || c == 'h' ? before : 0;
        }
        return Math.max(1, count);
    }

    private static boolean parts(char before, char c) {
        boolean open = "aeoáéóíú".indexOf(c) >= 0;
        boolean openBefore = "aeoáéóíú".indexOf(before) >= 0;
        return open && openBefore;
    }

    private static boolean isMuteU(String word, int at) {
        boolean afterQOrG = at > 0 && "qg".indexOf(word.charAt(at - 1)) >= 0;
        return afterQOrG && at + 1 < word.length() && "eiéíèíï".indexOf(word.charAt(at + 1)) >= 0;
    }

    /**
     * Catalan: a falling i or u joins the vowel before it ({@code rei}, {@code blau}); a rising one stands alone
     * ({@code grà-ci-a}), except after q or g, between vowels and at the start ({@code io-gurt}).
     */
    static int catalan(String word) {
        int count = 0;
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            if (isCatalanVowel(c) && !isGlide(word, i)) {
                count++;
            }
        }
        return Math.max(1, count);
    }

    private static boolean isGlide(String word, int at) {
        char c = word.charAt(at);
        if (c != 'i' && c != 'u' && c != 'ü') {
            return false;
        }
        boolean vowelBefore = at > 0 && isCatalanVowel(word.charAt(at - 1)) && !(at > 1 && isGlide(word, at - 1));
        boolean vowelAfter = at + 1 < word.length() && isCatalanVowel(word.charAt(at + 1));
        boolean afterQOrG = at > 0 && "qg".indexOf(word.charAt(at - 1)) >= 0;
        boolean first = at == 0 || at == 1 && word.charAt(0) == 'h';
        return c != 'ü' && vowelBefore || vowelAfter && (c != 'i' && afterQOrG || first && c == 'i');
    }

    private static boolean isCatalanVowel(char c) {
        return "aeiouàèéíòóúïü".indexOf(c) >= 0;
    }
}
