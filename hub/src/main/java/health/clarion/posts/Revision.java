package health.clarion.posts;

import java.time.Instant;
import java.util.UUID;

/**
 * The words as somebody left them.
 *
 * @param number 1 first
 * @param at when it was last saved
 */
public record Revision(UUID post, int number, UUID author, Instant at, Content content) {}
