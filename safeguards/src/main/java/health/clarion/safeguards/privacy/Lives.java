package health.clarion.safeguards.privacy;

import health.clarion.safeguards.text.Sentence;
import java.util.Set;

/** Where someone lives, comes from, works, is or goes, and who there is only one of. */
final class Lives {
    private static final Set<String> DETERMINERS = Set.of("the", "el", "la", "l", "a");
    private static final int REACH_OF_ONLY = 8;
    private static final Set<String> IN = Set.of("in", "at", "from", "of", "en", "de", "a", "del", "d", "near");
    private static final Set<String> FIRST_PERSON =
            Set.of("estoy", "viajo", "trabajo", "soc", "viatjo", "treballo", "im");
    private static final int LONGEST_TRADE = 7;
    private static final Set<String> SPATIAL =
            Set.of("in", "from", "to", "near", "around", "through", "via", "across", "en", "desde", "cerca", "des");
    private static final Set<String> BIRTH =
            Folded.words("born", "raised", "nació", "nacido", "nacida", "nascut", "nascuda");
    private static final Set<String> FOR_ORIGIN = Set.of("from");

    void look(Scene scene) {
        boolean any =
                scene.has(Cue.HOME) || scene.has(Cue.WHEREABOUTS) || scene.has(Cue.EMPLOYER) || scene.has(Cue.ONLY);
        if (any) {
            cued(scene);
        }
        if (scene.has(Cue.NATIONALITY) && scene.has(Cue.PERSON)) {
            Origins.look(scene);
        }
        if (scene.has(Cue.PERSON) && scene.hasCapitals() && !scene.has(Cue.EVENT)) {
            ofOneself(scene);
        }
    }

    /** Towns and countries after a small word where someone speaks of themselves. */
    private static void ofOneself(Scene scene) {
        for (int i = 0; i + 1 < scene.words().size(); i++) {
            boolean spatial = SPATIAL.contains(scene.word(i))
                    && scene.after(i).equals(" ")
                    && scene.isCapital(i + 1)
                    && Naming.canBegin(scene, i + 1)
                    && !scene.isName(i + 1);
            if (spatial && scene.isSelf(scene.sentenceOf(i))) {
                int known = knownPlace(scene, i + 1);
                if (known > 0 && Naming.end(scene, i + 1) <= known) {
                    scene.tellWords("privacy/whereabouts", i + 1, Care.withTown(scene, known));
                }
            }
        }
    }

    private static int knownPlace(Scene scene, int from) {
        return Math.max(
                Places.endOfName(scene, from), Math.max(scene.endOf(Cue.COUNTRY, from), scene.endOf(Cue.STATE, from)));
    }

    private static void cued(Scene scene) {
        for (Scene.Said said : scene.said()) {
            switch (said.cue()) {
                case HOME -> home(scene, said);
                case WHEREABOUTS -> whereabouts(scene, said);
                case EMPLOYER -> employer(scene, said);
                case ONLY -> only(scene, said);
                default -> {}
            }
        }
    }

    private static int afterDeterminer(Scene scene, int word) {
        return DETERMINERS.contains(scene.word(word)) ? word + 1 : word;
    }

    private static void home(Scene scene, Scene.Said said) {
        int from = afterDeterminer(scene, said.to());
        boolean code = scene.isNumber(from)
                && scene.word(from).length() == 5
                && scene.isAboutSomeone(said.sentence())
                && !scene.isCapital(from + 1)
                && !scene.isNumber(from + 1);
        if (code) {
            scene.tellWords("privacy/postcode", from, from + 1);
        }
        int to = endOfPlace(scene, from);
        boolean here = said.to() - said.from() == 3 && scene.word(said.to() - 2).equals("here");
        if (to < 0 || !here && !scene.isAboutSomeone(said.sentence())) {
            return;
        }
        if (!Care.isLarge(scene, from, to)) {
            boolean article = from > said.to() && scene.word(said.to()).equals("the");
            scene.tellWords("privacy/town", article ? said.to() : from, Care.withTown(scene, to));
        } else if (FOR_ORIGIN.contains(scene.word(said.to() - 1)) || isOnesBirth(scene, said)) {
            scene.tellWords("privacy/origin", from, to);
        }
    }

    private static boolean isOnesBirth(Scene scene, Scene.Said said) {
        return BIRTH.contains(scene.word(said.from()))
                && (scene.hasName(said.sentence()) || scene.isSelf(said.sentence()));
    }

    private static void whereabouts(Scene scene, Scene.Said said) {
        int from = afterDeterminer(scene, said.to());
        int to = endOfPlace(scene, from);
        boolean first = FIRST_PERSON.contains(scene.word(said.from()));
        boolean together = first
                || to > 0
                        && scene.word(to).equals("with")
                        && Set.of("me", "him", "her").contains(scene.word(to + 1));
        if (to > 0 && (scene.isAboutSomeone(said.sentence()) || together) && !isPublic(scene, said)) {
            scene.tellWords("privacy/whereabouts", from, Care.withTown(scene, to));
        }
    }

    private static boolean isPublic(Scene scene, Scene.Said said) {
        return scene.distance(Cue.EVENT, said.from()) < 4;
    }

    private static void employer(Scene scene, Scene.Said said) {
        int from = afterDeterminer(scene, isTrade(scene, said) ? afterTrade(scene, said) : said.to());
        boolean someone = scene.isAboutSomeone(said.sentence()) || FIRST_PERSON.contains(scene.word(said.from()));
        if (someone && Naming.canBegin(scene, from)) {
            scene.tellWords("privacy/employer", from, Naming.end(scene, from));
        }
    }

    private static boolean isTrade(Scene scene, Scene.Said said) {
        return Set.of("as", "de", "com").contains(scene.word(said.to() - 1));
    }

    /** Works as an accountant at …: what follows the trade; the end of the sentence where nothing does. */
    private static int afterTrade(Scene scene, Scene.Said said) {
        int last = Math.min(said.sentence().lastWord() - 1, said.to() + LONGEST_TRADE);
        for (int i = said.to(); i < last; i++) {
            if (Set.of("at", "for", "with", "en", "para", "a", "per").contains(scene.word(i))
                    && scene.isCapital(i + 1)) {
                return i + 1;
            }
        }
        return scene.words().size();
    }

    /** "The only child in Leith with…": few enough that a reader there knows who is meant. */
    private static void only(Scene scene, Scene.Said said) {
        Sentence sentence = said.sentence();
        int last = Math.min(sentence.lastWord(), said.to() + REACH_OF_ONLY);
        for (int i = said.to(); i < last - 1; i++) {
            int from = afterDeterminer(scene, i + 1);
            boolean placed = IN.contains(scene.word(i)) && from < last;
            int to = placed ? endOfPlace(scene, from) : -1;
            if (to > 0) {
                scene.tellWords("privacy/only-one", said.from(), to);
                return;
            }
        }
    }

    /** One past the last word of a place that begins at a word, known or only written as a name; -1 when there is none. */
    private static int endOfPlace(Scene scene, int from) {
        if (from > 0 && from <= scene.words().size() && scene.after(from - 1).indexOf('[') >= 0) {
            return -1;
        }
        boolean none = from >= scene.words().size() || scene.word(from).isEmpty() || scene.isNumber(from);
        if (none || scene.begins(Cue.NATIONALITY, from) && scene.endOf(Cue.COUNTRY, from) < 0) {
            return -1;
        }
        int known = knownPlace(scene, from);
        if (!scene.hasCapitals()) {
            return known;
        }
        return Naming.canBegin(scene, from) ? Math.max(known, Naming.end(scene, from)) : -1;
    }
}
