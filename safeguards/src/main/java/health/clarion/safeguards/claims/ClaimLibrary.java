package health.clarion.safeguards.claims;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The claims that come with Clarion, dated by the day their source was opened, in English, Spanish and Catalan, each with what a public-health source says of it. */
public final class ClaimLibrary {
    private static final String FILE = "/health/clarion/safeguards/claims-library.yaml";
    private static final List<String> LANGUAGES = List.of("en", "es", "ca");
    private static final List<String> OTHERS = List.of("es", "ca");

    /** The verdicts of the library in its other languages. */
    private static final Map<String, String> VERDICTS = Map.of(
            "false es", "falso",
            "false ca", "fals",
            "true es", "cierto",
            "true ca", "cert",
            "misleading es", "engañoso",
            "misleading ca", "enganyós",
            "mixed es", "cierto en parte",
            "mixed ca", "cert en part");

    private static final Map<String, KnownClaims> KNOWN = new ConcurrentHashMap<>();

    private ClaimLibrary() {}

    /** All of them, read at the first call. A claim has one id in all languages, with the language behind it where it is not English. */
    public static List<FactCheck> checks() {
        return Read.CHECKS;
    }

    /**
     * All of them made ready, one set a language, at the first call. What the English ones mean is looked at when a text is first compared
     * by its meaning: about half a second. Not while a class is being loaded: other threads help, and they would wait for that class.
     */
    public static List<KnownClaims> known() {
        return LANGUAGES.stream().map(ClaimLibrary::ready).toList();
    }

    /** Those of one language alone, two letters; none where the library doesn't speak it. */
    public static List<KnownClaims> known(String language) {
        return LANGUAGES.contains(language) ? List.of(ready(language)) : List.of();
    }

    private static KnownClaims ready(String language) {
        return KNOWN.computeIfAbsent(language, spoken -> KnownClaims.whenAsked(spoken, Read.CHECKS, done -> {}));
    }

    private static final class Read {
        static final List<FactCheck> CHECKS = read();
    }

    private static List<FactCheck> read() {
        try (InputStream in = Objects.requireNonNull(ClaimLibrary.class.getResourceAsStream(FILE))) {
            Object file = new Yaml(new SafeConstructor(new LoaderOptions()))
                    .load(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            List<FactCheck> checks = new ArrayList<>();
            if (file instanceof Map<?, ?> keys && keys.get("claims") instanceof List<?> claims) {
                claims.forEach(claim -> add((Map<?, ?>) claim, checks));
            }
            return List.copyOf(checks);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Adds a claim in each of its languages, when its source was opened: nobody is told what no one has read. */
    private static void add(Map<?, ?> entry, List<FactCheck> checks) {
        if (entry.get("seen") == null) {
            return;
        }
        FactCheck check = FactCheck.of(text(entry, "id"), text(entry, "claim"))
                .withTitle("", text(entry, "because"))
                .withDate(text(entry, "seen"))
                .withVerdict(text(entry, "verdict"), text(entry, "publisher"), text(entry, "source"));
        checks.add(check);
        for (String language : OTHERS) {
            if (entry.get(language) != null) {
                String verdict = VERDICTS.getOrDefault(check.verdict() + " " + language, check.verdict());
                checks.add(check.said(text(entry, language), language)
                        .withVerdict(verdict, check.publisher(), check.source()));
            }
        }
    }

    private static String text(Map<?, ?> entry, String key) {
        @Nullable Object value = entry.get(key);
        if (value == null) {
            throw new IllegalArgumentException(entry.get("id") + ": " + key + " is missing");
        }
        return value instanceof java.util.Date day ? day.toInstant().toString() : value.toString();
    }
}
