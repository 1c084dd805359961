package health.clarion.campaigns.web;

import health.clarion.campaigns.Campaign;
import health.clarion.campaigns.Campaigns;
import health.clarion.people.Member;
import health.clarion.ui.Problem;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Which campaigns a member may see: staff all, a partner theirs. What they may not see is not there for them. */
@Component
class CampaignAccess {

    private final Campaigns campaigns;

    CampaignAccess(Campaigns campaigns) {
        this.campaigns = campaigns;
    }

    /** @throws Problem 404 when there is none, or not for this member */
    Campaign readable(Member me, String slug) {
        return mine(me, campaigns.bySlug(slug));
    }

    /** @throws Problem 404 when there is none, or not for this member */
    Campaign readable(Member me, UUID id) {
        return mine(me, campaigns.find(id));
    }

    private static Campaign mine(Member me, Optional<Campaign> found) {
        return found.filter(campaign ->
                        me.partnerCampaign().map(campaign.id()::equals).orElse(true))
                .orElseThrow(() -> Problem.notFound("campaigns.problem.none").next("campaigns.to-list", "/campaigns"));
    }
}
