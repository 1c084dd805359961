package health.clarion.safeguards.privacy;

import java.util.Set;

/**
 * Which people someone belongs to: "I'm Polish", "my wife is Japanese", "as a Norwegian citizen". Only of one person; "Spanish people"
 * and "a French study" stay silent. Source: UK GDPR and EU GDPR, article 9(1).
 */
final class Origins {
    private static final Set<String> IS = Set.of("is", "was", "am", "es", "era", "soy", "soc", "fui");
    private static final Set<String> SELF = Set.of("im", "shes", "hes", "soy", "soc");
    private static final Set<String> SUBJECTS = Set.of("i", "he", "she", "m", "s", "ella", "ell");
    private static final Set<String> WHOSE = Set.of("my", "his", "her", "mi", "su", "meva", "meu", "seva", "seu");
    private static final Set<String> ARTICLES = Set.of("a", "an", "half", "originally", "of");
    private static final Set<String> BELONGING = Set.of(
            "citizen", "national", "resident", "refugee", "passport", "nationality", "descent", "origin", "heritage");

    private Origins() {}

    static void look(Scene scene) {
        for (Scene.Said said : scene.said()) {
            boolean written = scene.isCapital(said.from()) || !scene.hasCapitals();
            if (said.cue() == Cue.NATIONALITY && written && isSomeones(scene, said)) {
                scene.tellWords("privacy/origin", said.from(), said.to());
            }
        }
    }

    private static boolean isSomeones(Scene scene, Scene.Said said) {
        int before = said.from() - 1;
        if (ARTICLES.contains(scene.word(before))) {
            before--;
        }
        String verb = scene.word(before);
        String subject = scene.word(before - 1);
        boolean ofOne = SELF.contains(verb)
                || IS.contains(verb) && (SUBJECTS.contains(subject) || WHOSE.contains(scene.word(before - 2)))
                || verb.equals("m") && subject.equals("i");
        boolean belonging = BELONGING.contains(scene.word(said.to()))
                && (scene.isSelf(said.sentence()) || scene.hasName(said.sentence()));
        return (ofOne || belonging) && before >= said.sentence().firstWord() - 1;
    }
}
