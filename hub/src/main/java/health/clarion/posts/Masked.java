package health.clarion.posts;

import health.clarion.safeguards.Category;
import health.clarion.safeguards.Effort;
import health.clarion.safeguards.Finding;
import health.clarion.safeguards.Knowledge;
import health.clarion.safeguards.Safeguards;
import health.clarion.safeguards.Severity;
import health.clarion.safeguards.privacy.Redaction.Redacted;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How words would read if they identified nobody: with {@code [PHONE]} where a number stands. */
final class Masked {

    /** Code points of the words around that are shown on each side. */
    private static final int AROUND = 45;

    private final int[] text;
    private final List<Redacted> redacted;

    private Masked(String text, List<Redacted> redacted) {
        this.text = text.codePoints().toArray();
        this.redacted = redacted;
    }

    static Masked of(String text, String language, List<Finding> findings, Knowledge knowledge) {
        return new Masked(
                text,
                findings.stream().anyMatch(Masked::identifies)
                        ? Safeguards.standard(Effort.NAMES)
                                .redact(text, language, knowledge)
                                .redacted()
                        : List.of());
    }

    private static boolean identifies(Finding finding) {
        return finding.category() == Category.PRIVACY && finding.severity() != Severity.NOTE;
    }

    /** The words of a finding and some around them, masked; null when nothing in the finding's words is to be masked. */
    @Nullable
    String around(Finding finding) {
        if (!identifies(finding) || redacted.stream().noneMatch(one -> overlap(one, finding))) {
            return null;
        }
        int from = wordBefore(Math.max(0, finding.start() - AROUND));
        int to = wordAfter(Math.min(text.length, finding.end() + AROUND));
        StringBuilder masked = new StringBuilder(from > 0 ? "…" : "");
        int at = from;
        for (Redacted one : redacted) {
            if (one.end() > from && one.start() < to) {
                plain(at, one.start(), masked);
                masked.append(one.placeholder());
                at = Math.max(at, one.end());
            }
        }
        plain(at, to, masked);
        return masked.append(Math.max(at, to) < text.length ? "…" : "").toString();
    }

    private void plain(int from, int to, StringBuilder masked) {
        for (int i = from; i < to; i++) {
            masked.appendCodePoint(Character.isWhitespace(text[i]) ? ' ' : text[i]);
        }
    }

    private int wordBefore(int at) {
        int from = at;
        while (from > 0 && !Character.isWhitespace(text[from - 1])) {
            from--;
        }
        return from;
    }

    private int wordAfter(int at) {
        int to = at;
        while (to < text.length && !Character.isWhitespace(text[to])) {
            to++;
        }
        return to;
    }

    private static boolean overlap(Redacted one, Finding finding) {
        return one.start() < finding.end() && finding.start() < one.end();
    }
}
