package health.clarion.posts;

import java.util.List;
import java.util.Locale;

/** Which source stands for which claim. */
final class Claims {

    private Claims() {}

    /**
     * Whether some source names this claim: its words are the claim's or part of them, whatever the punctuation. A source
     * without words stands for the only claim of a post.
     */
    static boolean covered(String claim, int claims, List<ClaimSource> sources) {
        String said = plain(claim);
        return sources.stream().filter(ClaimSource::names).anyMatch(source -> {
            String named = plain(source.claim());
            return named.isEmpty() ? claims == 1 : said.contains(named) || named.contains(said);
        });
    }

    private static String plain(String words) {
        return words.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{M}\\p{N}%]+", " ")
                .strip();
    }
}
