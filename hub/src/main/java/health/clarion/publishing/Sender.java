package health.clarion.publishing;

import health.clarion.accounts.Accounts;
import health.clarion.channels.Attempt;
import health.clarion.channels.Channel;
import health.clarion.channels.Channels;
import health.clarion.channels.Connection;
import health.clarion.channels.Outcome;
import health.clarion.channels.Part;
import health.clarion.channels.Reason;
import health.clarion.channels.Receipt;
import health.clarion.channels.Steps;
import health.clarion.media.Media;
import health.clarion.publishing.AttemptMade.Kind;
import health.clarion.publishing.AttemptMade.Result;
import health.clarion.publishing.Ledger.Start;
import health.clarion.publishing.Ledger.Taken;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes one delivery as far as it can go now: looks at what is unknown first, then sends part after part. */
@Component
class Sender {

    private static final Logger log = LoggerFactory.getLogger(Sender.class);

    private final Ledger ledger;
    private final Clearance clearance;
    private final Contents contents;
    private final Accounts accounts;
    private final Channels channels;
    private final Media media;
    private final Announcer announcer;
    private final Retraction retraction;
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
            Media media,
            Announcer announcer,
            Retraction retraction,
            PublishingSettings settings,
            TransactionTemplate transaction,
            Clock clock) {
        this.ledger = ledger;
        this.clearance = clearance;
        this.contents = contents;
        this.accounts = accounts;
        this.channels = channels;
        this.media = media;
        this.announcer = announcer;
        this.retraction = retraction;
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
            // The lease runs out and another look finds out what happened: an unknown end is never taken for a failure.
            log.error("delivery {} stopped unexpectedly", taken.delivery().id(), unexpected);
        }
    }

    private void send(Taken taken) {
        Delivery delivery = taken.delivery();
        Channel channel = channels.on(delivery.network()).orElse(null);
        if (channel == null) {
            byHand(taken);
            return;
        }
        Connection connection = accounts.connection(delivery.account()).orElse(null);
        if (connection == null) {
            hold(taken, Delivery.Held.ACCOUNT, new Reason("publishing.held.account", List.of()));
            return;
        }
        List<Part> payload = contents.toSend(delivery).orElse(null);
        if (payload == null) {
            hold(taken, Delivery.Held.CHANGED, new Reason("publishing.held.changed", List.of()));
            return;
        }
        List<DeliveryPart> parts = ledger.parts(delivery.id());
        Receipt root = null;
        Receipt parent = replyTo(delivery);
        if (parent != null) {
            root = parent;
        }
        for (DeliveryPart part : parts) {
            Work work = new Work(
                    taken, channel, connection, payload.get(part.number()), part, root, parent, part.number() == 0);
            Next next = one(work);
            if (!(next instanceof Next.Continue sent)) {
                return;
            }
            root = root == null ? sent.receipt() : root;
            parent = sent.receipt();
        }
        if (ledger.giveBack(taken, Delivery.State.SENT, null, null, null)) {
            announcer.sent(delivery);
        }
    }

    // No open way to this network: at its time a person posts it from the copy pack and tells us the address.
    private void byHand(Taken taken) {
        Clearance.Answer answer = clearance.of(taken.delivery());
        if (answer instanceof Clearance.Answer.Hold hold) {
            hold(taken, hold.why(), hold.reason());
            return;
        }
        Start start =
                java.util.Objects.requireNonNull(transaction.execute(status -> ledger.startSending(taken, 0, true)));
        switch (start) {
            case LEASE_LOST -> {}
            case PAUSED -> hold(taken, Delivery.Held.PAUSE, new Reason("publishing.held.pause", List.of()));
            case RETRACTED -> retraction.work(taken);
            case GO, LATE -> {
                Reason reason = new Reason("publishing.by-hand", List.of());
                if (ledger.giveBack(taken, Delivery.State.AWAITING_PERSON, null, reason, null)) {
                    announcer.needsPerson(taken.delivery(), Delivery.State.AWAITING_PERSON);
                }
            }
        }
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
            boolean first) {}

    private Next one(Work work) {
        return switch (work.part().state()) {
            case SENT ->
                new Next.Continue(java.util.Objects.requireNonNull(work.part().receipt()));
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
        Start start = java.util.Objects.requireNonNull(transaction.execute(
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
        Attempt attempt = attemptOf(work);
        Outcome outcome = work.channel().publish(work.payload(), attempt, work.connection());
        return writeDown.whenPossible(() -> switch (outcome) {
            case Outcome.Sent sent -> sent(work, sent.receipt(), Kind.SEND);
            case Outcome.Refused refused -> refused(work, refused);
            case Outcome.TryLater later -> tryLater(work, later);
            case Outcome.Ambiguous unknown -> ambiguous(work, Kind.SEND, unknown.what());
            case Outcome.NotFound impossible -> ambiguous(work, Kind.SEND, impossible.what());
        });
    }

    private Next sent(Work work, Receipt receipt, Kind kind) {
        Delivery delivery = work.taken().delivery();
        transaction.executeWithoutResult(status -> {
            ledger.partSent(delivery.id(), work.part().number(), receipt);
            ledger.endAttempt(work.taken(), work.part().number(), kind, Result.SENT, null);
            ledger.learnedItIsThere(work.taken());
        });
        return new Next.Continue(receipt);
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
        Duration wait = Duration.between(clock.instant(), later.notBefore());
        Duration bounded = wait.isNegative() ? Duration.ofSeconds(1) : wait;
        Delivery.State again = work.first() ? Delivery.State.SCHEDULED : Delivery.State.PARTLY_SENT;
        if (!ledger.giveBack(taken, again, null, later.reason(), bounded)) {
            ledger.learnedItIsNotThere(taken, part);
        }
        return STOP;
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
        Outcome outcome = work.channel().reconcile(work.payload(), attemptOf(work), work.connection());
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
        boolean harmless = work.part().keySince() != null
                && work.channel().trustsKey(attemptOf(work), work.connection(), clock.instant());
        boolean certain = ledger.nothingUnknown(delivery.id(), work.part().number());
        if (harmless || certain) {
            return attempt(work);
        }
        return stop(work, Delivery.State.AWAITING_PERSON, what, null);
    }

    // ───── Giving back ─────

    private Next stop(Work work, Delivery.State state, @Nullable Reason reason, @Nullable Duration lookIn) {
        if (ledger.giveBack(work.taken(), state, null, reason, lookIn) && state.needsPerson()) {
            announcer.needsPerson(work.taken().delivery(), state);
        }
        return STOP;
    }

    private void hold(Taken taken, Delivery.Held why, Reason reason) {
        if (ledger.giveBack(taken, Delivery.State.HELD, why, reason, null)) {
            announcer.needsPerson(taken.delivery(), Delivery.State.HELD);
        }
    }

    private @Nullable Receipt replyTo(Delivery delivery) {
        if (delivery.corrects() == null) {
            return null;
        }
        return ledger.parts(delivery.corrects()).getFirst().receipt();
    }

    private Attempt attemptOf(Work work) {
        DeliveryPart part = work.part();
        Instant now = clock.instant();
        return new Attempt(
                part.key(),
                part.createdAt(),
                part.keySince() == null ? now : part.keySince(),
                part.attempts() + 1,
                work.root(),
                work.parent(),
                new SavedSteps(
                        work.taken(),
                        part.number(),
                        ledger.steps(work.taken().delivery().id(), part.number())),
                media::bytes,
                () -> ledger.stillMine(work.taken()),
                now.plus(settings.deadline()));
    }

    /** Upload handles, kept in the ledger before the next step. */
    private final class SavedSteps implements Steps {

        private final Taken taken;
        private final int part;
        private final Map<String, String> saved;

        SavedSteps(Taken taken, int part, Map<String, String> saved) {
            this.taken = taken;
            this.part = part;
            this.saved = new java.util.HashMap<>(saved);
        }

        @Override
        public @Nullable String get(String name) {
            return saved.get(name);
        }

        @Override
        public void save(String name, String value) {
            ledger.saveStep(taken, part, name, value);
            saved.put(name, value);
        }
    }
}
