package health.clarion.safeguards.rules;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * A place in a file of rules or signs, read strictly: it knows its name, and whatever is not as it must be is an
 * {@link IllegalArgumentException} that tells it.
 *
 * @param where the file, the rule or the sign
 * @param value what stands there, null when nothing does
 */
public record Node(String where, @Nullable Object value) {
    private static final Set<String> LANGUAGES =
            Wording.LOCALES.stream().map(Locale::getLanguage).collect(Collectors.toUnmodifiableSet());
    private static final Set<String> SOURCE_KEYS = Set.of("cite", "seen");

    /** Reads {@code rules/NAME.yaml} beside this module's classes. */
    public static Node read(String name) {
        String path = "/health/clarion/safeguards/rules/" + name + ".yaml";
        try (InputStream in = Node.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException("No rule file " + path);
            }
            return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8), name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads the words of a file, which is called name; a key that is told twice is an error. */
    public static Node parse(String yaml, String name) {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        try {
            return new Node(name, new Yaml(new SafeConstructor(options)).load(yaml));
        } catch (YAMLException e) {
            throw new IllegalArgumentException(name + ": " + e.getMessage(), e);
        }
    }

    /** The same place under another name. */
    public Node named(String name) {
        return new Node(name, value);
    }

    /** What stands under a key; its value is null when nothing does. */
    public Node at(String key) {
        return new Node(where + " " + key, value instanceof Map<?, ?> map ? map.get(key) : null);
    }

    /** Its keys in order; none where it has no keys and values. */
    public List<String> keys() {
        return value instanceof Map<?, ?> map
                ? map.keySet().stream().map(String::valueOf).toList()
                : List.of();
    }

    /** Makes sure that it has keys and values, and no other keys than these. */
    public void allow(Set<String> allowed) {
        if (!(value instanceof Map<?, ?>)) {
            throw wrong("needs keys and values");
        }
        for (String key : keys()) {
            if (!allowed.contains(key)) {
                throw wrong("unknown key " + key);
            }
        }
    }

    /** The items of a list; what stands alone is one item, and nothing is none. */
    public List<Node> nodes() {
        return switch (value) {
            case null -> List.of();
            case List<?> list ->
                list.stream().map(item -> new Node(where, item)).toList();
            default -> List.of(this);
        };
    }

    /** The items of a list of words. */
    public List<String> texts() {
        return nodes().stream().map(Node::text).toList();
    }

    /** The words that must stand here. */
    public String text() {
        if (value == null || value instanceof Map<?, ?> || value instanceof List<?>) {
            throw wrong("needs words");
        }
        return String.valueOf(value);
    }

    /** The constant whose name must stand here, in small letters with dashes. */
    public <E extends Enum<E>> E oneOf(Class<E> constants) {
        String name = text().toUpperCase(Locale.ROOT).replace('-', '_');
        for (E constant : constants.getEnumConstants()) {
            if (constant.name().equals(name)) {
                return constant;
            }
        }
        throw wrong("unknown " + text());
    }

    /** A source: its words, or its words and the day it was opened. */
    Source source() {
        if (!(value instanceof Map<?, ?>)) {
            return new Source(text(), null);
        }
        allow(SOURCE_KEYS);
        if (!(at("seen").value() instanceof Date seen)) {
            throw wrong("seen needs a day");
        }
        return new Source(
                at("cite").text(), seen.toInstant().atZone(ZoneOffset.UTC).toLocalDate());
    }

    @Nullable
    String textOrNull() {
        return value == null ? null : text();
    }

    String textOr(String otherwise) {
        return value == null ? otherwise : text();
    }

    /** The same words in every language of the house, so that none is forgotten; nothing at all is nothing. */
    Map<String, String> inEveryLanguage() {
        if (value == null) {
            return Map.of();
        }
        allow(LANGUAGES);
        Map<String, String> words = new LinkedHashMap<>();
        LANGUAGES.forEach(language -> words.put(language, at(language).text()));
        return Map.copyOf(words);
    }

    /** Words by key; words that stand alone are under the usual key. */
    Map<String, String> textsBy(String usual) {
        if (!(value instanceof Map<?, ?>)) {
            return value == null ? Map.of() : Map.of(usual, text());
        }
        Map<String, String> texts = new LinkedHashMap<>();
        keys().forEach(key -> texts.put(key, at(key).text()));
        return texts;
    }

    int number(int otherwise) {
        return value == null ? otherwise : Integer.parseInt(text());
    }

    boolean isTrue() {
        return Boolean.TRUE.equals(value);
    }

    /** What is wrong here, to be thrown. */
    public IllegalArgumentException wrong(String what) {
        return new IllegalArgumentException(where + ": " + what);
    }
}
