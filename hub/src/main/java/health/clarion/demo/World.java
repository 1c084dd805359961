package health.clarion.demo;

import health.clarion.accounts.Account;
import health.clarion.accounts.DemoNetworks;
import health.clarion.demo.Cast.Part;
import health.clarion.networks.Network;
import health.clarion.people.Member;
import health.clarion.review.OnCall;
import health.clarion.review.Reader;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/** Harbour Minds as it stands today: its accounts, its campaigns, and two weeks of work. */
@Component
@ConditionalOnBooleanProperty("clarion.demo")
class World {

    private final Cast cast;
    private final Campaigning campaigning;
    private final Stage stage;
    private final DemoNetworks networks;
    private final OnCall onCall;
    private final Clock clock;
    private final String bluesky;

    World(
            Cast cast,
            Campaigning campaigning,
            Stage stage,
            DemoNetworks networks,
            OnCall onCall,
            Clock clock,
            @Value("${clarion.demo.bluesky:}") String bluesky) {
        this.cast = cast;
        this.campaigning = campaigning;
        this.stage = stage;
        this.networks = networks;
        this.onCall = onCall;
        this.clock = clock;
        this.bluesky = bluesky;
    }

    void build() {
        Map<Theme, java.util.UUID> campaigns = campaigning.plan();
        cast.hire(Part.BEATRIZ, campaigns.get(Theme.ONE_OPEN_DOOR));
        someoneIsOnCall();
        stage.set(campaigns, accounts());
        Script.scenes().forEach(stage::play);
    }

    private void someoneIsOnCall() {
        Instant now = clock.instant();
        Member ruth = cast.who(Part.RUTH);
        onCall.add(Reader.CLINICIAN, cast.who(Part.ILSE).id(), now, now.plus(Duration.ofDays(7)), ruth);
        onCall.add(Reader.LEGAL, cast.who(Part.TOMAS).id(), now, now.plus(Duration.ofDays(7)), ruth);
    }

    private Map<Network, Account> accounts() {
        java.util.UUID ruth = cast.who(Part.RUTH).id();
        Map<Network, Account> accounts = new EnumMap<>(Network.class);
        accounts.put(
                Network.BLUESKY,
                networks.invented(
                        Network.BLUESKY,
                        URI.create("https://pds.example"),
                        "harbourminds.example",
                        "Harbour Minds",
                        ruth));
        accounts.put(
                Network.MASTODON,
                networks.invented(
                        Network.MASTODON, URI.create("https://social.example"), "harbourminds", "Harbour Minds", ruth));
        accounts.put(
                Network.INSTAGRAM,
                networks.invented(
                        Network.INSTAGRAM,
                        URI.create("https://www.instagram.com/harbourminds.example"),
                        "harbourminds.example",
                        "Harbour Minds",
                        ruth));
        accounts.put(
                Network.LINKEDIN,
                networks.invented(
                        Network.LINKEDIN,
                        URI.create("https://www.linkedin.com/company/harbourminds-example"),
                        "harbourminds-example",
                        "Harbour Minds",
                        ruth));
        if (!bluesky.isEmpty()) {
            networks.bluesky(URI.create(bluesky), ruth);
        }
        return accounts;
    }
}
