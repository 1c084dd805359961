package health.clarion.evaluation;

import health.clarion.safeguards.Category;
import health.clarion.safeguards.Draft;
import health.clarion.safeguards.Effort;
import health.clarion.safeguards.Finding;
import health.clarion.safeguards.Knowledge;
import health.clarion.safeguards.Safeguards;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/**
 * How the language rules compare with a peer's list of terms, and how often each speaks up on real health-news posts. The peer
 * lists words without context, so a share of one is no goal: it also names panic attack, insomnia and ADHD, which stay silent here.
 */
record LanguageStigma(String name, String folder) implements Task {
    private static final Set<String> HEALTH_GROUPS = Set.of("ablist", "suicide");
    private static final double POSTS = 10_000;

    /** A term is looked for as a noun, as an adjective and as it stands. */
    private static final List<String> FRAMES =
            List.of("%s.", "They met a %s on the ward.", "It was an %s.", "He is %s today.", "The %s wrote to us.");

    @Override
    public List<Figure> measure(Folder folder) {
        List<Figure> figures = new ArrayList<>();
        figures.add(peer(folder));
        Folder posts = folder.beside("firehose/health_posts");
        Map<String, double[]> tune = hits(posts.rows(Part.TUNE));
        Map<String, double[]> confirm = hits(posts.rows(Part.CONFIRM));
        int rows = posts.rows(Part.CONFIRM).size();
        confirm.keySet()
                .forEach(rule ->
                        tune.putIfAbsent(rule, new double[posts.rows(Part.TUNE).size()]));
        tune.forEach((rule, counts) -> figures.add(new Figure(
                name,
                "firehose/health_posts",
                rule + " in 10,000 posts",
                Measured.mean(counts),
                Measured.mean(confirm.getOrDefault(rule, new double[rows])),
                "",
                null)));
        return figures;
    }

    private Figure peer(Folder folder) {
        List<Double> told = new ArrayList<>();
        for (JsonNode rule : folder.rows("rules.jsonl")) {
            if (HEALTH_GROUPS.contains(rule.get("group").asString())) {
                rule.get("inconsiderate").forEach(term -> told.add(isTold(term.asString()) ? 1.0 : 0.0));
            }
        }
        double[] values = told.stream().mapToDouble(Double::doubleValue).toArray();
        return Figure.of(this, "share of the peer's health terms told here too", null, Measured.mean(values))
                .published("retext-equality lists all of them, without context");
    }

    private static boolean isTold(String term) {
        return FRAMES.stream().anyMatch(frame -> !told(frame.formatted(term)).isEmpty());
    }

    private static List<Finding> told(String text) {
        return Safeguards.standard(Effort.RULES)
                .check(Draft.of(text), Knowledge.empty())
                .of(Category.LANGUAGE);
    }

    /** For each rule, and for all together, how often it spoke up on each post, times 10,000. */
    private static Map<String, double[]> hits(List<JsonNode> posts) {
        Map<String, double[]> hits = new TreeMap<>();
        hits.put("all language rules", new double[posts.size()]);
        for (int i = 0; i < posts.size(); i++) {
            for (Finding finding : told(posts.get(i).get("text").asString())) {
                hits.computeIfAbsent(finding.rule(), rule -> new double[posts.size()])[i] += POSTS;
                hits.get("all language rules")[i] += POSTS;
            }
        }
        return hits;
    }
}
