package health.clarion.safeguards.rules;

import health.clarion.safeguards.text.Passage;
import health.clarion.safeguards.text.Sentence;
import health.clarion.safeguards.text.Word;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

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
                node = node.next.computeIfAbsent(word, ignored -> new Node<>());
            }
            if (!node.meanings.contains(meaning)) {
                node.meanings.add(meaning);
            }
        }
    }

    /** Tells every phrase in a passage, in the order of their first words. */
    public void walk(Passage passage, Found<M> found) {
        List<Word> words = passage.words();
        for (Sentence sentence : passage.sentences()) {
            for (int from = sentence.firstWord(); from < sentence.lastWord(); from++) {
                follow(root, words, sentence, from, from, found);
            }
        }
    }

    private static <M> void follow(
            Node<M> start, List<Word> words, Sentence sentence, int from, int next, Found<M> found) {
        Node<M> node = start;
        for (int to = next; to < sentence.lastWord(); to++) {
            String word = words.get(to).text();
            Node<M> number = startsWithDigit(word) ? node.next.get(anyNumber(word)) : null;
            if (number != null) {
                arrive(number, words, sentence, from, to + 1, found);
            }
            node = node.next.get(word);
            if (node == null) {
                return;
            }
            for (M meaning : node.meanings) {
                found.phrase(meaning, sentence, from, to + 1);
            }
        }
    }

    private static <M> void arrive(
            Node<M> node, List<Word> words, Sentence sentence, int from, int next, Found<M> found) {
        for (M meaning : node.meanings) {
            found.phrase(meaning, sentence, from, next);
        }
        follow(node, words, sentence, from, next, found);
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

    private static final class Node<M> {
        final Map<String, Node<M>> next = new HashMap<>(2);
        final List<M> meanings = new ArrayList<>(1);
    }
}
