package health.clarion.safeguards.privacy;

import health.clarion.safeguards.Span;
import health.clarion.safeguards.text.Sentence;
import java.util.Set;

/**
 * What is said beside someone's name or address: nationality, country, town, year, day, age, title, firm. Each is nothing by itself and
 * more to go by beside a name. Pictures and prints of someone are noted too. Source: Article 29 Working Party, Opinion 05/2014.
 */
final class Details {
    private static final Set<String> TITLES = Folded.words(
            "dr",
            "mr",
            "mrs",
            "ms",
            "miss",
            "mx",
            "prof",
            "professor",
            "sir",
            "dame",
            "rev",
            "sr",
            "sra",
            "srta",
            "dra",
            "don",
            "doña",
            "dona",
            "señor",
            "señora",
            "senyor",
            "senyora",
            "doctor",
            "doctora");
    private static final Set<String> BEFORE_A_PLACE =
            Set.of("in", "from", "at", "to", "near", "of", "en", "de", "a", "d", "cerca", "prop");
    private static final Set<String> SINCE = Set.of("since", "desde");
    private static final Set<String> SHORTENED = Set.of("inc", "ltd", "corp", "co");
    private static final int LONGEST_FIRM = 6;
    private static final String RULE = "privacy/person-detail";

    private final Letterhead letterhead = new Letterhead();

    void look(Scene scene) {
        if (scene.has(Cue.PHOTO)) {
            for (Scene.Said said : scene.said()) {
                if (said.cue() == Cue.PHOTO) {
                    scene.tellWords("privacy/biometric", said.from(), said.to());
                }
            }
        }
        if (scene.has(Cue.FIRM)) {
            firms(scene);
        }
        if (scene.isAddressed() && scene.has(Cue.NATIONALITY)) {
            besideAddress(scene);
        }
        if (!scene.hasName()) {
            return;
        }
        titles(scene);
        letterhead.look(scene);
        for (Scene.Said said : scene.said()) {
            besideName(scene, said);
        }
        towns(scene);
        if (scene.hasDigits()) {
            days(scene);
            years(scene);
        }
    }

    private static void besideName(Scene scene, Scene.Said said) {
        boolean recent = said.cue() == Cue.RECENT && scene.has(Cue.CARE, said.sentence());
        boolean detail =
                recent || said.cue() == Cue.NATIONALITY || said.cue() == Cue.COUNTRY || said.cue() == Cue.WEEKDAY;
        if (detail && scene.hasName(said.sentence()) && (recent || isWritten(scene, said))) {
            boolean pointed =
                    said.cue() == Cue.WEEKDAY && Set.of("last", "next", "this").contains(scene.word(said.from() - 1));
            scene.tellWords(RULE, pointed ? said.from() - 1 : said.from(), said.to());
        }
    }

    private static void besideAddress(Scene scene) {
        for (Scene.Said said : scene.said()) {
            if (said.cue() == Cue.NATIONALITY && isWritten(scene, said)) {
                scene.tellWords(RULE, said.from(), said.to());
            }
        }
    }

    private static boolean isWritten(Scene scene, Scene.Said said) {
        return scene.isCapital(said.from()) || !scene.hasCapitals();
    }

    /** A form of address with a capital, up to the name: it says sex, rank or calling. */
    private static void titles(Scene scene) {
        for (Span name : scene.names()) {
            int first = scene.wordFrom(name.start());
            int before = first - 1;
            if (before >= 0
                    && TITLES.contains(scene.word(before))
                    && scene.isCapital(before)
                    && scene.after(before).length() <= 2
                    && scene.after(before).indexOf('[') < 0) {
                scene.tell(
                        "privacy/title",
                        scene.words().get(before).start(),
                        scene.words().get(first).start());
            }
        }
    }

    private static int endOfFirm(Scene scene, int word) {
        int end = scene.words().get(word).end();
        boolean point = SHORTENED.contains(scene.word(word)) && scene.text().startsWith(".", end);
        return point ? end + 1 : end;
    }

