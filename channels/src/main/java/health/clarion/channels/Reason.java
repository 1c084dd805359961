package health.clarion.channels;

import java.util.Arrays;
import java.util.List;

/**
 * Why something is so, for a person: a key in {@code messages/channels*.properties} and what fills its gaps. The
 * arguments may quote a network's own words; they hold no secret.
 */
public record Reason(String key, List<String> arguments) {

    public Reason {
        arguments = List.copyOf(arguments);
    }

    /** {@code key} is the part after {@code channels.}; each argument is shown as its {@code toString()}. */
    public static Reason of(String key, Object... arguments) {
        return new Reason(
                "channels." + key, Arrays.stream(arguments).map(String::valueOf).toList());
    }

    @Override
    public String toString() {
        return arguments.isEmpty() ? key : key + arguments;
    }
}
