package health.clarion.safeguards.rules;

import health.clarion.networks.Network;
import health.clarion.safeguards.Colour;
import health.clarion.safeguards.Draft;
import health.clarion.safeguards.Kind;
import health.clarion.safeguards.Picture;
import health.clarion.safeguards.Recording;
import health.clarion.safeguards.Severity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One rule file, read strictly: an unknown or missing key is an error that names the rule, so that a slip of the pen is not a silent gap.
 *
 * <p>A file has {@code rules}, and may have {@code lists} of words that phrases name with @, {@code sources} (only a place to write
 * each source once, with a YAML anchor) and {@code unless}, which silences all its rules. A source is its words, or
 * {@code { cite: its words, seen: the day it was opened and found to say so }}.
 *
 * <p>A rule has {@code id}, {@code since}, {@code severity}, {@code source}, {@code message} and {@code do} (each in en, es and ca; or
 * neither, when the message files say it), {@code fires} and {@code silent} examples, and when it is about words, {@code terms}. A term
 * has {@code say} (phrases, see {@link Phrase}), {@code lang}, {@code instead} (words, or words by region: {@code { en: …, en-US: … }}),
 * {@code source}, {@code unless} and {@code only}. Those two hold contexts: phrases {@code before}, {@code after}, {@code near} (in the
 * sentence) or {@code about} (anywhere in the text), {@code mentioned: true} (quoted to be spoken of) and {@code named: true} (part of
 * an organisation's name).
 *
 * @param rules its rules in order
 * @param lists its named lists
 * @param sources what its rules and their terms rest on, each once
 */
record RuleFile(List<Rule> rules, Map<String, List<String>> lists, Set<Source> sources) {
    private static final Set<String> RULE_KEYS = Set.of(
            "id",
            "since",
            "severity",
            "overridable",
            "topic",
            "level",
            "staff-only",
            "source",
            "message",
            "do",
            "terms",
            "unless",
            "only",
            "fires",
            "silent");
    private static final Set<String> TERM_KEYS = Set.of("lang", "say", "instead", "source", "unless", "only");
    private static final Set<String> CONTEXT_KEYS = Set.of("before", "after", "near", "about", "mentioned", "named");
    private static final Set<String> EXAMPLE_KEYS =
            Set.of("text", "lang", "kind", "audience", "network", "pictures", "recordings", "sources", "warning");

    /** Reads {@code rules/NAME.yaml} beside this module's classes. */
    static RuleFile read(String name) {
        return of(Node.read(name));
    }

    /**
     * Reads the words of a rule file.
     *
     * @throws IllegalArgumentException when it is not one, naming the rule at fault
     */
    static RuleFile parse(String yaml, String name) {
        return of(Node.parse(yaml, name));
    }

    private static RuleFile of(Node file) {
        file.allow(Set.of("lists", "rules", "sources", "unless"));
        List<Rule.Context> unless = context(file.at("unless"));
        Map<String, List<String>> lists = new LinkedHashMap<>();
        Node named = file.at("lists");
        for (String list : named.keys()) {
            lists.put(list, named.at(list).texts());
        }
        List<Node> rules = file.at("rules").nodes();
        return new RuleFile(
                rules.stream().map(rule -> rule(rule, unless)).toList(),
                lists,
                rules.stream().flatMap(RuleFile::sources).collect(Collectors.toCollection(LinkedHashSet::new)));
    }

    private static Stream<Source> sources(Node rule) {
        Stream<Node> all = Stream.concat(
                Stream.of(rule.at("source")), rule.at("terms").nodes().stream().map(term -> term.at("source")));
        return all.filter(source -> source.value() != null).map(Node::source);
    }

    /** A rule; what silences all of the file silences it too. */
    private static Rule rule(Node node, List<Rule.Context> everywhere) {
        Node rule = node.named(node.at("id").text());
        rule.allow(RULE_KEYS);
        List<Rule.Context> unless = joined(everywhere, context(rule.at("unless")));
        List<Rule.Context> only = context(rule.at("only"));
        List<Rule.Term> terms = new ArrayList<>();
        for (Node term : rule.at("terms").nodes()) {
            terms.add(term(term, unless, only));
        }
        return new Rule(
                rule.at("id").text(),
                rule.at("since").text(),
                Severity.valueOf(rule.at("severity").text().toUpperCase(Locale.ROOT)),
                rule.at("overridable").isTrue(),
                rule.at("topic").textOrNull(),
                rule.at("level").number(0),
                rule.at("staff-only").isTrue(),
                rule.at("source").source().cite(),
                rule.at("message").inEveryLanguage(),
                rule.at("do").inEveryLanguage(),
                List.copyOf(terms),
                rule.at("fires").nodes().stream().map(RuleFile::example).toList(),
                rule.at("silent").nodes().stream().map(RuleFile::example).toList());
    }

    private static Rule.Term term(Node term, List<Rule.Context> unless, List<Rule.Context> only) {
        term.allow(TERM_KEYS);
        String lang = term.at("lang").textOr("en");
        Map<String, String> instead = new LinkedHashMap<>(term.at("instead").textsBy(lang));
        return new Rule.Term(
                lang,
                term.at("say").texts(),
                instead.remove(lang),
                Map.copyOf(instead),
                term.at("source").value() == null
                        ? null
                        : term.at("source").source().cite(),
                joined(unless, context(term.at("unless"))),
                joined(only, context(term.at("only"))));
    }

    private static List<Rule.Context> joined(List<Rule.Context> ofRule, List<Rule.Context> ofTerm) {
        List<Rule.Context> all = new ArrayList<>(ofRule);
        all.addAll(ofTerm);
        return List.copyOf(all);
    }

    private static List<Rule.Context> context(Node context) {
        if (context.value() == null) {
            return List.of();
        }
        context.allow(CONTEXT_KEYS);
        return List.of(new Rule.Context(
                context.at("before").texts(),
                context.at("after").texts(),
                context.at("near").texts(),
                context.at("about").texts(),
                context.at("mentioned").isTrue(),
                context.at("named").isTrue()));
    }

    /** An example is its words, or its words with what else the draft holds. */
    private static Draft example(Node example) {
        if (example.value() instanceof String text) {
            return Draft.of(text);
        }
        example.allow(EXAMPLE_KEYS);
        Draft draft = Draft.of(example.at("text").textOr(""))
                .withLang(example.at("lang").textOr("en"))
                .withKind(Kind.valueOf(example.at("kind").textOr("staff").toUpperCase(Locale.ROOT)))
                .withPictures(example.at("pictures").nodes().stream()
                        .map(RuleFile::picture)
                        .toList())
                .withRecordings(example.at("recordings").nodes().stream()
                        .map(RuleFile::recording)
                        .toList())
                .withSources(example.at("sources").texts())
                .withContentWarning(example.at("warning").textOr(""));
        int audience = example.at("audience").number(0);
        String network = example.at("network").textOrNull();
        draft = audience > 0 ? draft.withAudienceReadingAge(audience) : draft;
        return network != null ? draft.withNetwork(Network.of(network)) : draft;
    }

    private static Picture picture(Node picture) {
        picture.allow(Set.of("name", "alt", "card"));
        Node card = picture.at("card");
        if (card.value() != null) {
            card.allow(Set.of("text", "ink", "paper", "large"));
        }
        return new Picture(
                picture.at("name").textOr(""),
                picture.at("alt").textOr(""),
                card.value() == null
                        ? null
                        : new Picture.Card(
                                card.at("text").textOr(""),
                                colour(card.at("ink")),
                                colour(card.at("paper")),
                                card.at("large").isTrue()));
    }

    private static @Nullable Colour colour(Node colour) {
        return colour.value() == null ? null : Colour.of(colour.text());
    }

    private static Recording recording(Node recording) {
        recording.allow(Set.of("kind", "name", "spoken", "captions", "transcript", "flashes"));
        String flashes = recording.at("flashes").textOrNull();
        return new Recording(
                Recording.Kind.valueOf(recording.at("kind").text().toUpperCase(Locale.ROOT)),
                recording.at("name").textOr(""),
                recording.at("spoken").isTrue(),
                recording.at("captions").isTrue(),
                recording.at("transcript").isTrue(),
                flashes == null ? OptionalDouble.empty() : OptionalDouble.of(Double.parseDouble(flashes)));
    }
}
