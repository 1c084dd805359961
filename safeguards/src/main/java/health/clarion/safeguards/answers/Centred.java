package health.clarion.safeguards.answers;

import health.clarion.safeguards.retrieval.Vectors;
import java.util.ArrayList;
import java.util.List;

/**
 * Vectors without what all of a library have in common (J. Mu and P. Viswanath, All-but-the-top, ICLR 2018, its first step): in a library
 * about one disease every question is near every other, until their mean is taken away. A few texts have no telling mean; theirs is kept.
 */
final class Centred {
    private static final int FEWEST = 50;

    private final float[] mean;
    private final Vectors vectors;

    Centred(List<float[]> all) {
        mean = all.size() < FEWEST ? new float[all.isEmpty() ? 0 : all.getFirst().length] : mean(all);
        List<float[]> centred = new ArrayList<>(all.size());
        for (float[] vector : all) {
            centred.add(centred(vector));
        }
        vectors = new Vectors(centred);
    }

    /** The mean vectors of groups of these, each given as the places of its members in the list these were made of. */
    Centred grouped(List<float[]> all, List<List<Integer>> groups) {
        List<float[]> means = new ArrayList<>(groups.size());
        for (List<Integer> group : groups) {
            float[] sum = new float[mean.length];
            for (int member : group) {
                float[] vector = centred(all.get(member));
                for (int i = 0; i < sum.length; i++) {
                    sum[i] += vector[i];
                }
            }
            means.add(Vectors.joined(sum, new float[sum.length]));
        }
        return new Centred(mean, new Vectors(means));
    }

    private Centred(float[] mean, Vectors vectors) {
        this.mean = mean;
        this.vectors = vectors;
    }

    /** The cosine of each with a vector, all without their mean. */
    float[] cosines(float[] vector) {
        return vectors.cosines(centred(vector));
    }

    private float[] centred(float[] vector) {
        float[] minus = new float[vector.length];
        for (int i = 0; i < minus.length && i < mean.length; i++) {
            minus[i] = -mean[i];
        }
        return Vectors.joined(vector, minus);
    }

    private static float[] mean(List<float[]> all) {
        float[] mean = new float[all.getFirst().length];
        for (float[] vector : all) {
            for (int i = 0; i < mean.length; i++) {
                mean[i] += vector[i] / all.size();
            }
        }
        return mean;
    }
}
