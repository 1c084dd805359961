package health.clarion.publishing;

import health.clarion.audit.Audit;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Says on the record, and to other modules, what became of a delivery. */
@Component
class Announcer {

    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;

    Announcer(Audit audit, ApplicationEventPublisher events, TransactionTemplate transaction) {
        this.audit = audit;
        this.events = events;
        this.transaction = transaction;
    }

    /** Says what a worker made of it, when that is worth saying: it is out, or a person is needed. */
    void became(Delivery delivery, Delivery.State state) {
        if (state == Delivery.State.SENT) {
            sent(delivery);
        } else if (state.needsPerson()) {
            needsPerson(delivery, state);
        }
    }

    void sent(Delivery delivery) {
        say(
                "delivery.sent",
                delivery,
                new DeliverySent(delivery.id(), delivery.post(), delivery.campaign(), delivery.account()));
    }

    void needsPerson(Delivery delivery, Delivery.State state) {
        say(
                "delivery." + state.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                delivery,
                new DeliveryNeedsPerson(delivery.id(), delivery.post(), state));
    }

    /** It is out, but not as it was signed. */
    void differs(Delivery delivery) {
        say("delivery.differs", delivery, new DeliveryNeedsPerson(delivery.id(), delivery.post(), Delivery.State.SENT));
    }

    void retracted(Delivery delivery) {
        say("delivery.retracted", delivery, new DeliveryRetracted(delivery.id(), delivery.post(), delivery.campaign()));
    }

    private void say(String what, Delivery delivery, Object event) {
        transaction.executeWithoutResult(status -> {
            audit.record(
                    what,
                    "hub",
                    "delivery:" + delivery.id(),
                    Map.of(
                            "post", delivery.post().toString(),
                            "account", delivery.account().toString(),
                            "hash", delivery.contentHash()));
            events.publishEvent(event);
        });
    }
}
