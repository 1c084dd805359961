package health.clarion.evaluation;

import health.clarion.safeguards.Span;
import health.clarion.safeguards.privacy.names.NameModel;
import health.clarion.safeguards.privacy.names.Names;
import health.clarion.safeguards.text.Passage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/**
 * Sentences made from templates, with names, addresses and numbers put in. A detail counts as found when a masked span, or several that follow each
 * other, shares nine tenths of their union with it, whatever its kind. As upstream's evaluator does, words that say nothing ("street", "the", "Mr.") are
 * cut from the ends of spans, and neighbours with only such words between are one: for the figure of all kinds whatever their kinds are, since there every
 * kind is one; for the figures of each kind only neighbours of that kind. Split by template: what confirms has templates never seen while tuning.
 */
record PrivacyPresidio(String name, String folder) implements Task {
    private static final double OVERLAP = 0.9;
    private static final String ANY = "any";

    /** Upstream's skip words: presidio-research, evaluation/skipwords.py (MIT, Microsoft), with the stop words of spaCy (MIT, Explosion). */
    private static final Set<String> SKIPPED = Set.copyOf(Arrays.asList("""
            street st. st de rue via and a the or do as of day address country state city zip po apt unit corner p.o. box suite
            mr. mrs. miss year years y/o month months old morning noon afternoon night evening this first last week weeks
            weekend days age ago inc inc. ltd 's 'd 'll 'm 're 've n't
            a about above across after afterwards again against all almost alone along already also although always am
            among amongst amount an and another any anyhow anyone anything anyway anywhere are around as at back be became
            because become becomes becoming been before beforehand behind being below beside besides between beyond both
            bottom but by call can cannot ca could did do does doing done down due during each eight either eleven else
            elsewhere empty enough even ever every everyone everything everywhere except few fifteen fifty first five for
            former formerly forty four from front full further get give go had has have he hence her here hereafter hereby
            herein hereupon hers herself him himself his how however hundred i if in indeed into is it its itself keep
            last latter latterly least less just made make many may me meanwhile might mine more moreover most mostly move
            much must my myself name namely neither never nevertheless next nine no nobody none noone nor not nothing now
            nowhere n't of off often on once one only onto or other others otherwise our ours ourselves out over own part
            per perhaps please put quite rather re really regarding same say see seem seemed seeming seems serious several
            she should show side since six sixty so some somehow someone something sometime sometimes somewhere still such
            take ten than that the their them themselves then thence there thereafter thereby therefore therein thereupon
            these they third this those though three through throughout thru thus to together too top toward towards
            twelve twenty two under until up unless upon us used using various very very via was we well were what
            whatever when whence whenever where whereafter whereas whereby wherein whereupon wherever whether which while
            whither who whoever whole whom whose why will with within without would yet you your yours yourself yourselves
            """.split("\\s+")));

    @Override
    public List<Figure> measure(Folder folder) {
        List<JsonNode> rows = folder.rows();
        Counts tune = Counts.of(rows, Part.TUNE, true);
        Counts confirm = Counts.of(rows, Part.CONFIRM, true);
        List<Figure> figures = new ArrayList<>();
        figures.add(Figure.of(this, "span F2, IoU at least .9, any type", tune.f2(), confirm.f2())
                .goal(Goal.atLeast(0.95))
                .published("Presidio .618, with a transformer .845 at IoU .7"));
        figures.add(Figure.of(this, "span precision", tune.precision(), confirm.precision()));
        figures.add(Figure.of(this, "span recall", tune.recall(null), confirm.recall(null)));
        Counts apart = Counts.of(rows, Part.TUNE, false);
        Counts confirmApart = Counts.of(rows, Part.CONFIRM, false);
        figures.add(Figure.of(this, "span F2, neighbours of other kinds kept apart", apart.f2(), confirmApart.f2()));
        for (String label : confirmApart.labels()) {
            figures.add(Figure.of(this, "recall of " + label, apart.recall(label), confirmApart.recall(label)));
        }
        return figures;
    }

