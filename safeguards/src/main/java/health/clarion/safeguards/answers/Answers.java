package health.clarion.safeguards.answers;

import health.clarion.safeguards.meaning.Embedding;
import health.clarion.safeguards.retrieval.Bm25;
import health.clarion.safeguards.retrieval.Embedded;
import health.clarion.safeguards.retrieval.Fused;
import health.clarion.safeguards.retrieval.Terms;
import health.clarion.safeguards.retrieval.Top;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Reviewed answers of one language, made ready for questions: found by the words they share with one and by what both mean, and given only
 * when one is near enough and no other is about as near; otherwise there is no reviewed answer. Immutable, thread-safe. Meaning is English
 * only; other languages go by words, with a threshold of their own.
 */
public final class Answers {
    private static final String ENGLISH = "en";

    /** Questions are short; of a longer text this many characters are read, so that a huge one costs no more. */
    private static final int MOST_CHARACTERS = 4_000;

    /** BM25 grows with k1 + 1 at most; a text made of the question alone comes near this. */
    private static final double MOST_OF_A_TERM = 2.2;

    private static final int FEWEST_WORDS_THAT_TELL = 3;

    private final String language;
    private final List<ReviewedAnswer> answers;
    private final Bm25 words;
    private final Bm25 wordsOfQuestions;
    private final @Nullable Centred questions;
    private final @Nullable Centred both;
    private final @Nullable Wordings wordings;

    private Answers(
            String language, List<ReviewedAnswer> answers, @Nullable Function<List<String>, List<float[]>> embed) {
        this.language = language;
        this.answers = List.copyOf(answers);
        List<String> asked = answers.stream().map(ReviewedAnswer::question).toList();
        List<String> whole = answers.stream()
                .map(one -> tells(one.answer()) ? one.question() + " " + one.answer() : one.question())
                .toList();
        words = new Bm25(whole.stream().map(text -> Terms.of(text, language)).toList());
        wordsOfQuestions =
                new Bm25(asked.stream().map(text -> Terms.of(text, language)).toList());
        if (embed == null) {
            questions = null;
            both = null;
            wordings = null;
            return;
        }
        List<float[]> ofQuestions = embed.apply(asked);
        questions = new Centred(ofQuestions);
        both = whole.equals(asked) ? questions : new Centred(embed.apply(whole));
        wordings = new Wordings(answers, ofQuestions, questions);
    }

    /** Whether an answer says something; a word or a number is rather its name. */
    private static boolean tells(String answer) {
        return answer.strip().split("\\s+", FEWEST_WORDS_THAT_TELL).length == FEWEST_WORDS_THAT_TELL;
    }

    /**
     * Makes answers ready; those of another language are left out. English ones are looked at for their meaning too, which takes about
     * 10 ms each on one core; all cores are used.
     *
     * @param language two letters
     * @param progress hears how many texts have their meaning, of one or two an answer, from any thread
     */
    public static Answers of(String language, List<ReviewedAnswer> answers, IntConsumer progress) {
        List<ReviewedAnswer> spoken =
                answers.stream().filter(one -> one.lang().equals(language)).toList();
        int[] before = {0};
        Function<List<String>, List<float[]>> embed = texts -> {
            int start = before[0];
            before[0] += texts.size();
            return Embedded.of(texts, done -> progress.accept(start + done));
        };
        return new Answers(language, spoken, language.equals(ENGLISH) && Embedding.isAvailable() ? embed : null);
    }

    /**
     * Makes answers ready for whoever has the vectors of English texts already.
     *
     * @param vectors the vectors of texts, of unit length, in their order
     */
    public static Answers of(List<ReviewedAnswer> answers, Function<List<String>, List<float[]>> vectors) {
        List<ReviewedAnswer> spoken =
                answers.stream().filter(one -> one.lang().equals(ENGLISH)).toList();
        return new Answers(ENGLISH, spoken, vectors);
    }

    /**
     * An answer and how near it is to a question.
     *
     * @param answer the answer
     * @param score 0 to 1
     */
    public record Match(ReviewedAnswer answer, double score) {}

    /**
     * What was found for a question.
     *
     * @param matches the nearest answers, the best first; of wordings with the same answer only the nearest
     * @param answered whether the first answers the question; otherwise there is no reviewed answer
     */
    public record Found(List<Match> matches, boolean answered) {}

    /** The answers nearest to a question, at most this many. */
    public Found find(String text, int most) {
        String question = text.substring(0, Math.min(text.length(), MOST_CHARACTERS));
        return find(question, questions == null ? null : Embedding.standard().of(question), most);
    }

