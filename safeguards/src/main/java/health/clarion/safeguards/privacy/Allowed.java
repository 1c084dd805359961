package health.clarion.safeguards.privacy;

import health.clarion.safeguards.Knowledge;
import health.clarion.safeguards.Span;
import health.clarion.safeguards.rules.Hit;
import health.clarion.safeguards.rules.PhraseTrie;
import health.clarion.safeguards.text.Passage;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** What may be said in posts: public figures by their full names, and once named by their last; own places and events as written. */
final class Allowed {
    private static final String NOTATION = "[{}@,]";

    private final PhraseTrie<String> phrases = new PhraseTrie<>();
    private final boolean none;

    Allowed(Knowledge knowledge) {
        this.none = knowledge.publicFigures().isEmpty()
                && knowledge.places().isEmpty()
                && knowledge.events().isEmpty();
        knowledge.publicFigures().forEach(name -> add(name, lastName(name)));
        Stream.concat(knowledge.places().stream(), knowledge.events().stream()).forEach(phrase -> add(phrase, ""));
    }

    private void add(String phrase, String lastName) {
        phrases.add(phrase.replaceAll(NOTATION, " "), Map.of(), lastName);
    }

    private static String lastName(String name) {
        List<String> words = Passage.fold(name);
        return words.size() < 2 ? "" : words.getLast();
    }

    /** Takes out what is allowed. */
    void forgive(Passage passage, List<Hit> hits) {
        if (none || hits.isEmpty()) {
            return;
        }
        List<Span> spans = new ArrayList<>();
        Set<String> named = new HashSet<>();
        phrases.walk(passage, (lastName, sentence, from, to) -> {
            spans.add(passage.wordSpan(from, to));
            named.add(lastName);
        });
        if (!spans.isEmpty()) {
            hits.removeIf(hit -> hit.rule().startsWith("privacy/")
                    && (spans.stream().anyMatch(span -> span.contains(hit.span())) || isLastName(passage, hit, named)));
        }
    }

    private static boolean isLastName(Passage passage, Hit hit, Set<String> named) {
        String written = passage.slice(hit.span().start(), hit.span().end()).toLowerCase(Locale.ROOT);
        List<String> words = Passage.fold(written);
        return hit.rule().equals("privacy/name") && words.size() == 1 && named.contains(words.getFirst());
    }
}
