package health.clarion.publishing.web;

import health.clarion.accounts.Account;
import health.clarion.accounts.Accounts;
import health.clarion.campaigns.CampaignPanel;
import health.clarion.posts.Content;
import health.clarion.posts.Posts;
import health.clarion.posts.Revision;
import health.clarion.posts.Submission;
import health.clarion.publishing.Corrections;
import health.clarion.publishing.Deliveries;
import health.clarion.publishing.Delivery;
import health.clarion.publishing.DeliveryPart;
import health.clarion.ui.Words;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a campaign's pages show of its posts: those that people can read now, and those on their way. */
@Component
class LivePosts implements CampaignPanel {

    private static final Duration AHEAD = Duration.ofDays(60);

    private final Deliveries deliveries;
    private final Corrections corrections;
    private final Posts posts;
    private final Accounts accounts;
    private final Words words;
    private final Clock clock;

    LivePosts(
            Deliveries deliveries, Corrections corrections, Posts posts, Accounts accounts, Words words, Clock clock) {
        this.deliveries = deliveries;
        this.corrections = corrections;
        this.posts = posts;
        this.accounts = accounts;
        this.words = words;
        this.clock = clock;
    }

    @Override
    public List<LivePost> livePosts(UUID campaign, int limit) {
        List<Delivery> live = deliveries.live(campaign, limit);
        Map<UUID, Account> known =
                accounts.named(live.stream().map(Delivery::account).toList());
        Map<UUID, Delivery> corrected =
                corrections.of(live.stream().map(Delivery::id).toList());
        List<LivePost> shown = new ArrayList<>();
        for (Delivery delivery : live) {
            Account account = known.get(delivery.account());
            if (account != null) {
                live(delivery, account, corrected.get(delivery.id())).ifPresent(shown::add);
            }
        }
        return shown;
    }

    private Optional<LivePost> live(Delivery delivery, Account account, @Nullable Delivery correction) {
        Optional<URI> link = address(delivery.id());
        URI corrects = delivery.corrects() == null
                ? null
                : address(delivery.corrects()).orElse(null);
        URI correctedBy = correction == null ? null : address(correction.id()).orElse(null);
        Optional<Content> content = posts.submission(delivery.submission())
                .map(Submission::revision)
                .flatMap(revision -> posts.revision(delivery.post(), revision))
                .map(Revision::content);
        return link.flatMap(address -> content.map(said -> new LivePost(
                delivery.network(),
                account.handle(),
                said.words(delivery.network()).text(),
                said.language(),
                delivery.due(),
                address,
                corrects,
                correctedBy)));
    }

    private Optional<URI> address(UUID delivery) {
        return deliveries.parts(delivery).stream()
                .filter(part -> part.state() == DeliveryPart.State.SENT)
                .flatMap(part -> part.address().stream())
                .findFirst();
    }

    @Override
    public List<Work> work(UUID campaign, Locale locale, int limit) {
        List<Delivery> coming =
                deliveries
                        .between(
                                clock.instant().minus(Duration.ofDays(1)),
                                clock.instant().plus(AHEAD),
                                campaign)
                        .stream()
                        .filter(delivery -> delivery.state() != Delivery.State.SENT)
                        .limit(limit)
                        .toList();
        var titles = posts.named(coming.stream().map(Delivery::post).distinct().toList());
        return coming.stream()
                .filter(delivery -> titles.containsKey(delivery.post()))
                .map(delivery -> new Work(
                        Objects.requireNonNull(titles.get(delivery.post())).title(),
                        words.of(
                                locale,
                                "publishing.state." + delivery.state().name().toLowerCase(Locale.ROOT)),
                        "/posts/" + delivery.post()))
                .toList();
    }
}
