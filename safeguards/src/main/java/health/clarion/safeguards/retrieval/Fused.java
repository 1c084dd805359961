package health.clarion.safeguards.retrieval;

import java.util.List;

/** Several rankings of the same texts made into one: reciprocal rank fusion (G. Cormack and others, SIGIR 2009). */
public final class Fused {
    /** How slowly a place further down counts less; the paper's 60 was for rankings of a thousand, ours are cut at two hundred. */
    private static final int SLOWNESS = 10;

    private static final int DEEPEST = 200;

    private Fused() {}

    /** 1 for a text that comes first in every ranking, 0 for one that comes in none. */
    public static float[] of(List<float[]> rankings) {
        float[] fused = new float[rankings.getFirst().length];
        for (float[] scores : rankings) {
            int[] order = Top.of(Math.min(DEEPEST, scores.length), scores);
            for (int rank = 0; rank < order.length; rank++) {
                fused[order[rank]] += (SLOWNESS + 1f) / (SLOWNESS + 1 + rank) / rankings.size();
            }
        }
        return fused;
    }
}
