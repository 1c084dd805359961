package health.clarion.campaigns.web;

import health.clarion.campaigns.Campaign;
import health.clarion.campaigns.Campaigns;
import health.clarion.campaigns.web.PublicCampaign.ShareLink;
import health.clarion.networks.Network;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Links that open a network's own "write a post" page with kind words in it. Nothing of the network is loaded before. */
final class ShareLinks {

    // When a campaign names no networks of its own.
    private static final List<Network> USUAL = List.of(Network.BLUESKY, Network.MASTODON, Network.FACEBOOK);

    private final Campaigns campaigns;

    ShareLinks(Campaigns campaigns) {
        this.campaigns = campaigns;
    }

    List<ShareLink> of(Campaign campaign, URI page) {
        List<Network> networks =
                campaign.networks().isEmpty() ? USUAL : campaign.brief().networksInOrder();
        List<ShareLink> links = new ArrayList<>();
        for (Network network : networks) {
            String address =
                    campaigns.shareLinkFor(campaign, network.id(), page).toString();
            String href = intent(network, words(campaign), address);
            if (!href.isEmpty()) {
                links.add(new ShareLink(network.displayName(), "brand-" + network.id(), href));
            }
        }
        String mailed = campaigns.shareLinkFor(campaign, "email", page).toString();
        String body = words(campaign) + "\n\n" + mailed;
        links.add(new ShareLink("", "mail", "mailto:?subject=" + encoded(campaign.title()) + "&body=" + encoded(body)));
        return List.copyOf(links);
    }

    private static String words(Campaign campaign) {
        String tags =
                campaign.hashtags().stream().limit(2).map(Object::toString).collect(Collectors.joining(" "));
        return (campaign.change() + " " + tags).strip();
    }

    // Where each network lets a visitor start a post; empty where it has no such address.
    private static String intent(Network network, String words, String address) {
        String both = encoded(words + " " + address);
        return switch (network) {
            case BLUESKY -> "https://bsky.app/intent/compose?text=" + both;
            case MASTODON -> "https://share.joinmastodon.org/#text=" + both;
            case X -> "https://x.com/intent/post?text=" + encoded(words) + "&url=" + encoded(address);
            case FACEBOOK -> "https://www.facebook.com/sharer/sharer.php?u=" + encoded(address);
            case THREADS -> "https://www.threads.net/intent/post?text=" + both;
            case LINKEDIN -> "https://www.linkedin.com/sharing/share-offsite/?url=" + encoded(address);
            case INSTAGRAM, TIKTOK, YOUTUBE, SNAPCHAT -> "";
        };
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
