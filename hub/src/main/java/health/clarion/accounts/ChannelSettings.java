package health.clarion.accounts;

import health.clarion.channels.Channels;
import health.clarion.channels.bluesky.BlueskyLogin;
import health.clarion.channels.gateway.Gateway;
import health.clarion.channels.mastodon.MastodonLogin;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The way out to the networks. Servers on this machine are spoken to only in demonstrations and tests. */
@Configuration(proxyBeanMethods = false)
class ChannelSettings {

    @Bean
    Gateway gateway(@Value("${clarion.allow-loopback-networks:${clarion.demo:false}}") boolean allowLoopback) {
        return new Gateway(Gateway.Settings.of(allowLoopback));
    }

    @Bean
    Channels channels(Gateway gateway, Clock clock) {
        return Channels.standard(gateway, clock);
    }

    @Bean
    BlueskyLogin blueskyLogin(Gateway gateway, Clock clock) {
        return new BlueskyLogin(gateway, clock);
    }

    @Bean
    MastodonLogin mastodonLogin(Gateway gateway, Clock clock) {
        return new MastodonLogin(gateway, clock);
    }
}
