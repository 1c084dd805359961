package health.clarion.campaigns;

import health.clarion.networks.Network;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What modules above know about a campaign and its pages show. Offered as a bean by the module that publishes. */
public interface CampaignPanel {

    /**
     * A post people can read now.
     *
     * @param link where it is on its network
     * @param corrects the post that this one corrects, or null
     * @param correctedBy the post that corrects this one, or null
     */
    record LivePost(
            Network network,
            String handle,
            String text,
            String language,
            Instant at,
            URI link,
            @Nullable URI corrects,
            @Nullable URI correctedBy) {}

    /** A post in the making, for staff. {@code state} is in the reader's words. */
    record Work(String title, String state, String href) {}

    /** The newest live posts of a campaign, newest first; never a retracted one. */
    List<LivePost> livePosts(UUID campaign, int limit);

    /** What is being worked on, nearest date first, in the reader's language. */
    default List<Work> work(UUID campaign, Locale locale, int limit) {
        return List.of();
    }
}
