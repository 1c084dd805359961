package health.clarion.review;

import java.util.UUID;

/** A submission's signatures no longer count: it was edited or withdrawn. */
public record SignOffVoided(UUID submission, UUID post) {}
