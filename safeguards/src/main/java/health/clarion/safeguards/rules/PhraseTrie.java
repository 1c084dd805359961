package health.clarion.safeguards.rules;

import health.clarion.safeguards.text.Lexicon;
import health.clarion.safeguards.text.Passage;
import health.clarion.safeguards.text.Sentence;
import health.clarion.safeguards.text.Steps;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Many phrases found in one walk over a passage's words. A phrase never crosses the end of a sentence. A text of n words takes n
 * times the longest phrase at most, whatever it says. Fill it first; after that it is only read, by any number of threads.
 *
 * @param <M> what a phrase means
 */
public final class PhraseTrie<M> {
    /** Bits beside the number of a node: whether phrases end there, and whether a phrase may go on with any number. */
    private static final int ENDS = Steps.FIRST_FREE_BIT;

    private static final int TAKES_NUMBER = Steps.FIRST_FREE_BIT << 1;
    private static final int NODE = Steps.FIRST_FREE_BIT - 1;

    /** The first steps once more by the words' numbers, 0 where no phrase begins so: most words go no further. */
    private int[] firsts = {};

    private final Steps steps = new Steps();
    private final List<@Nullable List<M>> meanings = new ArrayList<>();
    private boolean beginsWithNumber;

    /** Adds every spelling of a phrase, in the notation of rule files, with the lists it may name. */
    public void add(String phrase, Map<String, List<String>> lists, M meaning) {
        for (List<String> words : Phrase.spellings(phrase, lists)) {
            int before = 0;
            int last = 0;
            int node = Steps.ROOT;
            for (String word : words) {
                if (word.startsWith("#")) {
                    takeNumber(before, last);
                }
                before = node;
                last = Lexicon.add(word);
                node = steps.grow(before, last);
                remember(before, last);
            }
            steps.mark(before, last, ENDS);
            remember(before, last);
            mean(node & NODE, meaning);
        }
    }

    /** Tells every phrase in a passage, in the order of their first words. */
    public void walk(Passage passage, Found<M> found) {
        new Walk(passage, found).walk(passage.sentences());
    }

    private final class Walk {
        private final int[] numbers;
        private final int[] anyNumbers;
        private final Found<M> found;

        Walk(Passage passage, Found<M> found) {
            this.numbers = passage.numbers();
            this.anyNumbers = passage.anyNumbers();
            this.found = found;
        }

        void walk(List<Sentence> sentences) {
            boolean withNumbers = beginsWithNumber && anyNumbers.length > 0;
            for (Sentence sentence : sentences) {
                for (int from = sentence.firstWord(); from < sentence.lastWord(); from++) {
                    if (withNumbers) {
                        follow(first(anyNumbers[from]), sentence, from, from + 1);
                    }
                    int next = first(numbers[from]);
                    if (next != 0) {
                        follow(next, sentence, from, from + 1);
                    }
                }
            }
        }

        /** Tells the phrases that end where a step leads, and goes on from there; 0 leads nowhere. */
        private void follow(int first, Sentence sentence, int from, int to) {
            int next = first;
            for (int end = to; next != 0; end++) {
                if ((next & ENDS) != 0) {
                    tell(next & NODE, sentence, from, end);
                }
                if (end == sentence.lastWord()) {
                    return;
                }
                if ((next & TAKES_NUMBER) != 0 && anyNumbers.length > 0 && anyNumbers[end] >= 0) {
                    follow(steps.next(next, anyNumbers[end]), sentence, from, end + 1);
                }
                next = numbers[end] < 0 ? 0 : steps.next(next, numbers[end]);
            }
        }

        private void tell(int node, Sentence sentence, int from, int to) {
            List<M> all = meanings.get(node);
            for (int i = 0; all != null && i < all.size(); i++) {
                found.phrase(all.get(i), sentence, from, to);
            }
        }
    }

    /** Hears of phrases. */
    @FunctionalInterface
    public interface Found<M> {
        /** The words [from, to) of a sentence are a phrase with this meaning. */
        void phrase(M meaning, Sentence sentence, int from, int to);
    }

    private int first(int word) {
        return word >= 0 && word < firsts.length ? firsts[word] : 0;
    }

    /** Where a word led to may go on with any number; where none led to is the root. */
    private void takeNumber(int before, int word) {
        if (before == 0) {
            beginsWithNumber = true;
        } else {
            steps.mark(before, word, TAKES_NUMBER);
            remember(before, word);
        }
    }

    private void remember(int before, int word) {
        if (before == Steps.ROOT) {
            firsts = word < firsts.length ? firsts : Arrays.copyOf(firsts, Math.max(word + 1, firsts.length * 2));
            firsts[word] = steps.next(before, word);
        }
    }

    private void mean(int node, M meaning) {
        while (meanings.size() <= node) {
            meanings.add(null);
        }
        List<M> all = meanings.get(node);
        if (all == null) {
            all = new ArrayList<>(1);
            meanings.set(node, all);
        }
        if (!all.contains(meaning)) {
            all.add(meaning);
        }
    }
}
