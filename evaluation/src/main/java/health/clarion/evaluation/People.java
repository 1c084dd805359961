package health.clarion.evaluation;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.zip.GZIPInputStream;

/**
 * Invents people's names to fill texts with: from names that people around us bear, from the lists that the engine has, and now and
 * then one that no list has, so that the model learns from the words around it too. The same {@link Random} gives the same names.
 */
final class People {
    private static final String LISTS = "/health/clarion/safeguards/names/gazetteer.txt.gz";
    private static final String OURS = "/health/clarion/evaluation/names/people.txt";
    private static final String[] PARTICLES = {
        "van", "van der", "von", "de", "de la", "del", "di", "da", "bin", "el", "al", "O'", "Mc", "Mac", "St."
    };

    private final Random random;
    private final Strangers strangers;
    private final List<String> ownGiven = new ArrayList<>();
    private final List<String> ownSurnames = new ArrayList<>();
    private final List<String> given = new ArrayList<>();
    private final List<String> surnames = new ArrayList<>();
    private final List<String> rareGiven = new ArrayList<>();
    private final List<String> rareSurnames = new ArrayList<>();

    People(Random random) {
        this.random = random;
        this.strangers = new Strangers(random);
        boolean ofSurnames = false;
        for (String line : lines(OURS)) {
            if (line.endsWith(":")) {
                ofSurnames = line.startsWith("S");
            } else if (!line.startsWith("#")) {
                (ofSurnames ? ownSurnames : ownGiven)
                        .addAll(List.of(line.strip().split(" +")));
            }
        }
        for (String line : lines(LISTS)) {
            sort(line);
        }
    }

    private void sort(String line) {
        int space = line.indexOf(' ');
        String word = line.substring(0, space);
        String signs = line.substring(space + 1);
        boolean common = signs.indexOf('W') >= 0;
        if (word.length() < 3 || common && word.hashCode() % 3 != 0) {
            return;
        }
        if (signs.indexOf('G') >= 0) {
            given.add(word);
        } else if (signs.indexOf('g') >= 0 && !common) {
            rareGiven.add(word);
        }
        if (signs.indexOf('S') >= 0) {
            surnames.add(word);
        } else if (signs.indexOf('c') >= 0 && !common) {
            rareSurnames.add(word);
        }
    }

    private static List<String> lines(String resource) {
        try (InputStream in = People.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("No list " + resource);
            }
            return new BufferedReader(new InputStreamReader(
                            resource.endsWith(".gz") ? new GZIPInputStream(in) : in, StandardCharsets.UTF_8))
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A given name. */
    String given() {
        int luck = random.nextInt(100);
        if (luck < 42) {
            return capitalised(pick(ownGiven));
        }
        if (luck < 70) {
            return capitalised(pick(given));
        }
        return luck < 80 ? capitalised(pick(rareGiven)) : strangers.given();
    }

    /** A given name that begins with a vowel, for Catalan elisions. */
    String givenWithVowel() {
        while (true) {
            String name = given();
            if ("AEIOUÀÉÈÍÒÓÚ".indexOf(name.charAt(0)) >= 0) {
                return name;
            }
        }
    }

    /** A surname of one person: one or, among Spanish and Catalan speakers, often two. */
    String surname(String language) {
        boolean iberian = !language.equals("en");
        if (iberian && random.nextInt(100) < 40) {
            String joint = language.equals("ca") && random.nextInt(3) == 0 ? " i " : " ";
            return single() + joint + single();
        }
        return random.nextInt(100) < 4 ? single() + "-" + single() : single();
    }

    private String single() {
        int luck = random.nextInt(100);
        if (luck < 40) {
            return capitalised(pick(ownSurnames));
        }
        if (luck < 45) {
            String particle = PARTICLES[random.nextInt(PARTICLES.length)];
            String rest = capitalised(pick(surnames));
            return particle.endsWith("'") || particle.endsWith("c") ? particle + rest : particle + " " + rest;
        }
        if (luck < 68) {
            return capitalised(pick(surnames));
        }
        return luck < 78 ? capitalised(pick(rareSurnames)) : strangers.surname();
    }

    /** Given name and surname. */
    String full(String language) {
        int luck = random.nextInt(100);
        String middle = luck < 6 ? " " + given() : luck < 10 ? " " + initial() + "." : luck < 12 ? "-" + given() : "";
        return given() + middle + " " + surname(language);
    }

    /** A name with initials. */
    String initials(String language) {
        return switch (random.nextInt(9)) {
            case 0, 1, 2 -> given() + " " + initial() + ".";
            case 3 -> given() + " " + initial();
            case 4, 5 -> initial() + ". " + surname(language);
            case 6 -> initial() + "." + initial() + ".";
            case 7 -> initial() + ". " + initial() + ". " + surname(language);
            default -> given() + " " + initial() + ". " + surname(language);
        };
    }

    /** A name in any form. */
    String any(String language) {
        int luck = random.nextInt(100);
        if (luck < 45) {
            return given();
        }
        if (luck < 87) {
            return full(language);
        }
        return luck < 94 ? surname(language) : initials(language);
    }

    /** The name of something that is no person and on no list. */
    String thing() {
        return strangers.thing();
    }

    private String initial() {
        return String.valueOf((char) ('A' + random.nextInt(26)));
    }

    private String pick(List<String> names) {
        return names.get(random.nextInt(names.size()));
    }

    private static String capitalised(String name) {
        StringBuilder written = new StringBuilder(name);
        for (int i = 0; i < name.length(); i++) {
            boolean begins = i == 0 || name.charAt(i - 1) == '\'' || name.charAt(i - 1) == '-';
            boolean scottish = i == 2 && name.startsWith("mc");
            if (begins || scottish) {
                written.setCharAt(
                        i, name.substring(i, i + 1).toUpperCase(Locale.ROOT).charAt(0));
            }
        }
        return written.toString();
    }
}
