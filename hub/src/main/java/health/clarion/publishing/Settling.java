package health.clarion.publishing;

import health.clarion.channels.Receipt;
import health.clarion.people.Member;
import health.clarion.ui.Problem;
import java.net.URI;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A person's answer when only a person can find out: it is there, it is not there, or leave it. */
@Component
public class Settling {

    private final JdbcClient jdbc;
    private final Publishing publishing;
    private final Ledger ledger;

    Settling(JdbcClient jdbc, Publishing publishing, Ledger ledger) {
        this.jdbc = jdbc;
        this.publishing = publishing;
        this.ledger = ledger;
    }

    /** What a person saw when we could not tell. */
    public enum Seen {
        /** It is there: note its address. */
        THERE,
        /** It is not there: send it again. */
        NOT_THERE,
        /** Leave it as it is; nothing more will be sent. */
        LEAVE
    }

    /**
     * A person's answer about a part whose outcome nobody knew.
     *
     * @param address where they found it; needed for {@link Seen#THERE}
     */
    @Transactional
    public void settle(UUID id, Seen seen, @Nullable String address, Member by) {
        Delivery delivery = publishing.locked(id);
        if (delivery.state() != Delivery.State.AWAITING_PERSON) {
            throw Problem.conflict("publishing.not-waiting");
        }
        DeliveryPart open = ledger.parts(id).stream()
                .filter(part -> part.state() != DeliveryPart.State.SENT)
                .findFirst()
                .orElseThrow(() -> Problem.conflict("publishing.not-waiting"));
        switch (seen) {
            case THERE -> found(delivery, open, web(address), by);
            case NOT_THERE -> again(delivery, open, by);
            case LEAVE -> {
                setState(id, "REFUSED", "publishing.left");
                publishing.noteOf("delivery.left", delivery, by, Map.of());
            }
        }
    }

    private void found(Delivery delivery, DeliveryPart part, URI address, Member by) {
        String id = address.getPath().substring(address.getPath().lastIndexOf('/') + 1);
        ledger.partSent(
                delivery.id(),
                part.number(),
                new Receipt(id, address.toString(), address.toString(), Map.of("by", "person")));
        person(delivery.id(), part.number(), AttemptMade.Result.SENT);
        boolean all = ledger.parts(delivery.id()).stream().allMatch(p -> p.state() == DeliveryPart.State.SENT);
        setState(delivery.id(), all ? "SENT" : "PARTLY_SENT", null);
        publishing.noteOf("delivery.found-by-person", delivery, by, Map.of());
    }

    private void again(Delivery delivery, DeliveryPart part, Member by) {
        jdbc.sql("""
                update publishing.part set state = 'WAITING', attempts = 0
                where delivery = :id and number = :number
                """).param("id", delivery.id()).param("number", part.number()).update();
        person(delivery.id(), part.number(), AttemptMade.Result.NOT_FOUND);
        jdbc.sql("""
                update publishing.delivery set state = :state, looks = 0, reason_key = null, reason_arguments = null,
                    next_look_at = clock_timestamp(), late_after = clock_timestamp() + interval '15 minutes'
                where id = :id
                """)
                .param("id", delivery.id())
                .param("state", part.number() == 0 ? "SCHEDULED" : "PARTLY_SENT")
                .update();
        publishing.noteOf("delivery.send-again", delivery, by, Map.of());
    }

    private void person(UUID delivery, int part, AttemptMade.Result result) {
        jdbc.sql("""
                insert into publishing.attempt (delivery, part, kind, worker, started_at, ended_at, outcome)
                values (:id, :part, 'PERSON', 'person', clock_timestamp(), clock_timestamp(), :outcome)
                """)
                .param("id", delivery)
                .param("part", part)
                .param("outcome", result.name())
                .update();
    }

    private void setState(UUID id, String state, @Nullable String reason) {
        jdbc.sql("""
                update publishing.delivery set state = :state, reason_key = :reason, reason_arguments = null,
                    next_look_at = case when :state = 'PARTLY_SENT' then clock_timestamp()
                        else 'infinity'::timestamptz end,
                    finished_at = clock_timestamp()
                where id = :id
                """)
                .param("id", id)
                .param("state", state)
                .param("reason", reason)
                .update();
    }

    private static URI web(@Nullable String address) {
        try {
            URI uri = URI.create(address == null ? "" : address.strip());
            if (("https".equals(uri.getScheme()) || "http".equals(uri.getScheme())) && uri.getHost() != null) {
                return uri;
            }
        } catch (IllegalArgumentException notAnAddress) {
            throw Problem.invalid("publishing.not-an-address");
        }
        throw Problem.invalid("publishing.not-an-address");
    }
}