    /** Firms by their legal form, in a sentence with a name or where the writer speaks of themselves. */
    private static void firms(Scene scene) {
        for (Scene.Said said : scene.said()) {
            if (said.cue() != Cue.FIRM || !scene.isCapital(said.to() - 1)) {
                continue;
            }
            int from = startOfFirm(scene, said);
            boolean someone = scene.isAboutSomeone(said.sentence());
            boolean named = from < said.from() && said.from() - from <= LONGEST_FIRM;
            if (named && someone && !scene.isHeadline()) {
                scene.tell("privacy/organisation", scene.words().get(from).start(), endOfFirm(scene, said.to() - 1));
            }
        }
    }

    /** With the partners before "and Sons": Bruun, Holm and Sons. */
    private static int startOfFirm(Scene scene, Scene.Said said) {
        int from = Naming.start(scene, said.from());
        boolean partners = !scene.isCapital(said.from());
        while (partners && from > 0 && scene.after(from - 1).equals(", ") && Naming.canBegin(scene, from - 1)) {
            from = Naming.start(scene, from - 1);
        }
        return from;
    }

    /** Towns after a small word in a sentence that names someone, unless something else bears the town's name. */
    private static void towns(Scene scene) {
        for (int i = 0; i + 1 < scene.words().size(); i++) {
            if (!BEFORE_A_PLACE.contains(scene.word(i))
                    || !scene.isCapital(i + 1)
                    || !scene.after(i).equals(" ")) {
                continue;
            }
            int to = scene.isName(i + 1) || !scene.hasName(scene.sentenceOf(i)) ? -1 : Places.endOfName(scene, i + 1);
            if (to > 0 && Naming.canBegin(scene, i + 1) && Naming.end(scene, i + 1) == to) {
                scene.tellWords("privacy/town", i + 1, Care.withTown(scene, to));
            }
        }
    }

    private static void days(Scene scene) {
        for (Day day : scene.days()) {
            int word = scene.wordAt(day.start());
            boolean named = word < scene.words().size() && scene.hasName(scene.sentenceOf(word));
            if (named && !Care.isPublic(scene, word)) {
                scene.tell("privacy/date", day.start(), day.end());
            }
        }
    }

    /** Years beside someone's name, but for "Margaret has helped since 1975", without surname or care: that may be anyone. */
    private static void years(Scene scene) {
        for (Sentence sentence : scene.passage().sentences()) {
            if (scene.hasName(sentence)) {
                boolean someone = scene.has(Cue.CARE, sentence) || isNamedInFull(scene, sentence);
                years(scene, sentence, someone);
            }
        }
    }

    private static boolean isSince(Scene scene, int word) {
        return SINCE.contains(scene.word(word))
                || scene.word(word).startsWith("de") && scene.word(word - 1).equals("des");
    }

    private static boolean isNamedInFull(Scene scene, Sentence sentence) {
        for (int i = sentence.firstWord(); i < sentence.lastWord(); i++) {
            if (scene.isName(i) && (scene.isName(i + 1) || TITLES.contains(scene.word(i - 1)))) {
                return true;
            }
        }
        return false;
    }

    private static void years(Scene scene, Sentence sentence, boolean someone) {
        for (int i = sentence.firstWord(); i < sentence.lastWord(); i++) {
            int start = scene.words().get(i).start();
            int end = scene.words().get(i).end();
            boolean told = someone || !isSince(scene, i - 1);
            if (told && isYear(scene.word(i)) && !scene.touches(start, end) && !scene.isDate(start, end)) {
                scene.tell("privacy/date", start, end);
            }
        }
    }

    private static boolean isYear(String word) {
        return word.length() == 4
                && word.chars().allMatch(c -> c >= '0' && c <= '9')
                && Day.isYear(Integer.parseInt(word));
    }
}
