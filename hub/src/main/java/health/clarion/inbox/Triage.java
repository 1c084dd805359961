package health.clarion.inbox;

import health.clarion.safeguards.Category;
import health.clarion.safeguards.Draft;
import health.clarion.safeguards.Effort;
import health.clarion.safeguards.Kind;
import health.clarion.safeguards.Knowledge;
import health.clarion.safeguards.Report;
import health.clarion.safeguards.Safeguards;
import health.clarion.safeguards.Severity;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * How urgent somebody's words are, and why. Networks don't say in which language people answer, so each of ours is tried: the gravest
 * reading tells of danger, and what any of them takes for a person's details counts.
 */
@Component
public class Triage {

    private static final List<String> LANGUAGES = List.of("en", "es", "ca");

    private final Safeguards safeguards = Safeguards.standard(Effort.NAMES);

    /**
     * @param crisis the highest level any language gives
     * @param personal whether anything in it could identify a person
     */
    record Look(int crisis, boolean personal) {}

    Look look(String text) {
        Map<String, Report> reports = reports(text, Locale.ENGLISH);
        return new Look(gravest(reports).crisis().level(), identifiedIn(reports) != null);
    }

    /** What stands out in these words by today's rules, told to a reader. */
    public Noticed noticed(String text, Locale reader) {
        Map<String, Report> reports = reports(text, reader);
        Report gravest = gravest(reports);
        String language = identifiedIn(reports);
        return Noticed.of(
                text,
                gravest.crisis(),
                gravest.crisis().level() > 0 ? gravest.of(Category.CRISIS) : List.of(),
                language == null
                        ? null
                        : safeguards.redact(text, language, Knowledge.empty()).text());
    }

    private Map<String, Report> reports(String text, Locale reader) {
        Map<String, Report> reports = new LinkedHashMap<>();
        for (String language : LANGUAGES) {
            Draft draft = Draft.of(text).withKind(Kind.MEMBER).withLang(language);
            reports.put(language, safeguards.check(draft, Knowledge.empty(), reader));
        }
        return reports;
    }

    private static Report gravest(Map<String, Report> reports) {
        Report gravest = Objects.requireNonNull(reports.get(LANGUAGES.getFirst()));
        for (Report report : reports.values()) {
            gravest = report.crisis().level() > gravest.crisis().level() ? report : gravest;
        }
        return gravest;
    }

    /** The language in whose reading most identifies a person; null when nothing does in any. */
    private static @Nullable String identifiedIn(Map<String, Report> reports) {
        String language = null;
        long most = 0;
        for (Map.Entry<String, Report> one : reports.entrySet()) {
            long identifying = identifying(one.getValue());
            if (identifying > most) {
                language = one.getKey();
                most = identifying;
            }
        }
        return language;
    }

    private static long identifying(Report report) {
        return report.of(Category.PRIVACY).stream()
                .filter(finding -> finding.severity() != Severity.NOTE)
                .count();
    }
}
