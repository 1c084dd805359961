package health.clarion.publishing;

import health.clarion.channels.Reason;
import health.clarion.publishing.Ledger.Start;
import health.clarion.publishing.Ledger.Taken;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A network with no open way in: at its time a person posts from the copy pack and tells us the address. One address
 * stands for a whole thread.
 */
@Component
class ByHand {

    private final Ledger ledger;
    private final Clearance clearance;
    private final Announcer announcer;
    private final Retraction retraction;
    private final TransactionTemplate transaction;

    ByHand(
            Ledger ledger,
            Clearance clearance,
            Announcer announcer,
            Retraction retraction,
            TransactionTemplate transaction) {
        this.ledger = ledger;
        this.clearance = clearance;
        this.announcer = announcer;
        this.retraction = retraction;
        this.transaction = transaction;
    }

    void work(Taken taken) {
        if (clearance.of(taken.delivery()) instanceof Clearance.Answer.Hold hold) {
            giveBack(taken, Delivery.State.HELD, hold.why(), hold.reason());
            return;
        }
        Start start = Objects.requireNonNull(transaction.execute(status -> ledger.startSending(taken, 0, true)));
        switch (start) {
            case LEASE_LOST -> {}
            case PAUSED ->
                giveBack(
                        taken,
                        Delivery.State.HELD,
                        Delivery.Held.PAUSE,
                        new Reason("publishing.held.pause", List.of()));
            case RETRACTED -> retraction.work(taken);
            case LATE -> giveBack(taken, Delivery.State.MISSED, null, new Reason("publishing.missed", List.of()));
            case GO ->
                giveBack(taken, Delivery.State.AWAITING_PERSON, null, new Reason("publishing.by-hand", List.of()));
        }
    }

    private void giveBack(Taken taken, Delivery.State state, Delivery.@Nullable Held why, Reason reason) {
        transaction.executeWithoutResult(status -> {
            if (ledger.giveBack(taken, state, why, reason, null)) {
                announcer.needsPerson(taken.delivery(), state);
            }
        });
    }
}
