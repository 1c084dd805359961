package health.clarion.evaluation;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Words with the signs of the kinds they are of, see {@link health.clarion.safeguards.privacy.names.Trait}. */
final class ListedWords {
    private static final String OWN = "/health/clarion/evaluation/names/own.txt";
    private static final Pattern WORD = Pattern.compile("[a-zøæðþßłđħœ]+(?:'[a-zøæðþłđ]+)*");
    private static final Pattern BETWEEN = Pattern.compile("[ .\\-]");
    private static final Pattern HIDDEN = Pattern.compile("[\\p{Mn}\\p{Cf}]");
    private static final Pattern ENGLISH = Pattern.compile("(english|american|british)-words\\.(\\d+)");
    private static final Set<String> PARTICLES =
            Set.of(("de la del las los y i van von der den da dos das do di le el al bin ibn ben abu of "
                            + "the and san santa sant st jr sr")
                    .split(" "));

    /** SCOWL's size up to which a word is common, and those that are so common that they are names only when we say so. */
    private static final int COMMON = 35;

    private static final int VERY_COMMON = 20;
    private static final int LARGEST = 60;
    private static final int LONGEST = 20;

    private final Map<String, TreeSet<Character>> signs = new TreeMap<>();
    private final Map<String, Integer> english = new HashMap<>();
    private final Set<String> names = new HashSet<>();

    static String folded(String word) {
        return HIDDEN.matcher(Normalizer.normalize(word, Normalizer.Form.NFKD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT)
                .replace('’', '\'')
                .replace('‘', '\'')
                .replace('`', '\'')
                .replace('ı', 'i');
    }

    /** Adds names, those of several words part by part. */
    void add(Collection<String> given, char sign) {
        given.forEach(name -> add(name, sign, true, 2));
    }

    /** Adds names of one word of at least so many letters. */
    void addSingle(Collection<String> given, char sign, int shortest) {
        given.forEach(name -> add(name, sign, false, shortest));
    }

    private void add(String name, char sign, boolean compound, int shortest) {
        String folded = folded(name);
        List<String> parts = parts(folded);
        if (!compound && parts.size() > 1
                || !String.join("", parts).equals(BETWEEN.matcher(folded).replaceAll(""))) {
            return;
        }
        for (String part : parts) {
            if (part.length() >= shortest && !PARTICLES.contains(part)) {
                of(part).add(sign);
            }
        }
    }

    private static List<String> parts(String folded) {
        List<String> parts = new ArrayList<>();
        Matcher matcher = WORD.matcher(folded);
        while (matcher.find()) {
            parts.add(matcher.group());
        }
        return parts;
    }

    private TreeSet<Character> of(String word) {
        return signs.computeIfAbsent(word, any -> new TreeSet<>());
    }

    /** Our own names, by the sign above them; after "names that are words" those that stay names though they are common words. */
    void addOwn() throws IOException {
        try (InputStream in = ListedWords.class.getResourceAsStream(OWN)) {
            if (in == null) {
                throw new IllegalStateException("No list " + OWN);
            }
            char sign = ' ';
            for (String line : new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .toList()) {
                if (line.endsWith(":")) {
                    sign = line.charAt(0);
                } else if (!line.startsWith("#") && !line.isBlank()) {
                    for (String word : line.strip().split(" +")) {
                        if (sign == '=') {
                            names.add(word);
                        } else {
                            of(folded(word)).add(sign);
                        }
                    }
                }
            }
        }
    }

    /** Marks common words, and takes names out that are mostly words. */
    void common(Path scowl, List<String> spanish) throws IOException {
        readEnglish(scowl);
        for (String word : spanish) {
            Set<Character> known = signs.get(folded(word));
            if (known != null) {
                known.add('E');
            }
        }
        english.forEach((word, size) -> {
            if (size <= COMMON) {
                of(word).add('W');
            } else if (signs.containsKey(word)) {
                of(word).add('w');
            }
        });
        for (Set<Character> known : signs.values()) {
            boolean sure = known.contains('G') || known.contains('S');
            if (known.contains('W') && !sure) {
                known.removeAll(Set.of('g', 's', 'c'));
            }
            if (known.contains('w') && !sure && !known.contains('g')) {
                known.remove('s');
            }
        }
        english.forEach((word, size) -> {
            Set<Character> known = signs.get(word);
            if (size <= VERY_COMMON && known != null && !names.contains(word)) {
                known.removeAll(Set.of('G', 'g', 'S', 's', 'c'));
            }
        });
    }

    private void readEnglish(Path scowl) throws IOException {
        try (Stream<Path> files = Files.list(scowl)) {
            for (Path file : files.toList()) {
                Matcher name = ENGLISH.matcher(file.getFileName().toString());
                if (name.matches() && Integer.parseInt(name.group(2)) <= LARGEST) {
                    int size = Integer.parseInt(name.group(2));
                    for (String line : Files.readAllLines(file, StandardCharsets.ISO_8859_1)) {
                        String word = folded(line.strip());
                        if (word.length() > 1 && word.chars().allMatch(c -> c >= 'a' && c <= 'z')) {
                            english.merge(word, size, Math::min);
                        }
                    }
                }
            }
        }
    }

    /** The first words of medicines' names that are no English words, unless they are names of people. */
    void addMedicines(List<String> medicines) {
        for (String medicine : medicines) {
            List<String> parts = parts(folded(medicine));
            String word = parts.isEmpty() ? "" : parts.getFirst();
            Set<Character> known = signs.getOrDefault(word, new TreeSet<>());
            if (word.length() > 4 && !english.containsKey(word) && !known.contains('G') && !known.contains('S')) {
                of(word).add('R');
            }
        }
    }

    /** A line a word, in order: the word, a space, its signs; the surer list stands for the less sure. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        signs.forEach((word, known) -> {
            if (known.contains('G')) {
                known.remove('g');
            }
            if (known.contains('S')) {
                known.remove('s');
                known.remove('c');
            }
            if (known.contains('c')) {
                known.remove('s');
            }
            boolean nothing = known.isEmpty() || known.equals(Set.of('E')) || known.equals(Set.of('w'));
            if (!nothing && word.length() <= LONGEST) {
                StringBuilder line = new StringBuilder(word).append(' ');
                known.forEach(line::append);
                lines.add(line.toString());
            }
        });
        return lines;
    }
}
