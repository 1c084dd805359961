package health.clarion.inbox;

import health.clarion.safeguards.Category;
import health.clarion.safeguards.Draft;
import health.clarion.safeguards.Effort;
import health.clarion.safeguards.Kind;
import health.clarion.safeguards.Knowledge;
import health.clarion.safeguards.Report;
import health.clarion.safeguards.Safeguards;
import health.clarion.safeguards.Severity;
import java.util.List;
import org.springframework.stereotype.Component;

/** How urgent somebody's words are. Networks don't say in which language people answer, so each of ours is tried. */
@Component
class Triage {

    private static final List<String> LANGUAGES = List.of("en", "es", "ca");

    private final Safeguards safeguards = Safeguards.standard(Effort.NAMES);

    /**
     * @param crisis the highest level any language gives
     * @param personal whether anything in it could identify a person
     */
    record Look(int crisis, boolean personal) {}

    Look look(String text) {
        int crisis = 0;
        boolean personal = false;
        for (String language : LANGUAGES) {
            Report report =
                    safeguards.check(Draft.of(text).withKind(Kind.MEMBER).withLang(language), Knowledge.empty());
            crisis = Math.max(crisis, report.crisis().level());
            personal |= report.of(Category.PRIVACY).stream().anyMatch(finding -> finding.severity() != Severity.NOTE);
        }
        return new Look(crisis, personal);
    }
}
