package health.clarion.publishing;

import health.clarion.accounts.Accounts;
import health.clarion.channels.Channel;
import health.clarion.channels.Channels;
import health.clarion.channels.Connection;
import health.clarion.channels.Deletion;
import health.clarion.channels.Outcome;
import health.clarion.channels.Part;
import health.clarion.channels.Reason;
import health.clarion.channels.Receipt;
import health.clarion.publishing.AttemptMade.Kind;
import health.clarion.publishing.AttemptMade.Result;
import health.clarion.publishing.Ledger.Taken;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes a delivery down again, last part first, looking up what is unknown before saying that it is gone. */
@Component
class Retraction {

    private static final Duration SOON = Duration.ofSeconds(5);

    /** So often a network that does not answer is asked to take something down, about an hour, before a person is. */
    private static final int TRIES = 25;

    private final Ledger ledger;
    private final Contents contents;
    private final Accounts accounts;
    private final Channels channels;
    private final Attempts attempts;
    private final Corrections corrections;
    private final Announcer announcer;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Retraction(
            Ledger ledger,
            Contents contents,
            Accounts accounts,
            Channels channels,
            Attempts attempts,
            Corrections corrections,
            Announcer announcer,
            TransactionTemplate transaction,
            Clock clock) {
        this.ledger = ledger;
        this.contents = contents;
        this.accounts = accounts;
        this.channels = channels;
        this.attempts = attempts;
        this.corrections = corrections;
        this.announcer = announcer;
        this.transaction = transaction;
        this.clock = clock;
    }

    void work(Taken taken) {
        Delivery delivery = taken.delivery();
        List<DeliveryPart> parts = ledger.parts(delivery.id());
        if (parts.stream().noneMatch(part -> part.state().mayBeThere())) {
            parts.forEach(part -> ledger.partIs(taken, part.number(), DeliveryPart.State.RETRACTED));
            gone(taken);
            return;
        }
        Channel channel = channels.on(delivery.network()).orElse(null);
        if (channel == null) {
            ask(taken, new Reason("publishing.retract.by-hand", List.of()));
            return;
        }
        Connection connection = accounts.connection(delivery.account()).orElse(null);
        if (connection == null) {
            ask(taken, new Reason("publishing.retract.account", List.of()));
            return;
        }
        down(taken, channel, connection, parts);
    }

    // A part that a person has to look at keeps none of the others up.
    private void down(Taken taken, Channel channel, Connection connection, List<DeliveryPart> parts) {
        Reason question = null;
        for (DeliveryPart part : parts.reversed()) {
            switch (down(new Work(taken, channel, connection, part, parts))) {
                case Step.Down down -> {}
                case Step.Ask ask -> question = ask.what();
                case Step.Later later -> {
                    ledger.giveBackRetraction(taken, Delivery.State.RETRACTING, later.reason(), later.pause());
                    return;
                }
            }
        }
        if (question == null) {
            gone(taken);
        } else {
            ask(taken, question);
        }
    }

    /** How far one part got. */
    private sealed interface Step {

        /** It is down, or never was up. */
        record Down() implements Step {}

        /** Only a person can tell. */
        record Ask(Reason what) implements Step {}

        /** The network has to be asked again. */
        record Later(Reason reason, Duration pause) implements Step {}
    }

    /** Something failed that never should: tried again after a while, and a person is asked when there is no more. */
    void stopped(Taken taken, Reason reason, @Nullable Duration again) {
        if (again == null) {
            ask(taken, reason);
        } else {
            ledger.giveBackRetraction(taken, Delivery.State.RETRACTING, reason, again);
        }
    }

    /** One part to take down, with its whole thread. */
    private record Work(
            Taken taken, Channel channel, Connection connection, DeliveryPart part, List<DeliveryPart> thread) {

        int number() {
            return part.number();
        }

        /** What this part answers within its thread. */
        @Nullable
        Receipt before() {
            return number() == 0 ? null : thread.get(number() - 1).receipt();
        }
    }

