package health.clarion.publishing;

import health.clarion.audit.Audit;
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

    void sent(Delivery delivery) {
        say(
                "delivery.sent",
                delivery,
                new DeliverySent(delivery.id(), delivery.post(), delivery.campaign(), delivery.account()));
    }

    void needsPerson(Delivery delivery, Delivery.State state) {
        say(
                "delivery." + state.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'),
                delivery,
                new DeliveryNeedsPerson(delivery.id(), delivery.post(), state));
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
