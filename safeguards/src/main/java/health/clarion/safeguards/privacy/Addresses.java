package health.clarion.safeguards.privacy;

import java.util.List;
import java.util.Set;

/**
 * Street addresses and postcodes that say where someone is to be found: after words that announce one, or by a house number beside a
 * street. The address of a public event stays silent.
 */
final class Addresses {
    private static final int MOST_WORDS = 24;
    private static final int STREET_REACH = 5;
    private static final int LINK_REACH = 12;
    private static final Set<String> INSIDE = Set.of(
            "and", "y", "i", "of", "de", "del", "la", "el", "los", "les", "d", "l", "do", "da", "dos", "the", "u", "v",
            "nad", "st", "no", "nº", "n", "s", "o", "a", "nan", "di", "dei", "della", "am", "an", "der", "den", "van",
            "von", "du", "des", "le", "corner", "z", "ze", "pod", "ten", "ter", "op", "het", "onder");
    /** Where the writer uses no capitals, these end an address. */
    private static final Set<String> SMALL_STOPS = Set.of(
            "for", "after", "before", "is", "it", "i", "please", "thanks", "when", "because", "with", "this", "who",
            "that", "on", "at", "in", "to", "from");

    private static final List<String> STREET_ENDINGS = List.of(
            "strasse", "straße", "straat", "gasse", "gata", "gatan", "gate", "gaten", "vej", "vegen", "veien", "vagen",
            "gade", "weg", "laan", "plein", "katu", "kuja", "tie", "utca", "platz");

    private static final Set<String> EDGES =
            Set.of("and", "y", "i", "of", "de", "del", "the", "la", "el", "a", "o", "s", "n", "at", "on", "in");

    void look(Scene scene) {
        if (!scene.has(Cue.ADDRESS)
                && !scene.has(Cue.HOME)
                && !scene.has(Cue.STREET)
                && !scene.has(Cue.UNIT)
                && !scene.hasDigits()) {
            return;
        }
        for (Scene.Said said : scene.said()) {
            switch (said.cue()) {
                case ADDRESS -> announced(scene, said);
                case HOME -> home(scene, said);
                case STREET -> {
                    if (!scene.begins(Cue.TITLE, said.from()) || !scene.isCapital(said.from() + 1)) {
                        street(scene, said);
                    }
                }
                case UNIT -> unit(scene, said);
                default -> {}
            }
        }
        if (scene.hasDigits()) {
            suffixed(scene);
            postcodes(scene);
        }
    }

    /** Storgata 5, Hauptstraße 12: languages that write the street's word into its name. */
    private static void suffixed(Scene scene) {
        for (int i = 0; i + 1 < scene.words().size(); i++) {
            boolean street = isHouse(scene, i + 1)
                    && scene.after(i).equals(" ")
                    && scene.isCapital(i)
                    && endsAsStreet(scene.word(i));
            if (street && (scene.isAboutSomeone() || scene.has(Cue.ADDRESS) || scene.has(Cue.HOME))) {
                int start = scene.words().get(i).start();
                if (!scene.touches(start, start + 1)) {
                    int before = scene.joined(i - 1) && scene.isNumber(i - 1) ? i - 1 : i;
                    tell(scene, before, endOfBlock(scene, before));
                }
            }
        }
    }

    private static boolean endsAsStreet(String word) {
        for (String ending : STREET_ENDINGS) {
            if (word.length() > ending.length() + 2 && word.endsWith(ending)) {
                return true;
            }
        }
        return false;
    }

    private static void announced(Scene scene, Scene.Said said) {
        int from = isLink(scene, said.to() - 1) ? said.to() : scene.words().size();
        if (from >= scene.words().size() || !tellAt(scene, said, from)) {
            later(scene, said);
        }
    }

    /** "Change the address on my card to …": what follows "to" or a colon further on in the sentence. */
    private static void later(Scene scene, Scene.Said said) {
        int last = Math.min(said.sentence().lastWord() - 1, said.to() + LINK_REACH);
        for (int i = said.to(); i < last; i++) {
            boolean announces = scene.word(i).equals("to") && scene.after(i).equals(" ")
                    || scene.after(i).startsWith(": ");
            if (announces && (scene.isCapital(i + 1) || scene.isNumber(i + 1)) && tellAt(scene, said, i + 1)) {
                return;
            }
        }
    }

    /** Whether an address that begins at a word was told. */
    private static boolean tellAt(Scene scene, Scene.Said said, int first) {
        int from = first;
        if (scene.after(from).startsWith(":") && scene.after(from - 1).indexOf('?') >= 0) {
            from++;
        }
        while (Set.of("the", "corner", "of", "a").contains(scene.word(from))
                && from + 1 < scene.words().size()) {
            from++;
        }
        int to = endOfBlock(scene, from);
        boolean numbered =
                hasNumber(scene, from, to) || scene.word(from - 1).equals("of") && hasStreet(scene, from, to);
        boolean street = Set.of("on", "at").contains(scene.word(from - 1))
                && scene.isCapital(from)
                && hasStreet(scene, from + 1, to);
        if (to - from >= 2 && (numbered || street && scene.isAboutSomeone(said.sentence())) && !isPublic(scene, said)) {
            tell(scene, from, to);
            return true;
        }
        return false;
    }

