package health.clarion.safeguards.answers;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The wordings that have the same answer, as one: what they have in common is nearer to what is asked than any of them. Answers with one
 * wording stand alone.
 */
final class Wordings {
    /** How much the wordings together count, against the one at hand. */
    private static final float TOGETHER = 0.8f;

    private final int[] groups;
    private final @Nullable Centred means;

    /**
     * @param vectors the vectors of the answers' questions, in their order
     * @param questions the same, centred
     */
    Wordings(List<ReviewedAnswer> answers, List<float[]> vectors, Centred questions) {
        Map<String, List<Integer>> places = new LinkedHashMap<>();
        for (int i = 0; i < answers.size(); i++) {
            if (!answers.get(i).answer().isBlank()) {
                places.computeIfAbsent(answers.get(i).answer(), ignored -> new ArrayList<>())
                        .add(i);
            }
        }
        List<List<Integer>> several =
                places.values().stream().filter(one -> one.size() > 1).toList();
        groups = new int[answers.size()];
        Arrays.fill(groups, -1);
        for (int group = 0; group < several.size(); group++) {
            for (int place : several.get(group)) {
                groups[place] = group;
            }
        }
        means = several.isEmpty() ? null : questions.grouped(vectors, several);
    }

    /** The cosines of a vector with each question, those with several wordings drawn to their mean's. */
    float[] together(float[] cosines, float[] vector) {
        if (means == null) {
            return cosines;
        }
        float[] ofMeans = means.cosines(vector);
        float[] together = cosines.clone();
        for (int i = 0; i < groups.length; i++) {
            if (groups[i] >= 0) {
                together[i] = (1 - TOGETHER) * cosines[i] + TOGETHER * ofMeans[groups[i]];
            }
        }
        return together;
    }
}
