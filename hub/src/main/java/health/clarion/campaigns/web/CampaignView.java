package health.clarion.campaigns.web;

import health.clarion.campaigns.AwarenessDays;
import health.clarion.campaigns.Campaign;
import health.clarion.campaigns.CampaignPanel;
import health.clarion.campaigns.Campaigns;
import health.clarion.campaigns.PageChecks;
import health.clarion.campaigns.PlatformAdvice;
import health.clarion.campaigns.web.ShownCampaign.ForAudience;
import health.clarion.campaigns.web.ShownCampaign.NetworkLink;
import health.clarion.people.Organisations;
import health.clarion.people.People;
import health.clarion.ui.Ui;
import java.net.URI;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Gathers what the staff's page of one campaign shows. */
@Component
class CampaignView {

    private static final int SHOWN = 20;

    private final Campaigns campaigns;
    private final PlatformAdvice advice;
    private final PageChecks checks;
    private final AwarenessDays days;
    private final People people;
    private final Organisations organisations;
    private final ObjectProvider<CampaignPanel> panels;

    CampaignView(
            Campaigns campaigns,
            PlatformAdvice advice,
            PageChecks checks,
            AwarenessDays days,
            People people,
            Organisations organisations,
            ObjectProvider<CampaignPanel> panels) {
        this.campaigns = campaigns;
        this.advice = advice;
        this.checks = checks;
        this.days = days;
        this.people = people;
        this.organisations = organisations;
        this.panels = panels;
    }

    ShownCampaign of(Campaign campaign, Ui ui) {
        String day = campaign.brief().day();
        URI page = URI.create(organisations.current().link("/c/" + campaign.slug()));
        return new ShownCampaign(
                campaign,
                people.named(Set.of(campaign.owner())).getOrDefault(campaign.owner(), ""),
                day == null ? null : days.find(day).orElse(null),
                campaign.audiences().stream()
                        .map(audience -> new ForAudience(audience, advice.rank(audience, campaign.goal())))
                        .toList(),
                campaign.brief().networksInOrder().stream()
                        .map(network -> new NetworkLink(network, campaigns.linkFor(campaign, network, page)))
                        .toList(),
                checks.findings(campaign.brief(), ui.locale()),
                panels.stream()
                        .flatMap(panel -> panel.livePosts(campaign.id(), SHOWN).stream())
                        .limit(SHOWN)
                        .toList(),
                panels.stream()
                        .flatMap(panel -> panel.work(campaign.id(), ui.locale(), SHOWN).stream())
                        .limit(SHOWN)
                        .toList());
    }
}
