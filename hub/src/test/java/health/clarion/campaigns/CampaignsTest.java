package health.clarion.campaigns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.clarion.HubTest;
import health.clarion.audit.Audit;
import health.clarion.campaigns.Campaigns.Change;
import health.clarion.networks.Hashtag;
import health.clarion.networks.Network;
import health.clarion.operations.DeclaredReference;
import health.clarion.people.Member;
import health.clarion.people.Role;
import health.clarion.people.SignedIn;
import java.net.URI;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Qualifier;

@HubTest
class CampaignsTest {

    private static final String ACTOR = "member:" + UUID.randomUUID();

    private final Campaigns campaigns;
    private final PlatformAdvice advice;
    private final NetworkEvidence evidence;
    private final Audit audit;
    private final DeclaredReference owners;
    private final SignedIn signedIn;

    CampaignsTest(
            Campaigns campaigns,
            PlatformAdvice advice,
            NetworkEvidence evidence,
            Audit audit,
            @Qualifier("campaignOwners") DeclaredReference owners,
            SignedIn signedIn) {
        this.campaigns = campaigns;
        this.advice = advice;
        this.evidence = evidence;
        this.audit = audit;
        this.owners = owners;
        this.signedIn = signedIn;
    }

    @Test
    void aBriefIsReadBackAsItWasWritten() {
        Brief brief = whole("Keep one door open");
        Campaign campaign = campaigns.create(brief, ACTOR);

        assertThat(campaigns.find(campaign.id())).contains(campaign);
        assertThat(campaigns.bySlug(campaign.slug())).contains(campaign);
        assertThat(campaign.brief()).isEqualTo(brief);
        assertThat(campaign.state()).isEqualTo(Campaign.State.DRAFT);
        assertThat(campaigns.named(Set.of(campaign.id(), UUID.randomUUID())))
                .isEqualTo(Map.of(campaign.id(), "Keep one door open"));
        assertThat(audit.newest(campaign.subject(), null, 1))
                .extracting(Audit.Entry::what)
                .containsExactly("campaign.written");
    }

    @Test
    void namesakesGetAddressesOfTheirOwnAndKeepThem() {
        String title = "Namesake " + UUID.randomUUID();
        Campaign first = campaigns.create(whole(title), ACTOR);
        Campaign second = campaigns.create(whole(title), ACTOR);
        Change changed = campaigns.change(second.id(), second.version(), whole("Another title"), ACTOR);

        assertThat(second.slug()).isEqualTo(first.slug() + "-2");
        assertThat(changed).isInstanceOfSatisfying(Change.Saved.class, saved -> assertThat(
                        saved.campaign().slug())
                .isEqualTo(second.slug()));
    }

    @Test
    void howeverManyCampaignsAreCalledTheSameEachIsKept() {
        String title = "Twins " + UUID.randomUUID();
        Set<String> addresses = new HashSet<>();
        for (int n = 0; n < 205; n++) {
            addresses.add(campaigns.create(whole(title), ACTOR).slug());
        }

        assertThat(addresses)
                .hasSize(205)
                .allMatch(slug -> campaigns.bySlug(slug).isPresent());
    }

    @Test
    void twoPeopleNeverOverwriteEachOther() {
        Campaign campaign = campaigns.create(whole("Two at once"), ACTOR);
        campaigns.change(campaign.id(), campaign.version(), whole("The first one"), ACTOR);
        Change late = campaigns.change(campaign.id(), campaign.version(), whole("The second one"), ACTOR);

        assertThat(late).isInstanceOfSatisfying(Change.Stale.class, stale -> assertThat(
                        stale.now().title())
                .isEqualTo("The first one"));
        assertThat(campaigns.move(campaign.id(), campaign.version(), Campaign.State.OPEN, ACTOR))
                .isInstanceOf(Change.Stale.class);
        assertThat(campaigns.change(UUID.randomUUID(), 1, whole("Nobody"), ACTOR))
                .isInstanceOf(Change.Unknown.class);
    }

