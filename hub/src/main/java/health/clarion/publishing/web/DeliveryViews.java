package health.clarion.publishing.web;

import health.clarion.accounts.Account;
import health.clarion.accounts.Accounts;
import health.clarion.channels.Reason;
import health.clarion.people.Member;
import health.clarion.posts.Post;
import health.clarion.posts.Posts;
import health.clarion.publishing.AttemptMade;
import health.clarion.publishing.Corrections;
import health.clarion.publishing.Deliveries;
import health.clarion.publishing.Delivery;
import health.clarion.publishing.DeliveryPart;
import health.clarion.ui.Ui;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Deliveries as people read them. */
@Component
public class DeliveryViews {

    private static final int SHOWN = 20;

    private final Deliveries deliveries;
    private final Posts posts;
    private final Accounts accounts;
    private final Corrections corrections;

    DeliveryViews(Deliveries deliveries, Posts posts, Accounts accounts, Corrections corrections) {
        this.deliveries = deliveries;
        this.posts = posts;
        this.accounts = accounts;
        this.corrections = corrections;
    }

    /**
     * One delivery in words.
     *
     * @param sentence what happened, and what was kept
     * @param url where the public sees it; null while it is nowhere
     * @param accountUrl where to look when we can't tell
     * @param mayBeThere whether any of it may be on the network: then it is taken down, not taken off the plan
     * @param placed whether we know where all of that is
     * @param byHand whether a person posts and takes down there
     * @param correction its live correction, or null
     */
    public record View(
            Delivery delivery,
            String title,
            String account,
            String sentence,
            @Nullable String url,
            String accountUrl,
            List<DeliveryPart> parts,
            boolean mayBeThere,
            boolean placed,
            boolean byHand,
            @Nullable UUID correction,
            List<Line> happened) {}

    /** One thing that happened, with its time. */
    public record Line(Instant at, String words) {}

    /** The page's four sections, each with how many there are in all. */
    public record Page(
            List<View> needing,
            List<View> going,
            List<View> live,
            List<View> ended,
            Map<Delivery.State, Integer> counts) {}

    Page all(Member me, Ui ui) {
        UUID campaign = me.partnerCampaign().orElse(null);
        List<View> needing = new ArrayList<>(section(
                campaign,
                ui,
                50,
                Delivery.State.AWAITING_PERSON,
                Delivery.State.MISSED,
                Delivery.State.HELD,
                Delivery.State.REFUSED));
        needing.addAll(views(deliveries.differing(campaign, SHOWN), ui));
        return new Page(
                needing,
                section(
                        campaign,
                        ui,
                        SHOWN,
                        Delivery.State.SENDING,
                        Delivery.State.SCHEDULED,
                        Delivery.State.PARTLY_SENT,
                        Delivery.State.AMBIGUOUS,
                        Delivery.State.RETRACTING),
                section(campaign, ui, SHOWN, Delivery.State.SENT),
                section(campaign, ui, SHOWN, Delivery.State.RETRACTED),
                deliveries.counts());
    }

    private List<View> section(@Nullable UUID campaign, Ui ui, int limit, Delivery.State... states) {
        return views(deliveries.list(new Deliveries.Filter(campaign, Set.of(states), limit)), ui);
    }

    /** Several at once, with one look-up for each kind of thing. */
    public List<View> views(Collection<Delivery> list, Ui ui) {
        List<UUID> ids = list.stream().map(Delivery::id).toList();
        Map<UUID, Post> titles =
                posts.named(list.stream().map(Delivery::post).distinct().toList());
        Map<UUID, Account> known =
                accounts.named(list.stream().map(Delivery::account).distinct().toList());
        Map<UUID, Delivery> corrected = corrections.of(ids);
        Map<UUID, List<DeliveryPart>> parts = deliveries.parts(ids);
        Map<UUID, List<AttemptMade>> attempts = deliveries.attempts(ids);
        return list.stream()
                .map(delivery -> view(
                        delivery,
                        titles.get(delivery.post()),
                        known.get(delivery.account()),
                        corrected.get(delivery.id()),
                        parts.getOrDefault(delivery.id(), List.of()),
                        attempts.getOrDefault(delivery.id(), List.of()),
                        ui))
                .toList();
    }

