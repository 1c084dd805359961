package health.clarion.publishing;

import java.util.UUID;

/** Every part of a delivery is live. */
public record DeliverySent(UUID delivery, UUID post, UUID campaign, UUID account) {}
