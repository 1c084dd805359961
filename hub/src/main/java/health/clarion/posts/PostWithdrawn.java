package health.clarion.posts;

import java.util.UUID;

/** A post was taken back from review, its words unchanged so far. */
public record PostWithdrawn(UUID post, UUID submission) {}
