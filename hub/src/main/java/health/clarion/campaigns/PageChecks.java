package health.clarion.campaigns;

import health.clarion.safeguards.Draft;
import health.clarion.safeguards.Finding;
import health.clarion.safeguards.Knowledge;
import health.clarion.safeguards.Safeguards;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Looks at the words of a campaign's page before the public does, with the same safeguards as posts. */
@Component
public class PageChecks {

    private final Safeguards safeguards = Safeguards.standard();

    /** What is found, in the order of the page; messages in the reader's language. */
    public List<PageFinding> findings(Brief brief, Locale reader) {
        return parts(brief).entrySet().stream()
                .filter(part -> !part.getValue().isBlank())
                .flatMap(part ->
                        safeguards.check(draft(brief, part.getValue()), Knowledge.empty(), reader).findings().stream()
                                .map(finding ->
                                        new PageFinding(part.getKey(), words(part.getValue(), finding), finding)))
                .toList();
    }

    /** What keeps the page from being public. */
    List<PageFinding> blocking(Brief brief) {
        return findings(brief, Locale.ENGLISH).stream()
                .filter(PageFinding::blocks)
                .toList();
    }

    private static Map<String, String> parts(Brief brief) {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("title", brief.title());
        parts.put("change", brief.change());
        parts.put("story", brief.story());
        parts.put("ask", brief.ask());
        parts.put("actions", brief.actions().stream().map(Action::words).collect(Collectors.joining("\n")));
        return parts;
    }

    // Written for the youngest reader of all audiences, in the language the first of them reads.
    private static Draft draft(Brief brief, String text) {
        String language = brief.audiences().stream()
                .flatMap(audience -> audience.languages().stream())
                .findFirst()
                .orElse("en");
        OptionalInt age =
                brief.audiences().stream().mapToInt(Audience::readingAge).min();
        Draft draft = Draft.of(text).withLang(language);
        return age.isPresent() ? draft.withAudienceReadingAge(age.getAsInt()) : draft;
    }

    private static String words(String text, Finding finding) {
        int length = text.codePointCount(0, text.length());
        int from = text.offsetByCodePoints(0, Math.min(finding.start(), length));
        int to = text.offsetByCodePoints(0, Math.min(finding.end(), length));
        return text.substring(from, to);
    }
}
