package health.clarion.publishing;

import health.clarion.accounts.Accounts;
import health.clarion.channels.Channel;
import health.clarion.channels.Channels;
import health.clarion.channels.Connection;
import health.clarion.channels.Deletion;
import health.clarion.channels.Reason;
import health.clarion.channels.Receipt;
import health.clarion.publishing.AttemptMade.Kind;
import health.clarion.publishing.AttemptMade.Result;
import health.clarion.publishing.Ledger.Taken;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Takes a delivery down again, last part first, looking up what is unknown before saying that it is gone. */
@Component
class Retraction {

    private final Ledger ledger;
    private final Contents contents;
    private final Accounts accounts;
    private final Channels channels;
    private final Announcer announcer;
    private final PublishingSettings settings;
    private final Clock clock;

    Retraction(
            Ledger ledger,
            Contents contents,
            Accounts accounts,
            Channels channels,
            Announcer announcer,
            PublishingSettings settings,
            Clock clock) {
        this.ledger = ledger;
        this.contents = contents;
        this.accounts = accounts;
        this.channels = channels;
        this.announcer = announcer;
        this.settings = settings;
        this.clock = clock;
    }

    void work(Taken taken) {
        Delivery delivery = taken.delivery();
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
        for (DeliveryPart part : ledger.parts(delivery.id()).reversed()) {
            if (!down(taken, channel, connection, part)) {
                return;
            }
        }
        if (ledger.giveBack(taken, Delivery.State.RETRACTED, null, null, null)) {
            announcer.retracted(delivery);
        }
    }

    private boolean down(Taken taken, Channel channel, Connection connection, DeliveryPart part) {
        return switch (part.state()) {
            case RETRACTED, REFUSED -> true;
            case WAITING -> {
                ledger.partIs(taken, part.number(), DeliveryPart.State.RETRACTED);
                yield true;
            }
            case SENT -> delete(taken, channel, connection, part, java.util.Objects.requireNonNull(part.receipt()));
            case SENDING, AMBIGUOUS -> find(taken, channel, connection, part);
        };
    }

    // What may have been sent is looked up first. Not found now may still appear: a person confirms it.
    private boolean find(Taken taken, Channel channel, Connection connection, DeliveryPart part) {
        Delivery delivery = taken.delivery();
        ledger.closeCutOff(delivery.id(), part.number());
        ledger.startLooking(taken, part.number(), Kind.LOOK);
        var attempt = new health.clarion.channels.Attempt(
                part.key(),
                part.createdAt(),
                part.keySince() == null ? clock.instant() : part.keySince(),
                part.attempts(),
                null,
                null,
                health.clarion.channels.Steps.inMemory(),
                health.clarion.channels.MediaSource.none(),
                () -> false,
                clock.instant().plus(settings.deadline()));
        return switch (channel.reconcile(contents.parts(delivery).get(part.number()), attempt, connection)) {
            case health.clarion.channels.Outcome.Sent sent -> {
                ledger.partSent(delivery.id(), part.number(), sent.receipt());
                ledger.endAttempt(taken, part.number(), Kind.LOOK, Result.SENT, null);
                yield delete(taken, channel, connection, part, sent.receipt());
            }
            case health.clarion.channels.Outcome.NotFound missing -> {
                ledger.endAttempt(taken, part.number(), Kind.LOOK, Result.NOT_FOUND, missing.what());
                ask(taken, missing.what());
                yield false;
            }
            case health.clarion.channels.Outcome.Ambiguous unknown ->
                again(taken, part, Kind.LOOK, unknown.what(), null);
            case health.clarion.channels.Outcome.TryLater later ->
                again(taken, part, Kind.LOOK, later.reason(), Duration.between(clock.instant(), later.notBefore()));
            case health.clarion.channels.Outcome.Refused refused ->
                again(taken, part, Kind.LOOK, refused.reason(), null);
        };
    }

    private boolean delete(Taken taken, Channel channel, Connection connection, DeliveryPart part, Receipt receipt) {
        Delivery delivery = taken.delivery();
        ledger.startLooking(taken, part.number(), Kind.RETRACT);
        return switch (channel.delete(receipt, connection)) {
            case Deletion.Deleted deleted -> gone(taken, part, Result.DELETED);
            case Deletion.AlreadyGone already -> gone(taken, part, Result.ALREADY_GONE);
            case Deletion.TryLater later ->
                again(taken, part, Kind.RETRACT, later.reason(), Duration.between(clock.instant(), later.notBefore()));
            case Deletion.Refused refused -> {
                ledger.endAttempt(taken, part.number(), Kind.RETRACT, Result.REFUSED, refused.reason());
                ask(taken, refused.reason());
                yield false;
            }
        };
    }

    private boolean gone(Taken taken, DeliveryPart part, Result result) {
        ledger.partIs(taken, part.number(), DeliveryPart.State.RETRACTED);
        ledger.endAttempt(taken, part.number(), Kind.RETRACT, result, null);
        return true;
    }

    private boolean again(Taken taken, DeliveryPart part, Kind kind, Reason reason, @Nullable Duration wait) {
        ledger.endAttempt(taken, part.number(), kind, Result.TRY_LATER, reason);
        Duration pause = wait == null || wait.isNegative() ? Duration.ofSeconds(15) : wait;
        ledger.giveBack(taken, Delivery.State.RETRACTING, null, reason, pause);
        return false;
    }

    private void ask(Taken taken, Reason reason) {
        if (ledger.giveBack(taken, Delivery.State.AWAITING_PERSON, null, reason, null)) {
            announcer.needsPerson(taken.delivery(), Delivery.State.AWAITING_PERSON);
        }
    }
}
