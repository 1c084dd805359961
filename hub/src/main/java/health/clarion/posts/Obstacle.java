package health.clarion.posts;

import health.clarion.networks.Network;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something other than a finding that keeps a post from being submitted.
 *
 * @param network where; null when it concerns the post itself
 * @param key message key
 * @param arguments for the message
 */
public record Obstacle(@Nullable Network network, String key, List<String> arguments) {

    public Obstacle {
        arguments = List.copyOf(arguments);
    }

    static Obstacle of(@Nullable Network network, String key, Object... arguments) {
        return new Obstacle(
                network,
                key,
                java.util.Arrays.stream(arguments).map(String::valueOf).toList());
    }
}
