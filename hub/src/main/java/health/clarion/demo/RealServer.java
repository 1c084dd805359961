package health.clarion.demo;

import health.clarion.accounts.Account;
import health.clarion.accounts.DemoNetworks;
import health.clarion.demo.Cast.Part;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/** The real Bluesky server that the launcher may have started beside the demonstration; each start has a new one. */
@Component
@ConditionalOnBooleanProperty("clarion.demo")
class RealServer {

    private static final Logger log = LoggerFactory.getLogger(RealServer.class);

    private final Cast cast;
    private final DemoNetworks networks;
    private final String address;
    private @Nullable Account account;

    /** @param address as {@link DemoNetworks#bluesky} takes it; empty when there is none */
    RealServer(Cast cast, DemoNetworks networks, @Value("${clarion.demo.bluesky:}") String address) {
        this.cast = cast;
        this.networks = networks;
        this.address = address;
    }

    /** Connects Harbour Minds to it. The demonstration goes on without when the server doesn't answer. */
    void connect() {
        if (address.isEmpty()) {
            return;
        }
        try {
            account = networks.bluesky(URI.create(address), cast.who(Part.RUTH).id());
        } catch (RuntimeException refused) {
            log.warn("the Bluesky server beside the demonstration was not connected", refused);
        }
    }

    /** What to tell whoever started the demonstration. */
    String line() {
        Account connected = account;
        if (connected == null) {
            return "Nothing leaves this computer. To publish to a real Bluesky server on it: run --demo --bluesky";
        }
        return "A real Bluesky server runs beside it: post to " + connected.handle() + ", then look at "
                + connected.server() + "/xrpc/com.atproto.repo.listRecords?collection=app.bsky.feed.post&repo="
                + connected.handle();
    }
}
