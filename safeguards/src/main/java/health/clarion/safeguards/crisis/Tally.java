package health.clarion.safeguards.crisis;

import health.clarion.safeguards.Crisis;
import health.clarion.safeguards.Crisis.Who;
import health.clarion.safeguards.text.Passage;
import health.clarion.safeguards.text.Sentence;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Counts what the score is made of. */
final class Tally {
    private final double[] values = new double[Factor.values().length];

    private Tally() {}

    static Tally of(Passage passage, Marks marks, List<Mention> mentions, int level) {
        Tally tally = new Tally();
        mentions.forEach(tally::count);
        tally.set(Factor.HELPING, marks.count(Voice.HELPING));
        tally.set(Factor.CARE, marks.count(Voice.CARE));
        tally.set(Factor.DEATH, marks.count(Voice.DEATH));
        tally.set(Factor.STILL, marks.count(Voice.STILL));
        tally.set(Factor.LENGTH, passage.words().size());
        tally.set(Factor.QUESTIONS, (int)
                passage.sentences().stream().filter(Sentence::question).count());
        for (int i = 0; i < tally.values.length; i++) {
            tally.values[i] = Math.log1p(tally.values[i]);
        }
        // Sentences in which the writer speaks of death and addresses nobody.
        tally.set(Factor.OWN_DEATH, Math.log1p(own(passage, marks)));
        double words = Math.max(1, passage.words().size());
        tally.set(Factor.BIAS, 1);
        tally.set(Factor.FIRST_SHARE, marks.count(Voice.FIRST) / words);
        tally.set(Factor.SECOND_SHARE, marks.count(Voice.SECOND) / words);
        tally.set(Factor.LEVEL, level);
        tally.set(Factor.ALARM, level >= Crisis.ALARM ? 1 : 0);
        return tally;
    }

    /** The values by factor, in the order of {@link Factor}. */
    double[] values() {
        return values;
    }

    /** The log odds that the writer thinks of suicide or worse: the weighted sum. */
    double logOdds() {
        double sum = 0;
        for (Factor factor : Factor.values()) {
            sum += factor.weight() * values[factor.ordinal()];
        }
        return sum;
    }

    private static int own(Passage passage, Marks marks) {
        int own = 0;
        int at = 0;
        for (Sentence sentence : passage.sentences()) {
            long heard = 0;
            for (; at < marks.size() && marks.from(at) < sentence.lastWord(); at++) {
                heard |= marks.voice(at).bit();
            }
            boolean counts = (heard & Voice.FIRST.bit()) != 0
                    && (heard & Voice.DEATH.bit()) != 0
                    && (heard & Voice.SECOND.bit()) == 0;
            own += counts ? 1 : 0;
        }
        return own;
    }

    private void set(Factor factor, double value) {
        values[factor.ordinal()] = value;
    }

    private void count(Mention mention) {
        Factor factor = factor(mention);
        if (factor != null) {
            values[factor.ordinal()]++;
        }
    }

    /** What a sign counts for; null when the score leaves it out. */
    private static @Nullable Factor factor(Mention mention) {
        Who who = mention.who();
        if (who == Who.SOMEONE_ELSE) {
            return Factor.SOMEONE_ELSE;
        }
        Group group = mention.said().sign().group();
        boolean writers = who == Who.WRITER || who == Who.WRITER_BEFORE && group == Group.ATTEMPT;
        return switch (group) {
            case SUICIDE -> Factor.SUICIDE_WORD;
            case BEREAVED -> Factor.BEREAVED;
            case TO_YOU, IDIOM, OTHER, THIRD, EATING, ABUSE, TOLD, OVERDOSE, PSYCHOSIS -> null;
            case HOPELESS, BURDEN, TRAPPED, WORTHLESS, EXHAUSTED, ALONE, PAIN -> null;
            case INTENT, NOW, PLAN, PREPARING -> writers ? Factor.PLAN : unsaid(who);
            case ACT, METHOD -> writers ? null : unsaid(who);
            case WISH, PASSIVE, TALK, ATTEMPT, DETERRED, DANGER, SELF_HARM ->
                writers ? Factor.valueOf(group.name()) : unsaid(who);
        };
    }

    private static @Nullable Factor unsaid(Who who) {
        return who == Who.DENIED ? Factor.DENIED : who == Who.WRITER_BEFORE ? Factor.BEFORE : null;
    }
}
