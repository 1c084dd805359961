package health.clarion.safeguards.rules;

import health.clarion.safeguards.Category;
import health.clarion.safeguards.Span;
import health.clarion.safeguards.text.Passage;
import health.clarion.safeguards.text.Sentence;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Finds the phrases of all rules in a passage, and asks the words around each whether it counts. */
public final class Phrases {
    private static final int NEAR = 40;

    private final PhraseTrie<Compiled> terms = new PhraseTrie<>();

    /** The phrases of contexts; only walked where a term is said, which in most texts none is. */
    private final PhraseTrie<Mark> around = new PhraseTrie<>();

    private int contexts;

    private final Mentions mentions;

    /** Builds the trie for a book of rules. */
    public Phrases(RuleBook book) {
        mentions = new Mentions(book.lists().getOrDefault("organisation", List.of()));
        Map<Rule.Context, Integer> known = new IdentityHashMap<>();
        for (Rule rule : book.all()) {
            for (Rule.Term term : rule.terms()) {
                Around unless = around(term.unless(), known, book);
                Around only = around(term.only(), known, book);
                Compiled compiled = new Compiled(rule, term, unless, only);
                term.say().forEach(phrase -> terms.add(phrase, book.lists(), compiled));
            }
        }
    }

    /** The phrases that fire in a passage in a language (a BCP 47 tag), in order; a shorter one inside another of its category is left out. */
    public List<Hit> in(Passage passage, String language) {
        Walk walk = new Walk(passage, language);
        terms.walk(passage, walk::say);
        if (walk.said.isEmpty()) {
            return List.of();
        }
        around.walk(passage, walk::hear);
        return walk.hits();
    }

    private Around around(List<Rule.Context> all, Map<Rule.Context, Integer> known, RuleBook book) {
        return new Around(
                numbered(all, known, book),
                all.stream().anyMatch(Rule.Context::mentioned),
                all.stream().anyMatch(Rule.Context::named));
    }

    private int[] numbered(List<Rule.Context> all, Map<Rule.Context, Integer> known, RuleBook book) {
        int[] numbers = new int[all.size()];
        for (int i = 0; i < numbers.length; i++) {
            Rule.Context context = all.get(i);
            Integer number = known.get(context);
            if (number == null) {
                number = contexts++;
                known.put(context, number);
                add(context.before(), new Mark(number, Role.BEFORE), book);
                add(context.after(), new Mark(number, Role.AFTER), book);
                add(context.near(), new Mark(number, Role.NEAR), book);
                add(context.about(), new Mark(number, Role.ABOUT), book);
            }
            numbers[i] = number;
        }
        return numbers;
    }

    private void add(List<String> phrases, Mark mark, RuleBook book) {
        for (String phrase : phrases) {
            around.add(phrase, book.lists(), mark);
        }
    }

    private enum Role {
        BEFORE,
        AFTER,
        NEAR,
        ABOUT
    }

    private record Mark(int number, Role role) {}

    private record Compiled(Rule rule, Rule.Term term, Around unless, Around only) {}

    /** Contexts of which one is enough: those made of phrases by number, and whether being spoken of or part of a name is one. */
    private record Around(int[] numbers, boolean mentioned, boolean named) {
        boolean isNone() {
            return numbers.length == 0 && !mentioned && !named;
        }
    }

    private record Said(Compiled term, Sentence sentence, int from, int to) {}

    /** Where context phrases start and end, each in ascending order of starts. */
    private static final class Places {
        final NavigableSet<Integer> starts = new TreeSet<>();
        final Set<Integer> ends = new HashSet<>();
    }

    private final class Walk {
        final Passage passage;
        final String language;
        final List<Said> said = new ArrayList<>();
        final Map<Mark, Places> around = new HashMap<>();

        Walk(Passage passage, String language) {
            this.passage = passage;
            this.language = language;
        }

        void say(Compiled term, Sentence sentence, int from, int to) {
            boolean spoken = term.term().isFor(language) || term.rule().category() == Category.CRISIS;
            if (spoken) {
                said.add(new Said(term, sentence, from, to));
            }
        }

        void hear(Mark mark, Sentence sentence, int from, int to) {
            Places places = around.computeIfAbsent(mark, ignored -> new Places());
            places.starts.add(from);
            places.ends.add(to);
        }

        List<Hit> hits() {
            List<Hit> hits = new ArrayList<>();
            Map<Category, Integer> reached = new HashMap<>();
            said.sort(Comparator.comparingInt(Said::from).thenComparing(s -> -s.to()));
            for (Said one : said) {
                Category category = one.term().rule().category();
                if (one.to() > reached.getOrDefault(category, 0) && speaks(one)) {
                    reached.put(category, one.to());
                    hits.add(hit(one));
                }
            }
            return hits;
        }

        private boolean speaks(Said one) {
            return !holds(one.term().unless(), one)
                    && (one.term().only().isNone() || holds(one.term().only(), one));
        }

        private boolean holds(Around contexts, Said one) {
            for (int context : contexts.numbers()) {
                if (holds(context, one)) {
                    return true;
                }
            }
            return contexts.mentioned() && mentions.quoted(passage, one.from(), one.to())
                    || contexts.named() && mentions.named(passage, one.sentence(), one.from(), one.to());
        }

        private boolean holds(int context, Said one) {
            Places before = around.get(new Mark(context, Role.BEFORE));
            if (before != null && one.from() > one.sentence().firstWord() && before.ends.contains(one.from())) {
                return true;
            }
            Places after = around.get(new Mark(context, Role.AFTER));
            if (after != null && one.to() < one.sentence().lastWord() && after.starts.contains(one.to())) {
                return true;
            }
            if (around.containsKey(new Mark(context, Role.ABOUT))) {
                return true;
            }
            Places near = around.get(new Mark(context, Role.NEAR));
            if (near == null) {
                return false;
            }
            Integer start = near.starts.ceiling(Math.max(one.sentence().firstWord(), one.from() - NEAR));
            return start != null && start < Math.min(one.sentence().lastWord(), one.to() + NEAR);
        }

        private Hit hit(Said one) {
            Span span = passage.wordSpan(one.from(), one.to());
            @Nullable String instead = one.term().term().insteadIn(language);
            return new Hit(
                    one.term().rule().id(),
                    span,
                    List.of(),
                    instead,
                    one.term().term().source(),
                    OptionalDouble.empty());
        }
    }
}
