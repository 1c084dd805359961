package health.clarion.safeguards.privacy;

import health.clarion.safeguards.text.Sentence;
import java.util.Set;

/** Ages over 89, and birthdays. Every other age stays silent: a man of 55 is nobody in particular. Source: 45 CFR 164.514(b)(2)(i)(C). */
final class Ages {
    private static final int LAST_COMMON = 89;
    private static final int OLDEST = 122; // the oldest age ever verified
    private static final Set<String> YEARS =
            Folded.words("year", "years", "yo", "yr", "yrs", "y", "años", "anys", "yom", "yof", "ans");
    private static final Set<String> BEFORE =
            Folded.words("aged", "age", "turned", "turns", "turning", "cumple", "cumplió", "edad", "edat", "compleix");
    private static final Set<String> TURNING =
            Folded.words("turned", "turns", "turning", "cumple", "cumplió", "compleix");
    private static final Set<String> OF_MANY = Folded.words(
            "over", "above", "aged", "people", "adults", "women", "men", "those", "older", "mayores", "majors", "más",
            "més", "under");
    private static final Set<String> AND_MORE = Set.of("or", "and", "over", "plus", "o", "y", "i");
    private static final Set<String> MORE = Folded.words("over", "older", "above", "más", "més", "more");

    private static final Set<String> ARE = Set.of("shes", "hes", "im");
    private static final Set<String> COUNTED_NOTHING = Set.of("", "and", "now", "today", "but", "with", "who", "so");
    private static final Set<String> THINGS = Folded.words(
            "charity",
            "hospital",
            "helpline",
            "organisation",
            "organization",
            "association",
            "building",
            "service",
            "club",
            "company",
            "tradition",
            "law",
            "school",
            "society",
            "asociación",
            "associació",
            "entidad",
            "entitat",
            "escuela",
            "escola",
            "ley",
            "llei");

    /** After "70M" these say that it is someone's age and sex. */
    private static final Set<String> AFTER_SEX = Set.of("with", "w", "hx", "presenting", "c");

    /** Whether a word is someone's age with its unit or sex, as clinicians write: 62yo, 70M with. */
    static boolean isSomeones(String word, String next) {
        return word.length() > 2
                && word.length() < 7
                && Character.isDigit(word.charAt(0))
                && (word.endsWith("yo")
                        || word.endsWith("yom")
                        || word.endsWith("yof")
                        || (word.endsWith("m") || word.endsWith("f")) && AFTER_SEX.contains(next));
    }

    void look(Scene scene) {
        if (!scene.hasDigits()) {
            return;
        }
        for (Sentence sentence : scene.passage().sentences()) {
            boolean ofThing = false;
            for (int i = sentence.firstWord(); i < sentence.lastWord(); i++) {
                if (scene.isNumber(i)) {
                    lookAt(scene, i, ofThing);
                }
                ofThing = ofThing || THINGS.contains(scene.word(i));
            }
        }
    }

    /** @param ofThing whether something that is no person stands before in the sentence, whose age it may be */
    private static void lookAt(Scene scene, int word, boolean ofThing) {
        String written = scene.word(word);
        int digits = 0;
        while (digits < written.length() && Character.isDigit(written.charAt(digits))) {
            digits++;
        }
        if (digits < 1 || digits > 3) {
            return;
        }
        int age = Integer.parseInt(written.substring(0, digits));
        String rest = written.substring(digits);
        boolean years = rest.isEmpty()
                ? YEARS.contains(scene.word(word + 1)) && scene.after(word).length() <= 1
                : YEARS.contains(rest);
        boolean told = rest.isEmpty()
                && (BEFORE.contains(scene.word(word - 1))
                        || ARE.contains(scene.word(word - 1)) && endsThere(scene, word));
        int start = scene.words().get(word).start();
        int end = start + digits;
        if (age > 0 && age <= OLDEST && isOfSomeoneKnown(scene, word, rest)) {
            scene.tell(age <= LAST_COMMON ? "privacy/age" : "privacy/age-over-89", start, end);
        } else if (age > LAST_COMMON && age <= OLDEST && (years || told) && !ofThing && !isGroup(scene, word, end)) {
            scene.tell("privacy/age-over-89", start, end);
        } else if (told
                && !ofThing
                && age > 0
                && age <= OLDEST
                && TURNING.contains(scene.word(word - 1))
                && scene.isAboutSomeone(scene.sentenceOf(word))) {
            scene.tell("privacy/birthday", start, end);
        }
    }

    /** "My father retired at the age of 61" and "Ana López, 34, of Leith": an age beside a name or within one's family. */
    private static boolean isOfSomeoneKnown(Scene scene, int word, String rest) {
        if (!rest.isEmpty()) {
            return false;
        }
        boolean atAge = scene.word(word - 1).equals("of")
                && scene.word(word - 2).equals("age")
                && (scene.hasName(scene.sentenceOf(word)) || scene.isSelf(scene.sentenceOf(word)));
        String between = scene.after(word);
        boolean apposed = scene.isName(word - 1)
                && (scene.after(word - 1).equals(", ") && (between.startsWith(",") || between.startsWith("."))
                        || scene.after(word - 1).equals(" (") && between.startsWith(")"));
        return atAge || apposed;
    }

    /** "She's 91 and…": nothing is counted after the number. */
    private static boolean endsThere(Scene scene, int word) {
        String between = scene.after(word);
        return between.isBlank()
                ? COUNTED_NOTHING.contains(scene.word(word + 1))
                : " .,;:!?)\n".indexOf(between.charAt(0)) > 0;
    }

    /** "Adults aged 90 and over", "people over 90": many, not one; and what has lasted so long is not a person. */
    private static boolean isGroup(Scene scene, int word, int end) {
        boolean plus = end < scene.text().length() && scene.text().charAt(end) == '+';
        String before = scene.word(word - 1);
        boolean many = OF_MANY.contains(before) && !before.equals("aged")
                || before.equals("aged") && OF_MANY.contains(scene.word(word - 2));
        int after = YEARS.contains(scene.word(word + 1)) ? word + 2 : word + 1;
        boolean more = AND_MORE.contains(scene.word(after)) && MORE.contains(scene.word(after + 1));
        boolean lasting = Set.of("ago", "of", "later", "since", "history").contains(scene.word(word + 2));
        return plus || many || more || lasting || !scene.isAboutSomeone();
    }
}
