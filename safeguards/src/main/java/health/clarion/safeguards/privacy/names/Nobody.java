package health.clarion.safeguards.privacy.names;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Words that hold a name and mean no person: Parkinson's disease, Johns Hopkins, U.S. Immutable.
 *
 * @param phrases by their first token, each as its further tokens
 * @param eponyms surnames that are mostly the name of an illness or a test
 * @param acronyms initials of something else than a person
 */
record Nobody(Map<String, List<List<String>>> phrases, Set<String> eponyms, Set<String> acronyms) {
    private static final String FILE = "/health/clarion/safeguards/names/nobody.txt";

    /** The list that comes with Clarion, read at the first call and shared. */
    static Nobody standard() {
        return Standard.NOBODY;
    }

    private static final class Standard {
        static final Nobody NOBODY = read();
    }

    private static Nobody read() {
        Map<String, List<List<String>>> phrases = new HashMap<>();
        Set<String> eponyms = new HashSet<>();
        Set<String> acronyms = new HashSet<>();
        try (InputStream in = Objects.requireNonNull(Nobody.class.getResourceAsStream(FILE));
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            String part = "";
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("[")) {
                    part = line;
                } else if (!line.isBlank() && !line.startsWith("#")) {
                    switch (part) {
                        case "[eponyms]" -> eponyms.add(line);
                        case "[acronyms]" -> acronyms.add(line);
                        default -> {
                            List<String> words = words(line);
                            phrases.computeIfAbsent(words.getFirst(), first -> new ArrayList<>())
                                    .add(words.subList(1, words.size()));
                        }
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Nobody(Map.copyOf(phrases), Set.copyOf(eponyms), Set.copyOf(acronyms));
    }

    /** Cut as {@link Tokens} cuts texts. */
    private static List<String> words(String phrase) {
        List<String> words = new ArrayList<>();
        for (String word : phrase.split(" ")) {
            boolean possessive = word.endsWith("'s") && word.length() > 2;
            words.add(possessive ? word.substring(0, word.length() - 2) : word);
            if (possessive) {
                words.add("'s");
            }
        }
        return words;
    }

    /** One past the phrase that starts at a token, or that token when none does. */
    int endOfPhrase(Tokens tokens, int at) {
        int end = at;
        for (List<String> rest : phrases.getOrDefault(tokens.word(at), List.of())) {
            int length = 0;
            while (length < rest.size() && tokens.word(at + 1 + length).equals(rest.get(length))) {
                length++;
            }
            if (length == rest.size()) {
                end = Math.max(end, at + 1 + length);
            }
        }
        return end;
    }
}
