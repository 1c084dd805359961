package health.clarion.campaigns.web;

import health.clarion.campaigns.AwarenessDays;
import health.clarion.campaigns.Campaign;
import health.clarion.campaigns.CampaignChanged;
import health.clarion.campaigns.CampaignPanel;
import health.clarion.campaigns.Campaigns;
import health.clarion.people.Organisation;
import health.clarion.people.Organisations;
import health.clarion.ui.LastKnown;
import health.clarion.ui.Problem;
import health.clarion.ui.PublicPages;
import health.clarion.ui.PublicPages.Look;
import health.clarion.ui.PublicPages.Page;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * The public pages as rendered, for a few seconds: a campaign that thousands look at is rendered once. A change made
 * by this hub shows at once, one made by another hub or a new post within {@link #OLDEST}.
 */
@Component
class PublicCampaignPages {

    private static final Duration FRESH = Duration.ofSeconds(3);
    private static final Duration OLDEST = Duration.ofSeconds(10);
    private static final int MOST_PAGES = 1_000;
    private static final int POSTS_SHOWN = 6;
    private static final String START = "";

    private record Key(String slug, Look look) {}

    private final Map<Key, LastKnown<Optional<Page>>> pages = new ConcurrentHashMap<>();
    private final Campaigns campaigns;
    private final AwarenessDays days;
    private final Organisations organisations;
    private final ObjectProvider<CampaignPanel> panels;
    private final PublicPages renderer;
    private final Clock clock;

    PublicCampaignPages(
            Campaigns campaigns,
            AwarenessDays days,
            Organisations organisations,
            ObjectProvider<CampaignPanel> panels,
            PublicPages renderer,
            Clock clock) {
        this.campaigns = campaigns;
        this.days = days;
        this.organisations = organisations;
        this.panels = panels;
        this.renderer = renderer;
        this.clock = clock;
    }

    /** @throws Problem 404 when no such page is public */
    Page page(String slug, Look look) {
        Key key = new Key(slug, look);
        return kept(key).orElseThrow(() -> {
            pages.remove(key);
            return Problem.notFound("campaigns.problem.no-page").next("ui.to-start", "/");
        });
    }

    Page start(Look look) {
        return kept(new Key(START, look)).orElseThrow();
    }

    @TransactionalEventListener
    void changed(CampaignChanged event) {
        pages.keySet()
                .removeIf(key -> key.slug().equals(event.slug()) || key.slug().equals(START));
    }

    // Only a page that is there takes up room; an unknown address and a failure do not.
    private Optional<Page> kept(Key key) {
        LastKnown<Optional<Page>> known = pages.get(key);
        if (known != null) {
            return known.get();
        }
        LastKnown<Optional<Page>> fresh = new LastKnown<>(() -> render(key), null, FRESH, OLDEST, clock);
        Optional<Page> page = fresh.get();
        if (page.isPresent()) {
            if (pages.size() >= MOST_PAGES) {
                pages.clear();
            }
            pages.put(key, fresh);
        }
        return page;
    }

    // That a campaign is no longer public is an answer; only when the database can't be asked does the old page stay.
    private Optional<Page> render(Key key) {
        return key.slug().equals(START) ? Optional.of(renderStart(key.look())) : renderCampaign(key);
    }

    private Page renderStart(Look look) {
        return renderer.render("campaigns/start", look, "/", Map.of("campaigns", campaigns.open()));
    }

    private Optional<Page> renderCampaign(Key key) {
        return campaigns
                .bySlug(key.slug())
                .filter(found -> found.state() != Campaign.State.DRAFT)
                .map(campaign -> renderer.render(
                        "campaigns/page", key.look(), "/c/" + campaign.slug(), Map.of("page", shown(campaign, false))));
    }

    /** What the page shows; with {@code preview} also of a campaign that is not public. */
    PublicCampaign shown(Campaign campaign, boolean preview) {
        Organisation organisation = organisations.current();
        String address = organisation.link("/c/" + campaign.slug());
        String day = campaign.brief().day();
        List<CampaignPanel.LivePost> posts = panels.stream()
                .flatMap(panel -> panel.livePosts(campaign.id(), POSTS_SHOWN).stream())
                .limit(POSTS_SHOWN)
                .toList();
        return new PublicCampaign(
                campaign,
                address,
                organisation.link("/clarion/campaign-door.png"),
                day == null ? null : days.find(day).orElse(null),
                posts,
                new ShareLinks(campaigns).of(campaign, URI.create(address)),
                preview);
    }
}
