package health.clarion.channels;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One try to publish one part.
 *
 * @param key from {@link Channel#key}; the same on every attempt of the part
 * @param createdAt fixed per part; the same on every attempt
 * @param keySince when the key was first used
 * @param number 1 for the first attempt
 * @param root receipt of the thread's first part; null for the first part itself
 * @param parent receipt of the part just before; null for the first part
 * @param steps handles that earlier attempts saved
 * @param fence asked just before the request that publishes
 * @param deadline when the whole attempt must be over
 */
public record Attempt(
        String key,
        Instant createdAt,
        Instant keySince,
        int number,
        @Nullable Receipt root,
        @Nullable Receipt parent,
        Steps steps,
        MediaSource media,
        Fence fence,
        Instant deadline) {}
