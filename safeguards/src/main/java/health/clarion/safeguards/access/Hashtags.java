package health.clarion.safeguards.access;

import health.clarion.safeguards.Span;
import health.clarion.safeguards.rules.Hit;
import health.clarion.safeguards.rules.RuleBook;
import health.clarion.safeguards.text.Passage;
import health.clarion.safeguards.text.Word;
import java.util.HashSet;
import java.util.LinkedList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Tells hashtags of several words in one case, and proposes where capitals go. A tag is cut into the words that campaigns' hashtags
 * are made of; one that can't be cut is only told when it is too long to be a single word.
 */
final class Hashtags {
    /** No word of ordinary use in our languages is longer. */
    private static final int LONGEST_WORD = 16;

    private static final int LONGEST_TAG = 80;

    private final Set<String> words = new HashSet<>();
    private final int longest;

    Hashtags(RuleBook book) {
        book.lists().getOrDefault("hashtag-words", List.of()).forEach(word -> words.addAll(Passage.fold(word)));
        longest = words.stream().mapToInt(String::length).max().orElse(0);
    }

    void look(Passage passage, Consumer<Hit> hits) {
        for (Word word : passage.typed()) {
            Span span = passage.span(word.start(), word.end());
            boolean tag = span.start() > 0
                    && passage.codePoint(span.start() - 1) == '#'
                    && !word.text().isEmpty();
            if (tag && isOneCase(passage, span)) {
                tell(passage, new Span(span.start() - 1, span.end()), word.text(), hits);
            }
        }
    }

    private void tell(Passage passage, Span span, String tag, Consumer<Hit> hits) {
        List<Integer> starts =
                tag.length() > LONGEST_TAG || tag.length() != span.end() - span.start() - 1 ? null : cut(tag);
        if (starts != null && starts.size() > 1) {
            hits.accept(Hit.of("access/hashtag-case", span).instead(capitalised(passage, span, starts)));
        } else if (starts == null && tag.length() > LONGEST_WORD) {
            hits.accept(Hit.of("access/hashtag-case", span));
        }
    }

    /** All small (the first letter aside) or all capitals: then nothing shows where a word ends. */
    private static boolean isOneCase(Passage passage, Span span) {
        boolean small = false;
        boolean capital = false;
        for (int i = span.start() + 1; i < span.end(); i++) {
            small |= Character.isLowerCase(passage.codePoint(i));
            capital |= Character.isUpperCase(passage.codePoint(i));
        }
        return small != capital;
    }

    /** Where the words of a tag start, in as few words as possible with a number as one of them; null when it can't be cut. */
    private @Nullable List<Integer> cut(String tag) {
        int[] fewest = new int[tag.length() + 1];
        int[] from = new int[tag.length() + 1];
        for (int end = 1; end <= tag.length(); end++) {
            fewest[end] = Integer.MAX_VALUE;
            for (int start = Math.max(0, end - longest); start < end; start++) {
                if (fewest[start] < fewest[end] - 1 && isPart(tag, start, end)) {
                    fewest[end] = fewest[start] + 1;
                    from[end] = start;
                }
            }
        }
        if (fewest[tag.length()] == Integer.MAX_VALUE) {
            return null;
        }
        List<Integer> starts = new LinkedList<>();
        for (int end = tag.length(); end > 0; end = from[end]) {
            starts.addFirst(from[end]);
        }
        return starts;
    }

    private boolean isPart(String tag, int start, int end) {
        return isNumber(tag, start, end) || words.contains(tag.substring(start, end));
    }

    private static boolean isNumber(String tag, int start, int end) {
        for (int i = start; i < end; i++) {
            if (!Character.isDigit(tag.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static String capitalised(Passage passage, Span span, List<Integer> starts) {
        StringBuilder tag = new StringBuilder("#");
        for (int i = 0; i < span.end() - span.start() - 1; i++) {
            int codePoint = passage.codePoint(span.start() + 1 + i);
            tag.appendCodePoint(
                    starts.contains(i) ? Character.toUpperCase(codePoint) : Character.toLowerCase(codePoint));
        }
        return tag.toString();
    }
}
