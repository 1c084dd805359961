package health.clarion.publishing;

import health.clarion.accounts.Account;
import health.clarion.audit.Audit;
import health.clarion.channels.Reason;
import health.clarion.channels.Receipt;
import health.clarion.people.Member;
import health.clarion.ui.Problem;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Setting right what is out without hiding it: a reviewed post that answers the original, on each account where the
 * original stands.
 */
@Component
public class Corrections {

    /** A correction of a correction of …: longer than this nobody answers. */
    private static final int DEEPEST = 20;

    /** Why a correction of what was taken down does not go out. */
    static final Reason GONE = new Reason("publishing.held.original", List.of());

    private final JdbcClient jdbc;
    private final LedgerRows rows;
    private final Ledger ledger;
    private final Audit audit;
    private final Clock clock;

    Corrections(JdbcClient jdbc, LedgerRows rows, Ledger ledger, Audit audit, Clock clock) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.ledger = ledger;
        this.audit = audit;
        this.clock = clock;
    }

    /** What a correction answers. */
    sealed interface Original {

        /** It is no correction. */
        record None() implements Original {}

        /** It stands: {@code root} is where its conversation began. */
        record Stands(Receipt root, Receipt itself) implements Original {}

        /** It was taken down, so that a correction would hang in the air. */
        record Gone() implements Original {}
    }

    /** Notes that a post was begun to correct what was delivered. */
    @Transactional
    public void begun(UUID post, Delivery wrong, Member by) {
        jdbc.sql("""
                insert into publishing.correction (post, delivery, begun_by, begun_at)
                values (:post, :delivery, :by, :now) on conflict (post) do nothing
                """)
                .param("post", post)
                .param("delivery", wrong.id())
                .param("by", by.id())
                .param("now", Timestamp.from(clock.instant()))
                .update();
        audit.record(
                "delivery.correction-begun", by.actor(), "delivery:" + wrong.id(), Map.of("post", post.toString()));
    }

    /** The delivery that this post was begun to correct. */
    public Optional<UUID> correctedBy(UUID post) {
        return jdbc.sql("select delivery from publishing.correction where post = :post")
                .param("post", post)
                .query(UUID.class)
                .optional();
    }

    /** Whether a correction of this delivery's post could stand on an account. */
    public boolean standsOn(UUID wrong, UUID account) {
        return standing(wrong, account).isPresent();
    }

    /**
     * The delivery that a correction answers on one account: of the same post as {@code wrong}, and live there.
     *
     * @throws Problem when nothing of it stands there
     */
    UUID original(UUID wrong, Account account) {
        return standing(wrong, account.id())
                .orElseThrow(() -> Problem.conflict("publishing.corrects-nothing-there", account.handle()));
    }

    private Optional<UUID> standing(UUID wrong, UUID account) {
        return jdbc.sql("""
                select d.id from publishing.delivery d
                where d.post = (select post from publishing.delivery where id = :wrong) and d.account = :account
                  and d.state in ('SENT', 'PARTLY_SENT')
                  and exists (select from publishing.part p
                      where p.delivery = d.id and p.number = 0 and p.state = 'SENT')
                order by d.id = :wrong desc, d.due_at desc limit 1
                """)
                .param("wrong", wrong)
                .param("account", account)
                .query(UUID.class)
                .optional();
    }

    /** What this delivery answers, as it stands now. */
    Original originalOf(Delivery delivery) {
        if (delivery.corrects() == null) {
            return new Original.None();
        }
        Receipt itself = null;
        Receipt root = null;
        UUID at = delivery.corrects();
        for (int depth = 0; at != null && depth < DEEPEST; depth++) {
            DeliveryPart first = ledger.parts(at).getFirst();
            if (itself == null && (first.state() != DeliveryPart.State.SENT || first.receipt() == null)) {
                return new Original.Gone();
            }
            itself = itself == null ? first.receipt() : itself;
            root = first.receipt() == null ? root : first.receipt();
            at = corrected(at).orElse(null);
        }
        return itself == null || root == null ? new Original.Gone() : new Original.Stands(root, itself);
    }

    private Optional<UUID> corrected(UUID delivery) {
        return jdbc.sql("select corrects from publishing.delivery where id = :id and corrects is not null")
                .param("id", delivery)
                .query(UUID.class)
                .optional();
    }

    /** The live corrections of these deliveries, by what they correct, the newest of each. */
    public Map<UUID, Delivery> of(Collection<UUID> deliveries) {
        if (deliveries.isEmpty()) {
            return Map.of();
        }
        List<Delivery> live = jdbc.sql("""
                select * from publishing.delivery where corrects = any(:ids) and state = 'SENT' order by due_at limit 500
                """)
                .param("ids", deliveries.toArray(UUID[]::new))
                .query((row, n) -> rows.delivery(row))
                .list();
        Map<UUID, Delivery> corrections = new HashMap<>();
        live.forEach(delivery -> corrections.put(Objects.requireNonNull(delivery.corrects()), delivery));
        return corrections;
    }
}
