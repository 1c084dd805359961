package health.clarion.safeguards.privacy;

import health.clarion.safeguards.Knowledge;
import health.clarion.safeguards.Span;
import health.clarion.safeguards.rules.Hit;
import health.clarion.safeguards.rules.PhraseTrie;
import health.clarion.safeguards.text.Passage;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What may be said in posts: own places and events as they are written, and public figures by their full name or two words of it, and
 * where that stands, by a further word of it too. The given name alone, or a surname that nothing ties to them, may be anybody's.
 */
final class Allowed {
    private static final String NOTATION = "[{}@,]";
    private static final Set<String> NAMES = Set.of("privacy/name", "privacy/possible-name");

    /** What is allowed, with the further words that may stand alone once it has been said. */
    private final PhraseTrie<List<String>> phrases = new PhraseTrie<>();

    private final boolean none;

    Allowed(Knowledge knowledge) {
        this.none = knowledge.publicFigures().isEmpty()
                && knowledge.places().isEmpty()
                && knowledge.events().isEmpty();
        knowledge.publicFigures().forEach(this::addFigure);
        Stream.concat(knowledge.places().stream(), knowledge.events().stream())
                .forEach(phrase -> add(phrase, List.of()));
    }

    private void addFigure(String name) {
        List<String> words = Passage.fold(name);
        for (int from = 0; from + 1 < words.size(); from++) {
            for (int to = from + 2; to <= words.size(); to++) {
                List<String> part = words.subList(from, to);
                add(String.join(" ", part), List.copyOf(part.subList(1, part.size())));
            }
        }
        if (words.size() == 1) {
            add(words.getFirst(), List.of());
        }
    }

    private void add(String phrase, List<String> further) {
        phrases.add(phrase.replaceAll(NOTATION, " "), Map.of(), further);
    }

    /** Takes out what is allowed. */
    void forgive(Passage passage, List<Hit> hits) {
        if (none || hits.isEmpty()) {
            return;
        }
        Covered covered = new Covered();
        Set<String> named = new HashSet<>();
        phrases.walk(passage, (further, sentence, from, to) -> {
            covered.add(passage.wordSpan(from, to));
            named.addAll(further);
        });
        if (!covered.isEmpty()) {
            hits.removeIf(hit -> hit.rule().startsWith("privacy/")
                    && (covered.contains(hit.span()) || isFurther(passage, hit, named)));
        }
    }

    /** Spans by where they begin, each with how far any that began by then reaches: whether one of them holds another is one look. */
    private static final class Covered {
        private final TreeMap<Integer, Integer> reach = new TreeMap<>();
        private int farthest;

        /** Adds a span that begins at the last one or after it, as those of a walk do. */
        void add(Span span) {
            farthest = Math.max(farthest, span.end());
            reach.put(span.start(), farthest);
        }

        boolean isEmpty() {
            return reach.isEmpty();
        }

        boolean contains(Span span) {
            Map.Entry<Integer, Integer> before = reach.floorEntry(span.start());
            return before != null && before.getValue() >= span.end();
        }
    }

    private static boolean isFurther(Passage passage, Hit hit, Set<String> named) {
        if (!NAMES.contains(hit.rule())) {
            return false;
        }
        List<String> words =
                Passage.fold(passage.slice(hit.span().start(), hit.span().end()));
        return words.size() == 1 && named.contains(words.getFirst());
    }
}
