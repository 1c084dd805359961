package health.clarion.safeguards.privacy;

import java.util.Set;

/** Postcodes by their shape: the British ones as Royal Mail writes them, American ZIP codes after a state, others after a label only. */
final class Postcodes {
    private static final Set<String> AREAS = Set.of(
            ("ab al b ba bb bd bh bl bn br bs bt ca cb cf ch cm co cr ct cv cw da dd de dg dh dl dn dt dy e ec eh en ex fk fy g gl gu gy "
                            + "ha hd hg hp hr hs hu hx ig im ip iv je ka kt kw ky l la ld le ll ln ls lu m me mk ml n ne ng nn np nr nw ol ox pa pe ph pl po pr "
                            + "rg rh rm s sa se sg sk sl sm sn so sp sr ss st sw sy ta td tf tn tq tr ts tw ub w wa wc wd wf wn wr ws wv yo ze")
                    .split(" "));
    private static final String NEVER_INWARD = "cikmov"; // Royal Mail, Programmers' Guide: not in the last two letters

    private Postcodes() {}

    /** One past the last word of a postcode that begins at a word, or -1. */
    static int end(Scene scene, int word) {
        String first = scene.word(word);
        if (!hasDigit(first)) {
            return -1;
        }
        if (first.length() >= 5
                && first.length() <= 7
                && isOutward(first.substring(0, first.length() - 3))
                && isInward(first.substring(first.length() - 3))) {
            return scene.isCapital(word) ? word + 1 : -1;
        }
        boolean british = isOutward(first)
                && isInward(scene.word(word + 1))
                && scene.after(word).equals(" ")
                && (scene.isCapital(word) || !scene.hasCapitals());
        return british ? word + 2 : zip(scene, word);
    }

    private static boolean hasDigit(String word) {
        for (int i = 0; i < word.length(); i++) {
            if (Character.isDigit(word.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    private static int zip(Scene scene, int word) {
        boolean five =
                scene.word(word).length() == 5 && scene.word(word).chars().allMatch(c -> c >= '0' && c <= '9');
        if (!five || word == 0 || !Care.isAbbreviation(scene, word - 1) && !scene.begins(Cue.STATE, word - 1)) {
            return -1;
        }
        boolean plusFour =
                scene.after(word).equals("-") && scene.word(word + 1).length() == 4 && scene.isNumber(word + 1);
        return plusFour ? word + 2 : word + 1;
    }

    private static boolean isOutward(String word) {
        if (word.length() < 2 || word.length() > 4 || word.charAt(0) <= '9') {
            return false;
        }
        int letters = Character.isDigit(word.charAt(1)) ? 1 : 2;
        return letters < word.length()
                && Character.isDigit(word.charAt(letters))
                && (word.length() == letters + 1
                        || word.length() == letters + 2 && Character.isLetterOrDigit(word.charAt(letters + 1)))
                && AREAS.contains(word.substring(0, letters));
    }

    private static boolean isInward(String word) {
        return word.length() == 3
                && Character.isDigit(word.charAt(0))
                && isInwardLetter(word.charAt(1))
                && isInwardLetter(word.charAt(2));
    }

    private static boolean isInwardLetter(char c) {
        return c >= 'a' && c <= 'z' && NEVER_INWARD.indexOf(c) < 0;
    }
}
