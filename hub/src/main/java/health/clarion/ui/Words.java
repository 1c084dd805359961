package health.clarion.ui;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Every word of the interface, from {@code messages/<module>[_es|_ca].properties}. A key starts with its module's name.
 *
 * <p>A key that is missing in Spanish or Catalan is shown in English; one missing everywhere is shown as itself. Both
 * are mistakes that a test finds.
 */
@Component
public class Words {

    /** The languages of the interface; the first is the one others fall back to. */
    public static final List<Locale> LANGUAGES =
            List.of(Locale.ENGLISH, Locale.forLanguageTag("es"), Locale.forLanguageTag("ca"));

    private final Map<String, Map<String, String>> byLanguage = new HashMap<>();
    private final Map<String, MessageFormat> formats = new ConcurrentHashMap<>();

    Words() throws IOException {
        for (Locale language : LANGUAGES) {
            byLanguage.put(language.getLanguage(), load(language));
        }
    }

    /** The words for {@code key}, with {@code {0}}, {@code {1,number}} … filled in as {@link MessageFormat} does. */
    public String of(Locale locale, String key, Object... arguments) {
        String pattern = pattern(locale, key);
        if (arguments.length == 0 && pattern.indexOf('{') < 0) {
            return pattern.replace("''", "'");
        }
        MessageFormat format =
                formats.computeIfAbsent(locale.toLanguageTag() + ' ' + key, k -> new MessageFormat(pattern, locale));
        synchronized (format) {
            return format.format(arguments);
        }
    }

    /** Whether some language has words for this key. */
    public boolean has(String key) {
        return of("en").containsKey(key);
    }

    /** All keys of one language, for the test that compares them. */
    public Set<String> keys(Locale language) {
        return of(language.getLanguage()).keySet();
    }

    /** The closest language of the interface to the one asked for; English when none is close. */
    public static Locale closest(Locale asked) {
        return LANGUAGES.stream()
                .filter(language -> language.getLanguage().equals(asked.getLanguage()))
                .findFirst()
                .orElse(Locale.ENGLISH);
    }

    private String pattern(Locale locale, String key) {
        String own = of(locale.getLanguage()).get(key);
        return own != null ? own : of("en").getOrDefault(key, key);
    }

    private Map<String, String> of(String language) {
        return byLanguage.getOrDefault(language, Map.of());
    }

    private static Map<String, String> load(Locale language) throws IOException {
        String suffix = language.equals(Locale.ENGLISH) ? "" : "_" + language.getLanguage();
        Map<String, String> words = new TreeMap<>();
        Resource[] files = new PathMatchingResourcePatternResolver().getResources("classpath*:messages/*.properties");
        for (Resource file : List.of(files).stream()
                .sorted(Comparator.comparing(r -> String.valueOf(r.getFilename())))
                .toList()) {
            String name = String.valueOf(file.getFilename()).replace(".properties", "");
            boolean plain = !name.contains("_");
            if (suffix.isEmpty() ? plain : name.endsWith(suffix)) {
                read(file).forEach((key, value) -> words.put((String) key, (String) value));
            }
        }
        return Map.copyOf(words);
    }

    private static Properties read(Resource file) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        return properties;
    }
}
