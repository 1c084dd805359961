package health.clarion.proof;

import health.clarion.rig.CreationLog;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * What really happened, as the servers' own logs say: each part of each post carries a mark of its own, so that the
 * number of times a mark was created on a server is the number of times it was published there.
 */
final class Judgement {

    private static final Pattern MARK = Pattern.compile("mark-\\d+-\\d+");

    private Judgement() {}

    /** How often each mark was created on one server. */
    static Map<String, Integer> created(Path log) {
        Map<String, Integer> counts = new HashMap<>();
        for (JsonNode line : CreationLog.read(log)) {
            Matcher mark = MARK.matcher(line.toString());
            if (mark.find()) {
                counts.merge(mark.group(), 1, Integer::sum);
            }
        }
        return counts;
    }

    /** Marks that were created more than once. */
    static List<String> duplicates(Map<String, Integer> created) {
        List<String> twice = new ArrayList<>();
        created.forEach((mark, times) -> {
            if (times > 1) {
                twice.add(mark + " ×" + times);
            }
        });
        return twice;
    }
}
