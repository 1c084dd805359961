package health.clarion.evaluation;

import health.clarion.safeguards.claims.ClaimLibrary;
import health.clarion.safeguards.claims.KnownClaims;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;

/**
 * Whether posts in Spanish and Catalan find the claim of the shipped library that they repeat, by words alone. There are no outside data
 * of this kind: the posts are {@code claims-own.tsv}, our own sentences, half of which repeat no claim.
 */
record ClaimsOwn(String name, String folder, String language, String spoken) implements Task {
    private static final String FILE = "claims-own.tsv";
    private static final String NONE = "-";

    private record Post(String repeats, String text) {}

    @Override
    public List<Figure> measure(Folder folder) {
        KnownClaims claims = KnownClaims.of(language, ClaimLibrary.checks(), done -> {});
        List<Post> all = posts();
        List<Post> repeating =
                all.stream().filter(post -> !post.repeats.equals(NONE)).toList();
        List<Post> others =
                all.stream().filter(post -> post.repeats.equals(NONE)).toList();
        return List.of(
                figure("right claim first", share(repeating, post -> isFirst(post, claims.match(post.text, 1)))),
                figure("right claim first and known", share(repeating, post -> {
                    KnownClaims.Matches found = claims.match(post.text, 1);
                    return found.known() && isFirst(post, found);
                })),
                figure("false matches on posts that repeat none", share(others, post -> claims.match(post.text, 1)
                        .known())));
    }

    private Figure figure(String formula, Measured measured) {
        return new Figure(
                name, "our own sentences", spoken + ": " + formula + " (no outside data)", null, measured, "", null);
    }

    private boolean isFirst(Post post, KnownClaims.Matches found) {
        return found.matches().stream().anyMatch(match -> match.check().id().equals(post.repeats + "-" + language));
    }

    private static Measured share(List<Post> posts, Predicate<Post> right) {
        return Measured.mean(
                posts.stream().mapToDouble(post -> right.test(post) ? 1 : 0).toArray());
    }

    private List<Post> posts() {
        try (InputStream in = Objects.requireNonNull(ClaimsOwn.class.getResourceAsStream(FILE))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.split("\t"))
                    .filter(parts -> parts[0].equals(language))
                    .map(parts -> new Post(parts[1], parts[2]))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