    private static void home(Scene scene, Scene.Said said) {
        boolean house = isHouse(scene, said.to()) && (scene.isCapital(said.to() + 1) || scene.isNumber(said.to() + 1));
        if (house && scene.isAboutSomeone(said.sentence())) {
            tell(scene, said.to(), endOfBlock(scene, said.to()));
        }
    }

    private static boolean isLink(Scene scene, int word) {
        String between = scene.after(word);
        return between.length() <= 3 && between.chars().allMatch(c -> " :?.\n".indexOf(c) >= 0);
    }

    /** "12 Elm Street" or "Calle Mayor 5": a number and a capital beside the street's word. */
    private static void street(Scene scene, Scene.Said said) {
        int from = said.from();
        while (from > 0 && said.from() - from < STREET_REACH && scene.joined(from - 1) && isInside(scene, from - 1)) {
            from--;
            if (scene.isNumber(from)) {
                break;
            }
        }
        while (from > 0 && scene.joined(from - 1) && isHouse(scene, from - 1)) {
            from--;
        }
        if (isHouse(scene, from) && said.from() - from >= 2 && scene.isCapital(said.from() - 1)) {
            tellIfSomeones(scene, said, from);
        } else if (scene.isCapital(said.to()) && scene.joined(said.to() - 1) && hasHouseAfter(scene, said.to())) {
            tellIfSomeones(scene, said, said.from());
        }
    }

    private static boolean hasHouseAfter(Scene scene, int word) {
        for (int i = word + 1; i < Math.min(scene.words().size(), word + STREET_REACH); i++) {
            String between = scene.after(i - 1);
            if (!between.equals(" ") && !between.equals(", ")) {
                return false;
            }
            if (isHouse(scene, i)) {
                return true;
            }
            if (!scene.isCapital(i) && !INSIDE.contains(scene.word(i))) {
                return false;
            }
        }
        return false;
    }

    private static void unit(Scene scene, Scene.Said said) {
        if (!scene.isNumber(said.to()) || scene.after(said.to() - 1).length() > 3) {
            return;
        }
        int from = said.from();
        while (from > 0
                && said.from() - from < MOST_WORDS / 2
                && isBlockGap(scene, from - 1)
                && isInside(scene, from - 1)
                && !scene.isName(from - 1)
                && (scene.after(from - 1).indexOf('\n') < 0 || hasNumberInLine(scene, from - 1))) {
            from--;
        }
        while (from < said.from() && EDGES.contains(scene.word(from))) {
            from++;
        }
        boolean box = scene.word(said.to() - 1).equals("box") || hasNumber(scene, from, said.from());
        if (box && isWholeAddress(scene, said, from) && !isPublic(scene, said)) {
            tell(scene, from, endOfBlock(scene, from));
        } else if (box) {
            tellIfSomeones(scene, said, from);
        }
    }

