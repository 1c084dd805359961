package health.clarion.inbox;

import health.clarion.audit.Audit;
import health.clarion.networks.Network;
import health.clarion.people.Member;
import health.clarion.safeguards.Crisis;
import health.clarion.ui.Problem;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Everything that came back, the most urgent first, and what people did about it. */
@Component
public class Inbox {

    /** Items on one page. */
    public static final int PAGE = 20;

    private final JdbcClient jdbc;
    private final ItemRows rows;
    private final Audit audit;
    private final Clock clock;

    Inbox(JdbcClient jdbc, ItemRows rows, Audit audit, Clock clock) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.audit = audit;
        this.clock = clock;
    }

    /** One page of a list. */
    public record Listing(List<Item> items, int total, int page) {

        public boolean more() {
            return (page + 1) * PAGE < total;
        }
    }

    /** How much waits. */
    public record Counts(int open, int fresh, int urgent) {}

    public Optional<Item> find(UUID id) {
        return jdbc.sql("select * from inbox.item where id = :id")
                .param("id", id)
                .query((row, n) -> rows.item(row))
                .optional();
    }

    /**
     * What is open: whoever may be in danger first, then what waits longest.
     *
     * @param with only what this member has in hand, or null for all
     */
    public Listing open(int page, @Nullable UUID with) {
        int at = Math.clamp(page, 0, 10_000);
        List<Item> items = jdbc.sql("""
                select * from inbox.item
                where state in ('NEW', 'BEING_ANSWERED') and (cast(:with as uuid) is null or by_member = :with)
                order by crisis desc, written_at, id limit :page offset :skip
                """)
                .param("with", with)
                .param("page", PAGE)
                .param("skip", at * PAGE)
                .query((row, n) -> rows.item(row))
                .list();
        return new Listing(items, openCount(with), at);
    }

    private int openCount(@Nullable UUID with) {
        return jdbc.sql("""
                select count(*) from inbox.item
                where state in ('NEW', 'BEING_ANSWERED') and (cast(:with as uuid) is null or by_member = :with)
                """).param("with", with).query(Integer.class).single();
    }

    /** What was answered or put away, newest first. */
    public Listing closed(int page) {
        int at = Math.clamp(page, 0, 10_000);
        List<Item> items = jdbc.sql("""
                select * from inbox.item where state in ('ANSWERED', 'DONE')
                order by since desc, id limit :page offset :skip
                """)
                .param("page", PAGE)
                .param("skip", at * PAGE)
                .query((row, n) -> rows.item(row))
                .list();
        int total = jdbc.sql("select count(*) from inbox.item where state in ('ANSWERED', 'DONE')")
                .query(Integer.class)
                .single();
        return new Listing(items, total, at);
    }

    /** Whoever may be in danger and is not answered yet, the most urgent first, at most 50. */
    public List<Item> urgent() {
        return jdbc.sql("""
                select * from inbox.item where state in ('NEW', 'BEING_ANSWERED') and crisis >= :alarm
                order by crisis desc, written_at, id limit 50
                """)
                .param("alarm", Crisis.ALARM)
                .query((row, n) -> rows.item(row))
                .list();
    }

    public Counts counts() {
        return jdbc.sql("""
                select count(*) as open, count(*) filter (where state = 'NEW') as fresh,
                    count(*) filter (where crisis >= :alarm) as urgent
                from inbox.item where state in ('NEW', 'BEING_ANSWERED')
                """)
                .param("alarm", Crisis.ALARM)
                .query((row, n) -> new Counts(row.getInt("open"), row.getInt("fresh"), row.getInt("urgent")))
                .single();
    }

    /**
     * "I’m answering this." What a colleague has in hand is theirs, unless the member says that they take it over.
     *
     * @throws Problem when it is gone, closed, or with somebody else
     */
    @Transactional
    public Item claim(UUID id, Member me, boolean takeOver) {
        Item item = locked(id);
        if (!item.open()) {
            throw Problem.conflict("inbox.closed-already");
        }
        if (item.state() == Item.State.BEING_ANSWERED && !item.with(me.id()) && !takeOver) {
            throw Problem.conflict("inbox.with-somebody");
        }
        return become(item, Item.State.BEING_ANSWERED, me, null, "inbox.claimed");
    }

    /** Gives it back, so that somebody else can take it. */
    @Transactional
    public Item release(UUID id, Member me) {
        Item item = locked(id);
        if (!item.with(me.id())) {
            throw Problem.conflict("inbox.not-with-you");
        }
        return become(item, Item.State.NEW, null, null, "inbox.released", me);
    }

    /** It was answered, here or on the network's own pages. */
    @Transactional
    public Item answered(UUID id, Member me, @Nullable String url) {
        Item item = locked(id);
        return become(item, Item.State.ANSWERED, me, url == null ? item.answerUrl() : url, "inbox.answered");
    }

    /** It needs no answer. */
    @Transactional
    public Item done(UUID id, Member me) {
        return become(locked(id), Item.State.DONE, me, null, "inbox.done");
    }

    /** It was closed too early. */
    @Transactional
    public Item reopen(UUID id, Member me) {
        Item item = locked(id);
        if (item.open()) {
            throw Problem.conflict("inbox.open-already");
        }
        return become(item, Item.State.NEW, null, null, "inbox.reopened", me);
    }

    Item locked(UUID id) {
        return jdbc.sql("select * from inbox.item where id = :id for update")
                .param("id", id)
                .query((row, n) -> rows.item(row))
                .optional()
                .orElseThrow(() -> Problem.notFound("inbox.no-item").next("inbox.to-inbox", "/inbox"));
    }

    private Item become(Item item, Item.State state, Member by, @Nullable String url, String what) {
        return become(item, state, by, url, what, by);
    }

    private Item become(
            Item item, Item.State state, @Nullable Member by, @Nullable String url, String what, Member actor) {
        jdbc.sql("""
                update inbox.item set state = :state, by_member = :by, since = :now, answer_url = :url where id = :id
                """)
                .param("state", state.name())
                .param("by", by == null ? null : by.id())
                .param("now", Timestamp.from(clock.instant()))
                .param("url", url)
                .param("id", item.id())
                .update();
        audit.record(what, actor.actor(), "inbox:" + item.id(), Map.of("crisis", String.valueOf(item.crisis())));
        return find(item.id()).orElseThrow();
    }

    // ───── What one person may ask for ─────

    /** Everything kept of one author, oldest first, at most 1000. The handle may start with {@code @}. */
    public List<Item> of(Network network, String handle) {
        return jdbc.sql("""
                select * from inbox.item where network = :network and lower(author_handle) = lower(:handle)
                order by written_at, id limit 1000
                """)
                .param("network", network.id())
                .param("handle", plain(handle))
                .query((row, n) -> rows.item(row))
                .list();
    }

    /** Erases everything kept of one author; it does not come back by being fetched again. Returns how many. */
    @Transactional
    public int erase(Network network, String handle, Member by) {
        jdbc.sql("""
                insert into inbox.erased (account, remote_hash, at)
                select account, remote_hash, :now from inbox.item
                where network = :network and lower(author_handle) = lower(:handle)
                on conflict do nothing
                """)
                .param("now", Timestamp.from(clock.instant()))
                .param("network", network.id())
                .param("handle", plain(handle))
                .update();
        int erased = jdbc.sql(
                        "delete from inbox.item where network = :network and lower(author_handle) = lower(:handle)")
                .param("network", network.id())
                .param("handle", plain(handle))
                .update();
        audit.record("inbox.author-erased", by.actor(), "inbox", Map.of("erased", String.valueOf(erased)));
        return erased;
    }

    private static String plain(String handle) {
        String stripped = handle.strip();
        return stripped.startsWith("@") ? stripped.substring(1) : stripped;
    }
}
