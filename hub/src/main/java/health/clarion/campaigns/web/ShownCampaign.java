package health.clarion.campaigns.web;

import health.clarion.campaigns.Advice;
import health.clarion.campaigns.Audience;
import health.clarion.campaigns.AwarenessDay;
import health.clarion.campaigns.Campaign;
import health.clarion.campaigns.CampaignPanel;
import health.clarion.campaigns.PageFinding;
import health.clarion.networks.Network;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the staff's page of one campaign shows.
 *
 * @param ownerName empty when the owner's account is gone
 * @param links the public page's address for each network, with what says where readers came from
 * @param findings what the safeguards say about the public page
 */
public record ShownCampaign(
        Campaign campaign,
        String ownerName,
        @Nullable AwarenessDay day,
        List<ForAudience> audiences,
        List<NetworkLink> links,
        List<PageFinding> findings,
        List<CampaignPanel.LivePost> live,
        List<CampaignPanel.Work> work) {

    /** An audience with the networks that fit it, best first. */
    public record ForAudience(Audience audience, List<Advice> ranked) {}

    /** An address to put into a post on one network. */
    public record NetworkLink(Network network, URI link) {}

    public String publicPath() {
        return "/c/" + campaign.slug();
    }
}
