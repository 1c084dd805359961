package health.clarion.posts;

import health.clarion.networks.Capabilities;
import health.clarion.networks.Network;
import health.clarion.safeguards.Knowledge;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;

/**
 * What the words are measured against.
 *
 * @param campaign label of the campaign, for links
 * @param readingAge the age to write for: the youngest of the campaign's audiences; empty when none says
 * @param limits what our accounts' servers accept; networks without an account are as our dated figures say
 */
public record Setting(String campaign, OptionalInt readingAge, Knowledge knowledge, Map<Network, Capabilities> limits) {

    public Setting {
        Map<Network, Capabilities> sorted = new EnumMap<>(Network.class);
        sorted.putAll(limits);
        limits = sorted;
    }

    /** What this network accepts. */
    public Capabilities limits(Network network) {
        Capabilities known = limits.get(network);
        return known == null ? Objects.requireNonNull(Capabilities.of(network)) : known;
    }
}
