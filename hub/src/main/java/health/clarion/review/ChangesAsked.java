package health.clarion.review;

import java.util.UUID;

/** Somebody asked for a change to a submission. */
public record ChangesAsked(UUID submission, UUID post) {}
