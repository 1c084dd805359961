package health.clarion.review.web;

import health.clarion.campaigns.Audience;
import health.clarion.campaigns.Campaign;
import health.clarion.campaigns.Campaigns;
import health.clarion.networks.Network;
import health.clarion.people.Member;
import health.clarion.people.People;
import health.clarion.people.Role;
import health.clarion.posts.Content;
import health.clarion.posts.Difference;
import health.clarion.posts.Post;
import health.clarion.posts.Posts;
import health.clarion.posts.ReportSummary;
import health.clarion.posts.Revision;
import health.clarion.posts.Sending;
import health.clarion.posts.Submission;
import health.clarion.review.ChangeAsked;
import health.clarion.review.Guests;
import health.clarion.review.Reader;
import health.clarion.review.Reminders;
import health.clarion.review.Request;
import health.clarion.review.Review;
import health.clarion.review.Signers;
import health.clarion.ui.Problem;
import health.clarion.ui.Ui;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reviews as people read them. */
@Component
public class ReviewViews {

    private final Review review;
    private final Signers signers;
    private final Posts posts;
    private final Campaigns campaigns;
    private final People people;
    private final Guests guests;
    private final Reminders reminders;

    ReviewViews(
            Review review,
            Signers signers,
            Posts posts,
            Campaigns campaigns,
            People people,
            Guests guests,
            Reminders reminders) {
        this.review = review;
        this.signers = signers;
        this.posts = posts;
        this.campaigns = campaigns;
        this.people = people;
        this.guests = guests;
        this.reminders = reminders;
    }

    /** One line of the queue. */
    public record Row(Request request, String title, String author, String because) {}

    /** What this member can sign, and what waits for others. */
    public record Queue(List<Row> mine, List<Row> others) {}

    /** The post as one network's audience will see it, with the labelled link, the warning and the card. */
    public record Seen(Network network, String audience, Sending sending) {

        /** The shape of the network's posts in the style sheet. */
        public String css() {
            return switch (network) {
                case MASTODON -> "masto";
                case INSTAGRAM, TIKTOK, YOUTUBE, SNAPCHAT -> "insta";
                case LINKEDIN, FACEBOOK -> "linked";
                case BLUESKY, X, THREADS -> "";
            };
        }
    }

    /** What this member may do here. */
    public record May(List<Reader> sign, boolean ask, boolean relax, boolean hurry, boolean invite, boolean window) {}

    /**
     * Everything the page shows.
     *
     * @param changed what is other than in the words that were last signed off completely; null when none ever were
     * @param left roles that nobody with an account could sign in
     */
    public record View(
            Request request,
            Submission submission,
            Post post,
            String author,
            Content content,
            @Nullable List<Difference> changed,
            List<Seen> seen,
            ReportSummary report,
            List<ChangeAsked> changes,
            List<Guests.Guest> guests,
            List<Reader> left,
            Map<String, String> names,
            May may) {}

    Queue queue(Member me, Ui ui) {
        List<Request> mine = review.queueOf(me).stream()
                .filter(request -> seenBy(me, request))
                .toList();
        Set<UUID> own = mine.stream().map(Request::submission).collect(java.util.stream.Collectors.toSet());
        List<Request> others = review.waiting().stream()
                .filter(request -> !own.contains(request.submission()) && seenBy(me, request))
                .toList();
        return new Queue(rows(mine, ui), rows(others, ui));
    }

    /** Rows for any list of requests, with two look-ups in all. */
    public List<Row> rows(List<Request> requests, Ui ui) {
        Map<UUID, Post> titles =
                posts.named(requests.stream().map(Request::post).distinct().toList());
        Map<UUID, String> names = people.named(
                requests.stream().map(Request::submittedBy).distinct().toList());
        return requests.stream()
                .map(request -> new Row(
                        request,
                        title(titles.get(request.post()), ui),
                        names.getOrDefault(request.submittedBy(), ui.t("review.somebody")),
                        because(request, ui)))
                .toList();
    }

