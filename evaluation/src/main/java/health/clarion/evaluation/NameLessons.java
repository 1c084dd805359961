package health.clarion.evaluation;

import health.clarion.safeguards.Span;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** All that the model of names learns from, in a fixed order: our own texts, and the part to tune on of data with free terms. */
final class NameLessons {
    private static final Set<String> TITLES =
            Set.of("Dr.", "Dr", "Mr.", "Mr", "Mrs.", "Mrs", "Ms.", "Ms", "Prof.", "Prof", "Professor", "Nurse");

    private final List<TrainNames.Text> texts = new ArrayList<>();
    private final NameTexts ours = new NameTexts();

    /** The lessons of our own texts and of the three sets in a folder of data. */
    static List<TrainNames.Text> of(Path data) {
        NameLessons lessons = new NameLessons();
        lessons.texts.addAll(lessons.ours.all());
        lessons.wnut(new Folder(data.resolve("pii/wnut17_names")));
        lessons.asq(new Folder(data.resolve("pii/asq_phi")));
        lessons.presidio(new Folder(data.resolve("pii/presidio_synth_v2")));
        return lessons.texts;
    }

    private void wnut(Folder folder) {
        Set<String> others = Set.of("location", "group", "corporation", "product", "creative-work");
        for (JsonNode row : folder.rows(Part.TUNE)) {
            texts.add(
                    new TrainNames.Text(row.get("text").asString(), spans(row, Set.of("person")), spans(row, others)));
        }
    }

    private void asq(Folder folder) {
        for (JsonNode row : folder.rows(Part.TUNE)) {
            String text = row.get("text").asString();
            List<Span> names = spans(row, Set.of("NAME")).stream()
                    .map(name -> withoutTitle(text, name))
                    .toList();
            texts.add(new TrainNames.Text(text, names, spans(row, Set.of("GEOGRAPHIC_LOCATION"))));
        }
    }

    private static Span withoutTitle(String text, Span name) {
        int space = text.indexOf(' ', name.start());
        boolean titled = space > 0 && space < name.end() && TITLES.contains(text.substring(name.start(), space));
        return titled ? new Span(space + 1, name.end()) : name;
    }

    /** The names of this set come from a generator whose terms are uncertain: ours take their place. */
    private void presidio(Folder folder) {
        Set<String> others = Set.of("GPE", "ORGANIZATION", "STREET_ADDRESS", "NRP");
        for (JsonNode row : folder.rows()) {
            if (Part.of(row.get("template_id").asString()) == Part.TUNE) {
                texts.add(masked(row.get("text").asString(), spans(row, Set.of("PERSON")), spans(row, others)));
            }
        }
    }

    private TrainNames.Text masked(String text, List<Span> names, List<Span> others) {
        StringBuilder masked = new StringBuilder();
        List<Span> ourNames = new ArrayList<>();
        List<Span> shifted = new ArrayList<>();
        int at = 0;
        List<Span> all = new ArrayList<>(names);
        all.addAll(others);
        all.sort(Comparator.comparingInt(Span::start));
        for (Span span : all) {
            if (span.start() < at) {
                continue;
            }
            masked.append(text, at, span.start());
            int start = masked.length();
            String words = text.substring(span.start(), span.end());
            boolean person = names.contains(span);
            masked.append(person ? ours.nameLike(words, "en") : words);
            (person ? ourNames : shifted).add(new Span(start, masked.length()));
            at = span.end();
        }
        masked.append(text.substring(at));
        return new TrainNames.Text(masked.toString(), ourNames, shifted);
    }

    private static List<Span> spans(JsonNode row, Set<String> labels) {
        List<Span> spans = new ArrayList<>();
        for (JsonNode span : row.get("spans")) {
            if (span.get("start").isNumber()
                    && labels.contains(span.get("label").asString())) {
                spans.add(new Span(span.get("start").asInt(), span.get("end").asInt()));
            }
        }
        return spans;
    }
}
