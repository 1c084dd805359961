package health.clarion.safeguards.reading;

import health.clarion.safeguards.Span;
import health.clarion.safeguards.text.Passage;
import health.clarion.safeguards.text.Sentence;
import health.clarion.safeguards.text.Word;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What can be done about a long sentence: cut it where clauses meet, as near the middle as may be; make it a list; or, where neither shows,
 * say one thing at a time.
 *
 * @param rule the one to tell it by
 * @param before the first words of the second half, as they are written; empty when there is no place to cut
 */
record Splitting(String rule, String before) {
    private static final int SHORTEST_PART = 5;
    private static final int WORDS_SHOWN = 3;
    private static final int COMMAS_OF_LIST = 3;

    /** What a place is worth, in words further from the middle. */
    private static final int WORTH_OF_MARK = 12;

    private static final int WORTH_OF_JOINER = 10;
    private static final int WORTH_OF_RELATIVE = 7;

    /**
     * @param clauses words that begin a clause wherever they stand
     * @param both words that join clauses as well as things: clauses after a comma, or before one of the next
     * @param subjects words with which a clause goes on
     * @param relative words that begin one when a comma stands before them; without it, it can't be cut off
     */
    private record Joiners(Set<String> clauses, Set<String> both, Set<String> subjects, Set<String> relative) {}

    private static final Map<String, Joiners> JOINERS = Map.of(
            "en",
            new Joiners(
                    Set.of("but", "because", "although", "whereas", "if", "when", "while", "unless", "so"),
                    Set.of("and", "or"),
                    Set.of("i", "you", "he", "she", "it", "we", "they", "that", "there", "this"),
                    Set.of("which", "who", "where", "as")),
            "es",
            new Joiners(
                    Set.of("pero", "porque", "aunque", "mientras", "cuando", "si", "sino", "pues"),
                    Set.of("y", "e", "o"),
                    Set.of("que", "no", "se", "te", "nos", "le", "les", "es", "son", "hay"),
                    Set.of("que", "quien", "quienes", "donde", "ya", "por")),
            "ca",
            new Joiners(
                    Set.of("pero", "perque", "encara", "mentre", "quan", "si", "sino", "doncs"),
                    Set.of("i", "o"),
                    Set.of("que", "no", "es", "et", "ens", "li", "els", "son", "hi"),
                    Set.of("que", "qui", "on", "ja", "per")));

    private static final Joiners NONE = new Joiners(Set.of(), Set.of(), Set.of(), Set.of());

    /** What to do about a sentence. */
    static Splitting of(Passage passage, Sentence sentence, String language) {
        int at = place(passage, sentence, JOINERS.getOrDefault(language, NONE));
        if (at >= 0) {
            Span span = passage.wordSpan(at, Math.min(at + WORDS_SHOWN, sentence.lastWord()));
            return new Splitting("reading/long-sentence", passage.slice(span.start(), span.end()));
        }
        return new Splitting(isList(passage, sentence) ? "reading/long-list" : "reading/crowded-sentence", "");
    }

    private static int place(Passage passage, Sentence sentence, Joiners joiners) {
        int middle = (sentence.firstWord() + sentence.lastWord()) / 2;
        int best = -1;
        int bestWorth = Integer.MIN_VALUE;
        for (int i = sentence.firstWord() + SHORTEST_PART; i <= sentence.lastWord() - SHORTEST_PART; i++) {
            int worth = worth(passage, i, joiners);
            if (worth > 0 && worth - Math.abs(i - middle) > bestWorth) {
                best = i;
                bestWorth = worth - Math.abs(i - middle);
            }
        }
        return best;
    }

    private static int worth(Passage passage, int at, Joiners joiners) {
        List<Word> words = passage.words();
        boolean comma = false;
        for (int i = words.get(at - 1).end(); i < words.get(at).start(); i++) {
            switch (passage.folded().charAt(i)) {
                case ';', ':', '(', '—', '–' -> {
                    return WORTH_OF_MARK;
                }
                case ',' -> comma = true;
                default -> {}
            }
        }
        String word = words.get(at).text();
        if (joiners.clauses().contains(word)) {
            return WORTH_OF_JOINER;
        }
        if (joiners.both().contains(word)) {
            return joiners.subjects().contains(words.get(at + 1).text()) ? WORTH_OF_JOINER : 0;
        }
        return comma && joiners.relative().contains(word) ? WORTH_OF_RELATIVE : 0;
    }

    private static boolean isList(Passage passage, Sentence sentence) {
        int commas = 0;
        List<Word> words = passage.words();
        for (int i = words.get(sentence.firstWord()).end();
                i < words.get(sentence.lastWord() - 1).start();
                i++) {
            commas += passage.folded().charAt(i) == ',' ? 1 : 0;
        }
        return commas >= COMMAS_OF_LIST;
    }
}
