package health.clarion.safeguards.rules;

import health.clarion.safeguards.Category;
import health.clarion.safeguards.text.Passage;
import health.clarion.safeguards.text.Vocabulary;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * All rules, by id, as the files under {@code rules/} tell them. Immutable.
 *
 * @param rules in the order of the files
 * @param lists the named lists of words that phrases refer to with @
 * @param sources what the rules and their terms rest on, each once
 */
public record RuleBook(Map<String, Rule> rules, Map<String, List<String>> lists, Set<Source> sources) {
    private static final List<String> FILES = List.of(
            "lists",
            "privacy-words",
            "privacy",
            "privacy-names",
            "crisis",
            "claims",
            "claims-worth",
            "language-suicide",
            "language-mental-health",
            "language-substances",
            "language-disability",
            "language-conditions",
            "language-weight",
            "language-people",
            "language-tone",
            "reading",
            "access",
            "access-media",
            "fit");

    /** The rules that come with Clarion. */
    public static RuleBook standard() {
        Map<String, Rule> rules = new LinkedHashMap<>();
        Map<String, List<String>> lists = new LinkedHashMap<>();
        Set<Source> sources = new LinkedHashSet<>();
        for (String file : FILES) {
            RuleFile read = RuleFile.read(file);
            lists.putAll(read.lists());
            sources.addAll(read.sources());
            for (Rule rule : read.rules()) {
                if (rules.put(rule.id(), rule) != null) {
                    throw new IllegalArgumentException("Two rules are called " + rule.id());
                }
            }
        }
        return new RuleBook(
                Collections.unmodifiableMap(rules), Map.copyOf(lists), Collections.unmodifiableSet(sources));
    }

    /**
     * The rule of an id.
     *
     * @throws IllegalArgumentException when there is none
     */
    public Rule rule(String id) {
        Rule rule = rules.get(id);
        if (rule == null) {
            throw new IllegalArgumentException("No rule is called " + id);
        }
        return rule;
    }

    /**
     * Every word that any phrase of a rule or a list may hold, and more.
     *
     * @param words more words that are looked for
     * @param masked those of them that people mask with asterisks
     */
    public Vocabulary vocabulary(Set<String> words, Set<String> masked) {
        Set<String> known = new HashSet<>(words);
        Set<String> grave = new HashSet<>(masked);
        lists.values().forEach(list -> addWords(list, known));
        for (Rule rule : rules.values()) {
            for (Rule.Term term : rule.terms()) {
                addWords(term.say(), known);
                if (rule.category() == Category.CRISIS) {
                    addWords(term.say(), grave);
                }
                for (Rule.Context context : term.unless()) {
                    addWords(context.near(), known);
                }
            }
        }
        return new Vocabulary(known, grave);
    }

    /** Adds every word of some phrases in the notation of rule files, folded. */
    public static void addWords(List<String> phrases, Set<String> words) {
        for (String phrase : phrases) {
            words.addAll(Passage.fold(phrase.replaceAll("[{},]", " ").replaceAll("@[\\p{L}\\d-]+", " ")));
        }
    }

    /** The rules in order. */
    public List<Rule> all() {
        return new ArrayList<>(rules.values());
    }
}
