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
    private final Node<M> root = new Node<>();

    /** Adds every spelling of a phrase, in the notation of rule files, with the lists it may name. */
    public void add(String phrase, Map<String, List<String>> lists, M meaning) {
        for (List<String> words : Phrase.spellings(phrase, lists)) {
            Node<M> node = root;
            for (String word : words) {
                node = node.grow(word);
            }
            node.mean(meaning);
        }
    }

    /** Tells every phrase in a passage, in the order of their first words. */
    public void walk(Passage passage, Found<M> found) {
        int[] numbers = passage.numbers();
        for (Sentence sentence : passage.sentences()) {
            for (int from = sentence.firstWord(); from < sentence.lastWord(); from++) {
                boolean starts = numbers[from] >= 0
                        ? root.next(numbers[from]) != null || root.anyNumber
                        : root.anyNumber
                                && startsWithDigit(passage.words().get(from).text());
                if (starts) {
                    follow(root, passage, sentence, from, from, found);
                }
            }
        }
    }

    private static <M> void follow(
            Node<M> start, Passage passage, Sentence sentence, int from, int next, Found<M> found) {
        int[] numbers = passage.numbers();
        Node<M> node = start;
        for (int to = next; to < sentence.lastWord(); to++) {
            if (node.anyNumber) {
                String word = passage.words().get(to).text();
                Node<M> number = startsWithDigit(word) ? node.next(Lexicon.find(anyNumber(word))) : null;
                if (number != null) {
                    arrive(number, passage, sentence, from, to + 1, found);
                }
            }
            node = node.next(numbers[to]);
            if (node == null) {
                return;
            }
            for (M meaning : node.meanings) {
                found.phrase(meaning, sentence, from, to + 1);
            }
        }
    }

    private static <M> void arrive(
            Node<M> node, Passage passage, Sentence sentence, int from, int next, Found<M> found) {
        for (M meaning : node.meanings) {
            found.phrase(meaning, sentence, from, next);
        }
        follow(node, passage, sentence, from, next, found);
    }

    private static boolean startsWithDigit(String word) {
        return !word.isEmpty() && word.charAt(0) >= '0' && word.charAt(0) <= '9';
    }

    /** {@code #} and what is joined to the number: {@code #kg} for {@code 70kg}. */
    private static String anyNumber(String word) {
        int end = 1;
        while (end < word.length() && word.charAt(end) >= '0' && word.charAt(end) <= '9') {
            end++;
        }
        return end == word.length() ? "#" : "#" + word.substring(end);
    }

    /** Hears of phrases. */
    @FunctionalInterface
    public interface Found<M> {
        /** The words [from, to) of a sentence are a phrase with this meaning. */
        void phrase(M meaning, Sentence sentence, int from, int to);
    }

    /** What may come next, by the words' numbers in ascending order. */
    private static final class Node<M> {
        private int[] words = {};
        private List<Node<M>> nodes = List.of();
        List<M> meanings = List.of();
        boolean anyNumber;

        @Nullable
        Node<M> next(int word) {
            int at = word < 0 || words.length == 0 ? -1 : Arrays.binarySearch(words, word);
            return at < 0 ? null : nodes.get(at);
        }

        Node<M> grow(String word) {
            int number = Lexicon.add(word);
            int at = Arrays.binarySearch(words, number);
            if (at >= 0) {
                return nodes.get(at);
            }
            Node<M> node = new Node<>();
            int place = -at - 1;
            int[] more = new int[words.length + 1];
            System.arraycopy(words, 0, more, 0, place);
            more[place] = number;
            System.arraycopy(words, place, more, place + 1, words.length - place);
            words = more;
            nodes = nodes.isEmpty() ? new ArrayList<>(1) : nodes;
            nodes.add(place, node);
            anyNumber |= word.startsWith("#");
            return node;
        }

        void mean(M meaning) {
            if (!meanings.contains(meaning)) {
                meanings = meanings.isEmpty() ? new ArrayList<>(1) : meanings;
                meanings.add(meaning);
            }
        }
    }
}
