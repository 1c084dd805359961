package health.clarion.safeguards.privacy;

import health.clarion.safeguards.Category;
import health.clarion.safeguards.Draft;
import health.clarion.safeguards.Finding;
import health.clarion.safeguards.Kind;
import health.clarion.safeguards.Knowledge;
import health.clarion.safeguards.Safeguards;
import health.clarion.safeguards.Severity;
import health.clarion.safeguards.rules.Rule;
import health.clarion.safeguards.rules.RuleBook;
import health.clarion.safeguards.text.Passage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A text with everything that identifies someone replaced by a placeholder that says what stood there, such as {@code [DATE]} or
 * {@code [NAME 1]}. A name gets the same number wherever it stands, as does a part of it. Redacting again changes nothing.
 *
 * @param text the text with placeholders
 * @param redacted what was replaced, in the order of the text
 */
public record Redaction(String text, List<Redacted> redacted) {
    private static final String NAME = "privacy/name";

    /** What rules call otherwise than their own names say. */
    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("privacy/e-mail", "E-MAIL"),
            Map.entry("privacy/us-ssn", "SSN"),
            Map.entry("privacy/es-dni", "DNI"),
            Map.entry("privacy/es-health-card", "HEALTH CARD"),
            Map.entry("privacy/es-social-security", "SOCIAL SECURITY NUMBER"),
            Map.entry("privacy/other-number", "NUMBER"),
            Map.entry("privacy/street-address", "ADDRESS"),
            Map.entry("privacy/care-place", "PLACE"),
            Map.entry("privacy/town", "PLACE"),
            Map.entry("privacy/whereabouts", "PLACE"),
            Map.entry("privacy/origin", "PLACE"),
            Map.entry("privacy/only-one", "DETAIL"),
            Map.entry("privacy/person-detail", "DETAIL"),
            Map.entry("privacy/title", "DETAIL"),
            Map.entry("privacy/age-over-89", "AGE"),
            Map.entry("privacy/birthday", "AGE"),
            Map.entry("privacy/age", "AGE"),
            Map.entry("privacy/profile-link", "LINK"));

    /** The placeholders that can be written, names apart: anything else in brackets may be a secret. */
    private static final Set<String> PLACEHOLDERS = RuleBook.standard().all().stream()
            .filter(rule -> rule.category() == Category.PRIVACY && rule.severity() != Severity.NOTE)
            .map(Rule::id)
            .filter(id -> !id.equals(NAME))
            .map(Redaction::placeholder)
            .collect(Collectors.toUnmodifiableSet());

    private static final int LONGEST_PLACEHOLDER =
            PLACEHOLDERS.stream().mapToInt(String::length).max().orElseThrow();
    private static final String NUMBERED = "[NAME ";

    /** Fewer than a phone or any other number that identifies someone has. */
    private static final int MOST_DIGITS = 5;

    /**
     * One stretch that was replaced.
     *
     * @param rule the rule that found it
     * @param start first code point in the text as it was given
     * @param end one past the last
     * @param placeholder what stands there now, brackets included
     */
    public record Redacted(String rule, int start, int end, String placeholder) {}

    public Redaction {
        redacted = List.copyOf(redacted);
    }

    /**
     * Redacts a text: looks again at what it has replaced, since a placeholder can bring the words around it closer, until a look finds
     * nothing new. That comes to an end, because every look before the last replaces at least one more character of the text as given.
     *
     * @param lang its language as a BCP 47 tag
     */
    public static Redaction of(Safeguards safeguards, String text, String lang, Knowledge knowledge) {
        int[] points = text.codePoints().toArray();
        Work work = new Work(points, List.of());
        List<Redacted> found = work.look(safeguards, lang, knowledge);
        while (!found.equals(work.known)) {
            work = new Work(points, found);
            found = work.look(safeguards, lang, knowledge);
        }
        return new Redaction(work.text(), work.known);
    }

    private static String placeholder(String rule) {
        return "[" + type(rule) + "]";
    }

    /** Whether a bracketed stretch is one that this class writes: a type of its own, or a name's number. */
    private static boolean isPlaceholder(String bracketed) {
        if (!bracketed.startsWith(NUMBERED)) {
            return PLACEHOLDERS.contains(bracketed);
        }
        String number = bracketed.substring(NUMBERED.length(), bracketed.length() - 1);
        return !number.isEmpty()
                && number.length() <= MOST_DIGITS
                && number.charAt(0) != '0'
                && number.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private static String type(String rule) {
        String type = TYPES.get(rule);
        return type != null
                ? type
                : rule.substring(rule.indexOf('/') + 1).replace('-', ' ').toUpperCase(Locale.ROOT);
    }

    /** One pass over a text of which some stretches are replaced already; what it says of places is in the text as it was given. */
    private static final class Work {
        private final int[] points;
        private final List<Redacted> known;
        private final StringBuilder text = new StringBuilder();
        private final BitSet placeholders = new BitSet();
        private int[] origin;
        private int length;

        Work(int[] points, List<Redacted> known) {
            this.points = points;
            this.known = known;
            this.origin = new int[points.length + 16];
            int at = 0;
            for (Redacted one : known) {
                copy(at, one.start());
                one.placeholder().codePoints().forEach(c -> put(c, -1));
                at = one.end();
            }
            copy(at, points.length);
            findPlaceholders();
        }

        private void copy(int from, int to) {
            for (int i = from; i < to; i++) {
                put(points[i], i);
            }
        }

        private void put(int codePoint, int from) {
            if (length == origin.length) {
                origin = Arrays.copyOf(origin, length * 2);
            }
            origin[length++] = from;
            text.appendCodePoint(codePoint);
        }

        String text() {
            return text.toString();
        }

        /** What is to be replaced in all: what is known and what is found now. */
        List<Redacted> look(Safeguards safeguards, String lang, Knowledge knowledge) {
            Draft draft = Draft.of(text()).withLang(lang).withKind(Kind.MEMBER);
            List<Redacted> all = new ArrayList<>(known);
            for (Finding finding : safeguards.check(draft, knowledge).of(Category.PRIVACY)) {
                if (finding.severity() != Severity.NOTE && finding.end() > finding.start() && !isReplaced(finding)) {
                    int start = origin[finding.start()];
                    all.add(new Redacted(finding.rule(), start, origin[finding.end() - 1] + 1, ""));
                }
            }
            return numbered(merged(all));
        }

        /** Whether a finding is about a placeholder, of this run or of an earlier one. */
        private boolean isReplaced(Finding finding) {
            for (int i = finding.start(); i < finding.end(); i++) {
                if (origin[i] < 0 || placeholders.get(origin[i])) {
                    return true;
                }
            }
            return false;
        }

        /** The placeholders in the text as it was given, from a redaction before this one. */
        private void findPlaceholders() {
            int open = -1;
            for (int i = 0; i < points.length; i++) {
                if (points[i] == '[') {
                    open = i;
                } else if (points[i] == ']' && open >= 0) {
                    int length = i + 1 - open;
                    if (length <= LONGEST_PLACEHOLDER && isPlaceholder(new String(points, open, length))) {
                        placeholders.set(open, i + 1);
                    }
                    open = -1;
                }
            }
        }

        private List<Redacted> merged(List<Redacted> all) {
            all.sort(Comparator.comparingInt(Redacted::start).thenComparing(one -> -one.end()));
            List<Redacted> merged = new ArrayList<>();
            for (Redacted next : all) {
                Redacted last = merged.isEmpty() ? null : merged.getLast();
                if (last != null && next.rule().equals(NAME) && next.start() == last.end()) {
                    merged.removeLast(); // a title, which belongs to the name
                    merged.add(new Redacted(NAME, last.start(), next.end(), ""));
                } else if (last != null && next.start() < last.end()) {
                    merged.removeLast();
                    merged.add(new Redacted(last.rule(), last.start(), Math.max(last.end(), next.end()), ""));
                } else {
                    merged.add(next);
                }
            }
            return merged;
        }

        private List<Redacted> numbered(List<Redacted> merged) {
            Names names = new Names();
            List<Redacted> numbered = new ArrayList<>();
            for (Redacted one : merged) {
                String placeholder = one.rule().equals(NAME)
                        ? NUMBERED + names.number(new String(points, one.start(), one.end() - one.start())) + "]"
                        : placeholder(one.rule());
                numbered.add(new Redacted(one.rule(), one.start(), one.end(), placeholder));
            }
            return numbered;
        }
    }

    /** The numbers of the names in a text, in the order in which they are first said. */
    private static final class Names {
        private final Map<String, Integer> numbers = new HashMap<>();
        private final List<Set<String>> words = new ArrayList<>();

        /** For each word the names that have it, so that a name is held only against those it can be a part of. */
        private final Map<String, List<Integer>> withWord = new HashMap<>();

        int number(String name) {
            return numbers.computeIfAbsent(name, this::find);
        }

        /** The number of the first name that has all the words of this one, or a new one. */
        private int find(String name) {
            Set<String> said = new HashSet<>(Passage.fold(name));
            List<Integer> fewest = said.stream()
                    .map(word -> withWord.getOrDefault(word, List.of()))
                    .min(Comparator.comparingInt(List::size))
                    .orElse(List.of());
            for (int number : fewest) {
                if (words.get(number - 1).containsAll(said)) {
                    return number;
                }
            }
            words.add(said);
            said.forEach(word ->
                    withWord.computeIfAbsent(word, first -> new ArrayList<>()).add(words.size()));
            return words.size();
        }
    }
}