    @Test
    void aCampaignOpensEndsAndOpensAgainButADraftDoesNotEnd() {
        Campaign draft = campaigns.create(whole("Doors"), ACTOR);
        assertThatThrownBy(() -> campaigns.move(draft.id(), draft.version(), Campaign.State.CLOSED, ACTOR))
                .isInstanceOf(IllegalStateException.class);

        Campaign open = saved(campaigns.move(draft.id(), draft.version(), Campaign.State.OPEN, ACTOR));
        Campaign closed = saved(campaigns.move(draft.id(), open.version(), Campaign.State.CLOSED, ACTOR));
        assertThat(open.open()).isTrue();
        assertThat(closed.open()).isFalse();
        assertThat(saved(campaigns.move(draft.id(), closed.version(), Campaign.State.OPEN, ACTOR))
                        .open())
                .isTrue();
    }

    @Test
    void pausingTwiceIsNotedOnce() {
        Campaign campaign = campaigns.create(whole("Pause"), ACTOR);
        Campaign paused = campaigns.pause(campaign.id(), true, ACTOR);

        assertThat(paused.paused()).isTrue();
        assertThat(campaigns.pause(campaign.id(), true, ACTOR).version()).isEqualTo(paused.version());
        assertThat(campaigns.pause(campaign.id(), false, ACTOR).paused()).isFalse();
    }

    @Test
    void aListForOneCampaignHoldsThatOneOnly() {
        Campaign mine = campaigns.create(whole("Mine"), ACTOR);
        campaigns.create(whole("Not mine"), ACTOR);

        assertThat(campaigns.list(null, mine.id(), 0).campaigns()).containsExactly(mine);
        assertThat(campaigns.list(null, new UUID(0, 0), 0).total()).isZero();
        assertThat(campaigns.list(null, null, Integer.MAX_VALUE).campaigns()).isNotEmpty();
    }

    @Test
    void aHashtagReadAsOneWordIsOfferedWithCapitals() {
        Brief brief = whole("Tags").tagged(List.of(new Hashtag("mentalhealth"), new Hashtag("OneOpenDoor")));

        assertThat(brief.hasUnreadableHashtags()).isTrue();
        assertThat(brief.withReadableHashtags().hashtags())
                .extracting(Hashtag::name)
                .containsExactly("MentalHealth", "OneOpenDoor");
    }

    @Test
    void youngAudiencesAreToldOtherNetworksThanOldOnes() {
        List<Network> teens = ranked(AgeBand.TEENS);
        List<Network> older = ranked(AgeBand.OLDER);

        assertThat(teens.indexOf(Network.TIKTOK)).isLessThan(teens.indexOf(Network.FACEBOOK));
        assertThat(older.indexOf(Network.FACEBOOK)).isLessThan(older.indexOf(Network.INSTAGRAM));
        assertThat(teens).containsExactlyInAnyOrder(Network.values());
    }

    @Test
    void everyShareHasADatedSourceAndNoSourceMeansNoShare() {
        assertThat(advice.rank(audience(AgeBand.YOUNG_ADULTS), Goal.AWARENESS)).allSatisfy(one -> {
            assertThat(one.share().isPresent()).isEqualTo(!one.figures().isEmpty());
            assertThat(one.figures()).allSatisfy(figure -> {
                assertThat(figure.source().elsewhere()).isTrue();
                assertThat(figure.published()).isBefore(LocalDate.of(2026, 12, 1));
            });
            assertThat(one.reasons()).isNotEmpty();
        });
        Advice mastodon = advice.rank(audience(AgeBand.TEENS), Goal.MOBILISE).stream()
                .filter(one -> one.network() == Network.MASTODON)
                .findFirst()
                .orElseThrow();
        assertThat(mastodon.share()).isEmpty();
    }

    @Test
    void theNarrowestFigureForTheAgesIsTaken() {
        Advice instagram = find(Network.INSTAGRAM, audience(AgeBand.OLDER));
        assertThat(instagram.share()).hasValue(19);
        assertThat(find(Network.INSTAGRAM, audience(AgeBand.YOUNG_ADULTS)).share())
                .hasValue(80);
    }

    @Test
    void anAudienceFromACountryIsRankedByThatCountrysFiguresWhereThereAreAny() {
        Audience british = new Audience("Neighbours", "", Set.of(AgeBand.ADULTS), List.of("en-GB"), 9);

        assertThat(find(Network.YOUTUBE, british).figures())
                .extracting(Evidence::country)
                .containsExactly("GB");
    }

