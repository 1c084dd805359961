package health.clarion.safeguards.crisis;

import health.clarion.safeguards.meaning.Embedding;
import health.clarion.safeguards.meaning.Meaning;
import health.clarion.safeguards.text.Passage;
import health.clarion.safeguards.text.Sentence;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Lines of our own, one or two for each item of the C-SSRS and some for the everyday troubles that fill the same communities, and how
 * much a text whose sentences are near to them in meaning adds to the log odds that its writer thinks of suicide. They refine the order
 * of English texts by members in which words already point at a risk; no level ever hangs on them.
 *
 * <p>The three weights, {@link #OF_WORDS} and {@link #BIAS} were fitted like those of {@link Factor}, on the same posts, with what the
 * words tell as one number. Eight kinds of lines were tried; advice, news, others at risk, recovery and despair told nothing more.
 */
enum Likeness {
    SUICIDE(
            5.46,
            "I wish I were dead.",
            "I wish I could go to sleep and never wake up.",
            "I don't want to be alive any more.",
            "Everyone would be better off if I was gone.",
            "I keep thinking about killing myself.",
            "I have suicidal thoughts every day.",
            "I want to kill myself.",
            "I want to end my life because I can't take the pain.",
            "I think about hanging myself or taking all my pills.",
            "I imagine jumping in front of a train.",
            "I am going to kill myself tonight.",
            "I have decided to end my life.",
            "I have a plan and a date to kill myself.",
            "I wrote a suicide note and said goodbye.",
            "The only thing that keeps me alive is my family.",
            "I would kill myself but I am too scared to do it."),
    HARM_DONE(
            4.56,
            "I tried to kill myself and survived.",
            "I took an overdose and ended up in hospital.",
            "I cut myself again last night."),
    EVERYDAY(
            -6.83,
            "I had an argument with my girlfriend and we broke up.",
            "I lost my job and I have no money to pay the rent.",
            "I can't make friends at school and I play games all day.");

    private static final double OF_WORDS = 0.95;
    private static final double BIAS = -1.01;

    /** Of a long text so many sentences are looked at, each taking a few milliseconds. */
    private static final int MOST_SENTENCES = 12;

    /** Shorter sentences say nothing. */
    private static final int LEAST_WORDS = 3;

    private final double weight;
    private final List<String> lines;

    Likeness(double weight, String... lines) {
        this.weight = weight;
        this.lines = List.of(lines);
    }

    /** The log odds by words, refined where the meaning is known. */
    static double refined(double logOdds, Passage passage, Meaning meaning) {
        float[] vector = meaning.isKnown() ? vector(passage, meaning) : null;
        if (vector == null) {
            return logOdds;
        }
        double refined = OF_WORDS * logOdds + BIAS;
        for (Likeness likeness : values()) {
            refined += likeness.weight * dot(vector, Vectors.MEANS[likeness.ordinal()]);
        }
        return refined;
    }

    /** The mean over the sentences; of a single one, or none with enough words, that of the text. */
    private static float @Nullable [] vector(Passage passage, Meaning meaning) {
        if (passage.sentences().size() <= 1) {
            return meaning.vector();
        }
        float[] sum = new float[Embedding.SIZE];
        int sentences = 0;
        for (Sentence sentence : passage.sentences()) {
            if (sentences < MOST_SENTENCES && sentence.lastWord() - sentence.firstWord() >= LEAST_WORDS) {
                var span = passage.wordSpan(sentence.firstWord(), sentence.lastWord());
                add(Embedding.standard().of(passage.slice(span.start(), span.end())), sum);
                sentences++;
            }
        }
        return sentences == 0 ? meaning.vector() : divided(sum, sentences);
    }

    /** Made when first needed: twenty-two sentences. */
    private static final class Vectors {
        static final float[][] MEANS = new float[values().length][];

        static {
            for (Likeness likeness : values()) {
                float[] sum = new float[Embedding.SIZE];
                likeness.lines.forEach(line -> add(Embedding.standard().of(line), sum));
                MEANS[likeness.ordinal()] = divided(sum, likeness.lines.size());
            }
        }
    }

    private static void add(float[] vector, float[] sum) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += vector[i];
        }
    }

    private static float[] divided(float[] sum, int by) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] /= by;
        }
        return sum;
    }

    private static double dot(float[] one, float[] other) {
        double dot = 0;
        for (int i = 0; i < one.length; i++) {
            dot += one[i] * other[i];
        }
        return dot;
    }
}
