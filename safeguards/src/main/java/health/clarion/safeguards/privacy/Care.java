package health.clarion.safeguards.privacy;

import health.clarion.safeguards.text.Sentence;
import java.util.List;
import java.util.Set;

/**
 * When and where someone in particular was cared for, or lives: dates of visits, hospitals and clinics, towns. Only beside words about a
 * person and what happened to them: the day a clinic opens and the town of a march identify nobody.
 */
final class Care {
    private static final Set<String> AT = Set.of("at");
    private static final Set<String> ROMANCE = Set.of("en", "a", "de", "des");
    private static final Set<String> NEAR = Set.of("in", "to", "from", "near", "en", "a", "de", "des");
    private static final Set<String> RESIDENTS = Set.of("resident", "native", "based");
    private static final Set<String> DETERMINERS = Set.of("the", "our", "el", "la", "l", "nuestro", "nuestra");
    private static final Set<String> DIRECTIONS = Set.of(
            "north",
            "south",
            "east",
            "west",
            "central",
            "downtown",
            "rural",
            "greater",
            "northern",
            "southern",
            "eastern",
            "western",
            "upper",
            "lower");

    /** Verbs of moving someone into care or out of it. */
    private static final Set<String> SENT =
            Set.of("admitted", "transferred", "presented", "brought", "airlifted", "discharged", "released", "taken");

    private static final Set<String> SAINTS = Set.of("st", "saint", "mt", "mount", "santa", "san", "sant");

    /** The public body that a hospital may be of, where it is the one of its place: "the county hospital". */
    private static final Set<String> OF_A_PLACE = Set.of("county", "city", "state", "district", "town", "village");

    /** Towns so large that their letters are their name. */
    private static final Set<String> SHORT_TOWNS = Set.of("nyc", "slc", "sf", "dc", "la", "kc");

    /** USPS Publication 28, appendix B. */
    private static final Set<String> STATES =
            Set.of(("al ak az ar ca co ct de fl ga hi id il in ia ks ky la me md ma mi mn ms mo mt ne "
                            + "nv nh nj nm ny nc nd oh ok or pa ri sc sd tn tx ut vt va wa wv wi wy dc")
                    .split(" "));

    private static final int FIRST_YEAR = 1900;
    private static final int MOST_TOWNS = 4;
    private static final int CLOSE = 14;
    private static final int CLOSE_BEFORE = 3;

    void look(Scene scene) {
        if (!scene.isAboutSomeone()) {
            return;
        }
        if (!scene.days().isEmpty()) {
            lookForDates(scene);
        }
        if (scene.has(Cue.FACILITY)) {
            lookForFacilities(scene);
        }
        if (scene.has(Cue.CARE) || scene.has(Cue.PATIENT)) {
            for (Sentence sentence : scene.passage().sentences()) {
                if (scene.has(Cue.CARE, sentence) || scene.has(Cue.PATIENT, sentence)) {
                    lookForPlaces(scene, sentence);
                }
            }
        }
        lookForOrigins(scene);
    }

    private static void lookForDates(Scene scene) {
        for (Day day : scene.days()) {
            int word = scene.wordAt(day.start());
            boolean history = day.year() > 0 && day.year() < FIRST_YEAR;
            if (!history && word < scene.words().size() && isOfCare(scene, day, word)) {
                scene.tell("privacy/date", day.start(), day.end());
            }
        }
    }

    private static boolean isOfCare(Scene scene, Day day, int word) {
        Sentence sentence = scene.sentenceOf(word);
        int care = scene.distance(Cue.CARE, word);
        int event = scene.distance(Cue.EVENT, word);
        boolean public_ = event < care;
        boolean full = day.kind() == Day.Kind.FULL;
        boolean close = care <= (full ? Scene.REACH : CLOSE);
        boolean about = scene.isAboutSomeone(sentence) || full || scene.has(Cue.CARE, sentence);
        return !public_ && about && (close || full && (scene.hasName(sentence) || isLabelled(scene, word)));
    }

    /** Whether "date:" or the like stands before. */
    private static boolean isLabelled(Scene scene, int word) {
        return word > 0 && Set.of("date", "on", "fecha", "data").contains(scene.word(word - 1));
    }

    private static void lookForFacilities(Scene scene) {
        for (Scene.Said said : scene.said()) {
            if (said.cue() != Cue.FACILITY || scene.touches(start(scene, said.from()), end(scene, said.to() - 1))) {
                continue;
            }
            boolean ofPlace = OF_A_PLACE.contains(scene.word(said.from() - 1)) && !scene.isCapital(said.from());
            int from = ofPlace ? said.from() - 1 : Naming.start(scene, said.from());
            int to = endOfFacility(scene, said);
            boolean named = isNamed(scene, said, from, to);
            boolean about = scene.isAboutSomeone(said.sentence()) || scene.has(Cue.CARE, said.sentence());
            if (named && about && !isPublic(scene, said.from())) {
                scene.tellWords("privacy/care-place", from, to);
            }
        }
    }

