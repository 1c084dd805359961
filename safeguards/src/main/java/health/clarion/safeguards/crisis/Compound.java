package health.clarion.safeguards.crisis;

import health.clarion.safeguards.Crisis.Who;
import health.clarion.safeguards.text.Passage;
import health.clarion.safeguards.text.Sentence;
import java.util.ArrayList;
import java.util.List;

/**
 * Words that mean a risk to life only together, in any order within a sentence: a medicine, all of it, an hour ago.
 *
 * @param sign what it is a sign of
 * @param ofSomebody the rule it fires when a particular person is named in the sentence before the writer is
 * @param all the voices of which words must stand in the sentence, as bits
 */
record Compound(Sign sign, String ofSomebody, long all) {
    private static final long NEVER = bits(
            Voice.EVERYDAY,
            Voice.NEWS,
            Voice.RESEARCH,
            Voice.CHARITY,
            Voice.FICTION,
            Voice.SONG,
            Voice.JOKING,
            Voice.QUOTING,
            Voice.AGO);

    /** One of these is part of every compound: without it none is looked for. */
    private static final List<Voice> KEYS = List.of(Voice.DRUG, Voice.MEDICINE, Voice.MEANS, Voice.PLACE, Voice.GIVE);

    /** How far before the first of its words a denial is heard, in words. */
    private static final int DENIAL = 3;

    /** Whether a passage can hold one at all. */
    static boolean isPossible(Marks marks) {
        for (Voice key : KEYS) {
            if (marks.count(key) > 0) {
                return true;
            }
        }
        return false;
    }

    /** The compounds heard in a passage by a member, in order. */
    static List<Mention> heard(Passage passage, Marks marks, List<Compound> compounds) {
        List<Mention> mentions = new ArrayList<>();
        if (!isPossible(marks)) {
            return mentions;
        }
        int at = 0;
        int said = 0;
        for (Sentence sentence : passage.sentences()) {
            int first = at;
            long heard = 0;
            for (; at < marks.size() && marks.from(at) < sentence.lastWord(); at++) {
                heard |= marks.voice(at).bit();
            }
            boolean idiom = false;
            for (; said < marks.said().size() && marks.said().get(said).from() < sentence.lastWord(); said++) {
                idiom |= marks.said().get(said).sign().group() == Group.IDIOM;
            }
            if (idiom || isNobodys(sentence, heard)) {
                continue;
            }
            for (Compound compound : compounds) {
                if ((heard & compound.all) == compound.all) {
                    compound.add(sentence, marks, first, at, mentions);
                }
            }
        }
        return mentions;
    }

    /** Whether a sentence is a report, a story, an errand, or of nobody in particular. */
    private static boolean isNobodys(Sentence sentence, long heard) {
        boolean addressed = sentence.question() || has(heard, Voice.SECOND);
        boolean somebody = has(heard, Voice.FIRST) || has(heard, Voice.SHE);
        return (heard & NEVER) != 0
                || has(heard, Voice.ANYONE) && !somebody
                || addressed && !has(heard, Voice.FIRST) && !has(heard, Voice.THIRD);
    }

    private static boolean has(long heard, Voice voice) {
        return (heard & voice.bit()) != 0;
    }

    private void add(Sentence sentence, Marks marks, int first, int last, List<Mention> mentions) {
        int from = sentence.lastWord();
        int to = sentence.firstWord();
        for (int at = first; at < last; at++) {
            if ((marks.voice(at).bit() & all) != 0) {
                from = Math.min(from, marks.from(at));
                to = Math.max(to, marks.to(at));
            }
        }
        for (int at = first; at < last; at++) {
            if (marks.voice(at) == Voice.DENIAL && marks.to(at) <= from && from - marks.to(at) < DENIAL) {
                return;
            }
        }
        boolean theirs = isOfSomebody(marks, first, last);
        mentions.add(new Mention(
                new Said(sign, sentence, from, to),
                theirs ? Who.SOMEONE_ELSE : Who.WRITER,
                theirs ? ofSomebody : sign.rule()));
    }

    /** Whether a particular person is named before the writer is. */
    private static boolean isOfSomebody(Marks marks, int first, int last) {
        for (int at = first; at < last; at++) {
            if (marks.voice(at) == Voice.SHE) {
                return true;
            }
            if (marks.voice(at) == Voice.FIRST && !isKin(marks, at)) {
                return false;
            }
        }
        return false;
    }

    /** Whether a word for the writer only says whose somebody is, as in my son. */
    private static boolean isKin(Marks marks, int first) {
        for (int at = first; at < marks.size() && marks.from(at) == marks.from(first); at++) {
            if (marks.voice(at) == Voice.SHE) {
                return true;
            }
        }
        return false;
    }

    private static long bits(Voice... voices) {
        long bits = 0;
        for (Voice voice : voices) {
            bits |= voice.bit();
        }
        return bits;
    }
}
