package health.clarion.demo;

import health.clarion.accounts.Account;
import health.clarion.accounts.DemoNetworks;
import health.clarion.demo.Cast.Part;
import health.clarion.networks.Network;
import health.clarion.people.Member;
import health.clarion.publishing.Rhythm;
import health.clarion.publishing.Rhythm.Beat;
import health.clarion.review.OnCall;
import health.clarion.review.Reader;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
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
    private final Rhythm rhythm;
    private final Replies replies;
    private final Clock clock;

    World(
            Cast cast,
            Campaigning campaigning,
            Stage stage,
            DemoNetworks networks,
            OnCall onCall,
            Rhythm rhythm,
            Replies replies,
            Clock clock) {
        this.cast = cast;
        this.campaigning = campaigning;
        this.stage = stage;
        this.networks = networks;
        this.onCall = onCall;
        this.rhythm = rhythm;
        this.replies = replies;
        this.clock = clock;
    }

    void build() {
        Map<Theme, java.util.UUID> campaigns = campaigning.plan();
        cast.hire(Part.BEATRIZ, campaigns.get(Theme.ONE_OPEN_DOOR));
        Map<Network, Account> accounts = accounts();
        someoneIsOnCall();
        replies.agreeOnDuty();
        agreeOnRhythm();
        stage.set(campaigns, accounts);
        Script.scenes().forEach(stage::play);
        replies.arrive(accounts);
    }

    private void someoneIsOnCall() {
        Instant now = clock.instant();
        Member ruth = cast.who(Part.RUTH);
        onCall.add(Reader.CLINICIAN, cast.who(Part.ILSE).id(), now, now.plus(Duration.ofDays(7)), ruth);
        onCall.add(Reader.LEGAL, cast.who(Part.TOMAS).id(), now, now.plus(Duration.ofDays(7)), ruth);
    }

    private void agreeOnRhythm() {
        Member nadia = cast.who(Part.NADIA);
        LocalTime noon = LocalTime.of(12, 30);
        LocalTime evening = LocalTime.of(17, 0);
        rhythm.set(new Beat(Network.BLUESKY, 3, List.of(LocalTime.of(9, 0), evening)), nadia);
        rhythm.set(new Beat(Network.MASTODON, 2, List.of(noon, evening)), nadia);
        rhythm.set(new Beat(Network.INSTAGRAM, 2, List.of(evening)), nadia);
        rhythm.set(new Beat(Network.LINKEDIN, 1, List.of(noon)), nadia);
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
        return accounts;
    }
}