    /**
     * What a model could add that is fitted freely to the details of the part to tune on, of every kind alike: whatever it tells beside
     * what the safeguards tell. The engine of names is fitted so, in memory; nothing of it is kept.
     */
    @Override
    public List<Figure> fit(Folder folder) {
        List<JsonNode> rows = folder.rows();
        List<TrainNames.Text> texts = new ArrayList<>();
        for (JsonNode row : rows) {
            if (part(row) == Part.TUNE) {
                List<Span> details = new ArrayList<>();
                row.get("spans")
                        .forEach(span -> details.add(new Span(
                                span.get("start").asInt(), span.get("end").asInt())));
                texts.add(new TrainNames.Text(row.get("text").asString(), details, List.of()));
            }
        }
        NameModel model = TrainNames.inMemory(texts);
        Function<String, List<Kind>> told = text -> {
            List<Kind> all = new ArrayList<>(told(text));
            Names.in(Passage.of(text), 0, model).forEach(found -> all.add(new Kind(ANY, found.name())));
            return all;
        };
        return List.of(Figure.of(
                        this,
                        "fitted freely: span F2, IoU at least .9, any type",
                        Counts.of(rows, Part.TUNE, true, told).f2(),
                        Counts.of(rows, Part.CONFIRM, true, told).f2())
                .goal(Goal.atLeast(0.95)));
    }

    private static List<Kind> told(String text) {
        return Masked.of(text).findings().stream()
                .map(finding -> new Kind(finding.rule(), finding.span()))
                .toList();
    }

    private static Part part(JsonNode row) {
        return Part.of(row.get("template_id").asString());
    }

    /** A span with its kind. */
    private record Kind(String kind, Span span) {}

    /**
     * What was found in each row.
     *
     * @param gold the details with whether each was found
     * @param wrong how many masked spans were none
     */
    private record Row(List<Kind> gold, boolean[] found, int right, int wrong) {}

    private record Counts(List<Row> rows) {
        /** @param one whether every kind is one, as for the figure of all kinds */
        static Counts of(List<JsonNode> rows, Part part, boolean one) {
            return of(rows, part, one, PrivacyPresidio::told);
        }

        /** @param told what is masked in a text */
        static Counts of(List<JsonNode> rows, Part part, boolean one, Function<String, List<Kind>> told) {
            return new Counts(rows.stream()
                    .filter(row -> part(row) == part)
                    .map(row -> row(row, one, told.apply(row.get("text").asString())))
                    .toList());
        }

        private static Row row(JsonNode json, boolean one, List<Kind> masked) {
            String text = json.get("text").asString();
            List<Kind> gold = new ArrayList<>();
            for (JsonNode span : json.get("spans")) {
                gold.add(new Kind(
                        one ? ANY : span.get("label").asString(),
                        new Span(span.get("start").asInt(), span.get("end").asInt())));
            }
            List<Kind> told = new ArrayList<>();
            for (Kind kind : masked) {
                told.add(one ? new Kind(ANY, kind.span()) : kind);
            }
            int[] points = text.codePoints().toArray();
            gold = joined(gold, points);
            told = joined(told, points);
            boolean[] found = new boolean[gold.size()];
            Set<Kind> used = new HashSet<>();
            int right = 0;
            for (int i = 0; i < found.length; i++) {
                List<Kind> matched = matched(gold.get(i).span(), told, used);
                found[i] = !matched.isEmpty();
                right += found[i] ? 1 : 0;
                used.addAll(matched);
            }
            return new Row(gold, found, right, told.size() - used.size());
        }

        /** The masked spans that together share enough with a detail, taken in order while each adds to it; none when they don't. */
        private static List<Kind> matched(Span gold, List<Kind> told, Set<Kind> used) {
            List<Kind> matched = new ArrayList<>();
            double best = 0;
            for (Kind one : told) {
                if (used.contains(one) || !one.span().overlaps(gold)) {
                    continue;
                }
                matched.add(one);
                double overlap = overlap(gold, matched);
                if (overlap > best) {
                    best = overlap;
                } else {
                    matched.removeLast();
                }
            }
            return best >= OVERLAP ? matched : List.of();
        }

        private static double overlap(Span gold, List<Kind> spans) {
            int start = spans.getFirst().span().start();
            int end = spans.getLast().span().end();
            int shared = Math.min(end, gold.end()) - Math.max(start, gold.start());
            int all = Math.max(end, gold.end()) - Math.min(start, gold.start());
            return all <= 0 ? 0 : (double) Math.max(0, shared) / all;
        }

