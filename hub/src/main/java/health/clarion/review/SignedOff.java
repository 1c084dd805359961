package health.clarion.review;

import java.util.UUID;

/** Everybody who had to sign a submission has signed it. */
public record SignedOff(UUID submission, UUID post) {}
