package health.clarion.ui.web;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * What failed and where, for the log, without any message: an exception's message may hold what somebody typed, and a log
 * is read by others and kept.
 */
final class WithoutWords extends Throwable {

    private static final int DEEPEST = 10;

    private final String kind;

    private WithoutWords(Throwable failed, int depth) {
        super(null, cause(failed, depth), false, true);
        this.kind = failed instanceof SQLException sql
                ? sql.getClass().getName() + " " + sql.getSQLState()
                : failed.getClass().getName();
        setStackTrace(failed.getStackTrace());
    }

    static WithoutWords of(Throwable failed) {
        return new WithoutWords(failed, 0);
    }

    private static @Nullable Throwable cause(Throwable failed, int depth) {
        Throwable cause = failed.getCause();
        return cause == null || depth == DEEPEST ? null : new WithoutWords(cause, depth + 1);
    }

    @Override
    public String toString() {
        return kind;
    }
}
