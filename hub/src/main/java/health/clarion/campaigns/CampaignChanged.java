package health.clarion.campaigns;

import java.util.UUID;

/** A campaign was written, changed, opened, closed, paused or resumed. */
public record CampaignChanged(UUID campaign, String slug) {}
