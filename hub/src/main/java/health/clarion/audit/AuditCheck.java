package health.clarion.audit;

import health.clarion.audit.Audit.Verdict;
import health.clarion.operations.Check;
import org.springframework.stereotype.Component;

/** The audit's chain, for {@code clarion doctor}. */
@Component
class AuditCheck implements Check {

    private final Audit audit;

    AuditCheck(Audit audit) {
        this.audit = audit;
    }

    @Override
    public String name() {
        return "Audit";
    }

    @Override
    public Result look() {
        return switch (audit.verify(null)) {
            case Verdict.Intact intact ->
                new Result.Fine("All " + intact.entries() + " entries are as they were written.");
            case Verdict.Broken broken ->
                new Result.Wrong(
                        "Changed at entry " + broken.atEntry() + ": " + broken.why() + ".",
                        "Keep this database as it is, and compare with a back-up and the anchors.");
        };
    }
}
