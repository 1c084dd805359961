package health.clarion.safeguards.retrieval;

import java.util.List;

/** Texts found by meaning: vectors of unit length side by side, compared with one after another. Immutable once built. */
public final class Vectors {
    private final float[] all;
    private final int width;
    private final int size;

    /** Vectors of unit length and equal width. */
    public Vectors(List<float[]> vectors) {
        size = vectors.size();
        width = size == 0 ? 0 : vectors.getFirst().length;
        all = new float[size * width];
        for (int i = 0; i < size; i++) {
            System.arraycopy(vectors.get(i), 0, all, i * width, width);
        }
    }

    /** The sum of two vectors, made of unit length again: what two texts mean together. */
    public static float[] joined(float[] one, float[] other) {
        float[] sum = new float[one.length];
        double square = 0;
        for (int i = 0; i < sum.length; i++) {
            sum[i] = one[i] + other[i];
            square += sum[i] * sum[i];
        }
        float length = (float) Math.sqrt(square);
        for (int i = 0; i < sum.length && length > 0; i++) {
            sum[i] /= length;
        }
        return sum;
    }

    /** The cosine of every vector with another of unit length. */
    public float[] cosines(float[] other) {
        float[] cosines = new float[size];
        for (int i = 0; i < size; i++) {
            cosines[i] = cosine(i, other);
        }
        return cosines;
    }

    /** The cosine of one vector with another of unit length. Eight sums side by side, since Java adds floats in the order written. */
    public float cosine(int vector, float[] other) {
        int at = vector * width;
        float a = 0;
        float b = 0;
        float c = 0;
        float d = 0;
        float e = 0;
        float f = 0;
        float g = 0;
        float h = 0;
        int i = 0;
        for (; i + 7 < width; i += 8, at += 8) {
            a += all[at] * other[i];
            b += all[at + 1] * other[i + 1];
            c += all[at + 2] * other[i + 2];
            d += all[at + 3] * other[i + 3];
            e += all[at + 4] * other[i + 4];
            f += all[at + 5] * other[i + 5];
            g += all[at + 6] * other[i + 6];
            h += all[at + 7] * other[i + 7];
        }
        for (; i < width; i++, at++) {
            a += all[at] * other[i];
        }
        return a + b + (c + d) + (e + f + (g + h));
    }
}
