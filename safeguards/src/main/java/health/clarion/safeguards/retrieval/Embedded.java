package health.clarion.safeguards.retrieval;

import health.clarion.safeguards.meaning.Embedding;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/** Many texts turned into vectors at once, on all cores. */
public final class Embedded {
    private Embedded() {}

    /**
     * The vectors of texts, in their order. A blank text has a vector of zeros, which is near nothing.
     *
     * @param progress hears how many are done, from any thread
     */
    public static List<float[]> of(List<String> texts, IntConsumer progress) {
        float[][] vectors = new float[texts.size()][];
        AtomicInteger done = new AtomicInteger();
        Embedding embedding = Embedding.standard();
        IntStream.range(0, vectors.length).parallel().forEach(i -> {
            vectors[i] = texts.get(i).isBlank() ? new float[Embedding.SIZE] : embedding.of(texts.get(i));
            progress.accept(done.incrementAndGet());
        });
        return Arrays.asList(vectors);
    }
}
