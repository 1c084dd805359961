package health.clarion.safeguards;

import java.util.List;

/**
 * What the safeguards found in a draft.
 *
 * @param findings in the order of the text, the most severe first where they start together
 * @param crisis how near the words come to a risk to life
 * @param reading how hard the text is to read
 * @param checkworthy 0 to 1: how likely it is that the text makes a health claim worth checking
 * @param claims the sentences that make one
 */
public record Report(List<Finding> findings, Crisis crisis, Reading reading, double checkworthy, List<Span> claims) {
    public Report {
        findings = List.copyOf(findings);
        claims = List.copyOf(claims);
    }

    /** Whether anything found keeps the text from being submitted. */
    public boolean blocks() {
        return findings.stream().anyMatch(finding -> finding.severity() == Severity.BLOCK);
    }

    /** The findings of one category, in order. */
    public List<Finding> of(Category category) {
        return findings.stream()
                .filter(finding -> finding.category() == category)
                .toList();
    }

    /** Whether any finding touches a topic, one of {@link Topics}. */
    public boolean touches(String topic) {
        return findings.stream().anyMatch(finding -> topic.equals(finding.topic()));
    }
}
