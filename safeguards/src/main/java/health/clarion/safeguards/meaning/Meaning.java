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
                ? new Meaning(() -> Embedding.standard().of(withoutAddresses(text)))
                : unknown();
    }

    /**
     * A text without the addresses of pages in it: they mean nothing to the model, and cut into pieces they are as long to read as a
     * sentence. A text of addresses only keeps them.
     */
    static String withoutAddresses(String text) {
        int at = text.indexOf("http");
        if (at < 0) {
            return text;
        }
        StringBuilder rest = new StringBuilder(text.length());
        int kept = 0;
        while (at >= 0) {
            int end = at;
            if (text.startsWith("://", at + 4) || text.startsWith("s://", at + 4)) {
                while (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
                    end++;
                }
                rest.append(text, kept, at);
                kept = end;
            } else {
                end = at + 4;
            }
            at = text.indexOf("http", end);
        }
        String words = rest.append(text, kept, text.length()).toString();
        return words.isBlank() ? text : words;
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
