package health.clarion.evaluation;

import health.clarion.safeguards.Span;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;

/**
 * Texts written for Clarion, in English, Spanish and Catalan, filled with invented names and written the ways people write: also
 * without capitals, all in capitals, in headline style, cut into tokens, with mentions and hashtags around. The same seed gives the
 * same texts.
 */
final class NameTexts {
    private static final String FOLDER = "/health/clarion/evaluation/names/";
    private static final long SEED = 20261125;

    /** How often a text with a name is filled, and one without. */
    private static final int FILLS = 10;

    private static final int FILLS_WITHOUT = 3;

    private final Random random = new Random(SEED);
    private final People people = new People(random);
    private final Map<String, List<String>> fillings = new HashMap<>();

    NameTexts() {
        for (String line : lines("fillings.txt")) {
            int colon = line.indexOf(": ");
            fillings.put(
                    line.substring(0, colon), List.of(line.substring(colon + 2).split("\\|")));
        }
    }

    private static List<String> lines(String file) {
        try (BufferedReader in = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(NameTexts.class.getResourceAsStream(FOLDER + file)), StandardCharsets.UTF_8))) {
            return in.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("# "))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All texts of all three languages. */
    List<TrainNames.Text> all() {
        List<TrainNames.Text> texts = new ArrayList<>();
        for (String language : List.of("en", "es", "ca")) {
            for (String line : lines(language + ".txt")) {
                int fills = Filled.holdsName(line) ? FILLS : FILLS_WITHOUT;
                for (int i = 0; i < fills; i++) {
                    texts.add(filled(line, language));
                }
            }
        }
        return texts;
    }

    /** The name that stands in for another, so long as it is of one word or more like it. */
    String nameLike(String name, String language) {
        return name.indexOf(' ') < 0
                ? random.nextBoolean() ? people.given() : people.surname("en")
                : people.full(language);
    }

    private TrainNames.Text filled(String line, String language) {
        Filled filled = new Filled(random.nextInt(100) < 12);
        int luck = random.nextInt(100);
        if (luck < 4) {
            filled.plain("RT @" + pick("handle") + (random.nextBoolean() ? ": " : " : "));
        } else if (luck < 9) {
            filled.plain("@" + pick("handle") + " ");
        }
        fill(line, language, filled);
        int end = random.nextInt(100);
        if (end < 4) {
            filled.plain(" #" + pick("handle"));
        } else if (end < 8) {
            filled.plain(" http://example.org/" + Integer.toString(random.nextInt(99999), 36));
        } else if (end < 11) {
            filled.plain(" 😂");
        }
        return filled.written(random.nextInt(100));
    }

    private void fill(String line, String language, Filled filled) {
        int at = 0;
        while (at < line.length()) {
            int mark = line.indexOf('<', at);
            if (mark < 0) {
                filled.plain(line.substring(at));
                return;
            }
            filled.plain(line.substring(at, mark));
            switch (line.charAt(mark + 1)) {
                case 'n' -> filled.person(people.any(language));
                case 'g' -> filled.person(people.given());
                case 'v' -> filled.person(people.givenWithVowel());
                case 's' -> filled.person(people.surname(language));
                case 'f' -> filled.person(people.full(language));
                case 'i' -> filled.person(people.initials(language));
                case 'l' -> filled.person(pick("short"));
                case 'p' -> filled.other(pick("place"));
                case 'o' -> filled.other(thing(pick("organisation"), language));
                case 'e' -> filled.other(pick("eponym"));
                case 'c' -> filled.other(pick("thing"));
                case 'x' -> filled.other(people.thing());
                case 'd' -> filled.plain(pick("medicine"));
                case 'm' -> filled.plain(dated("month", language));
                case 'w' -> filled.plain(dated("weekday", language));
                case 'u' -> filled.plain(pick("handle"));
                default -> filled.plain(number(line.charAt(mark + 1)));
            }
            at = mark + 3;
        }
    }

    private String dated(String kind, String language) {
        return pick(
                switch (language) {
                    case "es" -> "spanish-" + kind;
                    case "ca" -> "catalan-" + kind;
                    default -> kind;
                });
    }

    /** An organisation that is named after someone. */
    private String thing(String organisation, String language) {
        return organisation
                .replace("<s>", people.surname("en"))
                .replace("<g>", people.given())
                .replace("<f>", people.full(language))
                .replace("<p>", pick("place"));
    }

    private String number(char size) {
        return switch (size) {
            case '2' -> String.valueOf(18 + random.nextInt(77));
            case '3' -> String.valueOf(2 + random.nextInt(78));
            case '4' -> String.valueOf(3 + random.nextInt(17));
            case '5' -> String.valueOf(2 + random.nextInt(51));
            default -> String.format(Locale.ROOT, "%,d", 100 + random.nextInt(9900));
        };
    }

    private String pick(String kind) {
        List<String> values = Objects.requireNonNull(fillings.get(kind), kind);
        return values.get(random.nextInt(values.size()));
    }

    /** A text while it is filled, and where its names are in code points. */
    private static final class Filled {
        private final StringBuilder text = new StringBuilder();
        private final List<Span> names = new ArrayList<>();
        private final List<Span> things = new ArrayList<>();
        private final boolean cut;

        /** @param cut whether signs stand apart from words, as in texts that were cut into tokens */
        Filled(boolean cut) {
            this.cut = cut;
        }

        static boolean holdsName(String line) {
            for (String mark : List.of("<n>", "<g>", "<v>", "<s>", "<f>", "<i>", "<l>", "<o>", "<e>", "<p>", "<x>")) {
                if (line.contains(mark)) {
                    return true;
                }
            }
            return false;
        }

        void plain(String words) {
            text.append(cut && !words.contains("http") ? apart(words) : words);
        }

        private static String apart(String words) {
            StringBuilder apart = new StringBuilder();
            for (int i = 0; i < words.length(); i++) {
                char c = words.charAt(i);
                boolean sign = ",.!?:;()\"".indexOf(c) >= 0 || words.startsWith("'s", i);
                boolean blankBefore = i > 0 && words.charAt(i - 1) == ' ';
                apart.append(sign && !blankBefore ? " " : "").append(c);
                boolean blankAfter = i + 1 < words.length() && words.charAt(i + 1) == ' ';
                apart.append(sign && c != '\'' && !blankAfter && i + 1 < words.length() ? " " : "");
            }
            return apart.toString();
        }

        void person(String name) {
            names.add(add(name));
        }

        void other(String name) {
            things.add(add(name));
        }

        private Span add(String name) {
            int start = text.codePointCount(0, text.length());
            text.append(name);
            return new Span(start, start + name.codePointCount(0, name.length()));
        }

        TrainNames.Text written(int luck) {
            return new TrainNames.Text(style(text.toString(), luck), names, things);
        }

        /** Changes capitals alone, so that every place stays where it is. */
        private String style(String words, int luck) {
            String other =
                    switch (luck / 4) {
                        case 0, 1 -> words.toLowerCase(Locale.ROOT);
                        case 2 -> words.toUpperCase(Locale.ROOT);
                        case 3 -> headline(words);
                        case 4 -> lowerNames(words);
                        default -> words;
                    };
            return other.length() == words.length() ? other : words;
        }

        private static String headline(String words) {
            StringBuilder headline = new StringBuilder(words);
            for (int i = 0; i < words.length(); i++) {
                if (i == 0 || words.charAt(i - 1) == ' ') {
                    headline.setCharAt(i, Character.toUpperCase(words.charAt(i)));
                }
            }
            return headline.toString();
        }

        private String lowerNames(String words) {
            StringBuilder lowered = new StringBuilder(words);
            for (Span name : names) {
                int from = words.offsetByCodePoints(0, name.start());
                int to = words.offsetByCodePoints(0, name.end());
                lowered.replace(from, to, words.substring(from, to).toLowerCase(Locale.ROOT));
            }
            return lowered.toString();
        }
    }
}
