package health.clarion.safeguards.privacy.names;

import health.clarion.safeguards.Span;
import health.clarion.safeguards.text.Passage;
import java.util.Arrays;
import java.util.List;

/** What the trainer learns from: the features of each token of a text, and the label it should have. */
public final class Lessons {
    private Lessons() {}

    /** Takes a token's features and its label. */
    @FunctionalInterface
    public interface Learner {
        /**
         * @param label the label it should have, one of those of {@link NameModel}
         * @param features hashes, the label of the token before included
         */
        void learn(int label, int[] features);
    }

    /**
     * Tells all tokens of a text in order.
     *
     * @param people where people's names are, in code points
     * @param others where the names of other things are
     */
    public static void of(String text, List<Span> people, List<Span> others, Learner learner) {
        Tokens tokens = Tokens.of(Passage.of(text), Gazetteer.standard());
        Features features = new Features(tokens);
        int before = NameModel.NONE;
        for (int at = 0; at < tokens.size(); at++) {
            int label = label(tokens, at, people, others, before);
            features.look(at);
            int size = features.size();
            int[] all = Arrays.copyOf(features.hashes(), Features.MOST);
            features.follow(at, before);
            System.arraycopy(features.hashes(), 0, all, size, features.size());
            learner.learn(label, Arrays.copyOf(all, size + features.size()));
            before = label;
        }
    }

    private static int label(Tokens tokens, int at, List<Span> people, List<Span> others, int before) {
        Span here = tokens.span(at, at + 1);
        for (Span name : people) {
            if (name.overlaps(here)) {
                boolean goesOn = (before == NameModel.FIRST || before == NameModel.FURTHER)
                        && name.overlaps(tokens.span(at - 1, at));
                return goesOn ? NameModel.FURTHER : NameModel.FIRST;
            }
        }
        return others.stream().anyMatch(here::overlaps) ? NameModel.OTHER : NameModel.NONE;
    }
}
