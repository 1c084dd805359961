package health.clarion.publishing;

import java.util.UUID;

/** A delivery was taken down again. */
public record DeliveryRetracted(UUID delivery, UUID post, UUID campaign) {}
