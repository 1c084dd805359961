package health.clarion.publishing;

import health.clarion.accounts.Accounts;
import health.clarion.channels.Channel;
import health.clarion.channels.Channels;
import health.clarion.channels.Connection;
import health.clarion.channels.Outcome;
import health.clarion.channels.Receipt;
import health.clarion.people.Member;
import health.clarion.ui.Problem;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A person's answer when only a person can find out: it is there, it is not there, or leave it. About what is to be
 * taken down the question is the other way round: is it gone?
 */
@Component
public class Settling {

    private final JdbcClient jdbc;
    private final Publishing publishing;
    private final Ledger ledger;
    private final Accounts accounts;
    private final Channels channels;
    private final Announcer announcer;
    private final TransactionTemplate transaction;

    Settling(
            JdbcClient jdbc,
            Publishing publishing,
            Ledger ledger,
            Accounts accounts,
            Channels channels,
            Announcer announcer,
            TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.publishing = publishing;
        this.ledger = ledger;
        this.accounts = accounts;
        this.channels = channels;
        this.announcer = announcer;
        this.transaction = transaction;
    }

    /** What a person saw when we could not tell. */
    public enum Seen {
        /** It is there: note its address; or take it down, when that was asked. */
        THERE,
        /** It is not there: send it again; or note that it is gone. */
        NOT_THERE,
        /** Leave it as it is; nothing more will be sent or taken down. */
        LEAVE
    }

    /**
     * A person's answer. The address they give is looked at, so that somebody else's post is never taken for ours.
     *
     * @param address where they found it; needed for {@link Seen#THERE} unless its place is known
     * @throws Problem when it is not waiting for an answer (any more), or nothing of ours, or another of our posts, is at that
     *     address
     */
    public void settle(UUID id, Seen seen, @Nullable String address, Member by) {
        Delivery asked = publishing.find(id);
        requireWaiting(asked);
        boolean known = asked.askedBack() && unplaced(ledger.parts(id)) == null;
        Receipt found = seen == Seen.THERE && !known ? receipt(asked, web(address)) : null;
        transaction.executeWithoutResult(status -> {
            Delivery delivery = publishing.locked(id);
            requireWaiting(delivery);
            if (found != null) {
                requireNobodyElses(delivery, found);
            }
            if (delivery.askedBack()) {
                takingDown(delivery, seen, found, by);
            } else {
                sending(delivery, seen, found, by);
            }
        });
    }

    private static void requireWaiting(Delivery delivery) {
        if (delivery.state() != Delivery.State.AWAITING_PERSON) {
            throw Problem.conflict("publishing.not-waiting");
        }
    }

    // ───── Where is it? ─────

    private Receipt receipt(Delivery delivery, URI address) {
        return channels.on(delivery.network())
                .map(channel -> looked(channel, delivery, address))
                .orElseGet(() -> said(address));
    }

    // A network that can be asked has to be: a wrong address would lead a later retraction to another post.
    private Receipt looked(Channel channel, Delivery delivery, URI address) {
        Connection connection = accounts.connection(delivery.account())
                .orElseThrow(() -> Problem.conflict("publishing.could-not-look"));
        return switch (channel.at(address, connection)) {
            case Outcome.Sent sent -> sent.receipt();
            case Outcome.NotFound nothing -> throw Problem.invalid("publishing.nothing-of-ours-there");
            case Outcome.Ambiguous unknown -> throw Problem.conflict("publishing.could-not-look");
            case Outcome.TryLater later -> throw Problem.conflict("publishing.could-not-look");
            case Outcome.Refused refused -> throw Problem.conflict("publishing.could-not-look");
        };
    }

    // Nobody but the person can look: their word counts.
    private static Receipt said(URI address) {
        String path = address.getPath() == null ? "" : address.getPath().replaceAll("/+$", "");
        String id = path.substring(path.lastIndexOf('/') + 1);
        String page = address.getScheme() + "://" + address.getRawAuthority() + path;
        return new Receipt(id, page, address.toString(), Map.of("by", "person"));
    }

    // Taking down what is noted under two deliveries would take down what the other one stands for.
    private void requireNobodyElses(Delivery delivery, Receipt found) {
        jdbc.sql("select pg_advisory_xact_lock(hashtext(:account))")
                .param("account", "publishing.settling " + delivery.account())
                .query((row, n) -> 1)
                .single(); // two answers at once would not see each other
        boolean noted = jdbc.sql("""
                select exists (select from publishing.part p join publishing.delivery d on d.id = p.delivery
                    where d.account = :account and p.state = 'SENT' and d.id <> :id
                      and p.receipt ->> 'uri' = :uri
                    union all
                    select from publishing.part p
                    where p.delivery = :id and p.state = 'SENT' and p.receipt ->> 'uri' = :uri)
                """)
                .param("account", delivery.account())
                .param("id", delivery.id())
                .param("uri", found.uri())
                .query(Boolean.class)
                .single();
        if (noted) {
            throw Problem.invalid("publishing.another-of-ours-there");
        }
    }

    private static @Nullable DeliveryPart unplaced(List<DeliveryPart> parts) {
        return parts.stream()
                .filter(part -> part.state().mayBeThere() && part.receipt() == null)
                .findFirst()
                .orElse(null);
    }

    // ───── Was it sent? ─────

