package health.clarion.posts;

import health.clarion.networks.Network;
import health.clarion.safeguards.Finding;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Tells what was found when a post was handed in, in the language of whoever reads it. What was found never changes: only
 * its words are taken from another look at the same text.
 */
@Component
class Retelling {

    private final Checks checks;
    private final Surroundings surroundings;

    Retelling(Checks checks, Surroundings surroundings) {
        this.checks = checks;
        this.surroundings = surroundings;
    }

    /** Where a rule spoke; the same in every language. */
    private record Place(@Nullable Network network, String rule, int start, int end) {

        static Place of(NetworkFinding found) {
            Finding finding = found.finding();
            return new Place(found.network(), finding.rule(), finding.start(), finding.end());
        }
    }

    ReportSummary of(ReportSummary kept, Post post, Content content, Locale reader) {
        if (reader.getLanguage().equals(HandingIn.KEPT_IN.getLanguage())
                || kept.findings().isEmpty()) {
            return kept;
        }
        Map<Place, Finding> told = new HashMap<>();
        checks.look(content, surroundings.setting(post.campaign()), reader)
                .findings()
                .forEach(found -> told.putIfAbsent(Place.of(found), found.finding()));
        return new ReportSummary(
                kept.findings().stream()
                        .map(found -> retold(found, told.get(Place.of(found))))
                        .toList(),
                kept.topics(),
                kept.crisisLevel(),
                kept.readingAge(),
                kept.readingFor(),
                kept.crisis());
    }

    private static NetworkFinding retold(NetworkFinding kept, @Nullable Finding told) {
        return told == null
                ? kept
                : new NetworkFinding(
                        kept.network(), kept.words(), kept.finding().toldAs(told), kept.reason());
    }
}
