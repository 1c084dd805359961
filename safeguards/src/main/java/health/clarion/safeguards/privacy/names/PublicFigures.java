package health.clarion.safeguards.privacy.names;

import health.clarion.safeguards.Knowledge;
import health.clarion.safeguards.text.Passage;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * People whom everyone knows and whose names may stand in a post: by the full name or two words of it, and where that stands in the
 * text, by a further word of it too. The given name alone, or a surname that nothing ties to them, may be anybody's.
 *
 * @param names folded: each full name, and every part of it of two words or more
 */
record PublicFigures(Set<String> names) {
    static PublicFigures of(Knowledge knowledge) {
        Set<String> names = new HashSet<>();
        for (String figure : knowledge.publicFigures()) {
            List<String> words = Passage.fold(figure);
            names.add(String.join(" ", words));
            for (int from = 0; from < words.size(); from++) {
                for (int to = from + 2; to <= words.size(); to++) {
                    names.add(String.join(" ", words.subList(from, to)));
                }
            }
        }
        return new PublicFigures(Set.copyOf(names));
    }

    /** The names of a text that are no public figure's. */
    List<Found> without(List<Found> found, Passage passage) {
        if (names.isEmpty() || found.isEmpty()) {
            return found;
        }
        Set<String> surnames = new HashSet<>();
        for (Found name : found) {
            List<String> words = words(name, passage);
            if (names.contains(String.join(" ", words))) {
                surnames.addAll(words.subList(Math.min(1, words.size()), words.size()));
            }
        }
        List<Found> others = new ArrayList<>();
        for (Found name : found) {
            List<String> words = words(name, passage);
            boolean known = names.contains(String.join(" ", words));
            if (!known && !(words.size() == 1 && surnames.contains(words.getFirst()))) {
                others.add(name);
            }
        }
        return others;
    }

    private static List<String> words(Found name, Passage passage) {
        return Passage.fold(passage.slice(name.name().start(), name.name().end()));
    }
}