    /** House, flat, then a country, a state or a postcode: someone's address even where nothing else is said of them. */
    private static boolean isWholeAddress(Scene scene, Scene.Said unit, int from) {
        int end = endOfBlock(scene, from);
        boolean house = scene.isNumber(from) || scene.isNumber(unit.from() - 1);
        for (int i = unit.to() + 1; house && i < end; i++) {
            boolean code = scene.isNumber(i) && scene.word(i).length() >= 4;
            if (code || scene.begins(Cue.COUNTRY, i) || scene.begins(Cue.STATE, i)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a number stands in the line that a word ends. */
    private static boolean hasNumberInLine(Scene scene, int last) {
        for (int i = last;
                i >= 0 && i > last - MOST_WORDS && (i == last || scene.after(i).indexOf('\n') < 0);
                i--) {
            if (scene.isNumber(i)) {
                return true;
            }
        }
        return false;
    }

    private static void tellIfSomeones(Scene scene, Scene.Said said, int from) {
        boolean about = scene.isAboutSomeone() || scene.has(Cue.ADDRESS) || scene.has(Cue.HOME);
        int start = scene.words().get(from).start();
        if (about && !isPublic(scene, said) && !scene.touches(start, start + 1)) {
            tell(scene, from, Math.max(said.to(), endOfBlock(scene, from)));
        }
    }

    private static boolean isPublic(Scene scene, Scene.Said said) {
        return scene.distance(Cue.EVENT, said.from())
                < Math.min(scene.distance(Cue.PERSON, said.from()), scene.distance(Cue.CARE, said.from()));
    }

    private static void tell(Scene scene, int from, int to) {
        if (!hasWord(scene, from, to)) {
            return;
        }
        int end = to;
        while (end > from + 1 && EDGES.contains(scene.word(end - 1)) && !scene.isCapital(end - 1)) {
            end--;
        }
        scene.tellWords("privacy/street-address", from, end);
    }

    private static boolean isHouse(Scene scene, int word) {
        return scene.isNumber(word)
                && scene.word(word).length() <= 6
                && !scene.word(word).endsWith("th");
    }

    /** Whether anything but numbers and small words is there. */
    private static boolean hasWord(Scene scene, int from, int to) {
        for (int i = from; i < to; i++) {
            boolean word = !scene.isNumber(i) && scene.word(i).length() > 2 && !INSIDE.contains(scene.word(i));
            if (word && (scene.isCapital(i) || !scene.hasCapitals() || scene.begins(Cue.STREET, i))) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasNumber(Scene scene, int from, int to) {
        for (int i = from; i < to; i++) {
            if (scene.isNumber(i)) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasStreet(Scene scene, int from, int to) {
        for (int i = from; i < to; i++) {
            if (scene.begins(Cue.STREET, i)) {
                return true;
            }
        }
        return false;
    }

    private static int endOfBlock(Scene scene, int from) {
        int end = from;
        while (end < scene.words().size() && end - from < MOST_WORDS) {
            if (!isInside(scene, end) || end > from && !isBlockGap(scene, end - 1) || isLabel(scene, end)) {
                break;
            }
            end++;
        }
        return end;
    }

    private static boolean isLabel(Scene scene, int word) {
        return scene.after(word).startsWith(":");
    }

    /** Whether a word can stand in an address: a number, a capital, a street's or flat's word, a small word that joins them. */
    private static boolean isInside(Scene scene, int word) {
        if (word < 0 || word >= scene.words().size() || scene.word(word).isEmpty()) {
            return false;
        }
        return scene.isNumber(word)
                || !scene.hasCapitals() && !SMALL_STOPS.contains(scene.word(word))
                || scene.isCapital(word)
                || scene.begins(Cue.UNIT, word)
                || scene.begins(Cue.STREET, word) && !scene.word(word).equals("way")
                || INSIDE.contains(scene.word(word))
                || scene.isNumber(word + 1) && scene.after(word).equals(" ") && scene.isCapital(word - 1);
    }

    /** Whether an address goes on over what stands after a word: a stop ends it unless the word is a short form. */
    private static boolean isBlockGap(Scene scene, int word) {
        String between = scene.after(word);
        if (word + 1 >= scene.words().size() || between.length() > 5) {
            return false;
        }
        for (int i = 0; i < between.length(); i++) {
            if (" ,.-/#&()\n'ºª".indexOf(between.charAt(i)) < 0) {
                return false;
            }
        }
        if (between.startsWith("\n\n") || between.startsWith(".\n") && !scene.isNumber(word)) {
            return false;
        }
        String said = scene.word(word);
        String next = scene.word(word + 1);
        boolean goesOn = said.length() <= 4 && !scene.isNumber(word) && !next.equals("i")
                || next.equals("and")
                || scene.begins(Cue.UNIT, word + 1);
        return !between.startsWith(". ") || goesOn;
    }

    private static void postcodes(Scene scene) {
        for (int i = 0; i < scene.words().size(); i++) {
            int to = Postcodes.end(scene, i);
            int from = isCodeOfCountry(scene, i) ? house(scene, i) : -1;
            if (from >= 0) {
                tell(scene, from, endOfBlock(scene, from));
            } else if (to > 0 && isSomeones(scene, i)) {
                scene.tellWords("privacy/postcode", i, to);
            }
        }
    }

    /** Whether a word is a postcode by its place: a number of four to six digits after a country, a state or its short form. */
    private static boolean isCodeOfCountry(Scene scene, int word) {
        int length = scene.word(word).length();
        return word > 3
                && length >= 4
                && length <= 6
                && scene.isNumber(word)
                && scene.isCapital(word - 1)
                && scene.after(word - 1).length() <= 2
                && !scene.isDate(
                        scene.words().get(word).start(), scene.words().get(word).end())
                && (scene.begins(Cue.COUNTRY, word - 1)
                        || scene.begins(Cue.STATE, word - 1)
                        || Care.isAbbreviation(scene, word - 1));
    }

    /** The house number that the address of a postcode begins with, over at least one line or comma; -1 when there is none. */
    private static int house(Scene scene, int code) {
        boolean parted = false;
        for (int i = code - 1; i > 0 && code - i < MOST_WORDS && isBlockGap(scene, i - 1); i--) {
            parted |=
                    scene.after(i - 1).indexOf('\n') >= 0 || scene.after(i - 1).indexOf(',') >= 0;
            boolean goesOn = i > 1 && isInside(scene, i - 2) && isBlockGap(scene, i - 2) && scene.isNumber(i - 2);
            if (parted && isHouse(scene, i - 1) && scene.isCapital(i) && !goesOn) {
                return i - 1;
            }
            if (!isInside(scene, i - 1) || scene.isName(i - 1)) {
                return -1;
            }
        }
        return -1;
    }

    private static boolean isSomeones(Scene scene, int word) {
        boolean tied =
                scene.isAboutSomeone() || scene.has(Cue.ADDRESS) || scene.has(Cue.POSTCODE) || scene.has(Cue.HOME);
        return tied
                && scene.distance(Cue.EVENT, word)
                        >= Math.min(scene.distance(Cue.PERSON, word), scene.distance(Cue.ADDRESS, word));
    }
}
