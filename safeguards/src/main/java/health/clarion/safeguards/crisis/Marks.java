package health.clarion.safeguards.crisis;

import health.clarion.safeguards.rules.PhraseTrie;
import health.clarion.safeguards.text.Passage;
import health.clarion.safeguards.text.Sentence;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The signs and voices of one passage, in the order of their first words. */
final class Marks implements PhraseTrie.Found<Cue> {
    private final List<Said> said = new ArrayList<>();
    private final int[] counts = new int[Voice.values().length];
    private Heard[] voices = new Heard[32];
    private int[] froms = new int[32];
    private int[] tos = new int[32];
    private int size;

    private Marks() {}

    static Marks in(Passage passage, PhraseTrie<Cue> trie) {
        Marks marks = new Marks();
        trie.walk(passage, marks);
        return marks;
    }

    @Override
    public void phrase(Cue cue, Sentence sentence, int from, int to) {
        switch (cue) {
            case Sign sign -> said.add(new Said(sign, sentence, from, to));
            case Heard voice -> add(voice, from, to);
        }
    }

    private void add(Heard voice, int from, int to) {
        if (size == voices.length) {
            voices = Arrays.copyOf(voices, size * 2);
            froms = Arrays.copyOf(froms, size * 2);
            tos = Arrays.copyOf(tos, size * 2);
        }
        voices[size] = voice;
        froms[size] = from;
        tos[size++] = to;
        counts[voice.voice().ordinal()]++;
    }

    List<Said> said() {
        return said;
    }

    /** How often a voice is heard in the whole passage. */
    int count(Voice voice) {
        return counts[voice.ordinal()];
    }

    /** The first mark that starts at this word or later. */
    int firstFrom(int word) {
        int at = Arrays.binarySearch(froms, 0, size, word);
        if (at < 0) {
            return -at - 1;
        }
        while (at > 0 && froms[at - 1] == word) {
            at--;
        }
        return at;
    }

    int size() {
        return size;
    }

    Voice voice(int at) {
        return voices[at].voice();
    }

    /** The language whose word it is. */
    String lang(int at) {
        return voices[at].lang();
    }

    int from(int at) {
        return froms[at];
    }

    int to(int at) {
        return tos[at];
    }
}
