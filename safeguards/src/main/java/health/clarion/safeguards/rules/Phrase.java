package health.clarion.safeguards.rules;

import health.clarion.safeguards.text.Passage;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The notation of phrases in rule files: words, {@code {a,b,}} for one of several (an empty one makes it optional; they may be
 * nested), {@code @name} for one of a list named in the file, and {@code #} for any number, also with letters joined to it:
 * {@code #kg} is {@code 5kg} and {@code 70kg}. A phrase stands for all its spellings; it is not an expression,
 * so matching takes linear time.
 */
final class Phrase {
    private static final int MOST_SPELLINGS = 20_000;

    /** Stands for # while a phrase is cut into words; a digit that no phrase of ours holds. */
    private static final char NUMBER = '\u0660';

    /** What stands between blanks in phrases, folded once: the same few thousand pieces make up all spellings. */
    private static final Map<String, List<String>> FOLDED = new ConcurrentHashMap<>();

    private Phrase() {}

    /**
     * Every spelling of a phrase as folded words.
     *
     * @param lists the named lists
     * @throws IllegalArgumentException when a brace is open, a list is unknown, or there are more than 20,000 spellings
     */
    static Set<List<String>> spellings(String phrase, Map<String, List<String>> lists) {
        Set<List<String>> spellings = new LinkedHashSet<>();
        for (String spelling : expand(phrase, lists)) {
            List<String> words = new ArrayList<>();
            for (String chunk : spelling.split(" ")) {
                words.addAll(FOLDED.computeIfAbsent(chunk, Phrase::folded));
            }
            if (!words.isEmpty()) {
                spellings.add(words);
            }
        }
        return spellings;
    }

    private static List<String> folded(String chunk) {
        return Passage.fold(chunk.replace('#', NUMBER)).stream()
                .map(word -> word.replace(NUMBER, '#'))
                .toList();
    }

    private static List<String> expand(String phrase, Map<String, List<String>> lists) {
        int open = firstOf(phrase);
        if (open < 0) {
            return List.of(phrase);
        }
        String head = phrase.substring(0, open);
        int end = phrase.charAt(open) == '@' ? endOfName(phrase, open + 1) : endOfBraces(phrase, open);
        List<String> choices = phrase.charAt(open) == '@'
                ? named(phrase.substring(open + 1, end), lists)
                : choices(phrase.substring(open + 1, end - 1));
        List<String> tails = expand(phrase.substring(end), lists);
        List<String> all = new ArrayList<>();
        for (String choice : choices) {
            for (String middle : expand(choice, lists)) {
                for (String tail : tails) {
                    all.add(head + middle + tail);
                }
            }
            if (all.size() > MOST_SPELLINGS) {
                throw new IllegalArgumentException("Too many spellings: " + phrase);
            }
        }
        return all;
    }

    private static int firstOf(String phrase) {
        for (int i = 0; i < phrase.length(); i++) {
            if (phrase.charAt(i) == '{' || phrase.charAt(i) == '@') {
                return i;
            }
        }
        return -1;
    }

    private static int endOfName(String phrase, int start) {
        int at = start;
        while (at < phrase.length() && (Character.isLetterOrDigit(phrase.charAt(at)) || phrase.charAt(at) == '-')) {
            at++;
        }
        return at;
    }

    private static int endOfBraces(String phrase, int open) {
        int depth = 0;
        for (int i = open; i < phrase.length(); i++) {
            if (phrase.charAt(i) == '{') {
                depth++;
            } else if (phrase.charAt(i) == '}' && --depth == 0) {
                return i + 1;
            }
        }
        throw new IllegalArgumentException("A brace stays open: " + phrase);
    }

    private static List<String> choices(String inside) {
        List<String> choices = new ArrayList<>();
        int depth = 0;
        int start = 0;
        for (int i = 0; i < inside.length(); i++) {
            char c = inside.charAt(i);
            depth += c == '{' ? 1 : c == '}' ? -1 : 0;
            if (c == ',' && depth == 0) {
                choices.add(inside.substring(start, i));
                start = i + 1;
            }
        }
        choices.add(inside.substring(start));
        return choices;
    }

    private static List<String> named(String name, Map<String, List<String>> lists) {
        List<String> list = lists.get(name);
        if (list == null) {
            throw new IllegalArgumentException("No list is called @" + name);
        }
        return list;
    }
}
