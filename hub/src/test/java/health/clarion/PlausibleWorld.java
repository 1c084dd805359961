package health.clarion;

import health.clarion.accounts.Account;
import health.clarion.accounts.TestAccounts;
import health.clarion.campaigns.Brief;
import health.clarion.campaigns.Campaign;
import health.clarion.campaigns.Campaigns;
import health.clarion.campaigns.Goal;
import health.clarion.media.Media;
import health.clarion.media.MediaItem;
import health.clarion.media.Samples;
import health.clarion.networks.Network;
import health.clarion.people.Member;
import health.clarion.people.Role;
import health.clarion.people.SignedIn;
import health.clarion.posts.Content;
import health.clarion.posts.Post;
import health.clarion.posts.Posts;
import health.clarion.posts.Submission;
import health.clarion.publishing.Publishing;
import health.clarion.publishing.SignedPosts;
import health.clarion.publishing.Wall;
import health.clarion.rig.MastodonStandIn;
import jakarta.annotation.PreDestroy;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** One of each thing an address may be about, so that a bad value is met where it is read, not at a missing thing. */
@Component
class PlausibleWorld {

    private static final int TIMES = 6;
    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    private final Campaigns campaigns;
    private final Posts posts;
    private final Publishing publishing;
    private final SignedPosts signed;
    private final TestAccounts accounts;
    private final SignedIn people;
    private final Media media;
    private final JdbcClient jdbc;
    private @Nullable MastodonStandIn network;
    private Map<String, String> things = Map.of();
    private int asked;

    PlausibleWorld(
            Campaigns campaigns,
            Posts posts,
            Publishing publishing,
            SignedPosts signed,
            TestAccounts accounts,
            SignedIn people,
            Media media,
            JdbcClient jdbc) {
        this.campaigns = campaigns;
        this.posts = posts;
        this.publishing = publishing;
        this.signed = signed;
        this.accounts = accounts;
        this.people = people;
        this.media = media;
        this.jdbc = jdbc;
    }

    /**
     * Things that exist, by the beginning of the paths that lead to them and by the names of fields that mean them. New
     * ones every few times, since some addresses make an end of them.
     */
    Map<String, String> now(Member me) {
        if (asked++ % TIMES == 0) {
            things = made(me);
        }
        return things;
    }

    private Map<String, String> made(Member me) {
        if (network == null) {
            network = MastodonStandIn.start();
        }
        Campaign campaign = campaign(me);
        Account account = accounts.on(network);
        Content words = Content.of("An open door, every evening.", "en", Set.of(Network.MASTODON));
        Post draft = posts.create(campaign.id(), "A draft", "en", words, me.id());
        Submission submission = signed.submitted(words, signed.writer(), campaign.id());
        UUID delivery = planned(words, campaign, account, me);
        String member = people.member(Role.ANALYST).id().toString();
        Map<String, String> world = new HashMap<>();
        for (String api : List.of("/", "/api/v1/")) {
            world.put(api + "posts/", draft.id().toString());
            world.put(
                    api + "campaigns/",
                    api.equals("/") ? campaign.slug() : campaign.id().toString());
            world.put(api + "deliveries/", delivery.toString());
            world.put(api + "accounts/", account.id().toString());
            world.put(api + "people/", member);
            world.put(api + "inbox/", reply(account).toString());
            world.put(api + "media/items/", picture(me).toString());
            world.put(api + "media/", picture(me).toString());
            world.put(api + "submissions/", submission.id().toString());
            world.put(api + "reviews/", submission.id().toString());
            world.put(api + "review/", submission.id().toString());
        }
        world.put("/c/", campaign.slug());
        world.putAll(Map.of(
                "submission", submission.id().toString(),
                "campaign", campaign.id().toString(),
                "account", account.id().toString(),
                "post", draft.id().toString(),
                "delivery", delivery.toString(),
                "network", "mastodon",
                "language", "en",
                "id", UUID.randomUUID().toString()));
        world.putAll(Map.of("date", "2027-01-01", "from", "2027-01-01T10:00", "to", "2027-01-02T10:00"));
        return world;
    }

    private Campaign campaign(Member me) {
        LocalDate start = LocalDate.of(2026, 11, 21);
        return campaigns.create(
                Brief.of(
                                "Door " + UUID.randomUUID(),
                                "A door open",
                                Goal.values()[0],
                                start,
                                start.plusDays(300),
                                me.id())
                        .speakingTo(List.of(), Set.of(Network.MASTODON)),
                me.actor());
    }

    private UUID planned(Content words, Campaign campaign, Account account, Member me) {
        Submission submission = signed.submitted(words, signed.writer(), campaign.id());
        signed.sign(submission);
        Wall soon = new Wall(LocalDateTime.now(LONDON).plusHours(3).withNano(0), LONDON);
        return publishing
                .schedule(submission.id(), List.of(account.id()), soon, null, me)
                .getFirst()
                .id();
    }

    private UUID picture(Member me) {
        try {
            MediaItem item = media.store(new ByteArrayInputStream(Samples.png(40, 30, 7)), "door.png", me);
            return item.id();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private UUID reply(Account account) {
        UUID id = UUID.randomUUID();
        jdbc.sql("""
                insert into inbox.item (id, account, network, remote_hash, kind, author_handle, author_name, body, uri,
                    written_at, fetched_at, crisis, personal)
                values (:id, :account, 'mastodon', :hash, 'REPLY', 'someone@example.org', 'Someone', 'Thank you.',
                    'https://example.org/1', now(), now(), 0, false)
                """)
                .param("id", id)
                .param("account", account.id())
                .param("hash", id.toString())
                .update();
        return id;
    }

    @PreDestroy
    void close() {
        if (network != null) {
            network.close();
        }
    }
}
