package health.clarion.safeguards.privacy;

import health.clarion.safeguards.text.Passage;
import java.util.HashSet;
import java.util.Set;

/** Words as a passage's are: without accents and capitals, so that a list may spell them as they are written. */
final class Folded {
    private Folded() {}

    /** The words folded; those that fold alike become one. */
    static Set<String> words(String... words) {
        Set<String> folded = new HashSet<>();
        for (String word : words) {
            folded.addAll(Passage.fold(word));
        }
        return Set.copyOf(folded);
    }
}
