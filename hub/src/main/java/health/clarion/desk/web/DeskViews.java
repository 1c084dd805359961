package health.clarion.desk.web;

import health.clarion.accounts.Account;
import health.clarion.accounts.Accounts;
import health.clarion.desk.Needs;
import health.clarion.desk.Timeline;
import health.clarion.inbox.Duty;
import health.clarion.inbox.Inbox;
import health.clarion.inbox.Item;
import health.clarion.people.Member;
import health.clarion.people.People;
import health.clarion.posts.Post;
import health.clarion.posts.Posts;
import health.clarion.publishing.Delivery;
import health.clarion.publishing.Pauses;
import health.clarion.publishing.Rhythm;
import health.clarion.review.Request;
import health.clarion.review.Review;
import health.clarion.review.Signers;
import health.clarion.ui.Ui;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The desk in words. */
@Component
public class DeskViews {

    private final Needs needs;
    private final Timeline timeline;
    private final Rhythm rhythm;
    private final Pauses pauses;
    private final Duty duty;
    private final Inbox inbox;
    private final Review review;
    private final Signers signers;
    private final Posts posts;
    private final Accounts accounts;
    private final People people;
    private final Clock clock;

    DeskViews(
            Needs needs,
            Timeline timeline,
            Rhythm rhythm,
            Pauses pauses,
            Duty duty,
            Inbox inbox,
            Review review,
            Signers signers,
            Posts posts,
            Accounts accounts,
            People people,
            Clock clock) {
        this.needs = needs;
        this.timeline = timeline;
        this.rhythm = rhythm;
        this.pauses = pauses;
        this.duty = duty;
        this.inbox = inbox;
        this.review = review;
        this.signers = signers;
        this.posts = posts;
        this.accounts = accounts;
        this.people = people;
        this.clock = clock;
    }

    /** Somebody who may be at risk. {@code with} names the colleague who answers; null when nobody does. */
    public record Danger(Item item, @Nullable String with, boolean mine) {}

    /**
     * Something to do.
     *
     * @param tone of the sign beside it: {@code is-warn}, {@code is-stop} or {@code is-call}
     * @param quoted words of somebody, shown apart; empty when there are none
     */
    public record Need(
            String icon, String tone, String title, String said, String quoted, String button, String href) {}

    /** Something others have to sign. */
    public record Other(UUID submission, String title, String said) {}

    /**
     * The whole desk.
     *
     * @param replies new replies in the inbox; -1 for somebody who does not read them
     */
    public record Desk(
            String greeting,
            int count,
            List<Danger> danger,
            List<Need> needs,
            List<Other> others,
            LocalDate today,
            List<Timeline.Entry> timeline,
            List<Rhythm.Course> rhythm,
            List<PauseView> paused,
            List<Member> onDuty,
            boolean seesInbox,
            boolean mayPause,
            int replies) {}

    Desk of(Member me, Ui ui) {
        Needs.Of all = needs.of(me);
        LocalDate today = LocalDate.now(clock.withZone(me.zone()));
        boolean sees = Needs.sees(me);
        UUID campaign = me.partnerCampaign().orElse(null);
        return new Desk(
                greeting(LocalTime.now(clock.withZone(me.zone()))),
                all.count(me.id()),
                danger(all.danger(), me),
                list(all, ui),
                others(all.withOthers(), ui),
                today,
                timeline.between(
                        today.atStartOfDay(me.zone()).toInstant(),
                        today.plusDays(1).atStartOfDay(me.zone()).toInstant(),
                        campaign,
                        me.zone(),
                        ui.locale()),
                rhythm.courses(rhythm.thisWeek(), 1, campaign),
                paused(me),
                sees ? duty.now() : List.of(),
                sees,
                PausePage.mayBegin(me),
                sees ? inbox.counts().fresh() : -1);
    }

    private static String greeting(LocalTime now) {
        if (now.isBefore(LocalTime.of(5, 0)) || !now.isBefore(LocalTime.of(18, 0))) {
            return "desk.good-evening";
        }
        return now.isBefore(LocalTime.NOON) ? "desk.good-morning" : "desk.good-afternoon";
    }

    private List<Danger> danger(List<Item> items, Member me) {
        Map<UUID, String> names = people.named(
                items.stream().map(Item::by).filter(Objects::nonNull).toList());
        return items.stream()
                .map(item -> new Danger(item, item.by() == null ? null : names.get(item.by()), item.with(me.id())))
                .toList();
    }

