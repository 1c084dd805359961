package health.clarion.audit;

import health.clarion.audit.Audit.Head;
import health.clarion.audit.Audit.Verdict;
import health.clarion.audit.JdbcAudit.Seal;
import health.clarion.audit.JdbcAudit.Sealable;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One walk over the whole chain, a page at a time. */
final class Verification {

    private static final int PAGE = 2_000;

    private final JdbcAudit audit;
    private byte[] hash = new byte[32];
    private long at;
    private long entries;
    private boolean anchorSeen;

    Verification(JdbcAudit audit) {
        this.audit = audit;
    }

    Verdict run(@Nullable Head anchor) {
        anchorSeen = anchor == null || anchor.lastEntry() == 0;
        for (List<Seal> page = audit.seals(0); !page.isEmpty(); page = audit.seals(at)) {
            for (Seal seal : page) {
                Verdict.Broken broken = check(seal, anchor);
                if (broken != null) {
                    return broken;
                }
            }
        }
        if (!anchorSeen && anchor != null) {
            return new Verdict.Broken(anchor.lastEntry(), "the anchor is not part of the chain");
        }
        return tail();
    }

    private Verdict.@Nullable Broken check(Seal seal, @Nullable Head anchor) {
        int seen = 0;
        while (at < seal.last()) {
            List<Sealable> rows = audit.rows(at, seal.last(), PAGE);
            if (rows.isEmpty()) {
                return new Verdict.Broken(at + 1, "entries are missing before number " + seal.last());
            }
            for (Sealable row : rows) {
                if (!Arrays.equals(row.stored(), row.computed())) {
                    return new Verdict.Broken(row.number(), "the entry was changed");
                }
                hash = JdbcAudit.chain(hash, row);
                at = row.number();
                seen++;
            }
        }
        entries += seen;
        if (seen != seal.entries() || !Arrays.equals(hash, seal.head())) {
            return new Verdict.Broken(
                    seal.last(), "entries " + seal.first() + " to " + seal.last() + " are not as sealed");
        }
        if (anchor != null && anchor.lastEntry() == seal.last()) {
            if (!anchor.hash().equals(HexFormat.of().formatHex(hash))) {
                return new Verdict.Broken(seal.last(), "the chain differs from the anchor");
            }
            anchorSeen = true;
        }
        return null;
    }

    private Verdict tail() {
        Head head = new Head(at, HexFormat.of().formatHex(hash));
        long unsealed = 0;
        long from = at;
        for (List<Sealable> rows = audit.rows(from, Long.MAX_VALUE, PAGE);
                !rows.isEmpty();
                rows = audit.rows(from, Long.MAX_VALUE, PAGE)) {
            for (Sealable row : rows) {
                if (!Arrays.equals(row.stored(), row.computed())) {
                    return new Verdict.Broken(row.number(), "the entry was changed");
                }
                unsealed++;
                from = row.number();
            }
        }
        return new Verdict.Intact(entries + unsealed, unsealed, head);
    }
}
