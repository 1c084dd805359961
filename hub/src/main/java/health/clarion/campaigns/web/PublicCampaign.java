package health.clarion.campaigns.web;

import health.clarion.campaigns.AwarenessDay;
import health.clarion.campaigns.Campaign;
import health.clarion.campaigns.CampaignPanel;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the public page of a campaign shows.
 *
 * @param address where the page is, absolute
 * @param picture absolute address of the picture that networks show with a link
 * @param preview whether this is staff looking at a page that is not public
 */
public record PublicCampaign(
        Campaign campaign,
        String address,
        String picture,
        @Nullable AwarenessDay day,
        List<CampaignPanel.LivePost> posts,
        List<ShareLink> shares,
        boolean preview) {

    /** A way to pass the page on. {@code name} is the network's own, or empty for e-mail. */
    public record ShareLink(String name, String icon, String href) {}

    /** The story's paragraphs. */
    public List<String> story() {
        return paragraphs(campaign.brief().story());
    }

    public List<String> ask() {
        return paragraphs(campaign.brief().ask());
    }

    public boolean ended() {
        return campaign.state() == Campaign.State.CLOSED;
    }

    private static List<String> paragraphs(String text) {
        return Arrays.stream(text.split("\n\\s*\n"))
                .map(String::strip)
                .filter(paragraph -> !paragraph.isEmpty())
                .toList();
    }
}
