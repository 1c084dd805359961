package health.clarion.evaluation;

import health.clarion.safeguards.Category;
import health.clarion.safeguards.Draft;
import health.clarion.safeguards.Effort;
import health.clarion.safeguards.Finding;
import health.clarion.safeguards.Knowledge;
import health.clarion.safeguards.Safeguards;
import health.clarion.safeguards.Severity;
import java.util.BitSet;
import java.util.List;

/**
 * What the safeguards mask in a text: the characters covered by a finding of category privacy that blocks or warns.
 *
 * @param findings those findings, in order
 * @param covered the code points they cover
 */
record Masked(List<Finding> findings, BitSet covered) {
    /** Masks a text as the command line does, with nothing known of the organisation; what it means says nothing of privacy. */
    static Masked of(String text) {
        List<Finding> findings =
                Safeguards.standard(Effort.NAMES).check(Draft.of(text), Knowledge.empty()).of(Category.PRIVACY).stream()
                        .filter(finding -> finding.severity() != Severity.NOTE && finding.end() > finding.start())
                        .toList();
        BitSet covered = new BitSet();
        findings.forEach(finding -> covered.set(finding.start(), finding.end()));
        return new Masked(findings, covered);
    }

    /** Whether every code point of [start, end) is covered. */
    boolean hides(int start, int end) {
        return covered.nextClearBit(start) >= end;
    }

    /** Whether any code point of [start, end) is covered. */
    boolean touches(int start, int end) {
        int first = covered.nextSetBit(start);
        return first >= 0 && first < end;
    }
}
