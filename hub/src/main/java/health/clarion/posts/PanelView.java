package health.clarion.posts;

import health.clarion.people.Member;
import health.clarion.ui.Ui;
import org.jspecify.annotations.Nullable;

/**
 * What a panel beside the composer knows.
 *
 * @param submission what was last handed to review, also when it was taken back since; null when nothing was
 * @param report what the safeguards say about the words as they stand now
 * @param member who looks
 */
public record PanelView(Post post, @Nullable Submission submission, ReportSummary report, Member member, Ui ui) {}
