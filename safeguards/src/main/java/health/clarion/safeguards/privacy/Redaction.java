package health.clarion.safeguards.privacy;

import health.clarion.safeguards.Category;
import health.clarion.safeguards.Draft;
import health.clarion.safeguards.Finding;
import health.clarion.safeguards.Kind;
import health.clarion.safeguards.Knowledge;
import health.clarion.safeguards.Safeguards;
import health.clarion.safeguards.Severity;
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

/**
 * A text with everything that identifies someone replaced by a placeholder that says what stood there, such as {@code [DATE]} or
 * {@code [NAME 1]}. A name gets the same number wherever it stands, as does a part of it. Redacting again changes nothing.
 *
 * @param text the text with placeholders
 * @param redacted what was replaced, in the order of the text
 */
public record Redaction(String text, List<Redacted> redacted) {
    private static final String NAME = "privacy/name";
    private static final int MOST_PASSES = 5;
    private static final int LONGEST_PLACEHOLDER = 30;

    /** What rules call otherwise than their own names say. */
    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("privacy/name", "NAME"),
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
            Map.entry("privacy/age-over-89", "AGE"),
            Map.entry("privacy/birthday", "AGE"),
            Map.entry("privacy/age", "AGE"),
            Map.entry("privacy/profile-link", "LINK"));

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
     * Redacts a text.
     *
     * @param lang its language as a BCP 47 tag
     */
    public static Redaction of(Safeguards safeguards, String text, String lang, Knowledge knowledge) {
        int[] points = text.codePoints().toArray();
        List<Redacted> known = List.of();
        Redaction redaction = new Redaction(text, known);
        for (int pass = 0; pass < MOST_PASSES; pass++) {
            List<Redacted> found = new Work(points, known).look(safeguards, lang, knowledge);
            if (found.equals(known)) {
                break;
            }
            known = found;
            redaction = new Redaction(new Work(points, known).text(), known);
        }
        return redaction;
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

        /** The placeholders in the text as it was given: capitals, digits, spaces and hyphens in square brackets. */
        private void findPlaceholders() {
            int open = -1;
            for (int i = 0; i < points.length; i++) {
                int c = points[i];
                if (c == '[') {
                    open = i;
                } else if (c == ']' && open >= 0) {
                    placeholders.set(open, i + 1);
                    open = -1;
                } else if (!(c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == ' ' || c == '-')
                        || i - open > LONGEST_PLACEHOLDER) {
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
            List<Set<String>> names = new ArrayList<>();
            Map<String, Integer> numbers = new HashMap<>();
            List<Redacted> numbered = new ArrayList<>();
            for (Redacted one : merged) {
                String type = type(one.rule());
                String placeholder = "[" + type + "]";
                if (type.equals("NAME")) {
                    String name = new String(points, one.start(), one.end() - one.start());
                    placeholder = "[NAME " + numbers.computeIfAbsent(name, added -> number(added, names)) + "]";
                }
                numbered.add(new Redacted(one.rule(), one.start(), one.end(), placeholder));
            }
            return numbered;
        }

        /** The number of the name that has all the words of this one, or a new one. */
        private static int number(String name, List<Set<String>> names) {
            Set<String> words = new HashSet<>(Passage.fold(name));
            for (int i = 0; i < names.size(); i++) {
                if (names.get(i).containsAll(words)) {
                    return i + 1;
                }
            }
            names.add(words);
            return names.size();
        }
    }
}