    @Test
    void aGoalThatNeedsLinksSpeaksAgainstNetworksWithout() {
        assertThat(find(Network.INSTAGRAM, audience(AgeBand.ADULTS), Goal.POLICY)
                        .reasons())
                .contains(new Advice.Reason(Advice.Reason.Kind.AGAINST, "campaigns.reason.no-links-to-act", 0));
        assertThat(find(Network.BLUESKY, audience(AgeBand.ADULTS), Goal.POLICY).reasons())
                .contains(new Advice.Reason(Advice.Reason.Kind.FOR, "campaigns.reason.links", 0));
    }

    @Test
    void aFigureChangedByTwoPeopleKeepsTheFirst() {
        Evidence row = new Evidence(
                UUID.randomUUID(),
                Network.THREADS,
                "AU",
                18,
                29,
                12,
                Evidence.Measure.USES,
                "A survey",
                WebLink.parse("https://example.org/survey").orElseThrow(),
                LocalDate.of(2026, 1, 1),
                null,
                null,
                null,
                0);
        assertThat(evidence.save(row, ACTOR)).isTrue();
        Evidence kept = evidence.find(row.id()).orElseThrow();
        assertThat(evidence.save(kept, ACTOR)).isTrue();
        assertThat(evidence.save(kept, ACTOR)).isFalse();
        assertThat(evidence.remove(row.id(), ACTOR)).isTrue();
        assertThat(evidence.remove(row.id(), ACTOR)).isFalse();
    }

    @Test
    void theDoctorFindsACampaignWhoseOwnerIsNobody() {
        Member known = signedIn.member(Role.COMMUNICATOR);
        UUID nobody = UUID.randomUUID();
        for (UUID owner : List.of(known.id(), nobody)) {
            campaigns.create(
                    Brief.of("Owned", "A change.", Goal.POLICY, LocalDate.EPOCH, LocalDate.EPOCH, owner), ACTOR);
        }

        assertThat(owners.referred(null, 10_000)).contains(known.id(), nobody);
        assertThat(owners.referred(nobody, 10_000)).doesNotContain(nobody);
        assertThat(owners.present(List.of(known.id(), nobody))).containsExactly(known.id());
    }

    @Test
    void aLinkForAPostNamesTheCampaignAndTheNetwork() {
        Campaign campaign = campaigns.create(whole("Links"), ACTOR);

        assertThat(campaigns.linkFor(campaign, Network.MASTODON, URI.create("https://example.org/letter")))
                .hasToString("https://example.org/letter?utm_source=mastodon&utm_medium=social&utm_campaign="
                        + campaign.slug());
    }

    private List<Network> ranked(AgeBand band) {
        return advice.rank(audience(band), Goal.AWARENESS).stream()
                .map(Advice::network)
                .toList();
    }

    private Advice find(Network network, Audience audience) {
        return find(network, audience, Goal.AWARENESS);
    }

    private Advice find(Network network, Audience audience, Goal goal) {
        return advice.rank(audience, goal).stream()
                .filter(one -> one.network() == network)
                .findFirst()
                .orElseThrow();
    }

    private static Audience audience(AgeBand band) {
        return new Audience("People", "", Set.of(band), List.of("en"), 9);
    }

    private static Campaign saved(Change change) {
        assertThat(change).isInstanceOf(Change.Saved.class);
        return ((Change.Saved) change).campaign();
    }

    private static Brief whole(String title) {
        return Brief.of(
                        title,
                        "Six colleges keep one door open every evening.",
                        Goal.POLICY,
                        LocalDate.of(2026, 9, 1),
                        LocalDate.of(2026, 12, 18),
                        UUID.randomUUID())
                .about("student mental health", "world-mental-health-day")
                .telling(
                        "At nine in the evening most doors are shut.\n\nWe ask for one that is not.",
                        "One room, one trained person, every evening of term.",
                        List.of(new Action(
                                "Sign the letter",
                                WebLink.parse("https://example.org/sign").orElseThrow())))
                .speakingTo(
                        List.of(new Audience(
                                "First-year students",
                                "Away from home for the first time.",
                                Set.of(AgeBand.TEENS, AgeBand.YOUNG_ADULTS),
                                List.of("en-GB", "es"),
                                12)),
                        Set.of(Network.BLUESKY, Network.MASTODON, Network.INSTAGRAM))
                .with(List.of(
                        new Partner(
                                "Student Union", WebLink.parse("example.org").orElseThrow()),
                        new Partner("Night Porters", null)))
                .tagged(List.of(new Hashtag("OneOpenDoor")));
    }
}
