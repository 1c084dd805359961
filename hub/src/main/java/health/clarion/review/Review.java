package health.clarion.review;

import health.clarion.audit.Audit;
import health.clarion.networks.Network;
import health.clarion.people.Member;
import health.clarion.posts.ContentHash;
import health.clarion.posts.Posts;
import health.clarion.posts.Submission;
import health.clarion.review.Request.SignOff;
import health.clarion.ui.Problem;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Four eyes. Nobody who wrote any part since the last complete sign-off may sign; each required role is a different
 * person; a signature names the exact words (their hash) and the time in which it counts.
 */
@Component
public class Review {

    /** How long signatures count when nobody chose otherwise. */
    static final Duration WINDOW = Duration.ofDays(30);

    private static final Duration CALM_DEADLINE = Duration.ofDays(2);
    static final int LONGEST_WISH = 2_000;

    private final Requests requests;
    private final FourEyes fourEyes;
    private final Posts posts;
    private final JdbcClient jdbc;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Review(
            Requests requests,
            FourEyes fourEyes,
            Posts posts,
            JdbcClient jdbc,
            Audit audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.requests = requests;
        this.fourEyes = fourEyes;
        this.posts = posts;
        this.jdbc = jdbc;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /** Whether a submission may be sent at a moment. */
    public sealed interface MayBeSent {

        /** Everybody who had to has signed these very words for that time. */
        record Yes() implements MayBeSent {}

        /** Why not, as a message key and what fills it. */
        record No(String key, List<String> arguments, boolean newFinding) implements MayBeSent {}
    }

    // ───── Opening and closing ─────

    /** Opens the review of a submission; does nothing when it is open already, since an event may come twice. */
    @Transactional
    public void open(UUID submissionId) {
        if (requests.find(submissionId).isPresent()) {
            return;
        }
        Submission submission = posts.submission(submissionId).orElseThrow();
        voidOlder(submission.post(), "superseded");
        Instant now = now();
        Set<UUID> authors = new HashSet<>(posts.authorsBetween(
                submission.post(),
                fourEyes.lastSigned(submission.post(), submission.revision()),
                submission.revision()));
        authors.add(submission.by());
        Map<Reader, String> needed = Reader.neededFor(submission.report().topics());
        requests.insert(new Request(
                submission.id(),
                submission.post(),
                posts.find(submission.post()).orElseThrow().campaign(),
                submission.hash(),
                submission.revision(),
                submission.by(),
                now,
                authors,
                needed,
                List.of(),
                List.of(),
                Request.State.WAITING,
                false,
                null,
                calm(now),
                new Window(now.minusSeconds(60), now.plus(WINDOW)),
                null,
                true));
        audit.record(
                "review.opened", "member:" + submission.by(), subject(submissionId), ids(submission.hash(), needed));
    }

    /** The post was edited or withdrawn: signatures on the older words count no longer. */
    @Transactional
    public void close(UUID post, String why) {
        voidOlder(post, why);
    }

    private void voidOlder(UUID post, String why) {
        requests.newest(post)
                .filter(request -> request.state() != Request.State.VOID)
                .ifPresent(request -> {
                    requests.voided(request, why, now());
                    audit.record("review.voided", "hub", subject(request.submission()), Map.of("why", why));
                    events.publishEvent(new SignOffVoided(request.submission(), post));
                });
    }

    // ───── Signing ─────

    /**
     * Signs these exact words.
     *
     * @param hash what the signer saw; refused when the submission holds other words
     * @param through how the signer was known: SESSION or TOKEN
     */
    @Transactional
    public Request sign(UUID submission, Reader role, ContentHash hash, Member signer, String through) {
        Request request = open(submission, hash);
        if (!role.mayBe(signer)) {
            throw Problem.forbidden("review.not-your-role");
        }
        if (fourEyes.authors(request).contains(signer.id())) {
            throw Problem.forbidden("review.you-wrote-it");
        }
        if (request.signedBy(signer.id())) {
            throw Problem.conflict("review.you-signed");
        }
        return signed(request, role, signer.actor(), through);
    }

    /** Who has a part in a submission and so can't be its guest: whoever wrote or signed it. */
    Set<UUID> involved(Request request) {
        Set<UUID> involved = new HashSet<>(fourEyes.authors(request));
        request.signed().stream().map(SignOff::member).filter(Objects::nonNull).forEach(involved::add);
        return involved;
    }

    Request signAsGuest(UUID submission, Reader role, ContentHash hash, UUID guest) {
        return signed(open(submission, hash), role, "guest:" + guest, "GUEST");
    }

    private Request open(UUID submission, ContentHash hash) {
        Request request = requests.locked(submission).orElseThrow(() -> Problem.notFound("review.no-request"));
        if (request.state() != Request.State.WAITING || !fourEyes.current(request)) {
            throw Problem.conflict("review.not-waiting");
        }
        if (!request.hash().equals(hash)) {
            throw Problem.conflict("review.other-words");
        }
        Requests.requireIntact(request);
        return request;
    }

    private Request signed(Request request, Reader role, String signer, String through) {
        if (!request.missing().contains(role)) {
            throw Problem.conflict("review.role-not-missing");
        }
        SignOff sign =
                new SignOff(UUID.randomUUID(), role, signer, request.hash(), request.window(), now(), through, true);
        requests.insert(request.submission(), sign);
        audit.record(
                "review.signed",
                signer,
                subject(request.submission()),
                Map.of("role", role.id(), "hash", request.hash().value(), "through", through));
        return complete(request.submission());
    }

    Request complete(UUID submission) {
        Request request = requests.find(submission).orElseThrow();
        if (request.missing().isEmpty() && request.state() == Request.State.WAITING) {
            requests.update(request.in(Request.State.SIGNED_OFF, null), now());
            audit.record(
                    "review.signed-off",
                    "hub",
                    subject(submission),
                    Map.of("hash", request.hash().value()));
            events.publishEvent(new SignedOff(submission, request.post()));
            return requests.find(submission).orElseThrow();
        }
        return request;
    }

    /** Asks for a change at a phrase; the post goes back to its writers. What stops it is said before anything is written. */
    @Transactional(noRollbackFor = Problem.class)
    public void askForChange(
            UUID submission, @Nullable Network network, int start, int end, String phrase, String wish, String asker) {
        Request request = requests.locked(submission).orElseThrow(() -> Problem.notFound("review.no-request"));
        boolean askable = request.state() == Request.State.WAITING || request.state() == Request.State.CHANGES_ASKED;
        if (!askable) {
            throw Problem.conflict("review.not-waiting");
        }
        if (wish.isBlank()) {
            throw Problem.invalid("review.wish-empty");
        }
        if (wish.length() > LONGEST_WISH || phrase.length() > LONGEST_WISH) {
            throw Problem.invalid("review.wish-long", LONGEST_WISH);
        }
        jdbc.sql("""
                insert into review.change_asked (id, submission, asker, network, span_start, span_end, phrase, wish,
                    asked_at)
                values (:id, :submission, :asker, :network, :start, :end, :phrase, :wish, :at)
                """)
                .param("id", UUID.randomUUID())
                .param("submission", submission)
                .param("asker", asker)
                .param("network", network == null ? null : network.id())
                .param("start", Math.max(0, start))
                .param("end", Math.max(start, end))
                .param("phrase", phrase)
                .param("wish", wish.strip())
                .param("at", Timestamp.from(now()))
                .update();
        requests.update(request.in(Request.State.CHANGES_ASKED, null), now());
        audit.record(
                "review.change-asked",
                asker,
                subject(submission),
                Map.of("hash", request.hash().value()));
        events.publishEvent(new ChangesAsked(submission, request.post()));
    }

    /** What was asked for on this submission, oldest first. */
    public List<ChangeAsked> changes(UUID submission) {
        return jdbc.sql("select * from review.change_asked where submission = :id order by asked_at limit 200")
                .param("id", submission)
                .query((row, n) -> {
                    String network = row.getString("network");
                    Timestamp done = row.getTimestamp("done_at");
                    return new ChangeAsked(
                            row.getObject("id", UUID.class),
                            submission,
                            row.getString("asker"),
                            network == null ? null : Network.of(network),
                            row.getInt("span_start"),
                            row.getInt("span_end"),
                            row.getString("phrase"),
                            row.getString("wish"),
                            row.getTimestamp("asked_at").toInstant(),
                            done == null ? null : done.toInstant());
                })
                .list();
    }

    // ───── Asking ─────

    public Optional<Request> find(UUID submission) {
        return requests.find(submission);
    }

    /** The newest request of a post. */
    public Optional<Request> ofPost(UUID post) {
        return requests.newest(post);
    }

    /** The newest request of each of these posts. */
    public List<Request> ofPosts(Collection<UUID> posts) {
        return posts.isEmpty() ? List.of() : requests.newestOf(posts);
    }

    /** The revision that was last signed off completely before this one, or 0. */
    public int lastSignedBefore(Request request) {
        return fourEyes.lastSigned(request.post(), request.revision());
    }

    /** What waits for anybody, the urgent first, then the nearest deadline. */
    public List<Request> waiting() {
        return requests.waiting(200);
    }

    /** What this member could sign now, the urgent first, then the nearest deadline. */
    public List<Request> queueOf(Member member) {
        return waiting().stream()
                .filter(request -> !request.wroteIt(member.id()) && !request.signedBy(member.id()))
                .filter(request -> request.missing().stream().anyMatch(role -> role.mayBe(member)))
                .toList();
    }

    /** Whether signatures could count at this time. Unknown submissions have no window. */
    public boolean windowAllows(UUID submission, Instant at) {
        return requests.find(submission)
                .map(request -> request.window().holds(at))
                .orElse(false);
    }

    /** Looks at everything a sending depends on, as it is in the database now. */
    public MayBeSent mayBeSent(UUID submission, ContentHash hash, Instant at) {
        return mayBeSent(posts.lookAgain(submission), hash, at);
    }

    /** As {@link #mayBeSent(UUID, ContentHash, Instant)}, for what was looked at a moment ago; signatures are read anew. */
    public MayBeSent mayBeSent(Posts.LookedAgain looked, ContentHash hash, Instant at) {
        MayBeSent signed = signed(looked.submission().id(), hash, at);
        return signed instanceof MayBeSent.No ? signed : byTheRules(looked);
    }

    private MayBeSent signed(UUID submission, ContentHash hash, Instant at) {
        Request request = requests.find(submission).orElse(null);
        return request == null || !request.hash().equals(hash) ? no("review.no.unknown") : signatures(request, at);
    }

    private static MayBeSent byTheRules(Posts.LookedAgain looked) {
        return looked.blocking().stream()
                .findFirst()
                .<MayBeSent>map(finding -> new MayBeSent.No(
                        "review.no.finding." + finding.category().id(), List.of(), true))
                .orElseGet(MayBeSent.Yes::new);
    }

    private MayBeSent signatures(Request request, Instant at) {
        if (request.state() != Request.State.SIGNED_OFF) {
            return no("review.no."
                    + request.state().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        }
        if (!request.intact()) {
            return no("review.no.tampered");
        }
        if (!fourEyes.current(request)) {
            return no("review.no.void");
        }
        if (!request.window().holds(at)) {
            return no("review.no.window");
        }
        return fourEyes.complete(request) ? new MayBeSent.Yes() : no("review.no.signatures");
    }

    private static MayBeSent no(String key) {
        return new MayBeSent.No(key, List.of(), false);
    }

    /** By when to sign what nobody planned. */
    static Instant calm(Instant submittedAt) {
        return submittedAt.plus(CALM_DEADLINE);
    }

    static String subject(UUID submission) {
        return "submission:" + submission;
    }

    private static Map<String, String> ids(ContentHash hash, Map<Reader, String> needed) {
        return Map.of(
                "hash",
                hash.value(),
                "needed",
                String.join(" ", needed.keySet().stream().map(Reader::id).toList()));
    }

    // PostgreSQL keeps microseconds; a tag over nanoseconds would not match what is read back.
    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
