package health.clarion.safeguards.claims;

import health.clarion.safeguards.retrieval.Bm25;
import health.clarion.safeguards.retrieval.Terms;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The words of a post, made ready to be compared with many claims.
 *
 * @param terms what it says, each term once
 * @param said the numbers of its terms
 * @param author the numbers of its author's names
 * @param pairs each two neighbouring terms, ascending
 * @param grams runs of letters
 * @param tells how much all its terms tell
 * @param day the day it was posted, or null
 */
record PostWords(
        Set<String> terms,
        BitSet said,
        BitSet author,
        long[] pairs,
        Grams grams,
        double tells,
        @Nullable LocalDate day) {
    static PostWords of(SharedPost post, String language, Bm25 index) {
        List<String> terms = Terms.of(post.words(), language);
        Set<String> distinct = new LinkedHashSet<>(terms);
        BitSet said = numbers(distinct, index);
        BitSet author = numbers(Terms.of(post.author(), language), index);
        long[] pairs = CheckedWords.pairs(terms, index);
        Arrays.sort(pairs);
        double tells = 0;
        for (String term : distinct) {
            tells += index.idf(term);
        }
        return new PostWords(distinct, said, author, pairs, Grams.of(distinct, index), tells, post.day());
    }

    private static BitSet numbers(Iterable<String> terms, Bm25 index) {
        BitSet numbers = new BitSet();
        for (String term : terms) {
            int number = index.number(term);
            if (number >= 0) {
                numbers.set(number);
            }
        }
        return numbers;
    }

    boolean hasPair(long pair) {
        return Arrays.binarySearch(pairs, pair) >= 0;
    }
}