    private void sending(Delivery delivery, Seen seen, @Nullable Receipt found, Member by) {
        DeliveryPart open = ledger.parts(delivery.id()).stream()
                .filter(part -> part.state() != DeliveryPart.State.SENT)
                .findFirst()
                .orElseThrow(() -> Problem.conflict("publishing.not-waiting"));
        switch (seen) {
            case THERE -> found(delivery, open, Objects.requireNonNull(found), by);
            case NOT_THERE -> again(delivery, open, by);
            case LEAVE -> {
                end(delivery.id(), Delivery.State.REFUSED, "publishing.left");
                publishing.noteOf("delivery.left", delivery, by, Map.of());
            }
        }
    }

    private void found(Delivery delivery, DeliveryPart part, Receipt receipt, Member by) {
        boolean byHand = channels.on(delivery.network()).isEmpty();
        for (DeliveryPart one : byHand ? ledger.parts(delivery.id()) : List.of(part)) {
            ledger.partSent(delivery.id(), one.number(), receipt);
        }
        person(delivery.id(), part.number(), AttemptMade.Result.SENT);
        publishing.noteOf("delivery.found-by-person", delivery, by, Map.of());
        boolean all = ledger.parts(delivery.id()).stream().allMatch(p -> p.state() == DeliveryPart.State.SENT);
        if (all) {
            end(delivery.id(), Delivery.State.SENT, null);
            announcer.sent(delivery);
        } else {
            goOn(delivery.id(), Delivery.State.PARTLY_SENT);
        }
    }

    // What may be there is looked for once more before it is sent: it may have turned up since the person looked.
    private void again(Delivery delivery, DeliveryPart part, Member by) {
        DeliveryPart.State state =
                part.state().mayBeThere() ? DeliveryPart.State.AMBIGUOUS : DeliveryPart.State.WAITING;
        jdbc.sql("""
                update publishing.part set state = :state, attempts = 0 where delivery = :id and number = :number
                """)
                .param("state", state.name())
                .param("id", delivery.id())
                .param("number", part.number())
                .update();
        person(delivery.id(), part.number(), AttemptMade.Result.NOT_FOUND);
        jdbc.sql("""
                update publishing.delivery set late_after = clock_timestamp() + interval '15 minutes' where id = :id
                """).param("id", delivery.id()).update();
        goOn(delivery.id(), part.number() == 0 ? Delivery.State.SCHEDULED : Delivery.State.PARTLY_SENT);
        publishing.noteOf("delivery.send-again", delivery, by, Map.of());
    }

    // ───── Is it gone? ─────

    private void takingDown(Delivery delivery, Seen seen, @Nullable Receipt found, Member by) {
        List<DeliveryPart> parts = ledger.parts(delivery.id());
        switch (seen) {
            case THERE -> {
                DeliveryPart open = unplaced(parts);
                if (open != null && found != null) {
                    ledger.partSent(delivery.id(), open.number(), found);
                    person(delivery.id(), open.number(), AttemptMade.Result.SENT);
                }
                goOn(delivery.id(), Delivery.State.RETRACTING);
                publishing.noteOf("delivery.still-there", delivery, by, Map.of());
            }
            case NOT_THERE -> gone(delivery, parts, by);
            case LEAVE -> {
                boolean live = parts.stream().allMatch(part -> part.state() == DeliveryPart.State.SENT);
                jdbc.sql("update publishing.delivery set retract_asked = false where id = :id")
                        .param("id", delivery.id())
                        .update();
                end(delivery.id(), live ? Delivery.State.SENT : Delivery.State.REFUSED, "publishing.left");
                publishing.noteOf("delivery.left", delivery, by, Map.of());
            }
        }
    }

    // What nobody could find is gone; whatever else stands is taken down next. When all was found, and the network or a
    // person had to take it down, all of it is gone.
    private void gone(Delivery delivery, List<DeliveryPart> parts, Member by) {
        DeliveryPart open = unplaced(parts);
        jdbc.sql("""
                update publishing.part set state = 'RETRACTED'
                where delivery = :id and (cast(:number as int) is null or number = :number)
                """)
                .param("id", delivery.id())
                .param("number", open == null ? null : open.number())
                .update();
        person(delivery.id(), open == null ? 0 : open.number(), AttemptMade.Result.ALREADY_GONE);
        publishing.noteOf("delivery.gone-by-person", delivery, by, Map.of());
        if (ledger.parts(delivery.id()).stream().anyMatch(part -> part.state().mayBeThere())) {
            goOn(delivery.id(), Delivery.State.RETRACTING);
        } else {
            end(delivery.id(), Delivery.State.RETRACTED, null);
            announcer.retracted(delivery);
        }
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

    private void goOn(UUID id, Delivery.State state) {
        jdbc.sql("""
                update publishing.delivery set state = :state, looks = 0, reason_key = null, reason_arguments = null,
                    next_look_at = clock_timestamp()
                where id = :id
                """).param("id", id).param("state", state.name()).update();
    }

    private void end(UUID id, Delivery.State state, @Nullable String reason) {
        jdbc.sql("""
                update publishing.delivery set state = :state, looks = 0, reason_key = :reason, reason_arguments = null,
                    next_look_at = 'infinity', finished_at = clock_timestamp(),
                    read_back_due = case when :state = 'SENT' then clock_timestamp() end
                where id = :id
                """)
                .param("id", id)
                .param("state", state.name())
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
