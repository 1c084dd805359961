package health.clarion.safeguards.crisis;

import health.clarion.safeguards.rules.PhraseTrie;
import health.clarion.safeguards.rules.RuleBook;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * All signs and voices, as the files {@code rules/crisis-*.yaml} tell them, read strictly: an unknown key, rule or voice is an error that
 * names the sign. Immutable once read.
 */
final class SignBook {
    private static final List<String> FILES = List.of(
            "crisis-signs-suicide",
            "crisis-signs-harm",
            "crisis-signs-distress",
            "crisis-signs-others",
            "crisis-signs-implied",
            "crisis-voices");
    private static final List<String> LANGUAGES = List.of("en", "es", "ca");
    private static final Set<Group> MASKED = EnumSet.of(Group.SUICIDE, Group.SELF_HARM, Group.TALK);
    private static final String MASKED_LIST = "killing";
    private static final Set<String> SIGN_KEYS =
            Set.of("id", "group", "rule", "who", "past", "raised", "needs", "after", "source", "en", "es", "ca");

    private final PhraseTrie<Object> trie = new PhraseTrie<>();
    private final Map<String, List<String>> lists;
    private final RuleBook rules;
    private final List<Compound> compounds = new ArrayList<>();
    private final Set<String> words = new HashSet<>();
    private final Set<String> masked = new HashSet<>();

    private SignBook(RuleBook rules) {
        this.rules = rules;
        this.lists = new HashMap<>(rules.lists());
    }

    /** The signs that come with Clarion. */
    static SignBook standard(RuleBook rules) {
        SignBook book = new SignBook(rules);
        for (String file : FILES) {
            book.read(file);
        }
        return book;
    }

    /** All phrases: what they mean is a {@link Sign} or {@link Heard}. */
    PhraseTrie<Object> trie() {
        return trie;
    }

    /** Signs made of words that stand anywhere in a sentence. */
    List<Compound> compounds() {
        return compounds;
    }

    /** Every word of any phrase. */
    Set<String> words() {
        return words;
    }

    /** The words that people mask with asterisks: those of killing and harming oneself. */
    Set<String> masked() {
        return masked;
    }

    /** A voice in the words of one language. */
    record Heard(Voice voice, String lang) {}

    private void read(String file) {
        Map<?, ?> read = new Yaml(new SafeConstructor(new LoaderOptions())).load(words(file));
        map(read.get("lists")).forEach((name, words) -> {
            lists.put(String.valueOf(name), texts(words));
            RuleBook.addWords(texts(words), this.words);
            if (MASKED_LIST.equals(name)) {
                RuleBook.addWords(texts(words), masked);
            }
        });
        list(read.get("signs")).forEach(sign -> addSign(map(sign)));
        list(read.get("voices")).forEach(voice -> addVoice(map(voice)));
        list(read.get("compounds")).forEach(compound -> addCompound(map(compound)));
    }

    private static String words(String file) {
        String path = "/health/clarion/safeguards/rules/" + file + ".yaml";
        try (InputStream in = SignBook.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException("No file of signs " + path);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void addSign(Map<?, ?> told) {
        String id = String.valueOf(told.get("id"));
        for (Object key : told.keySet()) {
            if (!SIGN_KEYS.contains(String.valueOf(key))) {
                throw new IllegalArgumentException("Sign " + id + ": unknown key " + key);
            }
        }
        for (String lang : LANGUAGES) {
            Sign sign = new Sign(
                    id,
                    Group.of(String.valueOf(told.get("group"))),
                    lang,
                    Sign.About.of(String.valueOf(told.get("who"))),
                    rule(told.get("rule")),
                    rule(told.get("past")),
                    list(told.get("raised")).stream()
                            .map(raised -> raised(map(raised)))
                            .toList(),
                    Sign.Needs.of(told.get("needs")),
                    bits(list(told.get("after"))),
                    String.valueOf(told.get("source")));
            texts(told.get(lang)).forEach(phrase -> trie.add(phrase, lists, sign));
            RuleBook.addWords(texts(told.get(lang)), words);
            if (MASKED.contains(sign.group())) {
                RuleBook.addWords(texts(told.get(lang)), masked);
            }
        }
    }

    private void addCompound(Map<?, ?> told) {
        Sign sign = new Sign(
                String.valueOf(told.get("id")),
                Group.of(String.valueOf(told.get("group"))),
                "en",
                Sign.About.NEAR,
                rule(told.get("rule")),
                null,
                List.of(),
                Sign.Needs.NOTHING,
                0,
                String.valueOf(told.get("source")));
        boolean now = rules.rule(String.valueOf(told.get("rule"))).level() > 3;
        String ofSomebody = rules.rule(now ? "crisis/someone-else-now" : "crisis/someone-else-plan")
                .id();
        compounds.add(new Compound(sign, ofSomebody, bits(list(told.get("all")))));
    }

    private void addVoice(Map<?, ?> told) {
        Voice voice = Voice.of(String.valueOf(told.get("id")));
        for (String lang : LANGUAGES) {
            Heard heard = new Heard(voice, lang);
            texts(told.get(lang)).forEach(phrase -> trie.add(phrase, lists, heard));
            RuleBook.addWords(texts(told.get(lang)), words);
        }
    }

    private Sign.Raised raised(Map<?, ?> told) {
        String rule = rule(told.get("rule"));
        if (rule == null) {
            throw new IllegalArgumentException("A raised sign needs a rule: " + told);
        }
        return new Sign.Raised(voice(told.get("before")), voice(told.get("near")), rule);
    }

    private static long bits(List<?> voices) {
        long bits = 0;
        for (Object voice : voices) {
            bits |= Voice.of(String.valueOf(voice)).bit();
        }
        return bits;
    }

    private static @Nullable Voice voice(@Nullable Object told) {
        return told == null ? null : Voice.of(String.valueOf(told));
    }

    private @Nullable String rule(@Nullable Object told) {
        return told == null ? null : rules.rule(String.valueOf(told)).id();
    }

    private static Map<?, ?> map(@Nullable Object value) {
        return value instanceof Map<?, ?> map ? map : Map.of();
    }

    private static List<?> list(@Nullable Object value) {
        return value instanceof List<?> list ? list : List.of();
    }

    private static List<String> texts(@Nullable Object value) {
        List<String> texts = new ArrayList<>();
        list(value).forEach(text -> texts.add(String.valueOf(text)));
        return texts;
    }
}
