package health.clarion.desk;

import health.clarion.accounts.Account;
import health.clarion.accounts.Accounts;
import health.clarion.campaigns.Campaigns;
import health.clarion.channels.Receipt;
import health.clarion.posts.Post;
import health.clarion.posts.Posts;
import health.clarion.posts.Submission;
import health.clarion.publishing.Delivery;
import health.clarion.publishing.Published;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Everything published, row by row, with the names that the ids stand for. */
@Component
public class PublishedExport {

    private final Published published;
    private final Posts posts;
    private final Accounts accounts;
    private final Campaigns campaigns;

    PublishedExport(Published published, Posts posts, Accounts accounts, Campaigns campaigns) {
        this.published = published;
        this.posts = posts;
        this.accounts = accounts;
        this.campaigns = campaigns;
    }

    /**
     * One delivery that got out.
     *
     * @param text the words as they were signed for that network; empty when the revision is gone
     * @param urls where each part is or was, in order
     * @param corrects the delivery that it sets right, when it does
     */
    public record Row(
            UUID delivery,
            UUID post,
            String title,
            String campaign,
            String language,
            String network,
            String account,
            Instant due,
            String zone,
            @Nullable Instant finishedAt,
            String state,
            String contentHash,
            String text,
            List<String> urls,
            @Nullable UUID corrects) {}

    /**
     * Gives every row to {@code reader}, oldest first; reads a page at a time.
     *
     * @param campaign only of this one, or null for all
     */
    public void each(@Nullable UUID campaign, Consumer<Row> reader) {
        published.each(campaign, page -> rows(page).forEach(reader));
    }

    private List<Row> rows(List<Published.Entry> page) {
        List<Delivery> its = page.stream().map(Published.Entry::delivery).toList();
        Map<UUID, Post> titles =
                posts.named(its.stream().map(Delivery::post).distinct().toList());
        Map<UUID, Account> known =
                accounts.named(its.stream().map(Delivery::account).distinct().toList());
        Map<UUID, String> campaignTitles =
                campaigns.named(its.stream().map(Delivery::campaign).distinct().toList());
        Map<UUID, Optional<Submission>> submissions = new HashMap<>();
        return page.stream()
                .map(entry -> row(
                        entry,
                        titles.get(entry.delivery().post()),
                        known.get(entry.delivery().account()),
                        campaignTitles.getOrDefault(entry.delivery().campaign(), ""),
                        submissions.computeIfAbsent(entry.delivery().submission(), posts::submission)))
                .toList();
    }

    private Row row(
            Published.Entry entry,
            @Nullable Post post,
            @Nullable Account account,
            String campaign,
            Optional<Submission> submission) {
        Delivery delivery = entry.delivery();
        return new Row(
                delivery.id(),
                delivery.post(),
                post == null ? "" : post.title(),
                campaign,
                post == null ? "" : post.language(),
                delivery.network().id(),
                account == null ? "" : account.handle(),
                delivery.due(),
                delivery.zone().getId(),
                delivery.finishedAt(),
                delivery.state().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                delivery.contentHash(),
                submission
                        .flatMap(signed -> posts.revision(signed.post(), signed.revision()))
                        .map(revision ->
                                revision.content().words(delivery.network()).text())
                        .orElse(""),
                entry.receipts().stream().map(Receipt::url).toList(),
                delivery.corrects());
    }
}
