package health.clarion.safeguards.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The words that rules look for, folded. A disguised word such as {@code k1ll} is read as the word behind it only when that is one of
 * these, so that {@code h1n1} and {@code 5mg} stay what they are. Immutable.
 */
public final class Vocabulary {
    /** No words: nothing is read as something else. */
    public static final Vocabulary NONE = new Vocabulary(Set.of(), Set.of());

    /** No word of the rules is longer; a longer one is not looked for. */
    static final int LONGEST = 24;

    private static final int FEWEST_TO_MASK = 4;
    private static final int WORD = Steps.FIRST_FREE_BIT;

    private final Set<String> known;
    private final Map<Integer, List<String>> grave = new HashMap<>();
    private final Steps tree = new Steps();

    /**
     * @param known every word of every rule, folded
     * @param grave those people mask with asterisks, as in {@code su*cide}
     */
    public Vocabulary(Set<String> known, Set<String> grave) {
        this.known = Set.copyOf(known);
        this.known.forEach(this::plant);
        for (String word : grave) {
            if (word.length() >= FEWEST_TO_MASK) {
                this.grave
                        .computeIfAbsent(word.length(), length -> new ArrayList<>())
                        .add(word);
            }
        }
    }

    boolean knows(String word) {
        return known.contains(word);
    }

    /** The one grave word that a masked one can stand for, its asterisks being any letter; null when there is none or more than one. */
    @Nullable
    String unmasked(String masked) {
        String only = null;
        for (String word : grave.getOrDefault(masked.length(), List.of())) {
            if (fits(masked, word)) {
                if (only != null) {
                    return null;
                }
                only = word;
            }
        }
        return only;
    }

    private static boolean fits(String masked, String word) {
        for (int i = 0; i < word.length(); i++) {
            if (masked.charAt(i) != '*' && masked.charAt(i) != word.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /**
     * Where words end in letters written without spaces: the fewest known words that use up all letters, none of them of one letter
     * but those that are words; null when they can't be cut so.
     */
    int @Nullable [] cut(String letters) {
        int[] fewest = new int[letters.length() + 1];
        int[] from = new int[letters.length() + 1];
        Arrays.fill(fewest, 1, fewest.length, Integer.MAX_VALUE);
        for (int start = 0; start < letters.length(); start++) {
            int node = fewest[start] == Integer.MAX_VALUE ? 0 : tree.next(Steps.ROOT, letters.charAt(start));
            for (int end = start + 1; node != 0; end++) {
                boolean isWord = end - start > 1 ? (node & WORD) != 0 : "iayo".indexOf(letters.charAt(start)) >= 0;
                if (isWord && fewest[start] + 1 < fewest[end]) {
                    fewest[end] = fewest[start] + 1;
                    from[end] = start;
                }
                node = end < letters.length() ? tree.next(node, letters.charAt(end)) : 0;
            }
        }
        if (letters.isEmpty() || fewest[letters.length()] == Integer.MAX_VALUE) {
            return null;
        }
        int[] ends = new int[fewest[letters.length()]];
        int end = letters.length();
        for (int i = ends.length - 1; i >= 0; i--) {
            ends[i] = end;
            end = from[end];
        }
        return ends;
    }

    private void plant(String word) {
        int node = Steps.ROOT;
        for (int i = 0; i < word.length(); i++) {
            int before = node;
            node = tree.grow(before, word.charAt(i));
            if (i + 1 == word.length()) {
                tree.mark(before, word.charAt(i), WORD);
            }
        }
    }
}
