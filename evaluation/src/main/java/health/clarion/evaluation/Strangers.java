package health.clarion.evaluation;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Invents names that no list has, put together from syllables as names of many peoples are: so that the model learns to know a name by
 * the words around it and by how it is built. The same {@link Random} gives the same names.
 */
final class Strangers {
    private static final String SYLLABLES = "/health/clarion/evaluation/names/strangers.txt";

    /** The syllables of a people: beginnings, middles, ends of given names and of surnames. */
    private record People(String[] beginnings, String[] middles, String[] givenEnds, String[] surnameEnds) {}

    private static final String[] MEDICINES = {
        "ia", "ix", "ol", "ada", "ivir", "umab", "tinib", "ane", "era", "yza", "pril", "statin", "oxin", "ara", "in",
        "exa"
    };
    private static final String[] FIRMS = {
        "gen", "nova", "corp", "soft", "ly", "ify", "zon", "tech", "pharm", "ex", "Care", "Fit", "App", "mart", "us",
        "o"
    };

    private final Random random;
    private final List<People> peoples = new ArrayList<>();

    Strangers(Random random) {
        this.random = random;
        try (InputStream in = Strangers.class.getResourceAsStream(SYLLABLES)) {
            if (in == null) {
                throw new IllegalStateException("No list " + SYLLABLES);
            }
            List<String> lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .toList();
            for (String line : lines) {
                String[] parts = line.split(" \\| ");
                peoples.add(new People(cut(parts[0]), cut(parts[1]), cut(parts[2]), cut(parts[3])));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** "-" is no syllable at all. */
    private static String[] cut(String syllables) {
        String[] all = syllables.strip().split(" +");
        for (int i = 0; i < all.length; i++) {
            all[i] = all[i].equals("-") ? "" : all[i];
        }
        return all;
    }

    /** A given name. */
    String given() {
        People people = peoples.get(random.nextInt(peoples.size()));
        return pick(people.beginnings()) + pick(people.middles()) + pick(people.givenEnds());
    }

    /** A surname. */
    String surname() {
        People people = peoples.get(random.nextInt(peoples.size()));
        return pick(people.beginnings()) + pick(people.middles()) + pick(people.surnameEnds());
    }

    /** A medicine, a brand, a firm, a dish or a village that no list has: so that a strange word is not a person for that alone. */
    String thing() {
        People people = peoples.get(random.nextInt(peoples.size()));
        String stem = pick(people.beginnings()) + pick(people.middles());
        return switch (random.nextInt(5)) {
            case 0, 1 -> stem + pick(MEDICINES);
            case 2, 3 -> stem + pick(FIRMS);
            default -> stem + pick(people.surnameEnds());
        };
    }

    private String pick(String[] syllables) {
        return syllables[random.nextInt(syllables.length)];
    }
}
