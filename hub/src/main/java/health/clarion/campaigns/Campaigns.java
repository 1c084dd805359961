package health.clarion.campaigns;

import health.clarion.networks.Network;
import java.net.URI;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** All campaigns. {@code actor} is how the audit names who did it, such as {@code member:<uuid>}. */
public interface Campaigns {

    /** Campaigns on one page of a list. */
    int PAGE = 20;

    /** Most campaigns listed without pages. */
    int MOST = 500;

    /** Writes a new campaign, as a draft, under a free address made from its title. */
    Campaign create(Brief brief, String actor);

    /**
     * Replaces the brief, unless somebody changed the campaign since {@code version}, or its page is public and the
     * safeguards find what may not be.
     */
    Change change(UUID id, long version, Brief brief, String actor);

    /**
     * Opens, closes or takes back to draft, unless somebody changed the campaign since {@code version}.
     *
     * @throws IllegalStateException when its state may not become {@code state}
     */
    Change move(UUID id, long version, Campaign.State state, String actor);

    /** Stops everything of it from being sent, or lets it go on. Says nothing when it is so already. */
    Campaign pause(UUID id, boolean paused, String actor);

    Optional<Campaign> find(UUID id);

    Optional<Campaign> bySlug(String slug);

    /** Newest change first, at most {@link #MOST}. */
    List<Campaign> all();

    /** Open campaigns, the one that ends first at the top, at most {@link #PAGE}. */
    List<Campaign> open();

    /**
     * One page of the list, open ones first, then by start, newest first.
     *
     * @param state only those, or null for all
     * @param only the one campaign the reader may see, or null for all
     * @param page from 0
     */
    Listing list(Campaign.@Nullable State state, @Nullable UUID only, int page);

    /** Titles by id, for lists of other modules; ids that belong to nothing are left out. */
    Map<UUID, String> named(Collection<UUID> ids);

    /** The address to put into a post: it says which campaign and network sent the reader. */
    default URI linkFor(Campaign campaign, Network network, URI link) {
        return TrackedLink.of(link, network.id(), "social", campaign.slug());
    }

    /** The address a visitor passes on, by a network or, say, {@code email}. */
    default URI shareLinkFor(Campaign campaign, String by, URI link) {
        return TrackedLink.of(link, by, "share", campaign.slug());
    }

    /** A page of the list and how many there are on all pages. */
    record Listing(List<Campaign> campaigns, int total, int page) {

        public int pages() {
            return Math.max(1, (total + PAGE - 1) / PAGE);
        }
    }

    /** What became of a change. */
    sealed interface Change {

        record Saved(Campaign campaign) implements Change {}

        /** Somebody else changed it first; {@code now} is theirs, and nothing of it was overwritten. */
        record Stale(Campaign now) implements Change {}

        /** Its page is or would become public, and the safeguards found what may not be; nothing was changed. */
        record Blocked(List<PageFinding> findings) implements Change {}

        /** There is no such campaign. */
        record Unknown() implements Change {}
    }
}
