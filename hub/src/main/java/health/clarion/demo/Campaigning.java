package health.clarion.demo;

import health.clarion.campaigns.Action;
import health.clarion.campaigns.AgeBand;
import health.clarion.campaigns.Audience;
import health.clarion.campaigns.Brief;
import health.clarion.campaigns.Campaign;
import health.clarion.campaigns.Campaigns;
import health.clarion.campaigns.Goal;
import health.clarion.campaigns.Partner;
import health.clarion.campaigns.WebLink;
import health.clarion.demo.Cast.Part;
import health.clarion.networks.Hashtag;
import health.clarion.networks.Network;
import health.clarion.people.Member;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/** The briefs of the demonstration: one campaign that runs, one that ended, one that is being thought about. */
@Component
@ConditionalOnBooleanProperty("clarion.demo")
class Campaigning {

    private static final Audience STUDENTS = new Audience(
            "Students",
            "In their first or second year at one of Westhaven’s six colleges. Many read on a phone, late.",
            Set.of(AgeBand.TEENS, AgeBand.YOUNG_ADULTS),
            List.of("en"),
            12);
    private static final Audience TUTORS = new Audience(
            "Tutors and college staff",
            "They decide about rooms and evenings, and meet students first.",
            Set.of(AgeBand.ADULTS, AgeBand.MIDDLE),
            List.of("en"),
            14);

    private final Campaigns campaigns;
    private final Cast cast;
    private final TravellingClock travelling;
    private final Clock clock;

    Campaigning(Campaigns campaigns, Cast cast, TravellingClock travelling, Clock clock) {
        this.campaigns = campaigns;
        this.cast = cast;
        this.travelling = travelling;
        this.clock = clock;
    }

    /** Writes all briefs; returns the campaigns' ids. */
    Map<Theme, UUID> plan() {
        Member nadia = cast.who(Part.NADIA);
        Member carles = cast.who(Part.CARLES);
        LocalDate today = LocalDate.ofInstant(clock.instant(), Cast.ZONE);
        Map<Theme, UUID> planned = new EnumMap<>(Theme.class);
        planned.put(Theme.ASK_TWICE, told(askTwice(carles, today), 75, carles, Campaign.State.CLOSED));
        planned.put(Theme.ONE_OPEN_DOOR, told(oneOpenDoor(nadia, today), 24, nadia, Campaign.State.OPEN));
        planned.put(Theme.EVERYONE_REACHES, told(everyoneReaches(carles, today), 4, carles, Campaign.State.DRAFT));
        return planned;
    }

    private UUID told(Brief brief, int daysAgo, Member owner, Campaign.State becomes) {
        return travelling.at(clock.instant().minus(Duration.ofDays(daysAgo)), () -> {
            Campaign campaign = campaigns.create(brief, owner.actor());
            if (becomes != Campaign.State.DRAFT) {
                campaigns.move(campaign.id(), campaign.version(), Campaign.State.OPEN, owner.actor());
            }
            if (becomes == Campaign.State.CLOSED) {
                campaigns.move(campaign.id(), campaign.version() + 1, becomes, owner.actor());
            }
            return campaign.id();
        });
    }

    private static Brief oneOpenDoor(Member owner, LocalDate today) {
        return Brief.of(
                        "One Open Door",
                        "At nine in the evening, a student who needs to talk finds most doors shut. We’re asking"
                                + " Westhaven’s six colleges to keep one open.",
                        Goal.POLICY,
                        today.minusDays(21),
                        today.plusDays(40),
                        owner.id())
                .about("Student mental health", null)
                .telling(
                        """
                        One room, one trained person, every evening of term.

                        A walk-in hour needs no form and no appointment. You knock, someone is there, and they know what to do next. Eight till ten, every evening: the hours when students say they most want to talk. A person, trained and supervised; not a leaflet and not a chatbot. Nothing is written down unless you ask, or someone’s life is in danger.

                        Two doors are open, at Brannoc since October and at Eastmere since November. Quayside is talking with us. St Orla, Highfield and Westhaven Arts have not answered yet.""",
                        "Put your name to our letter. It asks the six principals for one room and one trained person,"
                                + " every evening of term.",
                        List.of(
                                action("Sign the letter", "https://harbourminds.example/letter"),
                                action("Read Mara’s story", "https://harbourminds.example/mara")))
                .speakingTo(
                        List.of(STUDENTS, TUTORS),
                        Set.of(Network.BLUESKY, Network.MASTODON, Network.INSTAGRAM, Network.LINKEDIN))
                .tagged(List.of(Hashtag.of("OneOpenDoor"), Hashtag.of("Westhaven")))
                .with(List.of(
                        new Partner("Westhaven Students’ Union", link("https://union.example")),
                        new Partner("Brannoc Hall Porters", null)));
    }

    private static Brief askTwice(Member owner, LocalDate today) {
        return Brief.of(
                        "Ask Twice",
                        "More of us ask a friend a second time how they are.",
                        Goal.AWARENESS,
                        today.minusDays(70),
                        today.minusDays(35),
                        owner.id())
                .about("Student mental health", "world-mental-health-day")
                .telling("""
                        “Fine” is often the first answer, not the true one.

                        For a month we shared small ways to ask again: on a walk, over tea, by text. Thank you to everyone who did.""", "", List.of(action("Get help now", "/help")))
                .speakingTo(List.of(STUDENTS), Set.of(Network.BLUESKY, Network.INSTAGRAM))
                .tagged(List.of(Hashtag.of("AskTwice")));
    }

    private static Brief everyoneReaches(Member owner, LocalDate today) {
        return Brief.of(
                        "A Door Everyone Can Reach",
                        "Every walk-in room has a step-free way in, a quiet corner and a hearing loop.",
                        Goal.MOBILISE,
                        today.plusDays(7),
                        today.plusDays(28),
                        owner.id())
                .about("Access", "disabilities-day")
                .speakingTo(List.of(TUTORS), Set.of(Network.BLUESKY, Network.MASTODON, Network.LINKEDIN))
                .tagged(List.of(Hashtag.of("OneOpenDoor")));
    }

    private static Action action(String words, String address) {
        return new Action(words, link(address));
    }

    private static WebLink link(String address) {
        return WebLink.parse(address).orElseThrow();
    }
}