    View one(Delivery delivery, Ui ui) {
        return views(List.of(delivery), ui).getFirst();
    }

    private View view(
            Delivery delivery,
            @Nullable Post post,
            @Nullable Account account,
            @Nullable Delivery correction,
            List<DeliveryPart> parts,
            List<AttemptMade> attempts,
            Ui ui) {
        boolean byHand = account != null && accounts.byHand(account);
        List<DeliveryPart> out =
                parts.stream().filter(part -> part.state().mayBeThere()).toList();
        return new View(
                delivery,
                post == null ? ui.t("publishing.unknown-post") : post.title(),
                account == null ? delivery.network().displayName() : account.handle(),
                sentence(delivery, parts, ui),
                delivery.state() == Delivery.State.RETRACTED ? null : url(parts),
                accountUrl(delivery, account),
                parts,
                !out.isEmpty(),
                out.stream().allMatch(part -> part.receipt() != null),
                byHand,
                correction == null ? null : correction.id(),
                attempts.stream()
                        .map(attempt -> new Line(attempt.startedAt(), words(attempt, parts.size() > 1, byHand, ui)))
                        .toList());
    }

    private static String sentence(Delivery delivery, List<DeliveryPart> parts, Ui ui) {
        String network = delivery.network().displayName();
        String said = ui.t(
                "publishing.sentence." + sentenceKey(delivery, parts),
                network,
                ui.shortDateTime(delivery.wall()),
                sent(parts),
                parts.size());
        Reason reason = delivery.reason();
        return reason == null
                ? said
                : said + " " + ui.t(reason.key(), reason.arguments().toArray());
    }

    // The state alone would sometimes not be true: what is held may be half out, what awaits a person may be going.
    private static String sentenceKey(Delivery delivery, List<DeliveryPart> parts) {
        boolean out = parts.stream().anyMatch(part -> part.state().mayBeThere());
        return switch (delivery.state()) {
            case HELD -> out ? "held-partly" : "held";
            case REFUSED -> out ? "left" : "refused";
            case AWAITING_PERSON -> {
                boolean byHand =
                        delivery.reason() != null && delivery.reason().key().equals("publishing.by-hand");
                yield delivery.askedBack() ? "awaiting-person-down" : byHand ? "by-hand" : "awaiting-person";
            }
            case SCHEDULED, MISSED, SENDING, PARTLY_SENT, SENT, AMBIGUOUS, RETRACTING, RETRACTED ->
                key(delivery.state());
        };
    }

    private static long sent(List<DeliveryPart> parts) {
        return parts.stream()
                .filter(part -> part.state() == DeliveryPart.State.SENT)
                .count();
    }

    private static String words(AttemptMade attempt, boolean thread, boolean byHand, Ui ui) {
        if (byHand && attempt.kind() == AttemptMade.Kind.SEND) {
            return ui.t("publishing.attempt.by-hand");
        }
        String what = attempt.outcome() == null
                ? ui.t("publishing.attempt." + key(attempt.kind()))
                : ui.t("publishing.attempt." + key(attempt.kind()) + "."
                        + attempt.outcome().name().toLowerCase(Locale.ROOT));
        String part = thread ? ui.t("publishing.part", attempt.part() + 1) + " " : "";
        Reason reason = attempt.reason();
        return part
                + what
                + (reason == null
                        ? ""
                        : " " + ui.t(reason.key(), reason.arguments().toArray()));
    }

    private static @Nullable String url(List<DeliveryPart> parts) {
        return parts.stream()
                .flatMap(part -> part.address().stream())
                .findFirst()
                .map(URI::toString)
                .orElse(null);
    }

    private static String accountUrl(Delivery delivery, @Nullable Account account) {
        if (account == null) {
            return "/accounts";
        }
        return switch (delivery.network()) {
            case BLUESKY -> "https://bsky.app/profile/" + account.handle();
            case MASTODON -> account.server() + "/@" + account.handle();
            case X, FACEBOOK, INSTAGRAM, THREADS, LINKEDIN, TIKTOK, YOUTUBE, SNAPCHAT ->
                account.server().toString();
        };
    }

    private static String key(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