        /** Cut at the ends, joined with neighbours of their kind, without those inside another. */
        private static List<Kind> joined(List<Kind> spans, int[] points) {
            List<Kind> sorted = new ArrayList<>(spans);
            sorted.sort((a, b) -> a.span().start() != b.span().start()
                    ? Integer.compare(a.span().start(), b.span().start())
                    : Integer.compare(b.span().end(), a.span().end()));
            List<Kind> all = new ArrayList<>();
            for (Kind next : sorted) {
                Kind last = all.isEmpty() ? null : all.getLast();
                if (last != null && next.span().end() <= last.span().end()) {
                    continue;
                }
                if (last != null
                        && (next.span().start() < last.span().end()
                                || last.kind().equals(next.kind())
                                        && saysNothing(
                                                points,
                                                last.span().end(),
                                                next.span().start()))) {
                    all.removeLast();
                    all.add(new Kind(
                            last.kind(),
                            new Span(last.span().start(), next.span().end())));
                } else {
                    all.add(next);
                }
            }
            return all.stream()
                    .map(one -> new Kind(one.kind(), cut(points, one.span())))
                    .filter(one -> one.span().end() > one.span().start())
                    .toList();
        }

        private static boolean saysNothing(int[] points, int start, int end) {
            Span cut = start < end ? cut(points, new Span(start, end)) : new Span(0, 0);
            return cut.start() == cut.end();
        }

        private static Span cut(int[] points, Span span) {
            int start = span.start();
            int end = span.end();
            boolean changed = true;
            while (changed && start < end) {
                changed = false;
                int first = endOfToken(points, start, end);
                if (isSkipped(points, start, first)) {
                    start = first;
                    changed = true;
                }
                int last = startOfToken(points, start, end);
                if (start < end && isSkipped(points, last, end)) {
                    end = last;
                    changed = true;
                }
            }
            return new Span(start, end);
        }

        private static int endOfToken(int[] points, int start, int end) {
            int at = start;
            while (at < end && Character.isLetterOrDigit(points[at])) {
                at++;
            }
            return at == start ? start + 1 : at < end && points[at] == '.' ? at + 1 : at;
        }

        private static int startOfToken(int[] points, int start, int end) {
            int at = end;
            while (at > start
                    && (Character.isLetterOrDigit(points[at - 1])
                            || at == end
                                    && points[at - 1] == '.'
                                    && at - 1 > start
                                    && Character.isLetterOrDigit(points[at - 2]))) {
                at--;
            }
            return at == end ? end - 1 : at;
        }

        private static boolean isSkipped(int[] points, int start, int end) {
            String token = new String(points, start, end - start).toLowerCase(Locale.ROOT);
            return SKIPPED.contains(token) || token.codePoints().noneMatch(Character::isLetterOrDigit);
        }

        Measured f2() {
            return Measured.of(rows.size(), choice -> {
                double[] sum = sums(choice);
                return Scores.f(2, sum[0], sum[1], sum[2]);
            });
        }

        Measured precision() {
            return Measured.of(rows.size(), choice -> {
                double[] sum = sums(choice);
                return sum[0] + sum[1] == 0 ? 1 : sum[0] / (sum[0] + sum[1]);
            });
        }

        private double[] sums(int[] choice) {
            double[] sum = new double[3];
            for (int i : choice) {
                Row row = rows.get(i);
                sum[0] += row.right();
                sum[1] += row.wrong();
                sum[2] += row.gold().size() - row.right();
            }
            return sum;
        }

        Measured recall(@org.jspecify.annotations.Nullable String label) {
            return Measured.of(rows.size(), choice -> {
                double found = 0;
                double all = 0;
                for (int i : choice) {
                    Row row = rows.get(i);
                    for (int j = 0; j < row.found().length; j++) {
                        if (label == null || label.equals(row.gold().get(j).kind())) {
                            all++;
                            found += row.found()[j] ? 1 : 0;
                        }
                    }
                }
                return all == 0 ? 1 : found / all;
            });
        }

        Set<String> labels() {
            Set<String> labels = new TreeSet<>();
            rows.forEach(row -> row.gold().forEach(kind -> labels.add(kind.kind())));
            return labels;
        }
    }
}
