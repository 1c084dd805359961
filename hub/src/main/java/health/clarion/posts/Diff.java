package health.clarion.posts;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What changed between two texts, word by word, as a person reads it. */
public final class Diff {

    private static final Pattern WORD = Pattern.compile("\\s+|[\\p{L}\\p{M}\\p{N}'’]+|.", Pattern.DOTALL);

    // A table of this many cells takes a few milliseconds; beyond it the middle is shown as replaced.
    private static final long MOST_CELLS = 4_000_000;

    private Diff() {}

    /** What happened to a stretch of text. */
    public enum Kind {
        SAME,
        ADDED,
        REMOVED
    }

    /** One stretch. */
    public record Piece(Kind kind, String text) {}

    /** From {@code before} to {@code after}, in reading order; removed words stand before the added ones. */
    public static List<Piece> of(String before, String after) {
        List<String> old = words(before);
        List<String> now = words(after);
        int head = 0;
        while (head < Math.min(old.size(), now.size()) && old.get(head).equals(now.get(head))) {
            head++;
        }
        int tail = 0;
        while (tail < Math.min(old.size(), now.size()) - head
                && old.get(old.size() - 1 - tail).equals(now.get(now.size() - 1 - tail))) {
            tail++;
        }
        Pieces pieces = new Pieces();
        now.subList(0, head).forEach(word -> pieces.add(Kind.SAME, word));
        middle(old.subList(head, old.size() - tail), now.subList(head, now.size() - tail), pieces);
        now.subList(now.size() - tail, now.size()).forEach(word -> pieces.add(Kind.SAME, word));
        return pieces.all();
    }

    private static void middle(List<String> old, List<String> now, Pieces pieces) {
        if ((long) old.size() * now.size() > MOST_CELLS) {
            old.forEach(word -> pieces.add(Kind.REMOVED, word));
            now.forEach(word -> pieces.add(Kind.ADDED, word));
            return;
        }
        int[][] common = common(old, now);
        int i = 0;
        int j = 0;
        while (i < old.size() && j < now.size()) {
            if (old.get(i).equals(now.get(j))) {
                pieces.add(Kind.SAME, now.get(j));
                i++;
                j++;
            } else if (common[i + 1][j] >= common[i][j + 1]) {
                pieces.add(Kind.REMOVED, old.get(i++));
            } else {
                pieces.add(Kind.ADDED, now.get(j++));
            }
        }
        old.subList(i, old.size()).forEach(word -> pieces.add(Kind.REMOVED, word));
        now.subList(j, now.size()).forEach(word -> pieces.add(Kind.ADDED, word));
    }

    /** For each pair of rests, how many words their longest common subsequence has. */
    private static int[][] common(List<String> old, List<String> now) {
        int[][] common = new int[old.size() + 1][now.size() + 1];
        for (int i = old.size() - 1; i >= 0; i--) {
            for (int j = now.size() - 1; j >= 0; j--) {
                common[i][j] = old.get(i).equals(now.get(j))
                        ? common[i + 1][j + 1] + 1
                        : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        return common;
    }

    private static List<String> words(String text) {
        return WORD.matcher(text).results().map(result -> result.group()).toList();
    }

    /** Joins words of the same fate into stretches. */
    private static final class Pieces {

        private final List<Piece> done = new ArrayList<>();

        void add(Kind kind, String word) {
            int last = done.size() - 1;
            if (last >= 0 && done.get(last).kind() == kind) {
                done.set(last, new Piece(kind, done.get(last).text() + word));
            } else {
                done.add(new Piece(kind, word));
            }
        }

        List<Piece> all() {
            return List.copyOf(done);
        }
    }
}
