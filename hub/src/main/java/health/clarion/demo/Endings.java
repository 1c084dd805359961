package health.clarion.demo;

import static health.clarion.publishing.AttemptMade.Kind.LOOK;
import static health.clarion.publishing.AttemptMade.Kind.RETRACT;
import static health.clarion.publishing.AttemptMade.Kind.SEND;

import health.clarion.channels.Reason;
import health.clarion.networks.Network;
import health.clarion.publishing.AttemptMade.Result;
import health.clarion.publishing.Delivery;
import health.clarion.publishing.Delivery.State;
import health.clarion.publishing.DemoHistory;
import health.clarion.publishing.DemoHistory.Ending;
import health.clarion.publishing.DemoHistory.Tried;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/** How each delivery of the demonstration ended, as the hub would have written it down. */
@Component
@ConditionalOnBooleanProperty("clarion.demo")
class Endings {

    private static final String MASTODON = "social.example";

    private final DemoHistory history;

    Endings(DemoHistory history) {
        this.history = history;
    }

    void tell(Scene.Plot plot, Delivery delivery) {
        history.ended(
                delivery,
                switch (plot) {
                    case LIVE -> live(delivery);
                    case UNSURE -> delivery.network() == Network.MASTODON ? unsure() : live(delivery);
                    case RETRACTED -> retracted(delivery);
                    case REFUSED -> refused();
                    case MISSED -> waiting(State.MISSED, null, new Reason("publishing.missed", List.of()));
                    case HELD ->
                        waiting(State.HELD, Delivery.Held.NOT_SIGNED_OFF, new Reason("review.no.void", List.of()));
                    case DRAFT, CHANGES_ASKED, IN_REVIEW, URGENT, SIGNED_OFF, SCHEDULED ->
                        throw new IllegalArgumentException(plot + " has not ended");
                });
    }

    private static Ending live(Delivery delivery) {
        return new Ending(State.SENT, null, null, address(delivery), List.of(sent(2)));
    }

    private static Ending retracted(Delivery delivery) {
        Tried taken = new Tried(RETRACT, Result.DELETED, Duration.ofHours(1), null);
        return new Ending(State.RETRACTED, null, null, address(delivery), List.of(sent(2), taken));
    }

    private static Ending unsure() {
        Reason silent = Reason.of("gateway.timeout", MASTODON);
        Reason missing = Reason.of("not-there", "Mastodon");
        return new Ending(
                State.AWAITING_PERSON,
                null,
                silent,
                null,
                List.of(
                        new Tried(SEND, Result.AMBIGUOUS, Duration.ZERO, silent),
                        new Tried(LOOK, Result.NOT_FOUND, Duration.ofMinutes(2), missing),
                        new Tried(LOOK, Result.TRY_LATER, Duration.ofMinutes(17), silent),
                        new Tried(LOOK, Result.NOT_FOUND, Duration.ofMinutes(32), missing)));
    }

    private static Ending refused() {
        Reason said = Reason.of("refused", MASTODON, "the picture is larger than this server allows");
        return new Ending(
                State.REFUSED, null, said, null, List.of(new Tried(SEND, Result.REFUSED, Duration.ofSeconds(1), said)));
    }

    private static Ending waiting(State state, Delivery.@Nullable Held held, Reason reason) {
        return new Ending(state, held, reason, null, List.of());
    }

    private static Tried sent(int seconds) {
        return new Tried(SEND, Result.SENT, Duration.ofSeconds(seconds), null);
    }

    // Addresses under .example lead nowhere, on purpose.
    private static String address(Delivery delivery) {
        return "https://" + delivery.network().id() + ".example/harbourminds/"
                + delivery.id().toString().substring(0, 8);
    }
}