    private List<Need> list(Needs.Of all, Ui ui) {
        Map<UUID, Post> titles = posts.named(Stream.concat(
                        all.deliveries().stream().map(Delivery::post),
                        all.toRead().stream().map(Request::post))
                .distinct()
                .toList());
        List<Need> list = new ArrayList<>();
        all.deliveries().forEach(delivery -> list.add(delivery(delivery, title(titles, delivery.post(), ui), ui)));
        all.signIn().forEach(account -> list.add(signIn(account, ui)));
        all.changes().forEach(change -> list.add(change(change, ui)));
        all.toRead().forEach(request -> list.add(toRead(request, title(titles, request.post(), ui), ui)));
        return list;
    }

    private Need delivery(Delivery delivery, String title, Ui ui) {
        String network = delivery.network().displayName();
        String key =
                switch (delivery.state()) {
                    case AWAITING_PERSON -> "unsure";
                    case MISSED -> "missed";
                    case REFUSED -> "refused";
                    case HELD -> "held";
                    case SENT -> "differs";
                    case SCHEDULED, SENDING, PARTLY_SENT, AMBIGUOUS, RETRACTING, RETRACTED -> "other";
                };
        String said = ui.t("desk.delivery." + key + ".said", title, ui.time(delivery.wall()), network);
        return new Need(
                key.equals("unsure") ? "help-circle" : key.equals("refused") ? "circle-x" : "clock-pause",
                key.equals("refused") ? "is-stop" : "is-warn",
                ui.t("desk.delivery." + key, network),
                reason(delivery, said, ui),
                "",
                ui.t("desk.delivery." + key + ".button"),
                "/deliveries/" + delivery.id());
    }

    private static String reason(Delivery delivery, String said, Ui ui) {
        return delivery.reason() == null || delivery.state() == Delivery.State.MISSED
                ? said
                : said + " "
                        + ui.t(
                                delivery.reason().key(),
                                delivery.reason().arguments().toArray());
    }

    private Need signIn(Account account, Ui ui) {
        return new Need(
                "plug",
                "is-warn",
                ui.t("desk.sign-in", account.network().displayName()),
                ui.t("desk.sign-in.said", account.handle()),
                "",
                ui.t("desk.sign-in.button"),
                "/accounts");
    }

    private Need change(Needs.Change change, Ui ui) {
        String asker = signers.names(List.of(change.asked().asker()))
                .getOrDefault(change.asked().asker(), ui.t("desk.somebody"));
        String said = ui.t("desk.change.said", change.post().title(), change.more());
        return new Need(
                "message-2",
                "is-call",
                ui.t("desk.change", asker),
                said,
                change.asked().wish(),
                ui.t("desk.change.button"),
                "/posts/" + change.post().id());
    }

    private Need toRead(Request request, String title, Ui ui) {
        String roles = roles(request, ui);
        return new Need(
                request.urgent() ? "alert-triangle" : "checks",
                request.urgent() ? "is-warn" : "is-call",
                ui.t(request.urgent() ? "desk.read.urgent" : "desk.read", roles),
                ui.t("desk.read.said", title, ui.shortDateTime(request.deadline())),
                "",
                ui.t("desk.read.button"),
                "/review/" + request.submission());
    }

    private List<Other> others(List<Request> requests, Ui ui) {
        Map<UUID, Post> titles =
                posts.named(requests.stream().map(Request::post).toList());
        return requests.stream()
                .map(request -> new Other(
                        request.submission(),
                        title(titles, request.post(), ui),
                        ui.t("desk.other.said", roles(request, ui), ui.shortDateTime(request.deadline()))))
                .toList();
    }

    private static String roles(Request request, Ui ui) {
        return request.missing().stream()
                .map(role -> ui.t("review.missing." + role.id()))
                .collect(Collectors.joining(", "));
    }

    private static String title(Map<UUID, Post> titles, UUID post, Ui ui) {
        Post known = titles.get(post);
        return known == null ? ui.t("desk.unknown-post") : known.title();
    }

    /** A pause that holds now. */
    public record PauseView(UUID id, @Nullable UUID campaign, Instant since, String by, String why) {}

    List<PauseView> paused(Member me) {
        List<Pauses.Pause> active = pauses.active().stream()
                .filter(pause -> pause.campaign() == null
                        || me.partnerCampaign().map(pause.campaign()::equals).orElse(true))
                .toList();
        Map<UUID, String> names =
                people.named(active.stream().map(Pauses.Pause::by).toList());
        return active.stream()
                .map(pause -> new PauseView(
                        pause.id(), pause.campaign(), pause.since(), names.getOrDefault(pause.by(), ""), pause.why()))
                .toList();
    }

    /** The accounts' names for a list of deliveries. */
    Map<UUID, Account> accounts(List<Delivery> its) {
        return accounts.named(its.stream().map(Delivery::account).distinct().toList());
    }
}
