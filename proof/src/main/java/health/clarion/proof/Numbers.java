package health.clarion.proof;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The options of a command: {@code --name number}. */
final class Numbers {

    private final Map<String, Long> numbers = new HashMap<>();

    Numbers(List<String> words, Set<String> known) {
        for (int i = 0; i < words.size(); i += 2) {
            String name = words.get(i).replaceFirst("^--", "");
            if (!known.contains(name)
                    || i + 1 == words.size()
                    || !words.get(i + 1).matches("\\d{1,9}")) {
                throw new IllegalArgumentException("Expected --NAME NUMBER, of " + known + ", not: " + words.get(i));
            }
            numbers.put(name, Long.parseLong(words.get(i + 1)));
        }
    }

    long number(String name, long otherwise) {
        return numbers.getOrDefault(name, otherwise);
    }
}
