package health.clarion.evaluation;

import static health.clarion.evaluation.BenchCheck.THREAD;

import health.clarion.safeguards.claims.FactCheck;
import health.clarion.safeguards.claims.KnownClaims;
import health.clarion.safeguards.meaning.Embedding;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * {@code clarion bench match --claims FILE --input FILE [--posts 500] [--rounds 5]}: how long one core takes to match a post with all
 * claims, by the processor's time of one thread, so that others on the machine don't count; with the sentence model, without it (the
 * difference of the two is what matching costs after the embedding), and by words alone. FILEs as for {@code clarion match}.
 */
public final class BenchMatch {
    private static final int WARM_ROUNDS = 2;
    private static final int USUAL_POSTS = 500;
    private static final int USUAL_ROUNDS = 5;

    private static final Usage USAGE = Usage.of(
                    "clarion bench match --claims FILE --input FILE [--posts 500] [--rounds 5]")
            .withOptions("--claims", "--input", "--posts", "--rounds");

    private BenchMatch() {}

    public static void main(String[] arguments) throws IOException {
        System.exit(USAGE.run(arguments, told -> {
            measure(
                    told.file("--claims"),
                    told.file("--input"),
                    told.count("--posts", USUAL_POSTS),
                    told.count("--rounds", USUAL_ROUNDS));
            return 0;
        }));
    }

    private static void measure(Path claims, Path input, int most, int rounds) {
        List<FactCheck> checks = ClaimsMatch.claims(claims);
        KnownClaims known = KnownClaims.of("en", checks, done -> {});
        List<String> posts = Folder.rowsOf(input).stream()
                .limit(most)
                .map(row -> row.get("text").asString())
                .toList();
        System.out.printf(
                Locale.ROOT,
                "%d claims, %d posts; processor's time of one thread a post, median of %d rounds (least to most)%n",
                checks.size(),
                posts.size(),
                rounds);
        double[] words = spent(posts, rounds, post -> known.match(post, 5, false));
        tell("by words alone", words);
        if (Embedding.isAvailable()) {
            double[] embedding =
                    spent(posts, rounds, post -> Embedding.standard().of(post));
            double[] whole = spent(posts, rounds, post -> known.match(post, 5));
            tell("the sentence model alone", embedding);
            tell("with the sentence model", whole);
            System.out.printf(Locale.ROOT, "after the embedding: %.2f ms%n", whole[rounds / 2] - embedding[rounds / 2]);
        }
    }

    private static void tell(String what, double[] spent) {
        System.out.printf(
                Locale.ROOT,
                "%s: %.2f ms (%.2f to %.2f)%n",
                what,
                spent[spent.length / 2],
                spent[0],
                spent[spent.length - 1]);
    }

    /** Milliseconds a post in each round, ascending. */
    private static double[] spent(List<String> posts, int rounds, Consumer<String> work) {
        double[] spent = new double[rounds];
        for (int round = -WARM_ROUNDS; round < rounds; round++) {
            long start = THREAD.getCurrentThreadCpuTime();
            posts.forEach(work);
            if (round >= 0) {
                spent[round] = (THREAD.getCurrentThreadCpuTime() - start) / 1e6 / Math.max(1, posts.size());
            }
        }
        Arrays.sort(spent);
        return spent;
    }
}
