package health.clarion.safeguards.privacy;

import java.util.Set;

/** How far a name reaches that is written with capitals, such as Brigham and Women's or Hospital de la Vall. */
final class Naming {
    private static final int MOST_WORDS = 8;
    private static final Set<String> PARTICLES = Set.of(
            "of", "the", "and", "de", "del", "la", "las", "los", "les", "el", "els", "y", "i", "d", "l", "en", "sur",
            "am", "upon", "le", "u");

    /** Words with capitals that never begin or end a place: titles, stages of illness, wards, those that open a sentence. */
    private static final Set<String> NOT_PLACES = Set.of(
            "dr",
            "mr",
            "mrs",
            "ms",
            "prof",
            "sr",
            "sra",
            "stage",
            "grade",
            "type",
            "class",
            "phase",
            "nyha",
            "week",
            "day",
            "age",
            "level",
            "icu",
            "nicu",
            "picu",
            "ccu",
            "itu",
            "er",
            "ed",
            "ae",
            "a",
            "an",
            "gp",
            "ot",
            "pt",
            "mri",
            "ct",
            "i",
            "the",
            "our",
            "this",
            "that",
            "my",
            "his",
            "her",
            "their",
            "mrn",
            "ssn",
            "dob",
            "hospital",
            "clinic",
            "covid",
            "zoom",
            "teams",
            "facebook",
            "instagram",
            "he",
            "she",
            "it",
            "we",
            "they",
            "cardiology",
            "oncology",
            "neurology",
            "please",
            "what",
            "who",
            "how",
            "am",
            "pm",
            "id",
            "no",
            "ref",
            "nice",
            "nhs",
            "hiv",
            "aids",
            "copd");

    private static final Set<String> PARTS_OF_BUILDINGS = Set.of("ward", "bay", "wing", "bed", "floor", "room");

    private Naming() {}

    /** Whether a word can begin a name of a place: it has a capital, and is no month, weekday, title or ward. */
    static boolean canBegin(Scene scene, int word) {
        return word >= 0
                && word < scene.words().size()
                && scene.isCapital(word)
                && !scene.word(word).isEmpty()
                && !NOT_PLACES.contains(scene.word(word))
                && !isCalendar(scene, word)
                && !isNumbered(scene, word);
    }

    /** Whether a word is a part of a building and the number after it says which: Ward 7. */
    static boolean isNumbered(Scene scene, int word) {
        return PARTS_OF_BUILDINGS.contains(scene.word(word)) && scene.isNumber(word + 1);
    }

    private static boolean isCalendar(Scene scene, int word) {
        if (scene.begins(Cue.WEEKDAY, word)) {
            return true;
        }
        boolean surname = scene.word(word).equals("may") || scene.word(word).equals("mayo");
        boolean dated = scene.isNumber(word + 1)
                || scene.isNumber(word - 1)
                || scene.word(word + 1).equals("de");
        return scene.begins(Cue.MONTH, word) && (!surname || dated);
    }

    /** Whether a word goes on a name: a capital, or a particle with one after it. */
    private static boolean goesOn(Scene scene, int word) {
        if (word >= scene.words().size() || isCalendar(scene, word)) {
            return false;
        }
        if (scene.isCapital(word)) {
            return !scene.word(word).isEmpty();
        }
        return PARTICLES.contains(scene.word(word)) && isJoinedTo(scene, word);
    }

    private static boolean isJoinedTo(Scene scene, int particle) {
        int next = particle + 1;
        if (next < scene.words().size() && PARTICLES.contains(scene.word(next)) && !scene.isCapital(next)) {
            next++;
        }
        return next < scene.words().size()
                && scene.joined(next - 1)
                && scene.isCapital(next)
                && !isCalendar(scene, next)
                && !NOT_PLACES.contains(scene.word(next));
    }

    /** One past the last word of the name that begins at a word. */
    static int end(Scene scene, int word) {
        int end = word + 1;
        while (end - word < MOST_WORDS && scene.joined(end - 1) && goesOn(scene, end)) {
            end++;
        }
        while (end > word + 1 && !scene.isCapital(end - 1)) {
            end--;
        }
        return end;
    }

    /** The first word of the name that ends before a word, or that word when nothing goes before. */
    static int start(Scene scene, int word) {
        int start = word;
        while (word - start < MOST_WORDS && start > 0 && scene.joined(start - 1)) {
            if (canBegin(scene, start - 1)) {
                start--;
            } else if (start < word
                    && PARTICLES.contains(scene.word(start - 1))
                    && start > 1
                    && scene.joined(start - 2)
                    && scene.isCapital(start - 2)
                    && canBegin(scene, start - 2)) {
                start -= 2;
            } else {
                break;
            }
        }
        return start;
    }
}
