package health.clarion.safeguards.rules;

import health.clarion.safeguards.Category;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What rules say to people, in every language of the house, loaded once. A place {@code {0}} holds the words a finding is about,
 * {@code {1}} and on what the rule measured.
 */
public final class Wording {
    /** The languages people may choose; the first one serves all others. */
    public static final List<Locale> LOCALES = List.of(Locale.ENGLISH, Locale.of("es"), Locale.of("ca"));

    /** A bundle for what all share, then one for each category whose rules don't carry their words themselves. */
    static final List<String> BUNDLES = Stream.concat(
                    Stream.of("safeguards"),
                    Stream.of(Category.PRIVACY, Category.CRISIS, Category.CLAIMS, Category.READING)
                            .map(Category::id))
            .map(name -> "health.clarion.safeguards.messages." + name)
            .toList();

    private static final ResourceBundle.Control EXACT =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private final Map<String, Map<String, String>> byLanguage = new HashMap<>();

    /** Words of the message files and of the rules themselves; a rule that carries its own words needs no others. */
    public Wording(RuleBook book) {
        this();
        for (Rule rule : book.all()) {
            rule.message().forEach((language, words) -> add(language, rule.id(), words));
            rule.advice().forEach((language, words) -> add(language, rule.id() + ".do", words));
        }
    }

    /** Words of the message files alone. */
    Wording() {
        for (Locale locale : LOCALES) {
            Locale file = locale.equals(Locale.ENGLISH) ? Locale.ROOT : locale;
            Map<String, String> words = new HashMap<>();
            for (String name : BUNDLES) {
                ResourceBundle bundle = ResourceBundle.getBundle(name, file, EXACT);
                bundle.keySet().forEach(key -> words.put(key, bundle.getString(key)));
            }
            byLanguage.put(locale.getLanguage(), words);
        }
    }

    /** The words of a key, or null when nothing is said under it. */
    public @Nullable String find(Locale locale, String key, List<String> args) {
        String words = words(locale).get(key);
        return words == null ? null : filled(words, args);
    }

    /**
     * The words of a key.
     *
     * @throws IllegalArgumentException when there are none
     */
    public String of(Locale locale, String key, List<String> args) {
        String words = find(locale, key, args);
        if (words == null) {
            throw new IllegalArgumentException("Nothing is said under " + key);
        }
        return words;
    }

    private void add(String language, String key, String words) {
        Map<String, String> known = Objects.requireNonNull(byLanguage.get(language));
        if (known.put(key, words) != null) {
            throw new IllegalArgumentException("Said in the rule and in a message file: " + key);
        }
    }

    private Map<String, String> words(Locale locale) {
        Map<String, String> words = byLanguage.get(locale.getLanguage());
        return words != null ? words : Objects.requireNonNull(byLanguage.get("en"));
    }

    private static String filled(String words, List<String> args) {
        if (words.indexOf('{') < 0) {
            return words;
        }
        StringBuilder filled = new StringBuilder(words.length() + 40);
        for (int i = 0; i < words.length(); i++) {
            int number = i + 2 < words.length() && words.charAt(i) == '{' && words.charAt(i + 2) == '}'
                    ? words.charAt(i + 1) - '0'
                    : -1;
            if (number >= 0 && number < args.size()) {
                filled.append(args.get(number));
                i += 2;
            } else {
                filled.append(words.charAt(i));
            }
        }
        return filled.toString();
    }
}
