package health.clarion.inbox;

import health.clarion.channels.Receipt;
import health.clarion.people.Member;
import health.clarion.ui.Problem;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The answers we gave, and those nobody knows about. */
@Component
public class GivenAnswers {

    /** An answer that was being sent for longer than this was cut off: its outcome is unknown. */
    private static final Duration CUT_OFF = Duration.ofMinutes(2);

    private final JdbcClient jdbc;
    private final ItemRows rows;
    private final Inbox inbox;
    private final Clock clock;

    GivenAnswers(JdbcClient jdbc, ItemRows rows, Inbox inbox, Clock clock) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.inbox = inbox;
        this.clock = clock;
    }

    /** An answer whose row is written. */
    record Begun(
            UUID id,
            Instant createdAt,
            Receipt parent,
            @Nullable Receipt root) {}

    private record Parents(
            @Nullable Receipt parent, @Nullable Receipt root) {}

    @Transactional
    Begun begin(UUID item, String words, Member me) {
        inbox.claim(item, me, false);
        Parents parents = jdbc.sql("select itself, root from inbox.item where id = :id")
                .param("id", item)
                .query((row, n) -> new Parents(rows.receipt(row, "itself"), rows.receipt(row, "root")))
                .single();
        Receipt parent = parents.parent();
        if (parent == null) {
            throw Problem.conflict("inbox.cannot-answer");
        }
        UUID id = UUID.randomUUID();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        try {
            insert(id, item, words, me, now);
        } catch (DuplicateKeyException there) {
            throw Problem.conflict("inbox.answered-already");
        }
        return new Begun(id, now, parent, parents.root());
    }

    private void insert(UUID id, UUID item, String words, Member me, Instant now) {
        jdbc.sql("""
                insert into inbox.answer (id, item, by_member, words, created_at, state)
                values (:id, :item, :by, :words, :now, 'SENDING')
                """)
                .param("id", id)
                .param("item", item)
                .param("by", me.id())
                .param("words", words)
                .param("now", Timestamp.from(now))
                .update();
    }

    @Transactional
    void sent(UUID id, UUID item, String url, Member me) {
        state(id, "SENT", url);
        inbox.answered(item, me, url);
    }

    void notSent(UUID id) {
        state(id, "NOT_SENT", null);
    }

    void unsure(UUID id) {
        state(id, "UNSURE", null);
    }

    private void state(UUID id, String state, @Nullable String url) {
        jdbc.sql("update inbox.answer set state = :state, url = :url where id = :id")
                .param("state", state)
                .param("url", url)
                .param("id", id)
                .update();
    }

    /** Words whose fate nobody knows: a person has to look. Empty when there are none for this item. */
    public Optional<String> unsure(Item item) {
        return jdbc.sql("""
                select words from inbox.answer where item = :item
                  and (state = 'UNSURE' or (state = 'SENDING' and created_at < :before))
                """)
                .param("item", item.id())
                .param("before", Timestamp.from(clock.instant().minus(CUT_OFF)))
                .query(String.class)
                .optional();
    }

    /** A person looked: our answer is there, or it is not and may be written again. */
    @Transactional
    public void settle(UUID item, boolean there, Member me) {
        Item known = inbox.locked(item);
        if (unsure(known).isEmpty()) {
            throw Problem.conflict("inbox.nothing-unsure");
        }
        jdbc.sql("""
                update inbox.answer set state = :state where item = :item and state in ('UNSURE', 'SENDING')
                """)
                .param("state", there ? "SENT" : "NOT_SENT")
                .param("item", item)
                .update();
        if (there) {
            inbox.answered(item, me, null);
        }
    }
}
