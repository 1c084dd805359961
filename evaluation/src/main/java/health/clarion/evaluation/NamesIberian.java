package health.clarion.evaluation;

import health.clarion.safeguards.Span;
import health.clarion.safeguards.privacy.names.Found;
import health.clarion.safeguards.privacy.names.Names;
import health.clarion.safeguards.text.Passage;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.ToDoubleFunction;

/**
 * Names in Spanish and Catalan running text: sixty sentences of each written for Clarion about invented people, two thirds with names.
 * Nothing was learned from them and nothing tuned on them; they are few, so the intervals are wide.
 */
record NamesIberian(String name, String folder) implements Task {
    private static final String SENTENCES = "/health/clarion/evaluation/names/sentences-%s.txt";

    /** How many names a sentence has, how many were told, and how many of those to the letter. */
    private record Told(int names, int told, int exact) {
        static Told of(String line) {
            StringBuilder text = new StringBuilder();
            List<Span> names = new ArrayList<>();
            int start = 0;
            for (int i = 0; i < line.length(); i++) {
                char c = line.charAt(i);
                if (c == '{') {
                    start = text.length();
                } else if (c == '}') {
                    names.add(new Span(start, text.length()));
                } else {
                    text.append(c);
                }
            }
            List<Span> told = Names.in(Passage.of(text.toString()), Names.Mode.STANDARD).stream()
                    .map(Found::name)
                    .toList();
            return new Told(names.size(), told.size(), (int)
                    told.stream().filter(names::contains).count());
        }
    }

    @Override
    public List<Figure> measure(Folder folder) {
        List<Figure> figures = new ArrayList<>();
        for (String language : List.of("es", "ca")) {
            List<Told> sentences = lines(language).stream().map(Told::of).toList();
            String of = language.equals("es") ? ", Spanish" : ", Catalan";
            figures.add(figure("recall of exact spans" + of, sentences, Told::names));
            figures.add(figure("precision of exact spans" + of, sentences, Told::told));
        }
        return figures;
    }

    private Figure figure(String formula, List<Told> sentences, ToDoubleFunction<Told> all) {
        Measured measured = Measured.of(sentences.size(), choice -> {
            double exact = 0;
            double of = 0;
            for (int sentence : choice) {
                exact += sentences.get(sentence).exact();
                of += all.applyAsDouble(sentences.get(sentence));
            }
            return of == 0 ? 1 : exact / of;
        });
        return Figure.of(this, formula, null, measured);
    }

    private static List<String> lines(String language) {
        try (BufferedReader in = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(NamesIberian.class.getResourceAsStream(SENTENCES.formatted(language))),
                StandardCharsets.UTF_8))) {
            return in.lines().filter(line -> !line.startsWith("#")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
