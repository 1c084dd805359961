package health.clarion.safeguards.reading;

/**
 * Counts the syllables of a word as it is written, in lower case. Spanish and Catalan by the rules of their spelling, which say exactly
 * where vowels part; English, whose spelling doesn't, by groups of vowels and silent endings, for words that the dictionary lacks. A word
 * has at least one. Nothing is allocated.
 */
final class Syllables {
    private Syllables() {}

    /** The syllables of an English word that no dictionary has. */
    static int english(CharSequence word) {
        int groups = 0;
        boolean vowelBefore = false;
        for (int i = 0; i < word.length(); i++) {
            boolean vowel = isEnglishVowel(word.charAt(i));
            groups += vowel && !vowelBefore ? 1 : 0;
            groups += vowel && vowelBefore && parts(word, i - 1) ? 1 : 0;
            vowelBefore = vowel;
        }
        if (groups > 1 && endsSilently(word)) {
            groups--;
        }
        return Math.max(1, groups);
    }

    private static boolean isEnglishVowel(char c) {
        return switch (c) {
            case 'a', 'e', 'i', 'o', 'u', 'y' -> true;
            default -> false;
        };
    }

    /** Whether two vowels side by side are said apart: li-on, ide-a, muse-um, do-ing. */
    private static boolean parts(CharSequence word, int at) {
        char one = word.charAt(at);
        char other = word.charAt(at + 1);
        boolean last = at + 2 == word.length();
        return switch (one) {
            case 'i' ->
                (other == 'o' || other == 'a') && !(at > 0 && "tscg".indexOf(word.charAt(at - 1)) >= 0) || other == 'u';
            case 'e' ->
                other == 'o' || other == 'a' && last && word.length() > 3 || isUm(word, at + 1) || isIng(word, at + 1);
            case 'u' -> other == 'o' || other == 'a' && last;
            case 'o', 'y' -> isIng(word, at + 1);
            default -> false;
        };
    }

    private static boolean isIng(CharSequence word, int at) {
        return at + 3 == word.length()
                && word.charAt(at) == 'i'
                && word.charAt(at + 1) == 'n'
                && word.charAt(at + 2) == 'g';
    }

    private static boolean isUm(CharSequence word, int at) {
        return at + 2 == word.length() && word.charAt(at) == 'u' && word.charAt(at + 1) == 'm';
    }

    private static boolean endsSilently(CharSequence word) {
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

    /**
     * Spanish (Ortografía de la lengua española, 2010): two open vowels part, a closed vowel with an accent parts from its neighbour, two
     * closed ones join, an h between vowels changes nothing, u is mute in que, qui, gue, gui, and y at the end is a vowel.
     */
    static int spanish(CharSequence word) {
        int count = 0;
        char before = 0;
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            boolean mute = c == 'u' && isMuteU(word, i);
            boolean vowel = !mute && isSpanishVowel(c) || c == 'y' && i > 0 && i + 1 == word.length();
            if (vowel && (before == 0 || isOpenOrStressed(before) && isOpenOrStressed(c))) {
                count++;
            }
            before = vowel ? c : mute || c == 'h' ? before : 0;
        }
        return Math.max(1, count);
    }

    private static boolean isSpanishVowel(char c) {
        return "aeiouáéíóúü".indexOf(c) >= 0;
    }

    private static boolean isOpenOrStressed(char c) {
        return "aeoáéóíú".indexOf(c) >= 0;
    }

    private static boolean isMuteU(CharSequence word, int at) {
        boolean afterQOrG = at > 0 && "qg".indexOf(word.charAt(at - 1)) >= 0;
        return afterQOrG && at + 1 < word.length() && "eiéíèíï".indexOf(word.charAt(at + 1)) >= 0;
    }

    /**
     * Catalan (Institut d'Estudis Catalans, Ortografia catalana, 2017): a weak i or u joins the vowel before it ({@code rei}, {@code blau}); a
     * rising one stands alone ({@code grà-ci-a}), except after q or g ({@code ai-gua}), between vowels ({@code no-ia}) and at the start
     * ({@code io-gurt}). An accent or a diaeresis makes it a syllable of its own, and so do the endings -isme and -ista after a vowel and the
     * infinitive, gerund, future and conditional of verbs in -ir ({@code a-gra-ir, tra-du-int}). The dot of l·l is no letter.
     */
    static int catalan(CharSequence word) {
        int count = 0;
        boolean glideBefore = false;
        for (int i = 0; i < word.length(); i++) {
            boolean glide = isGlide(word, i, glideBefore);
            count += isCatalanVowel(word.charAt(i)) && !glide ? 1 : 0;
            glideBefore = glide;
        }
        return Math.max(1, count);
    }

    private static boolean isGlide(CharSequence word, int at, boolean glideBefore) {
        char c = word.charAt(at);
        if (c != 'i' && c != 'u' && c != 'ü') {
            return false;
        }
        boolean vowelAfter = at + 1 < word.length() && isCatalanVowel(word.charAt(at + 1));
        boolean afterQOrG = at > 0 && "qg".indexOf(word.charAt(at - 1)) >= 0;
        if (afterQOrG && c != 'i') {
            return vowelAfter;
        }
        boolean vowelBefore = at > 0 && isCatalanVowel(word.charAt(at - 1)) && !glideBefore;
        boolean first = at == 0 || at == 1 && word.charAt(0) == 'h';
        return c != 'ü' && vowelBefore && !standsAlone(word, at) || c == 'i' && first && vowelAfter;
    }

    /** An i after a vowel that the rules leave without its diaeresis, since the ending says enough. */
    private static boolean standsAlone(CharSequence word, int at) {
        if (word.charAt(at) != 'i' || at < 2) {
            return false;
        }
        String[] endings = {"ir", "int", "isme", "ismes", "ista", "istes"};
        for (String ending : endings) {
            if (word.length() - at == ending.length() && matches(word, at, ending)) {
                return true;
            }
        }
        return false;
    }

    private static boolean matches(CharSequence word, int at, String ending) {
        for (int i = 0; i < ending.length(); i++) {
            if (word.charAt(at + i) != ending.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isCatalanVowel(char c) {
        return "aeiouàèéíòóúïü".indexOf(c) >= 0;
    }
}
