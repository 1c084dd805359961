package health.clarion.networks;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Tells the words in a hashtag apart, with a short list of words that campaigns use. */
final class Words {
    private static final Set<String> KNOWN = known();
    private static final int LONGEST =
            KNOWN.stream().mapToInt(String::length).max().orElse(0);

    private Words() {}

    static String joined(String phrase) {
        StringBuilder joined = new StringBuilder();
        for (String word : phrase.strip().split("[^\\p{L}\\p{M}\\p{Nd}_'’]+")) {
            joined.append(capitalised(word.replaceAll("['’]", "")));
        }
        return joined.toString();
    }

    static Optional<String> inCamelCase(String name) {
        boolean oneCase = name.equals(name.toLowerCase(Locale.ROOT)) || name.equals(name.toUpperCase(Locale.ROOT));
        if (!oneCase) {
            return Optional.empty();
        }
        List<String> words = split(name.toLowerCase(Locale.ROOT));
        if (words.size() < 2) {
            return Optional.empty();
        }
        StringBuilder joined = new StringBuilder();
        words.forEach(word -> joined.append(capitalised(word)));
        return Optional.of(joined.toString());
    }

    /** The fewest known words (or numbers) that make up the name; empty when there is no way. */
    private static List<String> split(String name) {
        int[] fewest = new int[name.length() + 1];
        int[] from = new int[name.length() + 1];
        Arrays.fill(fewest, Integer.MAX_VALUE);
        fewest[0] = 0;
        for (int end = 1; end <= name.length(); end++) {
            for (int start = Math.max(0, end - Math.max(LONGEST, 4)); start < end; start++) {
                boolean better = fewest[start] != Integer.MAX_VALUE && fewest[start] + 1 < fewest[end];
                if (better && isWord(name.substring(start, end))) {
                    fewest[end] = fewest[start] + 1;
                    from[end] = start;
                }
            }
        }
        List<String> words = new ArrayList<>();
        if (fewest[name.length()] == Integer.MAX_VALUE) {
            return words;
        }
        for (int end = name.length(); end > 0; end = from[end]) {
            words.addFirst(name.substring(from[end], end));
        }
        return words;
    }

    private static boolean isWord(String word) {
        return KNOWN.contains(word) || word.chars().allMatch(Character::isDigit);
    }

    private static String capitalised(String word) {
        if (word.isEmpty()) {
            return word;
        }
        int first = word.offsetByCodePoints(0, 1);
        return word.substring(0, first).toUpperCase(Locale.ROOT) + word.substring(first);
    }

    private static Set<String> known() {
        try (InputStream in = Words.class.getResourceAsStream("hashtag-words.txt")) {
            if (in == null) {
                throw new IllegalStateException("hashtag-words.txt is missing from the class path");
            }
            Set<String> words = new HashSet<>();
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .flatMap(line -> Arrays.stream(line.strip().split("\\s+")))
                    .filter(word -> !word.isEmpty())
                    .forEach(words::add);
            return Set.copyOf(words);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
