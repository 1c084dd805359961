package health.clarion.safeguards.rules;

import health.clarion.safeguards.text.Lexicon;
import health.clarion.safeguards.text.Passage;
import health.clarion.safeguards.text.Sentence;
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
    private static final int ROOT = 0;
    private static final long NONE = -1;

    /** Bits beside the number of a node that a step leads to: whether phrases end there, and whether a phrase may go on with any number. */
    private static final int ENDS = 1 << 30;

    private static final int TAKES_NUMBER = 1 << 29;
    private static final int NODE = TAKES_NUMBER - 1;

    /** Where the first words of phrases lead, by the words' numbers; 0 where none begins so. */
    private int[] firsts = {};

    /** All further steps in one open table, so that following a phrase touches one place a word: the node and the word, never 0 both. */
    private long[] steps = new long[1 << 8];

    private int[] nexts = new int[steps.length];
    private int stepped;

    private final List<@Nullable List<M>> meanings = new ArrayList<>();
    private boolean beginsWithNumber;

    /** Makes one without phrases. */
    public PhraseTrie() {
        meanings.add(null);
    }

    /** Adds every spelling of a phrase, in the notation of rule files, with the lists it may name. */
    public void add(String phrase, Map<String, List<String>> lists, M meaning) {
        for (List<String> words : Phrase.spellings(phrase, lists)) {
            int node = ROOT;
            long step = NONE;
            for (String word : words) {
                if (word.startsWith("#")) {
                    mark(step, TAKES_NUMBER);
                }
                step = step(node, Lexicon.add(word));
                node = grow(step) & NODE;
            }
            mark(step, ENDS);
            mean(node, meaning);
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
                    follow(next(step(next & NODE, anyNumbers[end])), sentence, from, end + 1);
                }
                next = numbers[end] < 0 ? 0 : next(step(next & NODE, numbers[end]));
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

    private int next(long step) {
        return nexts[place(step)];
    }

    private static long step(int node, int word) {
        return (long) node << Integer.SIZE | word;
    }

    private static boolean isFirst(long step) {
        return step >>> Integer.SIZE == ROOT;
    }

    /** Where a step stands in the table, or the free place where it would. */
    private int place(long step) {
        int at = (int) (step * 0x9E3779B97F4A7C15L >>> Long.numberOfLeadingZeros(steps.length) + 1);
        while (steps[at] != 0 && steps[at] != step) {
            at = at + 1 & steps.length - 1;
        }
        return at;
    }

    private int grow(long step) {
        if (isFirst(step)) {
            int word = (int) step;
            if (word >= firsts.length) {
                firsts = Arrays.copyOf(firsts, Math.max(word + 1, firsts.length * 2));
            }
            firsts[word] = firsts[word] == 0 ? newNode() : firsts[word];
            return firsts[word];
        }
        int at = place(step);
        if (steps[at] == 0) {
            if (++stepped * 2 > steps.length) {
                widen();
                at = place(step);
            }
            steps[at] = step;
            nexts[at] = newNode();
        }
        return nexts[at];
    }

    private int newNode() {
        meanings.add(null);
        return meanings.size() - 1;
    }

    private void widen() {
        long[] oldSteps = steps;
        int[] oldNexts = nexts;
        steps = new long[oldSteps.length * 2];
        nexts = new int[steps.length];
        for (int i = 0; i < oldSteps.length; i++) {
            if (oldSteps[i] != 0) {
                int at = place(oldSteps[i]);
                steps[at] = oldSteps[i];
                nexts[at] = oldNexts[i];
            }
        }
    }

    /** Sets a bit where a step leads; no step at all leads to the root. */
    private void mark(long step, int bit) {
        if (step == NONE) {
            beginsWithNumber = true;
        } else if (isFirst(step)) {
            firsts[(int) step] |= bit;
        } else {
            nexts[place(step)] |= bit;
        }
    }

    private void mean(int node, M meaning) {
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
