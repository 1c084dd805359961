package health.clarion.safeguards.claims;

import health.clarion.safeguards.retrieval.Bm25;
import health.clarion.safeguards.retrieval.Terms;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The words of a checked claim, as numbers of an index's terms, each once and ascending.
 *
 * @param claim of the claim
 * @param all of all three
 * @param numbers terms of claim and headline that start with a digit
 * @param titlePairs each two neighbours in the headline
 * @param grams runs of letters of claim and headline
 */
record CheckedWords(int[] claim, int[] all, int[] numbers, long[] titlePairs, Grams grams) {

    static CheckedWords of(FactCheck check, Bm25 index) {
        List<String> claim = Terms.of(check.claim(), check.lang());
        List<String> title = Terms.of(check.title(), check.lang());
        List<String> subtitle = Terms.of(check.subtitle(), check.lang());
        Set<String> told = new LinkedHashSet<>(claim);
        told.addAll(title);
        List<String> all = new ArrayList<>(told);
        all.addAll(subtitle);
        List<String> numbers =
                told.stream().filter(term -> Character.isDigit(term.charAt(0))).toList();
        return new CheckedWords(
                numbered(claim, index),
                numbered(all, index),
                numbered(numbers, index),
                pairs(title, index),
                Grams.of(told, index));
    }

    private static int[] numbered(List<String> terms, Bm25 index) {
        return terms.stream()
                .mapToInt(index::number)
                .filter(number -> number >= 0)
                .sorted()
                .distinct()
                .toArray();
    }

    /** Each two neighbouring terms as one number. */
    static long[] pairs(List<String> terms, Bm25 index) {
        long[] pairs = new long[Math.max(0, terms.size() - 1)];
        for (int i = 0; i < pairs.length; i++) {
            pairs[i] = (long) index.number(terms.get(i)) << Integer.SIZE | index.number(terms.get(i + 1)) & 0xffffffffL;
        }
        return pairs;
    }
}
