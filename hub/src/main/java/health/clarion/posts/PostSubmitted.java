package health.clarion.posts;

import java.util.UUID;

/** A post was handed to review. */
public record PostSubmitted(UUID post, UUID submission, ContentHash hash) {}
