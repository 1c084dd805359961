package health.clarion.evaluation;

import health.clarion.safeguards.Span;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** The texts that the model of names learns from. */
final class NameTexts {
    private static final Set<String> ASQ_OTHERS = Set.of("GEOGRAPHIC_LOCATION");

    private NameTexts() {}

    static List<TrainNames.Text> all(Path data) {
        List<TrainNames.Text> texts = new ArrayList<>();
        for (JsonNode row : new Folder(data.resolve("pii/wnut17_names")).rows(Part.TUNE)) {
            if (System.getProperty("dev") != null && Math.floorMod(row.get("id").asString().hashCode() * 31, 5) == 0) {
                continue;
            }
            texts.add(text(row, Set.of("person"), Set.of("location", "group", "corporation", "product", "creative-work")));
        }
        return texts;
    }

    private static TrainNames.Text text(JsonNode row, Set<String> people, Set<String> others) {
        List<Span> names = new ArrayList<>();
        List<Span> things = new ArrayList<>();
        for (JsonNode span : row.get("spans")) {
            if (span.get("start").isNumber()) {
                Span where = new Span(span.get("start").asInt(), span.get("end").asInt());
                String label = span.get("label").asString();
                if (people.contains(label)) {
                    names.add(where);
                } else if (others.contains(label)) {
                    things.add(where);
                }
            }
        }
        return new TrainNames.Text(row.get("text").asString(), names, things, 1);
    }
}
