package health.clarion.safeguards.claims;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Fact-checks read from others' files: ClaimReview as schema.org describes it in JSON (one, an array, an {@code @graph}, or a DataFeed
 * with its {@code dataFeedElement}s) and tables in CSV with a head line. What is no ClaimReview is passed over; a review without a claim
 * is told with its place, and the others are still read.
 */
public final class ClaimReviews {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** The wrappings that hold reviews, and are looked into. */
    private static final List<String> HOLDERS =
            List.of("@graph", "dataFeedElement", "itemListElement", "item", "mainEntity", "hasPart", "claimReview");

    private static final int DEEPEST = 12;

    private final List<FactCheck> checks = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();
    private int reviews;

    private ClaimReviews() {}

    /**
     * What was read.
     *
     * @param checks the fact-checks in order
     * @param problems what could not be read, each with its place: {@code record 3: …} or {@code line 3: …}
     */
    public record Imported(List<FactCheck> checks, List<String> problems) {
        public Imported {
            checks = List.copyOf(checks);
            problems = List.copyOf(problems);
        }
    }

    /** Reads JSON. Text that is no JSON is one problem, with its line. */
    public static Imported json(String text) {
        ClaimReviews read = new ClaimReviews();
        try {
            read.look(JSON.readTree(text.startsWith("\uFEFF") ? text.substring(1) : text), 0);
            if (read.reviews == 0) {
                read.problems.add("no ClaimReview was found");
            }
        } catch (JacksonException malformed) {
            int line = malformed.getLocation() == null
                    ? 1
                    : malformed.getLocation().getLineNr();
            read.problems.add("line " + line + ": not JSON: " + malformed.getOriginalMessage());
        }
        return new Imported(read.checks, read.problems);
    }

    /**
     * Reads CSV (RFC 4180; commas, or semicolons when the head line has more of them). The head line names the columns; known are
     * {@code id}, {@code claim} or {@code claimReviewed}, {@code title} or {@code headline}, {@code subtitle} or {@code summary},
     * {@code date} or {@code datePublished}, {@code lang} or {@code inLanguage}, {@code verdict} or {@code rating}, {@code publisher} or
     * {@code author}, and {@code source} or {@code url}; others are passed over.
     */
    public static Imported csv(String text) {
        ClaimReviews read = new ClaimReviews();
        List<Table.Row> rows = Table.rows(text);
        if (rows.isEmpty()) {
            read.problems.add("line 1: the head line is missing");
            return new Imported(read.checks, read.problems);
        }
        List<String> head = rows.getFirst().cells().stream()
                .map(cell -> cell.strip().toLowerCase(Locale.ROOT))
                .toList();
        for (Table.Row row : rows.subList(1, rows.size())) {
            String place = "line " + row.line();
            if (row.cells().size() != head.size()) {
                read.problems.add(place + ": has " + row.cells().size() + " cells, the head line " + head.size());
                continue;
            }
            Table.Named cells = new Table.Named(head, row.cells());
            read.add(
                    place,
                    cells.first("id"),
                    cells.first("claim", "claimreviewed"),
                    FactCheck.of("", "")
                            .withTitle(cells.first("title", "headline"), cells.first("subtitle", "summary"))
                            .withDate(cells.first("date", "datepublished"))
                            .withLang(otherwise(cells.first("lang", "inlanguage"), "en"))
                            .withVerdict(
                                    cells.first("verdict", "rating"),
                                    cells.first("publisher", "author"),
                                    cells.first("source", "url")));
        }
        return new Imported(read.checks, read.problems);
    }

    private void look(JsonNode node, int depth) {
        if (depth > DEEPEST) {
            return;
        }
        if (node.isArray()) {
            node.forEach(item -> look(item, depth + 1));
        } else if (node.isObject() && isReview(node)) {
            reviews++;
            read(node, "record " + reviews);
        } else if (node.isObject()) {
            for (String holder : HOLDERS) {
                JsonNode held = node.get(holder);
                if (held != null) {
                    look(held, depth + 1);
                }
            }
        }
    }

    private static boolean isReview(JsonNode node) {
        JsonNode type = node.get("@type");
        if (type != null && type.isArray()) {
            for (JsonNode one : type) {
                if (one.asString("").endsWith("ClaimReview")) {
                    return true;
                }
            }
        }
        return type != null && type.isString() && type.stringValue().endsWith("ClaimReview")
                || node.has("claimReviewed");
    }

    private void read(JsonNode review, String place) {
        JsonNode rating = review.path("reviewRating");
        String verdict = first(rating, "alternateName", "name", "ratingExplanation");
        String publisher = otherwise(first(review.path("author"), "name"), first(review.path("publisher"), "name"));
        add(
                place,
                otherwise(first(review, "@id"), first(review, "identifier", "url")),
                first(review, "claimReviewed"),
                FactCheck.of("", "")
                        .withTitle(first(review, "headline", "name"), first(review, "description", "abstract"))
                        .withDate(first(review, "datePublished", "dateModified"))
                        .withLang(otherwise(first(review, "inLanguage"), "en"))
                        .withVerdict(verdict, publisher, first(review, "url", "sameAs")));
    }

    private void add(String place, String id, String claim, FactCheck rest) {
        if (claim.isBlank()) {
            problems.add(place + ": what was claimed is missing");
            return;
        }
        String own = id.isBlank() ? otherwise(rest.source(), place.replace(' ', '-')) : id;
        String unique = own;
        for (int copy = 2; !ids.add(unique); copy++) {
            unique = own + "#" + copy;
        }
        checks.add(FactCheck.of(unique, claim.strip())
                .withTitle(rest.title().strip(), rest.subtitle().strip())
                .withLang(rest.lang())
                .on(rest.date())
                .withVerdict(
                        rest.verdict().strip(),
                        rest.publisher().strip(),
                        rest.source().strip()));
    }

    /** The words of the first key that has any; of an array those of its first item, of an object its name. */
    private static String first(@Nullable JsonNode node, String... keys) {
        JsonNode from = node != null && node.isArray() && !node.isEmpty() ? node.get(0) : node;
        for (String key : keys) {
            JsonNode value = from == null ? null : from.get(key);
            if (value != null && value.isArray() && !value.isEmpty()) {
                value = value.get(0);
            }
            if (value != null && value.isObject()) {
                value = value.get("name");
            }
            if (value != null
                    && (value.isString() || value.isNumber())
                    && !value.asString().isBlank()) {
                return value.asString();
            }
        }
        return "";
    }

    private static String otherwise(String words, String otherwise) {
        return words.isBlank() ? otherwise : words;
    }
}
