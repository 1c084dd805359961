package health.clarion.safeguards.privacy;

import health.clarion.safeguards.Span;
import health.clarion.safeguards.text.Sentence;
import java.util.Set;

/**
 * What is said of a named person in the same sentence: nationality, country, year, day of the week, age, title. Each is nothing by itself
 * and more to go by beside a name. Pictures and prints of someone are noted too.
 */
final class Details {
    private static final Set<String> TITLES = Set.of(
            "dr",
            "mr",
            "mrs",
            "ms",
            "miss",
            "prof",
            "professor",
            "sir",
            "sr",
            "sra",
            "dra",
            "don",
            "doña",
            "senyor",
            "senyora",
            "doctor",
            "doctora");
    private static final int LONGEST_LINE = 6;
    private static final String RULE = "privacy/person-detail";

    void look(Scene scene) {
        if (scene.has(Cue.PHOTO)) {
            for (Scene.Said said : scene.said()) {
                if (said.cue() == Cue.PHOTO) {
                    scene.tellWords("privacy/biometric", said.from(), said.to());
                }
            }
        }
        if (!scene.hasName()) {
            return;
        }
        titles(scene);
        letterhead(scene);
        for (Scene.Said said : scene.said()) {
            boolean recent = said.cue() == Cue.RECENT && scene.has(Cue.CARE, said.sentence());
            boolean detail =
                    recent || said.cue() == Cue.NATIONALITY || said.cue() == Cue.COUNTRY || said.cue() == Cue.WEEKDAY;
            if (detail && scene.hasName(said.sentence()) && (recent || isWritten(scene, said))) {
                boolean pointed = said.cue() == Cue.WEEKDAY
                        && Set.of("last", "next", "this").contains(scene.word(said.from() - 1));
                scene.tellWords(RULE, pointed ? said.from() - 1 : said.from(), said.to());
            }
        }
        if (scene.hasDigits()) {
            numbers(scene);
        }
    }

    private static boolean isWritten(Scene scene, Scene.Said said) {
        return scene.isCapital(said.from()) || !scene.hasCapitals();
    }

    private static void titles(Scene scene) {
        for (Span name : scene.names()) {
            int before = scene.wordFrom(name.start()) - 1;
            if (before >= 0
                    && TITLES.contains(scene.word(before))
                    && scene.after(before).length() <= 2) {
                scene.tell(RULE, scene.words().get(before).start(), endOfTitle(scene, before));
            }
        }
    }

    /** The short lines under a line that is only a name, as in a signature: what someone does, where, in which town. */
    private static void letterhead(Scene scene) {
        if (scene.text().indexOf('\n') < 0) {
            return;
        }
        boolean under = false;
        int from = 0;
        for (int i = 0; i < scene.words().size(); i++) {
            if (i + 1 < scene.words().size() && scene.after(i).indexOf('\n') < 0) {
                continue;
            }
            int to = i + 1;
            boolean name = to - from <= LONGEST_LINE && scene.isName(from) && scene.isName(i);
            boolean telling =
                    under && to - from <= LONGEST_LINE && !scene.after(i).startsWith(":") && !scene.isNumber(from);
            if (telling && !name) {
                scene.tellWords(RULE, from, to);
            }
            under = name || telling;
            from = to;
        }
    }

    private static int endOfTitle(Scene scene, int word) {
        int end = scene.words().get(word).end();
        return end < scene.text().length() && scene.text().charAt(end) == '.' ? end + 1 : end;
    }

    private static void numbers(Scene scene) {
        for (Day day : scene.days()) {
            int word = scene.wordAt(day.start());
            if (word < scene.words().size() && scene.hasName(scene.sentenceOf(word))) {
                scene.tell(RULE, day.start(), day.end());
            }
        }
        for (Sentence sentence : scene.passage().sentences()) {
            if (!scene.hasName(sentence)) {
                continue;
            }
            for (int i = sentence.firstWord(); i < sentence.lastWord(); i++) {
                if (isYear(scene.word(i))
                        && !scene.touches(
                                scene.words().get(i).start(),
                                scene.words().get(i).end())) {
                    scene.tellWords(RULE, i, i + 1);
                }
            }
        }
    }

    private static boolean isYear(String word) {
        return word.length() == 4
                && word.chars().allMatch(c -> c >= '0' && c <= '9')
                && Day.isYear(Integer.parseInt(word));
    }
}
