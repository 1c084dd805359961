package health.clarion.publishing;

import java.util.UUID;

/** A delivery can go no further without a person. */
public record DeliveryNeedsPerson(UUID delivery, UUID post, Delivery.State state) {}
