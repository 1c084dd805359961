package health.clarion.safeguards.privacy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import java.util.zip.GZIPInputStream;

/**
 * The names of towns, counties and provinces, read once when first needed: every one in the United States, the United Kingdom, Ireland,
 * Spain and Andorra that GeoNames lists with a thousand people, elsewhere those of ten thousand. Countries and states are not among
 * them unless a town is called so. Source: GeoNames, CC BY 4.0.
 */
final class Places {
    private static final int MOST_WORDS = 5;

    private Places() {}

    private static final class Loaded {
        static final Set<String> NAMES = read();
    }

    private static Set<String> read() {
        try (InputStream in = Places.class.getResourceAsStream("/health/clarion/safeguards/privacy/places.txt.gz")) {
            if (in == null) {
                throw new IllegalStateException("The list of places is missing");
            }
            Set<String> names = new HashSet<>(70_000);
            BufferedReader lines =
                    new BufferedReader(new InputStreamReader(new GZIPInputStream(in), StandardCharsets.UTF_8));
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                names.add(line);
            }
            return Set.copyOf(names);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One past the last word of the longest name that begins at a word, or -1. */
    static int endOfName(Scene scene, int word) {
        if (Naming.isNumbered(scene, word)) {
            return -1;
        }
        int end = -1;
        StringBuilder name = new StringBuilder();
        for (int i = word; i < scene.words().size() && i - word < MOST_WORDS; i++) {
            if (i > word) {
                if (!scene.joined(i - 1)) {
                    break;
                }
                name.append(' ');
            }
            name.append(scene.word(i));
            if (name.length() > 2 && Loaded.NAMES.contains(name.toString())) {
                end = i + 1;
            }
        }
        return end;
    }
}
