package health.clarion.channels;

import health.clarion.channels.bluesky.BlueskyChannel;
import health.clarion.channels.gateway.Gateway;
import health.clarion.channels.mastodon.MastodonChannel;
import health.clarion.networks.Network;
import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The channels there are. A network without one is served by the copy pack. */
public final class Channels {

    private final Map<Network, Channel> channels = new EnumMap<>(Network.class);

    private Channels(List<Channel> all) {
        all.forEach(channel -> channels.put(channel.network(), channel));
    }

    /** Every channel that Clarion has, speaking through this gateway. */
    public static Channels standard(Gateway gateway) {
        return standard(gateway, Clock.systemUTC());
    }

    /** As {@link #standard(Gateway)}, telling time by {@code clock}. */
    public static Channels standard(Gateway gateway, Clock clock) {
        return of(new BlueskyChannel(gateway, clock), new MastodonChannel(gateway, clock));
    }

    /** Just these. */
    public static Channels of(Channel... channels) {
        return new Channels(List.of(channels));
    }

    /** The channel to this network; empty when only a person can post there. */
    public Optional<Channel> on(Network network) {
        return Optional.ofNullable(channels.get(network));
    }

    /** The networks that have a channel. */
    public Set<Network> networks() {
        return Set.copyOf(channels.keySet());
    }
}
