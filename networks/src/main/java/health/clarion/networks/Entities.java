package health.clarion.networks;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Finds the links, mentions and hashtags of a text as the given network finds them. */
public final class Entities {
    private Entities() {}

    /**
     * Everything the network would make pressable, in reading order, never overlapping. Time grows with the length of the
     * text, whatever the text.
     */
    public static List<Entity> find(Network network, String text) {
        Spans spans = Spans.of(network, text);
        List<Entity> found = new ArrayList<>();
        CodePointIndex links = new CodePointIndex(text);
        for (Span span : spans.links()) {
            String words = text.substring(span.start(), span.end());
            found.add(new Entity.Link(links.of(span.start()), links.of(span.end()), words, uri(words)));
        }
        CodePointIndex mentions = new CodePointIndex(text);
        for (Span span : spans.mentions()) {
            String words = text.substring(span.start(), span.end());
            found.add(
                    new Entity.Mention(mentions.of(span.start()), mentions.of(span.end()), words, words.substring(1)));
        }
        CodePointIndex hashtags = new CodePointIndex(text);
        for (Span span : spans.hashtags()) {
            String words = text.substring(span.start(), span.end());
            found.add(
                    new Entity.Hashtag(hashtags.of(span.start()), hashtags.of(span.end()), words, words.substring(1)));
        }
        found.sort(Comparator.comparingInt(Entity::start));
        return List.copyOf(found);
    }

    private static String uri(String words) {
        return words.contains("://") ? words : "https://" + words;
    }

    /** Turns rising UTF-16 indexes into code point indexes in one pass. */
    private static final class CodePointIndex {
        private final String text;
        private int at;
        private int codePoints;

        CodePointIndex(String text) {
            this.text = text;
        }

        int of(int index) {
            codePoints += text.codePointCount(at, index);
            at = index;
            return codePoints;
        }
    }
}
