package health.clarion.publishing;

import health.clarion.people.Member;
import health.clarion.ui.Problem;
import java.sql.ResultSet;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** All deliveries, to look at. */
@Component
public class Deliveries {

    /** More than this is not listed at once. */
    public static final int MOST_LISTED = 500;

    private static final String NEEDING_A_PERSON = "'HELD', 'MISSED', 'AWAITING_PERSON', 'REFUSED'";

    private final JdbcClient jdbc;
    private final LedgerRows rows;
    private final Ledger ledger;

    Deliveries(JdbcClient jdbc, LedgerRows rows, Ledger ledger) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.ledger = ledger;
    }

    /**
     * Which deliveries to list.
     *
     * @param campaign only this campaign's, or null for all
     */
    public record Filter(@Nullable UUID campaign, Set<Delivery.State> states, int limit) {

        public Filter {
            states = Set.copyOf(states);
            limit = Math.clamp(limit, 1, MOST_LISTED);
        }
    }

    public Optional<Delivery> find(UUID id) {
        return jdbc.sql("select * from publishing.delivery where id = :id")
                .param("id", id)
                .query((row, n) -> rows.delivery(row))
                .optional();
    }

    /**
     * One that this member may see: a partner sees what belongs to their campaign, everybody else sees all.
     *
     * @throws Problem when there is none, or it is not theirs to see
     */
    public Delivery visible(UUID id, Member to) {
        return find(id).filter(delivery ->
                        to.partnerCampaign().map(delivery.campaign()::equals).orElse(true))
                .orElseThrow(() -> Problem.notFound("publishing.no-delivery"));
    }

    /** When the first of what is planned for these words is due; null when nothing is. */
    public @Nullable Instant earliestDue(UUID submission) {
        return jdbc.sql("""
                select min(due_at) from publishing.delivery
                where submission = :submission and state in ('SCHEDULED', 'HELD')
                """)
                .param("submission", submission)
                .query((row, n) -> row.getTimestamp(1))
                .optional()
                .map(Timestamp::toInstant)
                .orElse(null);
    }

    /** Deliveries of one post, earliest first. */
    public List<Delivery> of(UUID post) {
        return jdbc.sql("select * from publishing.delivery where post = :post order by due_at, id limit :limit")
                .param("post", post)
                .param("limit", MOST_LISTED)
                .query((row, n) -> rows.delivery(row))
                .list();
    }

    /** Deliveries of many posts at once. */
    public List<Delivery> ofPosts(Collection<UUID> posts) {
        if (posts.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("select * from publishing.delivery where post = any(:posts) order by due_at, id limit :limit")
                .param("posts", posts.toArray(UUID[]::new))
                .param("limit", MOST_LISTED)
                .query((row, n) -> rows.delivery(row))
                .list();
    }

    /** Newest due first. */
    public List<Delivery> list(Filter filter) {
        return jdbc.sql("""
                select * from publishing.delivery
                where (cast(:campaign as uuid) is null or campaign = :campaign)
                  and (:all or state = any(:states))
                order by due_at desc, id limit :limit
                """)
                .param("campaign", filter.campaign())
                .param("all", filter.states().isEmpty())
                .param("states", filter.states().stream().map(Enum::name).toArray(String[]::new))
                .param("limit", filter.limit())
                .query((row, n) -> rows.delivery(row))
                .list();
    }

    /** Everything planned or sent between two instants, earliest first, dropped ones left out. */
    public List<Delivery> between(Instant from, Instant to, @Nullable UUID campaign) {
        return jdbc.sql("""
                select * from publishing.delivery
                where due_at >= :from and due_at < :to and (cast(:campaign as uuid) is null or campaign = :campaign)
                  and not (state = 'RETRACTED' and reason_key is not distinct from 'publishing.dropped')
                order by due_at, id limit :limit
                """)
                .param("from", Timestamp.from(from))
                .param("to", Timestamp.from(to))
                .param("campaign", campaign)
                .param("limit", MOST_LISTED)
                .query((row, n) -> rows.delivery(row))
                .list();
    }

    /** Live posts of a campaign, newest first, for its public page. */
    public List<Delivery> live(UUID campaign, int limit) {
        return jdbc.sql("""
                select * from publishing.delivery where campaign = :campaign and state = 'SENT'
                order by due_at desc limit :limit
                """)
                .param("campaign", campaign)
                .param("limit", Math.clamp(limit, 1, 100))
                .query((row, n) -> rows.delivery(row))
                .list();
    }

    /** What is out, but not as it was signed, and nobody has said what to do about it; newest first. */
    public List<Delivery> differing(@Nullable UUID campaign, int limit) {
        return jdbc.sql("""
                select * from publishing.delivery
                where state = 'SENT' and read_back in ('DIFFERENT', 'MISSING') and not read_back_seen
                  and (cast(:campaign as uuid) is null or campaign = :campaign)
                order by due_at desc, id limit :limit
                """)
                .param("campaign", campaign)
                .param("limit", Math.clamp(limit, 1, MOST_LISTED))
                .query((row, n) -> rows.delivery(row))
                .list();
    }

    /** How many wait for a person. */
    public int needingPerson() {
        return jdbc.sql("select (select count(*) from publishing.delivery where state in (" + NEEDING_A_PERSON + ")) "
                        + "+ (select count(*) from publishing.delivery where state = 'SENT' "
                        + "and read_back in ('DIFFERENT', 'MISSING') and not read_back_seen)")
                .query(Integer.class)
                .single();
    }

    /** How many there are in each state. */
    public Map<Delivery.State, Integer> counts() {
        Map<Delivery.State, Integer> counts = new EnumMap<>(Delivery.State.class);
        jdbc.sql("select state, count(*) as n from publishing.delivery group by state")
                .query((ResultSet row) -> {
                    counts.put(Delivery.State.valueOf(row.getString("state")), row.getInt("n"));
                });
        return counts;
    }

    /** Its parts in order. */
    public List<DeliveryPart> parts(UUID delivery) {
        return ledger.parts(delivery);
    }

    /** The parts of many at once. */
    public Map<UUID, List<DeliveryPart>> parts(Collection<UUID> deliveries) {
        Map<UUID, List<DeliveryPart>> all = new HashMap<>();
        jdbc.sql("select * from publishing.part where delivery = any(:ids) order by delivery, number")
                .param("ids", deliveries.toArray(UUID[]::new))
                .query((ResultSet row) -> {
                    all.computeIfAbsent(row.getObject("delivery", UUID.class), id -> new ArrayList<>())
                            .add(rows.part(row));
                });
        return all;
    }

    /** Every request made for it, in order, at most {@link #MOST_LISTED}. */
    public List<AttemptMade> attempts(UUID delivery) {
        return attempts(List.of(delivery)).getOrDefault(delivery, List.of());
    }

    /** The requests made for many at once, for each at most {@link #MOST_LISTED}. */
    public Map<UUID, List<AttemptMade>> attempts(Collection<UUID> deliveries) {
        Map<UUID, List<AttemptMade>> all = new HashMap<>();
        jdbc.sql("""
                select a.* from unnest(cast(:ids as uuid[])) as d(id) cross join lateral (
                    select * from publishing.attempt where delivery = d.id order by id limit :limit) a
                order by a.delivery, a.id
                """)
                .param("ids", deliveries.toArray(UUID[]::new))
                .param("limit", MOST_LISTED)
                .query((ResultSet row) -> {
                    all.computeIfAbsent(row.getObject("delivery", UUID.class), id -> new ArrayList<>())
                            .add(rows.attempt(row));
                });
        return all;
    }
}
