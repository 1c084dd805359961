package health.clarion.posts;

import java.util.UUID;

/**
 * A post that had been submitted got other words: whatever was signed no longer stands for it.
 *
 * @param revision number of the new words
 */
public record PostEdited(UUID post, int revision) {}
