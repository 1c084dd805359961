package health.clarion.evaluation;

import health.clarion.safeguards.claims.FactCheck;
import health.clarion.safeguards.claims.KnownClaims;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * Whether the engine says so when a post's claim is not in the library: on the posts of health newsrooms, and on posts whose claim was
 * taken out. All claims of the other posts stay, so that some of those are about the same events.
 */
record ClaimsNotKnown(String name, String folder) implements Task {
    private static final double KEPT = 0.9;
    private static final int NEWS = 1500;

    @Override
    public List<Figure> measure(Folder folder) {
        List<FactCheck> all = ClaimsMatch.claims(folder);
        KnownClaims claims = KnownClaims.of("en", all, done -> {});
        Set<String> asked = folder.rows().stream()
                .flatMap(row -> ClaimsMatch.relevant(row).stream())
                .collect(Collectors.toSet());
        List<FactCheck> others =
                all.stream().filter(check -> !asked.contains(check.id())).toList();
        KnownClaims without = KnownClaims.of("en", others, done -> {});
        Folder newsrooms = folder.beside("firehose/health_posts");
        Sure tune = Sure.of(claims, without, folder.rows(Part.TUNE), newsrooms.rows(Part.TUNE));
        Sure confirm = Sure.of(claims, without, folder.rows(Part.CONFIRM), newsrooms.rows(Part.CONFIRM));
        return List.of(
                told(
                                "false matches on newsrooms' posts, where 90 % of right matches are kept",
                                tune.newsAtKept(), confirm.newsAtKept())
                        .goal(Goal.atMost(0.01)),
                told(
                        "false matches on posts whose claim was taken out, where 90 % are kept",
                        tune.removedAtKept(), confirm.removedAtKept()),
                told("right matches kept at the shipped threshold", tune.kept(), confirm.kept()),
                told(
                        "false matches on newsrooms' posts, shipped",
                        share(tune.news, KnownClaims.KNOWN),
                        share(confirm.news, KnownClaims.KNOWN)),
                told(
                        "false matches on posts whose claim was taken out, shipped",
                        share(tune.removed, KnownClaims.KNOWN),
                        share(confirm.removed, KnownClaims.KNOWN)));
    }

    @Override
    public List<Figure> fit(Folder folder) {
        List<FactCheck> all = ClaimsMatch.claims(folder);
        KnownClaims claims = KnownClaims.of("en", all, done -> {});
        Folder newsrooms = folder.beside("firehose/health_posts");
        double[][] right = rightRows(claims, folder.rows(Part.TUNE));
        double[][] news = rows(claims, newsrooms.rows(Part.TUNE));
        boolean[] known = new boolean[right.length + news.length];
        Arrays.fill(known, 0, right.length, true);
        Logistic model =
                Logistic.fitted(Stream.of(right, news).flatMap(Arrays::stream).toArray(double[][]::new), known, 1);
        return List.of(told(
                        "false matches on newsrooms' posts, where 90 % of right matches are kept, signs fitted freely",
                        freely(model, right, news),
                        freely(
                                model,
                                rightRows(claims, folder.rows(Part.CONFIRM)),
                                rows(claims, newsrooms.rows(Part.CONFIRM))))
                .goal(Goal.atMost(0.01)));
    }

    private static Measured freely(Logistic model, double[][] right, double[][] news) {
        return new Sure(model.scores(right), new double[0], model.scores(news)).newsAtKept();
    }

    private static double[][] rightRows(KnownClaims claims, List<JsonNode> posts) {
        List<double[]> rows = new ArrayList<>();
        for (JsonNode post : posts) {
            List<KnownClaims.Candidate> found =
                    claims.candidates(post.get("text").asString());
            if (ClaimsMatch.relevant(post).contains(found.getFirst().check().id())) {
                rows.add(signs(found));
            }
        }
        return rows.toArray(double[][]::new);
    }

    private static double[][] rows(KnownClaims claims, List<JsonNode> posts) {
        return posts.stream()
                .limit(NEWS)
                .map(post -> claims.candidates(post.get("text").asString()))
                .filter(found -> !found.isEmpty())
                .map(ClaimsNotKnown::signs)
                .toArray(double[][]::new);
    }

    /** The signs of the first, and how far each is ahead of the second. */
    private static double[] signs(List<KnownClaims.Candidate> found) {
        double[] first = found.getFirst().signs();
        double[] second = found.get(Math.min(1, found.size() - 1)).signs();
        double[] signs = Arrays.copyOf(first, 2 * first.length);
        for (int i = 0; i < first.length; i++) {
            signs[first.length + i] = first[i] - second[i];
        }
        return signs;
    }

    private Figure told(String formula, Measured tune, Measured confirm) {
        return Figure.of(this, formula, tune, confirm);
    }

    private static Measured share(double[] scores, double threshold) {
        return Measured.mean(
                Arrays.stream(scores).map(score -> score >= threshold ? 1 : 0).toArray());
    }

    /** The scores of right matches, of posts whose claim is gone, and of newsrooms' posts. */
    private record Sure(double[] right, double[] removed, double[] news) {
        static Sure of(KnownClaims claims, KnownClaims without, List<JsonNode> posts, List<JsonNode> news) {
            List<Double> right = new ArrayList<>();
            for (JsonNode post : posts) {
                KnownClaims.Match first =
                        claims.match(post.get("text").asString(), 1).matches().getFirst();
                if (ClaimsMatch.relevant(post).contains(first.check().id())) {
                    right.add(first.score());
                }
            }
            return new Sure(
                    right.stream().mapToDouble(Double::doubleValue).toArray(),
                    scores(without, posts),
                    scores(claims, news.subList(0, Math.min(NEWS, news.size()))));
        }

        private static double[] scores(KnownClaims claims, List<JsonNode> posts) {
            return posts.stream()
                    .mapToDouble(post -> claims.match(post.get("text").asString(), 1).matches().stream()
                            .mapToDouble(KnownClaims.Match::score)
                            .findFirst()
                            .orElse(0))
                    .toArray();
        }

        private double threshold() {
            double[] sorted = right.clone();
            Arrays.sort(sorted);
            return sorted.length == 0 ? 0 : sorted[(int) (sorted.length * (1 - KEPT))];
        }

        Measured kept() {
            return share(right, KnownClaims.KNOWN);
        }

        Measured newsAtKept() {
            return share(news, threshold());
        }

        Measured removedAtKept() {
            return share(removed, threshold());
        }
    }
}
