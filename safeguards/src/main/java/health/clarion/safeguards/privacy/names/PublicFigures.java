package health.clarion.safeguards.privacy.names;

import health.clarion.safeguards.Knowledge;
import health.clarion.safeguards.text.Passage;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * People whom everyone knows and whose names may stand in a post.
 *
 * @param names folded: each full name and every part of it, but the given name alone
 */
record PublicFigures(Set<String> names) {
    static PublicFigures of(Knowledge knowledge) {
        Set<String> names = new HashSet<>();
        for (String figure : knowledge.publicFigures()) {
            List<String> words = Passage.fold(figure);
            for (int from = 0; from < words.size(); from++) {
                for (int to = from + 1; to <= words.size(); to++) {
                    boolean givenNameAlone = from == 0 && to == 1 && words.size() > 1;
                    if (!givenNameAlone) {
                        names.add(String.join(" ", words.subList(from, to)));
                    }
                }
            }
        }
        return new PublicFigures(Set.copyOf(names));
    }

    /** Whether a name is one of theirs, however it is accented or capitalised. */
    boolean hold(String name) {
        return !names.isEmpty() && names.contains(String.join(" ", Passage.fold(name)));
    }
}
