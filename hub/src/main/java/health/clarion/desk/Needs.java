package health.clarion.desk;

import health.clarion.accounts.Account;
import health.clarion.accounts.Accounts;
import health.clarion.inbox.Inbox;
import health.clarion.inbox.Item;
import health.clarion.people.Member;
import health.clarion.people.Role;
import health.clarion.posts.Filter;
import health.clarion.posts.Post;
import health.clarion.posts.Posts;
import health.clarion.publishing.Deliveries;
import health.clarion.publishing.Delivery;
import health.clarion.review.ChangeAsked;
import health.clarion.review.Request;
import health.clarion.review.Review;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * What waits for one person: danger first, then what the network left open, then what colleagues asked, then what they
 * can sign, the nearest deadline first.
 */
@Component
public class Needs {

    /** A post that a network turned away, or that missed its time, is news for so long; then it is history. */
    private static final Duration NEWS = Duration.ofDays(14);

    private static final int MOST = 50;

    private static final Set<Role> MODERATE =
            Set.of(Role.MODERATOR, Role.COMMUNICATOR, Role.CLINICIAN, Role.ADMINISTRATOR);

    private final Inbox inbox;
    private final Deliveries deliveries;
    private final Review review;
    private final Posts posts;
    private final Accounts accounts;
    private final Clock clock;

    Needs(Inbox inbox, Deliveries deliveries, Review review, Posts posts, Accounts accounts, Clock clock) {
        this.inbox = inbox;
        this.deliveries = deliveries;
        this.review = review;
        this.posts = posts;
        this.accounts = accounts;
        this.clock = clock;
    }

    /** A colleague asked for something in a post this member wrote. */
    public record Change(Post post, ChangeAsked asked, int more) {}

    /**
     * Everything at once.
     *
     * @param danger whoever may be at risk and has no answer yet
     * @param toRead what this member can sign
     * @param signIn accounts that somebody must sign in to again
     * @param withOthers what this member wrote and others still have to sign
     */
    public record Of(
            List<Item> danger,
            List<Delivery> deliveries,
            List<Change> changes,
            List<Request> toRead,
            List<Account> signIn,
            List<Request> withOthers) {

        /** How many things wait for this member; danger that a colleague has in hand does not. */
        public int count(UUID me) {
            long open = danger.stream()
                    .filter(item -> item.state() == Item.State.NEW || item.with(me))
                    .count();
            return (int) open + deliveries.size() + changes.size() + toRead.size() + signIn.size();
        }
    }

    /** What waits for this member now. */
    public Of of(Member me) {
        boolean publishes = me.roles().stream().anyMatch(Role::publishes);
        List<Request> toRead = review.queueOf(me);
        return new Of(
                sees(me) ? inbox.urgent() : List.of(),
                publishes ? open() : List.of(),
                me.roles().stream().anyMatch(Role::writes) ? changes(me) : List.of(),
                toRead,
                publishes ? signIn() : List.of(),
                withOthers(me));
    }

    /** Whether this member reads what comes back. */
    public static boolean sees(Member me) {
        return me.roles().stream().anyMatch(MODERATE::contains);
    }

    // What a pause holds is shown on the pause's own page, not one by one here.
    private List<Delivery> open() {
        Instant since = clock.instant().minus(NEWS);
        Stream<Delivery> stopped = deliveries
                .list(new Deliveries.Filter(
                        null,
                        Set.of(
                                Delivery.State.AWAITING_PERSON,
                                Delivery.State.MISSED,
                                Delivery.State.HELD,
                                Delivery.State.REFUSED),
                        MOST))
                .stream()
                .filter(delivery -> delivery.held() != Delivery.Held.PAUSE)
                .filter(delivery -> delivery.state() == Delivery.State.AWAITING_PERSON
                        || delivery.due().isAfter(since));
        return Stream.concat(deliveries.differing(null, MOST).stream(), stopped)
                .sorted(Comparator.comparing((Delivery delivery) -> rank(delivery.state()))
                        .thenComparing(Delivery::due))
                .toList();
    }

    private static int rank(Delivery.State state) {
        return switch (state) {
            case SENT -> 0; // not as it was signed, and people are reading it
            case AWAITING_PERSON -> 1;
            case MISSED -> 2;
            case HELD -> 3;
            case REFUSED -> 4;
            case SCHEDULED, SENDING, PARTLY_SENT, AMBIGUOUS, RETRACTING, RETRACTED -> 5;
        };
    }

    private List<Change> changes(Member me) {
        List<Post> recent = posts.list(Filter.all());
        List<Request> requests = review.ofPosts(recent.stream().map(Post::id).toList());
        return requests.stream()
                .filter(request -> request.state() == Request.State.CHANGES_ASKED)
                .filter(request -> request.wroteIt(me.id()))
                .sorted(Comparator.comparing(Request::deadline))
                .limit(MOST)
                .flatMap(request -> change(request, recent).stream())
                .toList();
    }

    private List<Change> change(Request request, List<Post> recent) {
        List<ChangeAsked> open = review.changes(request.submission()).stream()
                .filter(asked -> asked.doneAt() == null)
                .toList();
        return recent.stream()
                .filter(post -> post.id().equals(request.post()) && !open.isEmpty())
                .map(post -> new Change(post, open.getLast(), open.size() - 1))
                .toList();
    }

    private List<Account> signIn() {
        return accounts.all().stream()
                .map(Accounts.Entry::account)
                .filter(account -> account.status() == Account.Status.NEEDS_SIGN_IN)
                .toList();
    }

    private List<Request> withOthers(Member me) {
        Set<UUID> seen = new HashSet<>();
        return review.waiting().stream()
                .filter(request -> request.wroteIt(me.id()))
                .filter(request -> seen.add(request.post()))
                .limit(MOST)
                .toList();
    }
}