    private Found find(String question, float @Nullable [] vector, int most) {
        Compared compared = compared(question, vector);
        float[] scores = compared.scores();
        List<Match> matches = new ArrayList<>();
        List<Float> near = new ArrayList<>();
        Set<String> given = new HashSet<>();
        int[] nearest = Top.of(Math.min(answers.size(), Math.max(2, most) + MOST_ALIKE), scores);
        for (int i = 0; i < nearest.length && matches.size() < Math.max(2, most); i++) {
            ReviewedAnswer answer = answers.get(nearest[i]);
            if (answer.answer().isBlank() || given.add(answer.answer())) {
                matches.add(new Match(answer, Math.min(1, scores[nearest[i]])));
                near.add(compared.near()[nearest[i]]);
            }
        }
        return new Found(matches.subList(0, Math.min(most, matches.size())), isAnswered(near, vector != null));
    }

    /** How many wordings of answers that are given already may be passed over. */
    private static final int MOST_ALIKE = 40;

    private static boolean isAnswered(List<Float> near, boolean meaning) {
        if (near.isEmpty()) {
            return false;
        }
        double first = near.getFirst();
        double second = near.size() > 1 ? near.get(1) : 0;
        Threshold threshold = meaning ? Threshold.MEANING : Threshold.WORDS;
        return first >= threshold.sure || first >= threshold.near && first - second >= threshold.ahead;
    }

    /**
     * All answers against a question.
     *
     * @param near how near each is, which decides whether it answers
     * @param scores what they are ranked by
     */
    private record Compared(float[] near, float[] scores) {}

    private Compared compared(String question, float @Nullable [] vector) {
        Set<String> terms = new LinkedHashSet<>(Terms.of(question, language));
        float[] ofWords = shares(words, terms);
        float[] ofQuestions = shares(wordsOfQuestions, terms);
        float[] sums = new float[answers.size()];
        if (vector == null || questions == null || both == null || wordings == null) {
            for (int i = 0; i < sums.length; i++) {
                sums[i] = Weight.WORDS_ALONE.weight * ofWords[i] + (1 - Weight.WORDS_ALONE.weight) * ofQuestions[i];
            }
            return new Compared(sums, sums);
        }
        float[] near = wordings.together(questions.cosines(vector), vector);
        float[] nearWhole = both == questions ? near : both.cosines(vector);
        for (int i = 0; i < sums.length; i++) {
            sums[i] = Weight.MEANING_OF_QUESTION.weight * near[i]
                    + Weight.MEANING_OF_BOTH.weight * nearWhole[i]
                    + Weight.WORDS.weight * ofWords[i]
                    + Weight.WORDS_OF_QUESTION.weight * ofQuestions[i];
        }
        return new Compared(
                sums, both == questions ? sums : fused(sums, List.of(near, nearWhole, ofWords, ofQuestions)));
    }

    /** Where answers say more than their questions, the four ways of being near each have their say by rank too. */
    private static float[] fused(float[] sums, List<float[]> ways) {
        float[] scores = Fused.of(ways);
        for (int i = 0; i < scores.length; i++) {
            scores[i] = (sums[i] + Weight.RANK.weight * scores[i]) / (1 + Weight.RANK.weight);
        }
        return scores;
    }

    private static float[] shares(Bm25 index, Set<String> terms) {
        float[] scores = index.scores(terms);
        double most = 0;
        for (String term : terms) {
            most += index.idf(term) * MOST_OF_A_TERM;
        }
        for (int i = 0; i < scores.length && most > 0; i++) {
            scores[i] /= (float) most;
        }
        return scores;
    }

    /** How much each way of being near counts. */
    private enum Weight {
        MEANING_OF_QUESTION(0.4f),
        MEANING_OF_BOTH(0.4f),
        WORDS(0.1f),
        WORDS_OF_QUESTION(0.1f),
        WORDS_ALONE(0.4f),
        RANK(0.8f);

        final float weight;

        Weight(float weight) {
            this.weight = weight;
        }
    }

    /** From where on a question is answered: surely, or when near and ahead of the next answer by this much. */
    private enum Threshold {
        MEANING(0.7, 0.55, 0.08),
        WORDS(0.6, 0.35, 0.1);

        final double sure;
        final double near;
        final double ahead;

        Threshold(double sure, double near, double ahead) {
            this.sure = sure;
            this.near = near;
            this.ahead = ahead;
        }
    }
}
