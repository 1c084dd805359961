package health.clarion.campaigns;

import health.clarion.safeguards.Finding;
import health.clarion.safeguards.Severity;

/**
 * Something the safeguards found in what a campaign's page says.
 *
 * @param field which part of the brief: {@code title}, {@code change}, {@code story}, {@code ask} or {@code actions}
 * @param words the words it is about; empty when it is about the whole
 */
public record PageFinding(String field, String words, Finding finding) {

    /** Whether it keeps the page from being public. What a person may decide to keep does not. */
    public boolean blocks() {
        return finding.severity() == Severity.BLOCK && !finding.overridable();
    }
}
