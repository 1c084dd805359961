package health.clarion.publishing;

import health.clarion.accounts.Accounts;
import health.clarion.channels.Attempt;
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
import health.clarion.publishing.Ledger.Start;
import health.clarion.publishing.Ledger.Taken;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes one delivery as far as it can go now: looks at what is unknown first, then sends part after part. */
@Component
class Sender {

    private static final Logger log = LoggerFactory.getLogger(Sender.class);

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(30);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);

    private final Ledger ledger;
    private final Clearance clearance;
    private final Contents contents;
    private final Accounts accounts;
    private final Channels channels;
    private final Attempts attempts;
    private final Announcer announcer;
    private final Retraction retraction;
    private final ByHand byHand;
    private final Corrections corrections;
    private final LateNews lateNews;
    private final PublishingSettings settings;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final WritingDown writeDown = new WritingDown();

    Sender(
            Ledger ledger,
            Clearance clearance,
            Contents contents,
            Accounts accounts,
            Channels channels,
            Attempts attempts,
            Announcer announcer,
            Retraction retraction,
            ByHand byHand,
            Corrections corrections,
            LateNews lateNews,
            PublishingSettings settings,
            TransactionTemplate transaction,
            Clock clock) {
        this.ledger = ledger;
        this.clearance = clearance;
        this.contents = contents;
        this.accounts = accounts;
        this.channels = channels;
        this.attempts = attempts;
        this.announcer = announcer;
        this.retraction = retraction;
        this.byHand = byHand;
        this.corrections = corrections;
        this.lateNews = lateNews;
        this.settings = settings;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Where to go after one part was worked on. */
    private sealed interface Next {

        /** The part is there; go on with the next. */
        record Continue(Receipt receipt) implements Next {}

        /** The delivery was given back; nothing more to do now. */
        record Stop() implements Next {}
    }

    private static final Next STOP = new Next.Stop();

    /** Works on a delivery this hub has taken. Never throws: what fails unexpectedly is looked into later. */
    void work(Taken taken) {
        try {
            if (taken.retract()) {
                retraction.work(taken);
                return;
            }
            send(taken);
        } catch (RuntimeException unexpected) {
            log.error("delivery {} stopped unexpectedly", taken.delivery().id(), unexpected);
            stopped(taken);
        }
    }

    // An unknown end is never taken for a failure: another look finds out what happened. When looks don't help, or it
    // stops again and again before anything is sent, a person is told.
    private void stopped(Taken taken) {
        Reason reason = new Reason("publishing.unexpected", List.of());
        boolean again = taken.looks() < settings.looks();
        Duration wait = again ? lookAgainIn(taken.looks()) : null;
        try {
            if (taken.retract()) {
                retraction.stopped(taken, reason, wait);
            } else {
                giveBack(taken, again ? Delivery.State.AMBIGUOUS : Delivery.State.AWAITING_PERSON, null, reason, wait);
            }
        } catch (RuntimeException databaseAway) {
            log.warn(
                    "delivery {} is left until its lease ends", taken.delivery().id());
        }
    }

    private void send(Taken taken) {
        Delivery delivery = taken.delivery();
        Corrections.Original original = corrections.originalOf(delivery);
        if (original instanceof Corrections.Original.Gone) {
            hold(taken, Delivery.Held.ORIGINAL, Corrections.GONE);
            return;
        }
        Channel channel = channels.on(delivery.network()).orElse(null);
        if (channel == null) {
            byHand.work(taken);
            return;
        }
        Connection connection = accounts.connection(delivery.account()).orElse(null);
        if (connection == null) {
            hold(taken, Delivery.Held.ACCOUNT, new Reason("publishing.held.account", List.of()));
            return;
        }
        if (original instanceof Corrections.Original.Stands stands) {
            parts(taken, channel, connection, stands.root(), stands.itself());
        } else {
            parts(taken, channel, connection, null, null);
        }
    }

    private void parts(
            Taken taken, Channel channel, Connection connection, @Nullable Receipt first, @Nullable Receipt answered) {
        List<Part> payload = contents.toSend(taken.delivery()).orElse(null);
        if (payload == null) {
            hold(taken, Delivery.Held.CHANGED, new Reason("publishing.held.changed", List.of()));
            return;
        }
        Receipt root = first;
        Receipt parent = answered;
        List<DeliveryPart> parts = ledger.parts(taken.delivery().id());
        for (DeliveryPart part : parts) {
            boolean last = part.equals(parts.getLast());
            Work work = new Work(taken, channel, connection, payload.get(part.number()), part, root, parent, last);
            Next next = one(work);
            if (!(next instanceof Next.Continue sent)) {
                return;
            }
            root = root == null ? sent.receipt() : root;
            parent = sent.receipt();
        }
        giveBack(taken, Delivery.State.SENT, null, null, null);
    }

    /** One part with all that is needed to send it. */
    private record Work(
            Taken taken,
            Channel channel,
            Connection connection,
            Part payload,
            DeliveryPart part,
            @Nullable Receipt root,
            @Nullable Receipt parent,
            boolean last) {

        boolean first() {
            return part.number() == 0;
        }
    }

    private Next one(Work work) {
        return switch (work.part().state()) {
            case SENT -> new Next.Continue(Objects.requireNonNull(work.part().receipt()));
            case WAITING -> attempt(work);
            case SENDING, AMBIGUOUS -> lookThenDecide(work);
            case REFUSED, RETRACTED -> {
                stop(work, Delivery.State.AWAITING_PERSON, new Reason("publishing.partly", List.of()), null);
                yield STOP;
            }
        };
    }

    // ───── Sending ─────

    private Next attempt(Work work) {
        if (work.part().attempts() >= settings.attempts()) {
            return stop(work, Delivery.State.AWAITING_PERSON, new Reason("publishing.tried-often", List.of()), null);
        }
        Clearance.Answer answer = clearance.of(work.taken().delivery());
        if (answer instanceof Clearance.Answer.Hold hold) {
            hold(work.taken(), hold.why(), hold.reason());
            return STOP;
        }
        Start start = Objects.requireNonNull(transaction.execute(
                status -> ledger.startSending(work.taken(), work.part().number(), work.first())));
        return switch (start) {
            case GO -> publish(work);
            case LEASE_LOST -> STOP;
            case PAUSED -> {
                hold(work.taken(), Delivery.Held.PAUSE, new Reason("publishing.held.pause", List.of()));
                yield STOP;
            }
            case RETRACTED -> {
                retraction.work(work.taken());
                yield STOP;
            }
            case LATE -> late(work);
        };
    }

    private Next publish(Work work) {
        Attempt attempt = attempts.toSend(work.taken(), work.part(), work.root(), work.parent());
        Outcome outcome = work.channel().publish(work.payload(), attempt, work.connection());
        return writeDown.whenPossible(() -> switch (outcome) {
            case Outcome.Sent sent -> sent(work, sent.receipt(), Kind.SEND);
            case Outcome.Refused refused -> refused(work, refused);
            case Outcome.TryLater later -> tryLater(work, later);
            case Outcome.Ambiguous unknown -> ambiguous(work, Kind.SEND, unknown.what());
            case Outcome.NotFound impossible -> ambiguous(work, Kind.SEND, impossible.what());
        });
    }

    // With the last part the whole delivery is there: noted in the same step.
    private Next sent(Work work, Receipt receipt, Kind kind) {
        Taken taken = work.taken();
        boolean one = Boolean.TRUE.equals(transaction.execute(status -> {
            boolean only = ledger.sent(taken, work.part().number(), kind, receipt);
            boolean ours = only && work.last() && givenBack(taken, Delivery.State.SENT, null, null, null);
            if (!ours) {
                lateNews.itIsThere(taken);
            }
            return only;
        }));
        if (!one) {
            return second(work, receipt);
        }
        return work.last() ? STOP : new Next.Continue(receipt);
    }

    // Frozen for so long that a person had it sent again meanwhile: the one that came of this request goes at once.
    private Next second(Work work, Receipt receipt) {
        Taken taken = work.taken();
        int part = work.part().number();
        ledger.startLooking(taken, part, Kind.RETRACT);
        Deletion deletion = work.channel().delete(receipt, work.connection());
        boolean gone = deletion instanceof Deletion.Deleted || deletion instanceof Deletion.AlreadyGone;
        ledger.endAttempt(
                taken,
                part,
                Kind.RETRACT,
                gone ? Result.DELETED : Result.REFUSED,
                new Reason("publishing.second", List.of(receipt.url())));
        return STOP;
    }

    private Next refused(Work work, Outcome.Refused refused) {
        Taken taken = work.taken();
        ledger.endAttempt(taken, work.part().number(), Kind.SEND, Result.REFUSED, refused.reason());
        if (refused.needsSignIn()) {
            ledger.partIs(taken, work.part().number(), DeliveryPart.State.WAITING);
            accounts.needsSignIn(taken.delivery().account());
            hold(taken, Delivery.Held.ACCOUNT, refused.reason());
            return STOP;
        }
        ledger.partIs(taken, work.part().number(), DeliveryPart.State.REFUSED);
        return stop(
                work, work.first() ? Delivery.State.REFUSED : Delivery.State.AWAITING_PERSON, refused.reason(), null);
    }

    // Surely without effect: the part waits again. Later than its window, nothing is sent without being asked.
    private Next tryLater(Work work, Outcome.TryLater later) {
        Taken taken = work.taken();
        int part = work.part().number();
        ledger.endAttempt(taken, part, Kind.SEND, Result.TRY_LATER, later.reason());
        ledger.partIs(taken, part, DeliveryPart.State.WAITING);
        Delivery.State again = work.first() ? Delivery.State.SCHEDULED : Delivery.State.PARTLY_SENT;
        if (!ledger.giveBack(taken, again, null, later.reason(), pause(work, later))) {
            lateNews.itIsNotThere(taken, part);
        }
        return STOP;
    }

    // As long as the network asks. One that goes on saying no is left alone for longer and longer, so that the tries
    // last about as long as the window does: a network that is away for half an hour needs no person.
    private Duration pause(Work work, Outcome.TryLater later) {
        Duration asked = Duration.between(clock.instant(), later.notBefore());
        int insisting = work.part().attempts() + 1 - settings.attempts() / 3;
        if (insisting <= 0) {
            return asked.isNegative() ? Duration.ofSeconds(1) : asked;
        }
        Duration own = FIRST_PAUSE.multipliedBy(1L << Math.min(insisting, 10));
        Duration patient = own.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : own;
        return patient.compareTo(asked) > 0 ? patient : asked;
    }

    private Next ambiguous(Work work, Kind kind, Reason what) {
        Taken taken = work.taken();
        ledger.endAttempt(taken, work.part().number(), kind, Result.AMBIGUOUS, what);
        ledger.partIs(taken, work.part().number(), DeliveryPart.State.AMBIGUOUS);
        if (taken.looks() >= settings.looks()) {
            return stop(work, Delivery.State.AWAITING_PERSON, what, null);
        }
        return stop(work, Delivery.State.AMBIGUOUS, what, lookAgainIn(taken.looks()));
    }

    // The answer to a request cut off half-way can't come later than its deadline; looking before that proves nothing.
    private Duration lookAgainIn(int looks) {
        return settings.deadline().plus(Duration.ofSeconds(5L << Math.min(looks, 6)));
    }

    private Next late(Work work) {
        return stop(work, Delivery.State.MISSED, new Reason("publishing.missed", List.of()), null);
    }

    // ───── Finding out ─────

    private Next lookThenDecide(Work work) {
        Delivery delivery = work.taken().delivery();
        int number = work.part().number();
        ledger.closeCutOff(delivery.id(), number);
        ledger.startLooking(work.taken(), number, Kind.LOOK);
        Attempt attempt = attempts.toLook(work.part(), work.root(), work.parent());
        Outcome outcome = work.channel().reconcile(work.payload(), attempt, work.connection());
        return switch (outcome) {
            case Outcome.Sent sent -> sent(work, sent.receipt(), Kind.LOOK);
            case Outcome.NotFound missing -> notFound(work, missing.what());
            case Outcome.Ambiguous unknown -> ambiguous(work, Kind.LOOK, unknown.what());
            case Outcome.TryLater later -> ambiguous(work, Kind.LOOK, later.reason());
            case Outcome.Refused refused -> ambiguous(work, Kind.LOOK, refused.reason());
        };
    }

    // Not found is not proof of no effect. Only a key that the network itself enforces makes sending again harmless.
    private Next notFound(Work work, Reason what) {
        Delivery delivery = work.taken().delivery();
        ledger.endAttempt(work.taken(), work.part().number(), Kind.LOOK, Result.NOT_FOUND, what);
        ledger.partIs(work.taken(), work.part().number(), DeliveryPart.State.AMBIGUOUS);
        Attempt attempt = attempts.toLook(work.part(), work.root(), work.parent());
        boolean harmless =
                work.part().keySince() != null && work.channel().trustsKey(attempt, work.connection(), clock.instant());
        boolean certain = ledger.nothingUnknown(delivery.id(), work.part().number());
        if (harmless || certain) {
            return attempt(work);
        }
        return stop(work, Delivery.State.AWAITING_PERSON, what, null);
    }

    // ───── Giving back ─────

    private Next stop(Work work, Delivery.State state, @Nullable Reason reason, @Nullable Duration lookIn) {
        giveBack(work.taken(), state, null, reason, lookIn);
        return STOP;
    }

    private void hold(Taken taken, Delivery.Held why, Reason reason) {
        giveBack(taken, Delivery.State.HELD, why, reason, null);
    }

    // One transaction: what the record says happened, and the record of it, or neither.
    private void giveBack(
            Taken taken,
            Delivery.State state,
            Delivery.@Nullable Held held,
            @Nullable Reason reason,
            @Nullable Duration lookIn) {
        transaction.executeWithoutResult(status -> givenBack(taken, state, held, reason, lookIn));
    }

    private boolean givenBack(
            Taken taken,
            Delivery.State state,
            Delivery.@Nullable Held held,
            @Nullable Reason reason,
            @Nullable Duration lookIn) {
        boolean ours = ledger.giveBack(taken, state, held, reason, lookIn);
        if (ours) {
            announcer.became(taken.delivery(), state);
        }
        return ours;
    }
}
