package health.clarion.safeguards.meaning;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The meaning of one text during one check, computed when first asked for, once for all who ask. For one thread. */
public final class Meaning {
    private final @Nullable Supplier<float[]> source;
    private float @Nullable [] vector;

    private Meaning(@Nullable Supplier<float[]> source) {
        this.source = source;
    }

    /**
     * Of a text in a language. Unknown when the sentence model doesn't speak it, which is all but English, or can't run on this
     * machine: then all else still works, and {@link Embedding#whyNot} says why.
     */
    public static Meaning of(String text, String language) {
        return language.equals("en") && Embedding.isAvailable()
                ? new Meaning(() -> Embedding.standard().of(text))
                : unknown();
    }

    /** Not looked for. */
    public static Meaning unknown() {
        return new Meaning(null);
    }

    /** Whether there is a vector to ask for; asking this computes nothing. */
    public boolean isKnown() {
        return source != null;
    }

    /** The vector of unit length ({@link Embedding#SIZE}), or null when it is unknown. Not to be changed. */
    public float @Nullable [] vector() {
        if (vector == null && source != null) {
            vector = source.get();
        }
        return vector;
    }
}
