package health.clarion.publishing;

import health.clarion.channels.Reason;
import health.clarion.channels.Receipt;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a demonstration tells about the past: where planned deliveries would stand had they gone out. Usable only with
 * {@code clarion.demo}, and only on what was never tried.
 */
@Component
public class DemoHistory {

    private final JdbcClient jdbc;
    private final LedgerRows rows;
    private final boolean demo;

    DemoHistory(JdbcClient jdbc, LedgerRows rows, @Value("${clarion.demo:false}") boolean demo) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.demo = demo;
    }

    /** One thing that was tried, so long after the delivery was due. */
    public record Tried(
            AttemptMade.Kind kind,
            AttemptMade.Result result,
            Duration after,
            @Nullable Reason reason) {}

    /**
     * How a delivery ended.
     *
     * @param address where it would be seen; null when it is nowhere
     */
    public record Ending(
            Delivery.State state,
            Delivery.@Nullable Held held,
            @Nullable Reason reason,
            @Nullable String address,
            List<Tried> tried) {}

    /**
     * Writes down how a delivery ended.
     *
     * @throws IllegalStateException outside a demonstration, and for a delivery that was tried
     */
    @Transactional
    public void ended(Delivery delivery, Ending ending) {
        if (!demo) {
            throw new IllegalStateException("History is invented only in a demonstration");
        }
        Instant last = ending.tried().isEmpty()
                ? delivery.due()
                : delivery.due().plus(ending.tried().getLast().after());
        int changed = jdbc.sql("""
                update publishing.delivery set state = :state, held_why = :held, reason_key = :key,
                    reason_arguments = cast(:arguments as jsonb), next_look_at = 'infinity', finished_at = :finished,
                    read_back = :readBack
                where id = :id and not exists (select from publishing.attempt a where a.delivery = :id)
                """)
                .param("id", delivery.id())
                .param("state", ending.state().name())
                .param("held", ending.held() == null ? null : ending.held().name())
                .param("key", ending.reason() == null ? null : ending.reason().key())
                .param(
                        "arguments",
                        ending.reason() == null
                                ? null
                                : rows.json(ending.reason().arguments()))
                .param("finished", ending.address() == null ? null : Timestamp.from(last))
                .param("readBack", ending.state() == Delivery.State.SENT ? "SAME" : null)
                .update();
        if (changed != 1) {
            throw new IllegalStateException("This delivery has a history of its own");
        }
        parts(delivery, ending);
        ending.tried().forEach(tried -> insert(delivery, tried));
    }

    private void parts(Delivery delivery, Ending ending) {
        DeliveryPart.State part =
                switch (ending.state()) {
                    case SENT -> DeliveryPart.State.SENT;
                    case REFUSED -> DeliveryPart.State.REFUSED;
                    case RETRACTED -> DeliveryPart.State.RETRACTED;
                    case AMBIGUOUS, AWAITING_PERSON -> DeliveryPart.State.AMBIGUOUS;
                    case SCHEDULED, HELD, MISSED, SENDING, PARTLY_SENT, RETRACTING -> DeliveryPart.State.WAITING;
                };
        String address = ending.address();
        jdbc.sql("""
                update publishing.part set state = :state, attempts = :attempts, key_since = :since,
                    receipt = cast(:receipt as jsonb)
                where delivery = :id
                """)
                .param("id", delivery.id())
                .param("state", part.name())
                .param("attempts", ending.tried().isEmpty() ? 0 : 1)
                .param("since", ending.tried().isEmpty() ? null : Timestamp.from(delivery.due()))
                .param(
                        "receipt",
                        address == null
                                ? null
                                : rows.json(new Receipt(delivery.id().toString(), address, address, Map.of())))
                .update();
    }

    private void insert(Delivery delivery, Tried tried) {
        Instant at = delivery.due().plus(tried.after());
        jdbc.sql("""
                insert into publishing.attempt (delivery, part, kind, worker, started_at, ended_at, outcome,
                    reason_key, reason_arguments)
                values (:id, 0, :kind, 'demonstration', :at, :end, :outcome, :key, cast(:arguments as jsonb))
                """)
                .param("id", delivery.id())
                .param("kind", tried.kind().name())
                .param("at", Timestamp.from(at))
                .param("end", Timestamp.from(at.plusSeconds(1)))
                .param("outcome", tried.result().name())
                .param("key", tried.reason() == null ? null : tried.reason().key())
                .param(
                        "arguments",
                        tried.reason() == null ? null : rows.json(tried.reason().arguments()))
                .update();
    }
}