    /** Whether a word is nearer to a public happening than to anyone's care. */
    static boolean isPublic(Scene scene, int word) {
        return scene.distance(Cue.EVENT, word) < scene.distance(Cue.CARE, word);
    }

    /** Whether a facility is one in particular: by its own capital, or by the town before it. */
    private static boolean isNamed(Scene scene, Scene.Said said, int from, int to) {
        if (scene.isHeadline() && !Set.of("at", "to", "in", "from").contains(scene.word(from - 1))) {
            return false;
        }
        boolean capital = scene.isCapital(said.from()) || scene.isCapital(said.to() - 1);
        if (capital) {
            return from < said.from() || to > said.to();
        }
        boolean placed =
                Set.of("at", "to", "in", "from").contains(scene.word(from - 1)) && scene.has(Cue.CARE, said.sentence());
        boolean ofPlace = OF_A_PLACE.contains(scene.word(said.from() - 1))
                && Set.of("the", "our").contains(scene.word(said.from() - 2))
                && scene.has(Cue.CARE, said.sentence());
        return from < said.from()
                && (ofPlace || placed || Places.endOfName(scene, from) == said.from() || isAbbreviation(scene, from));
    }

    /** The facility's own words, what of its name follows, and its town. */
    private static int endOfFacility(Scene scene, Scene.Said said) {
        int to = Math.max(said.to(), scene.endOf(Cue.FACILITY, said.from()));
        boolean capital = scene.isCapital(to - 1);
        boolean goesOn = capital
                && scene.joined(to - 1)
                && (Naming.canBegin(scene, to)
                        || Set.of("of", "de", "del").contains(scene.word(to)) && Naming.canBegin(scene, to + 1)
                        || Set.of("de", "d").contains(scene.word(to))
                                && Set.of("la", "l", "les", "los").contains(scene.word(to + 1))
                                && Naming.canBegin(scene, to + 2));
        int end = goesOn ? Naming.end(scene, to) : to;
        return withTown(scene, end);
    }

    /** With the towns, state and country that follow after commas or "in". */
    static int withTown(Scene scene, int end) {
        int with = end;
        for (int i = 0; i < MOST_TOWNS; i++) {
            int next = endOfTownAfter(scene, with);
            if (next < 0) {
                break;
            }
            with = next;
        }
        return with;
    }

    private static int endOfTownAfter(Scene scene, int end) {
        if (end >= scene.words().size()) {
            return -1;
        }
        String between = scene.after(end - 1);
        int at = end;
        if (between.equals(" ") && scene.word(end).equals("in")) {
            at = end + 1;
        } else if (!between.equals(", ") && !between.equals(",")) {
            return -1;
        }
        int town = Math.max(
                Places.endOfName(scene, at), Math.max(scene.endOf(Cue.STATE, at), scene.endOf(Cue.COUNTRY, at)));
        if (town < 0 && isAbbreviation(scene, at) && !scene.begins(Cue.RECORD, at)) {
            town = at + 1;
        }
        boolean calendar = scene.begins(Cue.MONTH, at) || scene.begins(Cue.WEEKDAY, at);
        return !calendar && town > 0 && (scene.isCapital(at) || !scene.hasCapitals()) ? town : -1;
    }

    /** Whether a word is two or three capitals, as states and large cities are shortened. */
    static boolean isAbbreviation(Scene scene, int word) {
        int length = scene.word(word).length();
        if (length < 2 || length > 3 || !scene.isCapital(word)) {
            return false;
        }
        int start = scene.words().get(word).start();
        for (int i = start; i < start + length; i++) {
            if (!Character.isUpperCase(
                    scene.passage().codePoint(scene.passage().span(i, i + 1).start()))) {
                return false;
            }
        }
        return true;
    }

    private static void lookForPlaces(Scene scene, Sentence sentence) {
        for (int i = sentence.firstWord(); i + 1 < sentence.lastWord(); i++) {
            if (!scene.has(Cue.CARE, sentence) && !scene.begins(Cue.PATIENT, i - 1)) {
                continue;
            }
            boolean at = AT.contains(scene.word(i)) || scene.after(i).equals(" @ ");
            boolean near = NEAR.contains(scene.word(i)) && (!scene.isEnglish() || !ROMANCE.contains(scene.word(i)));
            if (!at && !near || !isSpaced(scene, i)) {
                continue;
            }
            int from = start(scene, sentence, i + 1);
            int to = from < sentence.lastWord() ? at ? endAt(scene, from) : endNear(scene, i, from) : -1;
            if (to > from && !scene.touches(start(scene, from), end(scene, to - 1))) {
                scene.tellWords(isTown(scene, from, to) ? "privacy/town" : "privacy/care-place", from, to);
            }
        }
    }

