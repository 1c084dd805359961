package health.clarion.safeguards.retrieval;

import java.util.Arrays;

/** The best few of many scores. */
public final class Top {
    private Top() {}

    /** The places of the k greatest scores above 0, the greatest first; of equal scores the earlier place first. */
    public static int[] of(int k, float[] scores) {
        int[] heap = new int[k];
        int size = 0;
        for (int i = 0; i < scores.length; i++) {
            if (scores[i] <= 0 || size == k && (k == 0 || scores[i] <= scores[heap[0]])) {
                continue;
            }
            if (size < k) {
                heap[size] = i;
                rise(heap, size++, scores);
            } else {
                heap[0] = i;
                sink(heap, size, scores);
            }
        }
        return Arrays.stream(heap, 0, size)
                .boxed()
                .sorted((one, other) -> scores[one] == scores[other]
                        ? Integer.compare(one, other)
                        : Float.compare(scores[other], scores[one]))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private static boolean worse(int one, int other, float[] scores) {
        return scores[one] < scores[other] || scores[one] == scores[other] && one > other;
    }

    private static void rise(int[] heap, int from, float[] scores) {
        for (int at = from; at > 0 && worse(heap[at], heap[(at - 1) / 2], scores); at = (at - 1) / 2) {
            swap(heap, at, (at - 1) / 2);
        }
    }

    private static void sink(int[] heap, int size, float[] scores) {
        int at = 0;
        while (true) {
            int worst = at;
            for (int child = 2 * at + 1; child <= 2 * at + 2 && child < size; child++) {
                worst = worse(heap[child], heap[worst], scores) ? child : worst;
            }
            if (worst == at) {
                return;
            }
            swap(heap, at, worst);
            at = worst;
        }
    }

    private static void swap(int[] heap, int one, int other) {
        int kept = heap[one];
        heap[one] = heap[other];
        heap[other] = kept;
    }
}