    private static boolean seenBy(Member me, Request request) {
        return me.partnerCampaign().map(request.campaign()::equals).orElse(true);
    }

    private static String title(@Nullable Post post, Ui ui) {
        return post == null ? ui.t("review.unknown-post") : post.title();
    }

    private static String because(Request request, Ui ui) {
        List<Reader> missing = request.missing();
        String who = String.join(
                ", ",
                missing.stream().map(role -> ui.t("review.role." + role.id())).toList());
        return ui.t("review.waits-for", who);
    }

    View one(Request request, Member me, Ui ui) {
        Submission submission =
                posts.submission(request.submission()).orElseThrow(() -> Problem.notFound("review.no-request"));
        Post post = posts.find(request.post()).orElseThrow(() -> Problem.notFound("review.no-request"));
        Content content = content(request.post(), request.revision());
        List<ChangeAsked> changes = review.changes(request.submission());
        List<Guests.Guest> invited = guests.of(request.submission());
        return new View(
                request,
                submission,
                post,
                people.named(List.of(request.submittedBy()))
                        .getOrDefault(request.submittedBy(), ui.t("review.somebody")),
                content,
                changed(request),
                seen(request, ui),
                posts.report(submission.id(), ui.locale()),
                changes,
                invited,
                request.state() == Request.State.WAITING
                        ? reminders.left(List.of(request)).getOrDefault(request.submission(), List.of())
                        : List.of(),
                names(request, changes, invited),
                may(request, me));
    }

    /** What is other than in the words that were last signed off completely; null when none ever were. */
    @Nullable
    List<Difference> changed(Request request) {
        int signed = review.lastSignedBefore(request);
        return signed == 0
                ? null
                : Difference.between(content(request.post(), signed), content(request.post(), request.revision()));
    }

    /** The post on each network, also for a guest, who sees nothing of the organisation's people. */
    List<Seen> seen(Request request, Ui ui) {
        String audience = campaigns
                .find(request.campaign())
                .map(Campaign::audiences)
                .filter(audiences -> !audiences.isEmpty())
                .map(audiences ->
                        String.join(", ", audiences.stream().map(Audience::name).toList()))
                .orElse(ui.t("review.everybody"));
        List<Seen> seen = new ArrayList<>();
        posts.sendings(request.submission())
                .forEach((network, sending) -> seen.add(new Seen(network, audience, sending)));
        return seen;
    }

    Content content(UUID post, int revision) {
        return posts.revision(post, revision)
                .map(Revision::content)
                .orElseThrow(() -> Problem.notFound("review.no-request"));
    }

    private Map<String, String> names(Request request, List<ChangeAsked> changes, List<Guests.Guest> invited) {
        return signers.names(Stream.of(
                        request.signed().stream().map(Request.SignOff::signer),
                        changes.stream().map(ChangeAsked::asker),
                        request.relaxed().stream().map(relaxed -> "member:" + relaxed.by()),
                        invited.stream().map(guest -> "member:" + guest.invitedBy()))
                .flatMap(names -> names)
                .distinct()
                .toList());
    }

    private static May may(Request request, Member me) {
        boolean waiting = request.state() == Request.State.WAITING;
        boolean other = !request.wroteIt(me.id()) && !request.signedBy(me.id());
        List<Reader> sign = waiting && other
                ? request.missing().stream().filter(role -> role.mayBe(me)).toList()
                : List.of();
        boolean staff = me.is(Role.COMMUNICATOR) || me.is(Role.ADMINISTRATOR);
        boolean ask = (waiting || request.state() == Request.State.CHANGES_ASKED)
                && me.roles().stream().anyMatch(role -> role.signsOff() || role == Role.MODERATOR);
        return new May(
                sign,
                ask,
                waiting && me.is(Role.ADMINISTRATOR),
                waiting && staff && !request.urgent(),
                waiting && staff && !ReviewPage.guestRoles(request).isEmpty(),
                request.state() == Request.State.SIGNED_OFF && me.is(Role.COMMUNICATOR) && !request.wroteIt(me.id()));
    }
}