    private Step down(Work work) {
        return switch (work.part().state()) {
            case RETRACTED, REFUSED -> new Step.Down();
            case WAITING -> {
                ledger.partIs(work.taken(), work.number(), DeliveryPart.State.RETRACTED);
                yield new Step.Down();
            }
            case SENT -> delete(work, Objects.requireNonNull(work.part().receipt()));
            case SENDING, AMBIGUOUS -> find(work);
        };
    }

    // What may have been sent is looked up first. Not found now may still appear: a person confirms it.
    private Step find(Work work) {
        Delivery delivery = work.taken().delivery();
        ledger.closeCutOff(delivery.id(), work.number());
        ledger.startLooking(work.taken(), work.number(), Kind.LOOK);
        Receipt parent = work.before();
        if (work.number() == 0 && corrections.originalOf(delivery) instanceof Corrections.Original.Stands stands) {
            parent = stands.itself();
        }
        Part payload = contents.parts(delivery).get(work.number());
        Outcome outcome =
                work.channel().reconcile(payload, attempts.toLook(work.part(), parent, parent), work.connection());
        return switch (outcome) {
            case Outcome.Sent sent -> {
                ledger.partSent(delivery.id(), work.number(), sent.receipt());
                ledger.endAttempt(work.taken(), work.number(), Kind.LOOK, Result.SENT, null);
                yield delete(work, sent.receipt());
            }
            case Outcome.NotFound missing -> notFound(work, missing.what());
            case Outcome.Ambiguous unknown -> later(work, Kind.LOOK, unknown.what(), null);
            case Outcome.TryLater later -> later(work, Kind.LOOK, later.reason(), later.notBefore());
            case Outcome.Refused refused -> later(work, Kind.LOOK, refused.reason(), null);
        };
    }

    private Step notFound(Work work, Reason what) {
        ledger.endAttempt(work.taken(), work.number(), Kind.LOOK, Result.NOT_FOUND, what);
        if (ledger.nothingUnknown(work.taken().delivery().id(), work.number())) {
            ledger.partIs(work.taken(), work.number(), DeliveryPart.State.RETRACTED);
            return new Step.Down();
        }
        ledger.partIs(work.taken(), work.number(), DeliveryPart.State.AMBIGUOUS);
        return new Step.Ask(what);
    }

    private Step delete(Work work, Receipt receipt) {
        ledger.startLooking(work.taken(), work.number(), Kind.RETRACT);
        return switch (work.channel().delete(receipt, work.connection())) {
            case Deletion.Deleted deleted -> deleted(work, Result.DELETED);
            case Deletion.AlreadyGone already -> deleted(work, Result.ALREADY_GONE);
            case Deletion.TryLater later -> later(work, Kind.RETRACT, later.reason(), later.notBefore());
            case Deletion.Refused refused -> {
                ledger.endAttempt(work.taken(), work.number(), Kind.RETRACT, Result.REFUSED, refused.reason());
                yield new Step.Ask(refused.reason());
            }
        };
    }

    private Step deleted(Work work, Result result) {
        ledger.partIs(work.taken(), work.number(), DeliveryPart.State.RETRACTED);
        ledger.endAttempt(work.taken(), work.number(), Kind.RETRACT, result, null);
        return new Step.Down();
    }

    private Step later(Work work, Kind kind, Reason reason, @Nullable Instant notBefore) {
        ledger.endAttempt(work.taken(), work.number(), kind, Result.TRY_LATER, reason);
        if (work.taken().looks() >= TRIES) {
            return new Step.Ask(reason);
        }
        Duration own = SOON.multipliedBy(1L << Math.min(work.taken().looks(), 5));
        Duration asked = notBefore == null ? own : Duration.between(clock.instant(), notBefore);
        return new Step.Later(reason, asked.compareTo(own) > 0 ? asked : own);
    }

    private void gone(Taken taken) {
        transaction.executeWithoutResult(status -> {
            if (ledger.giveBackRetraction(taken, Delivery.State.RETRACTED, null, null)) {
                announcer.retracted(taken.delivery());
            }
        });
    }

    private void ask(Taken taken, Reason reason) {
        transaction.executeWithoutResult(status -> {
            if (ledger.giveBackRetraction(taken, Delivery.State.AWAITING_PERSON, reason, null)) {
                announcer.needsPerson(taken.delivery(), Delivery.State.AWAITING_PERSON);
            }
        });
    }
}
