package health.clarion.safeguards.privacy;

import health.clarion.safeguards.text.Sentence;
import java.util.Set;

/** Whether someone speaks of themselves. "We" does not count: organisations say it. */
final class Self {
    private static final Set<String> WORDS = Set.of(
            "i", "im", "ive", "my", "me", "mine", "myself", "yo", "mi", "mis", "jo", "meu", "meva", "meus", "meves");

    private Self() {}

    static boolean speaksIn(Scene scene, Sentence sentence) {
        if (!scene.has(Cue.PERSON, sentence)) {
            return false;
        }
        for (int i = sentence.firstWord(); i < sentence.lastWord(); i++) {
            if (WORDS.contains(scene.word(i)) && !isSign(scene, i)) {
                return true;
            }
        }
        return false;
    }

    /** In Catalan "i" is "and"; MI and ME are states. */
    private static boolean isSign(Scene scene, int word) {
        return scene.word(word).equals("i")
                ? !scene.isEnglish()
                : Care.isAbbreviation(scene, word) || scene.word(word).equals("mi") && scene.isEnglish();
    }
}
