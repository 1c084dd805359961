package health.clarion.safeguards.rules;

import health.clarion.networks.Network;
import health.clarion.safeguards.Colour;
import health.clarion.safeguards.Draft;
import health.clarion.safeguards.Kind;
import health.clarion.safeguards.Picture;
import health.clarion.safeguards.Recording;
import health.clarion.safeguards.Severity;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Date;
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
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

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
    private static final Set<String> LANGUAGES =
            Wording.LOCALES.stream().map(Locale::getLanguage).collect(Collectors.toUnmodifiableSet());
    private static final Set<String> TERM_KEYS = Set.of("lang", "say", "instead", "source", "unless", "only");
    private static final Set<String> SOURCE_KEYS = Set.of("cite", "seen");
    private static final Set<String> CONTEXT_KEYS = Set.of("before", "after", "near", "about", "mentioned", "named");
    private static final Set<String> EXAMPLE_KEYS =
            Set.of("text", "lang", "kind", "audience", "network", "pictures", "recordings", "sources", "warning");

    /** Reads {@code rules/NAME.yaml} beside this module's classes. */
    static RuleFile read(String name) {
        String path = "/health/clarion/safeguards/rules/" + name + ".yaml";
        try (InputStream in = RuleFile.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException("No rule file " + path);
            }
            return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8), name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads the words of a rule file.
     *
     * @throws IllegalArgumentException when it is not one, naming the rule at fault
     */
    static RuleFile parse(String yaml, String name) {
        Node file = new Node(name, new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml));
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

    /**
     * A place in the file, which knows its name for errors.
     *
     * @param where the file or the rule
     * @param value what stands there, null when nothing does
     */
    private record Node(String where, @Nullable Object value) {
        Node named(String name) {
            return new Node(name, value);
        }

        Node at(String key) {
            return new Node(where + " " + key, value instanceof Map<?, ?> map ? map.get(key) : null);
        }

        List<String> keys() {
            return value instanceof Map<?, ?> map
                    ? map.keySet().stream().map(String::valueOf).toList()
                    : List.of();
        }

        void allow(Set<String> allowed) {
            if (!(value instanceof Map<?, ?>)) {
                throw new IllegalArgumentException(where + ": needs keys and values");
            }
            for (String key : keys()) {
                if (!allowed.contains(key)) {
                    throw new IllegalArgumentException(where + ": unknown key " + key);
                }
            }
        }

        List<Node> nodes() {
            return switch (value) {
                case null -> List.of();
                case List<?> list ->
                    list.stream().map(item -> new Node(where, item)).toList();
                default -> List.of(this);
            };
        }

        List<String> texts() {
            return nodes().stream().map(Node::text).toList();
        }

        String text() {
            if (value == null || value instanceof Map<?, ?> || value instanceof List<?>) {
                throw new IllegalArgumentException(where + ": needs words");
            }
            return String.valueOf(value);
        }

        /** A source: its words, or its words and the day it was opened. */
        Source source() {
            if (!(value instanceof Map<?, ?>)) {
                return new Source(text(), null);
            }
            allow(SOURCE_KEYS);
            if (!(at("seen").value() instanceof Date seen)) {
                throw new IllegalArgumentException(where + ": seen needs a day");
            }
            return new Source(
                    at("cite").text(), seen.toInstant().atZone(ZoneOffset.UTC).toLocalDate());
        }

        @Nullable
        String textOrNull() {
            return value == null ? null : text();
        }

        String textOr(String otherwise) {
            return value == null ? otherwise : text();
        }

        /** The same words in every language of the house, so that none is forgotten; nothing at all is nothing. */
        Map<String, String> inEveryLanguage() {
            if (value == null) {
                return Map.of();
            }
            allow(LANGUAGES);
            Map<String, String> words = new LinkedHashMap<>();
            LANGUAGES.forEach(language -> words.put(language, at(language).text()));
            return Map.copyOf(words);
        }

        /** Words by key; words that stand alone are under the usual key. */
        Map<String, String> textsBy(String usual) {
            if (!(value instanceof Map<?, ?>)) {
                return value == null ? Map.of() : Map.of(usual, text());
            }
            Map<String, String> texts = new LinkedHashMap<>();
            keys().forEach(key -> texts.put(key, at(key).text()));
            return texts;
        }

        int number(int otherwise) {
            return value == null ? otherwise : Integer.parseInt(text());
        }

        boolean isTrue() {
            return Boolean.TRUE.equals(value);
        }
    }
}
