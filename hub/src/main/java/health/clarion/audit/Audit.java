package health.clarion.audit;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The record of what was done: by whom, to what, when. It holds ids and hashes, never people's words.
 *
 * <p>Rows are only ever added. Each carries a digest of its own content, and a seal made every few seconds chains all
 * rows since the last seal to everything before them, so that a changed, removed or inserted row is found by
 * {@link #verify}.
 */
public interface Audit {

    /** More of the same kinds to one subject is not read at once. */
    int MOST_DONE = 5_000;

    /**
     * Notes that something was done, in the caller's transaction if there is one.
     *
     * @param what past tense, {@code module.event}, such as {@code post.submitted}
     * @param actor {@code member:<uuid>}, {@code guest:<uuid>} or {@code hub}
     * @param subject what it was done to, such as {@code post:<uuid>}
     * @param ids further ids, hashes, states and numbers; never names, addresses or texts
     */
    void record(String what, String actor, String subject, Map<String, String> ids);

    /** The newest entries first, at most {@code limit} (bounded to 200), older than {@code before} when given. */
    List<Entry> newest(@Nullable String subject, @Nullable Long before, int limit);

    /** What of these kinds was done to a subject, oldest first, at most {@link #MOST_DONE}. */
    List<Entry> done(String subject, Set<String> kinds);

    /** Seals everything recorded so far and returns the chain's head; does nothing when nothing is new. */
    Head seal();

    /** The newest seal, or the empty chain's head. */
    Head head();

    /**
     * Recomputes the whole chain.
     *
     * @param anchor a head kept elsewhere that must be part of the chain, or null
     */
    Verdict verify(@Nullable Head anchor);

    /** One row. */
    record Entry(long number, Instant at, String what, String actor, String subject, Map<String, String> ids) {}

    /**
     * The chain up to one entry.
     *
     * @param lastEntry the newest entry that is sealed; 0 when none is
     * @param hash lower-case hexadecimal SHA-256
     */
    record Head(long lastEntry, String hash) {}

    /** What {@link #verify} found. */
    sealed interface Verdict {

        /** Every row is as it was written; {@code unsealed} newest rows wait for the next seal. */
        record Intact(long entries, long unsealed, Head head) implements Verdict {}

        /** A row was changed, removed or inserted. */
        record Broken(long atEntry, String why) implements Verdict {}
    }
}
