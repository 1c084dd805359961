package health.clarion.safeguards.access;

import health.clarion.safeguards.Draft;
import health.clarion.safeguards.Span;
import health.clarion.safeguards.rules.Hit;
import health.clarion.safeguards.text.LanguageGuess;
import health.clarion.safeguards.text.Passage;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Whether the post says in which language it is, and truly: by that a screen reader chooses its voice. */
final class LanguageTag {
    private static final Set<String> UNSAID = Set.of("", "und", "mul", "zxx");

    /** What languages call themselves. */
    private static final Map<String, String> NAMES = Map.of("en", "English", "es", "español", "ca", "català");

    private LanguageTag() {}

    static void look(Passage passage, Draft draft, Consumer<Hit> hits) {
        String said = draft.language();
        if (UNSAID.contains(said)) {
            if (!passage.words().isEmpty()) {
                hits.accept(Hit.of("access/language-missing", new Span(0, 0)));
            }
            return;
        }
        @Nullable String read = LanguageGuess.of(passage);
        if (read == null || read.equals(said)) {
            return;
        }
        if (NAMES.containsKey(said) || read.equals("en")) {
            hits.accept(Hit.of("access/language-other", new Span(0, 0), name(said), name(read)));
        }
    }

    private static String name(String language) {
        return NAMES.getOrDefault(language, language);
    }
}
