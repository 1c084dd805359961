package health.clarion.publishing.web;

import health.clarion.accounts.Account;
import health.clarion.accounts.Accounts;
import health.clarion.campaigns.CampaignPanel;
import health.clarion.channels.Receipt;
import health.clarion.posts.Content;
import health.clarion.posts.Posts;
import health.clarion.posts.Revision;
import health.clarion.posts.Submission;
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
import org.springframework.stereotype.Component;

/** What a campaign's pages show of its posts: those that people can read now, and those on their way. */
@Component
class LivePosts implements CampaignPanel {

    private static final Duration AHEAD = Duration.ofDays(60);

    private final Deliveries deliveries;
    private final Posts posts;
    private final Accounts accounts;
    private final Words words;
    private final Clock clock;

    LivePosts(Deliveries deliveries, Posts posts, Accounts accounts, Words words, Clock clock) {
        this.deliveries = deliveries;
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
        List<LivePost> shown = new ArrayList<>();
        for (Delivery delivery : live) {
            Account account = known.get(delivery.account());
            if (account != null) {
                live(delivery, account).ifPresent(shown::add);
            }
        }
        return shown;
    }

    private Optional<LivePost> live(Delivery delivery, Account account) {
        Optional<URI> link = deliveries.parts(delivery.id()).stream()
                .map(DeliveryPart::receipt)
                .filter(Objects::nonNull)
                .map(Receipt::url)
                .filter(url -> url.startsWith("https://") || url.startsWith("http://"))
                .findFirst()
                .map(URI::create);
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
                address)));
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
