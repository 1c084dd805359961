package health.clarion.evaluation;

import health.clarion.safeguards.Crisis;
import health.clarion.safeguards.Draft;
import health.clarion.safeguards.Effort;
import health.clarion.safeguards.Kind;
import health.clarion.safeguards.Knowledge;
import health.clarion.safeguards.Safeguards;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * Sentences of our own in each language: the share heard of those that must raise an alarm, and the share silent of those that must not.
 * The rules have learnt from the lists under <i>tune</i>; the list under <i>confirm</i> was written last and no rule was changed after it.
 */
record CrisisSentences(String name, String folder) implements Task {
    private static final List<String> LEARNT = List.of("challenge", "second", "third", "fourth");
    private static final List<String> UNSEEN = List.of("fifth");
    private static final Map<String, String> LANGUAGES = Map.of("en", "English", "es", "Spanish", "ca", "Catalan");

    @Override
    public boolean bringsItsRows() {
        return true;
    }

    @Override
    public List<Figure> measure(Folder folder) {
        List<Figure> figures = new ArrayList<>();
        for (String lang : List.of("en", "es", "ca")) {
            figures.add(figure(lang, "alarm", "heard of those that must raise an alarm"));
            figures.add(figure(lang, "silent", "silent of those that must raise none"));
        }
        return figures;
    }

    private Figure figure(String lang, String must, String share) {
        return Figure.of(
                this,
                LANGUAGES.get(lang) + ", share " + share,
                asTheyMust(LEARNT, lang, must),
                asTheyMust(UNSEEN, lang, must));
    }

    private static Measured asTheyMust(List<String> lists, String lang, String must) {
        List<Double> values = new ArrayList<>();
        for (String list : lists) {
            sentences(list, lang, must).forEach((group, texts) -> {
                for (String text : texts) {
                    values.add(isAlarm(text, lang, group) == must.equals("alarm") ? 1.0 : 0.0);
                }
            });
        }
        return Measured.mean(values.stream().mapToDouble(Double::doubleValue).toArray());
    }

    private static boolean isAlarm(String text, String lang, String group) {
        Draft draft = Draft.of(text.replace("\\u200B", "\u200B"))
                .withLang(lang)
                .withKind(group.equals("staff") ? Kind.STAFF : Kind.MEMBER);
        Crisis crisis = Safeguards.standard(Effort.RULES)
                .check(draft, Knowledge.empty())
                .crisis();
        return crisis.alarm();
    }

    private static Map<String, List<String>> sentences(String list, String lang, String must) {
        String path = "/health/clarion/safeguards/crisis/" + list + ".yaml";
        try (InputStream in = CrisisSentences.class.getResourceAsStream(path)) {
            String text = new String(Objects.requireNonNull(in, path).readAllBytes(), StandardCharsets.UTF_8);
            Map<String, Map<String, Map<String, List<String>>>> all =
                    new Yaml(new SafeConstructor(new LoaderOptions())).load(text);
            return Objects.requireNonNull(all.get(lang)).getOrDefault(must, Map.of());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