    /** "A Houston resident": the town right before. */
    private static void resident(Scene scene, int word) {
        for (int from = Math.max(0, word - MOST_TOWNS); from < word; from++) {
            boolean town =
                    scene.isCapital(from) && Places.endOfName(scene, from) == word && !isLarge(scene, from, word);
            if (town && scene.after(word - 1).length() == 1) {
                scene.tellWords("privacy/town", from, word);
                return;
            }
        }
    }

    /** "A patient from Leith": the town right after someone. */
    private static void lookForOrigins(Scene scene) {
        for (int i = 1; i + 1 < scene.words().size(); i++) {
            if (RESIDENTS.contains(scene.word(i))) {
                resident(scene, i);
            } else if ((scene.word(i).equals("from") || scene.word(i).equals("in") && scene.isEnglish())
                    && (scene.distance(Cue.PERSON, i) <= CLOSE_BEFORE || scene.isName(i - 1))
                    && isSpaced(scene, i)) {
                int from = DETERMINERS.contains(scene.word(i + 1)) ? i + 2 : i + 1;
                int to = from < scene.words().size() ? endNear(scene, i, from) : -1;
                if (to > from && isTown(scene, from, to)) {
                    scene.tellWords("privacy/town", from, to);
                }
            }
        }
    }

    /** Past an article and past which part of a place it is: in south Austin. */
    private static int start(Scene scene, Sentence sentence, int word) {
        int from = DETERMINERS.contains(scene.word(word)) ? word + 1 : word;
        boolean part = DIRECTIONS.contains(scene.word(from)) && !scene.isCapital(from);
        return part && from + 1 < sentence.lastWord() ? from + 1 : from;
    }

    private static boolean isSpaced(Scene scene, int word) {
        return scene.after(word).equals(" ") || scene.after(word).equals(" @ ");
    }

    private static boolean isTown(Scene scene, int from, int to) {
        return Places.endOfName(scene, from) == to;
    }

    private static int endAt(Scene scene, int from) {
        return isPlace(scene, from) ? withTown(scene, Naming.end(scene, from)) : -1;
    }

    /** After "in" or "from" a place must be known as one, or be where a date follows. */
    private static int endNear(Scene scene, int preposition, int from) {
        boolean written = scene.hasCapitals()
                ? Naming.canBegin(scene, from)
                : !scene.word(from).isEmpty();
        if (!written || scene.isName(from)) {
            return -1;
        }
        int town = Places.endOfName(scene, from);
        boolean large = isLarge(scene, from, town);
        int name = scene.hasCapitals() ? Naming.end(scene, from) : town;
        if (town > 0 && !large && (town == name || scene.has(Cue.PERSON) && town >= name)) {
            return withTown(scene, town);
        }
        boolean sent = SENT.contains(scene.word(preposition - 1)) || SAINTS.contains(scene.word(from));
        if (scene.hasCapitals() && !large && isWrittenAsPlace(scene, preposition, from, name, sent)) {
            return withTown(scene, name);
        }
        boolean dated = name > 0 && List.of("on", "el").contains(scene.word(name)) && isDayAfter(scene, name);
        return dated && !large && scene.hasCapitals() && !ROMANCE.contains(scene.word(preposition)) ? name : -1;
    }

    /** Admitted to Riverside, from Queens, NY, in NYC: places that no list has to know. */
    private static boolean isWrittenAsPlace(Scene scene, int preposition, int from, int name, boolean sent) {
        boolean toOrFrom = Set.of("to", "from").contains(scene.word(preposition));
        boolean inState = name < scene.words().size()
                && scene.after(name - 1).startsWith(",")
                && STATES.contains(scene.word(name))
                && isAbbreviation(scene, name);
        boolean shortened = SHORT_TOWNS.contains(scene.word(from)) && isAbbreviation(scene, from) && name == from + 1;
        return !scene.isHeadline() && (sent && toOrFrom && !isAbbreviation(scene, from) || inState || shortened);
    }

    /** Countries and states identify nobody. */
    static boolean isLarge(Scene scene, int from, int town) {
        int large = Math.max(scene.endOf(Cue.COUNTRY, from), scene.endOf(Cue.STATE, from));
        return large >= town && large > 0;
    }

    private static boolean isDayAfter(Scene scene, int word) {
        int next = scene.words().get(word).end();
        return scene.isDate(next, Math.min(scene.text().length(), next + 5));
    }

    private static boolean isPlace(Scene scene, int word) {
        return Naming.canBegin(scene, word) && !scene.isName(word) && !scene.isNumber(word);
    }

    private static int start(Scene scene, int word) {
        return scene.words().get(word).start();
    }

    private static int end(Scene scene, int word) {
        return scene.words().get(word).end();
    }
}
