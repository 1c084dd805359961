package health.clarion.safeguards.rules;

import health.clarion.safeguards.text.Passage;
import health.clarion.safeguards.text.Sentence;
import health.clarion.safeguards.text.Word;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Tells words that are spoken of, or that are part of a name, from words that are used. Each answer looks a few words around. */
final class Mentions {
    /** As long as a title or a name may be, in words to each side. */
    private static final int WIDEST = 8;

    /** Shorter words are written small in titles and names. */
    private static final int LONG_WORD = 4;

    private static final Set<String> JOINING = Set.of(
            "of", "on", "for", "and", "the", "in", "to", "with", "against", "de", "del", "la", "las", "los", "el", "y",
            "per", "i", "dels", "les", "els", "l", "d", "contra", "para", "a", "sobre");

    private final Set<String> organisations = new HashSet<>();

    /** Takes the words that make a name an organisation's, such as Society or Trust. */
    Mentions(List<String> organisations) {
        organisations.forEach(word -> this.organisations.addAll(Passage.fold(word)));
    }

    /**
     * Whether words [from, to) stand in quotation marks by themselves ("the word “cripple”"), or in a quoted title whose longer words
     * all begin with capitals ("“The Lunatic Express” is out").
     */
    boolean quoted(Passage passage, int from, int to) {
        List<Word> words = passage.words();
        int first = from;
        while (first > Math.max(0, from - WIDEST) && !opens(passage, first)) {
            first--;
        }
        int last = to;
        while (last < Math.min(words.size(), to + WIDEST) && !closes(passage, last)) {
            last++;
        }
        if (!opens(passage, first) || !closes(passage, last)) {
            return false;
        }
        return first == from && last == to || isTitle(passage, first, last);
    }

    private static boolean opens(Passage passage, int word) {
        int start = passage.words().get(word).start();
        return start > 0 && isMark(passage.folded().charAt(start - 1));
    }

    /** Whether a quotation ends after the words before this one, perhaps after a full stop or comma. */
    private static boolean closes(Passage passage, int word) {
        String folded = passage.folded();
        int end = passage.words().get(word - 1).end();
        if (end < folded.length() && ",.!?;:".indexOf(folded.charAt(end)) >= 0) {
            end++;
        }
        return end < folded.length() && isMark(folded.charAt(end));
    }

    private static boolean isMark(char c) {
        return c == '"' || c == '\'' || c == '*';
    }

    private static boolean isTitle(Passage passage, int first, int last) {
        if (!isCapitalised(passage, first)) {
            return false;
        }
        for (int i = first; i < last; i++) {
            Word word = passage.words().get(i);
            if (word.text().length() >= LONG_WORD && !isCapitalised(passage, i)) {
                return false;
            }
        }
        return true;
    }

    /**
     * Whether words [from, to) of a sentence are part of an organisation's name: the words around that begin with capitals (small
     * joining words aside) hold one that names an organisation, as in "Blind Veterans UK" or "the National Council on Alcoholism".
     */
    boolean named(Passage passage, Sentence sentence, int from, int to) {
        if (!isCapitalised(passage, to - 1)) {
            return false;
        }
        boolean named = false;
        for (int i = to; i < Math.min(sentence.lastWord(), to + WIDEST) && isPartOfName(passage, i); i++) {
            named |= isOrganisation(passage, i);
        }
        for (int i = from - 1; i >= Math.max(sentence.firstWord(), from - WIDEST) && isPartOfName(passage, i); i--) {
            named |= isOrganisation(passage, i);
        }
        return named;
    }

    private boolean isOrganisation(Passage passage, int word) {
        return organisations.contains(passage.words().get(word).text()) && isCapitalised(passage, word);
    }

    private static boolean isPartOfName(Passage passage, int word) {
        return isCapitalised(passage, word)
                || JOINING.contains(passage.words().get(word).text());
    }

    private static boolean isCapitalised(Passage passage, int word) {
        return passage.isCapital(passage.words().get(word).start());
    }
}
