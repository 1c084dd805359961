package health.clarion.posts;

import health.clarion.audit.Audit;
import health.clarion.channels.Preflight;
import health.clarion.networks.Network;
import health.clarion.safeguards.Finding;
import health.clarion.ui.Problem;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Handing a post to review: looked at, rendered, fingerprinted, kept. */
@Component
class HandingIn {

    /** The language findings are kept in; {@link Retelling} puts them into others. */
    static final Locale KEPT_IN = Locale.ENGLISH;

    private final PostRows posts;
    private final RevisionRows revisions;
    private final SubmissionRows submissions;
    private final Surroundings surroundings;
    private final Checks checks;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Clock clock;

    HandingIn(
            PostRows posts,
            RevisionRows revisions,
            SubmissionRows submissions,
            Surroundings surroundings,
            Checks checks,
            Audit audit,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.posts = posts;
        this.revisions = revisions;
        this.submissions = submissions;
        this.surroundings = surroundings;
        this.checks = checks;
        this.audit = audit;
        this.events = events;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    Submitted submit(Post post, long version, UUID author) {
        Revision revision = revisions.find(post.id(), post.revision()).orElseThrow();
        if (alreadyIn(post, version)) {
            return new Submitted.Ok(submissions.newest(post.id()).orElseThrow());
        }
        if (post.version() != version) {
            return new Submitted.Conflict(revision, post.version());
        }
        if (post.is(Post.State.ARCHIVED)) {
            throw Problem.conflict("posts.archived-already");
        }
        Content content = revision.content();
        Setting setting = surroundings.newest(post.campaign());
        Looks looks = checks.look(content, setting, KEPT_IN);
        List<Obstacle> obstacles = obstacles(content);
        Ingredients ingredients = surroundings.gather(content, setting, obstacles);
        List<Payload> payloads = render(content, ingredients, setting, obstacles);
        if (!obstacles.isEmpty() || looks.blocks()) {
            return new Submitted.Refused(looks.blocking(), obstacles);
        }
        Submission submission = new Submission(
                UUID.randomUUID(),
                post.id(),
                revision.number(),
                Fingerprint.of(payloads, content),
                payloads,
                looks.summary(),
                author,
                clock.instant().truncatedTo(ChronoUnit.MICROS));
        return java.util.Objects.requireNonNull(transaction.execute(status -> keep(submission, ingredients, version)));
    }

    /** What readers will see, with the campaign's label as it was when it was handed in. */
    Map<Network, Sending> sendings(Post post, Content content, Ingredients ingredients) {
        Setting setting = surroundings.setting(post.campaign());
        Map<Network, Sending> all = new EnumMap<>(Network.class);
        content.networks()
                .forEach(network -> all.put(
                        network, Sending.of(content, network, ingredients.campaign(), setting.limits(network))));
        return all;
    }

    /** What blocks these words by today's rules. */
    List<Finding> blockingNow(UUID campaign, Content content) {
        return checks.lookBeforeSending(content, surroundings.setting(campaign), KEPT_IN).blocking().stream()
                .map(NetworkFinding::finding)
                .toList();
    }

    // Pressing twice, or asking again after a lost answer.
    private static boolean alreadyIn(Post post, long version) {
        return post.is(Post.State.SUBMITTED) && (post.version() == version || post.version() == version + 1);
    }

    private Submitted keep(Submission submission, Ingredients ingredients, long version) {
        Post now = posts.lock(submission.post()).orElseThrow(() -> Problem.notFound("posts.none"));
        if (alreadyIn(now, version)) {
            return new Submitted.Ok(submissions.newest(now.id()).orElseThrow());
        }
        if (now.version() != version) {
            return new Submitted.Conflict(
                    revisions.find(now.id(), now.revision()).orElseThrow(), now.version());
        }
        revisions.freeze(now.id(), submission.revision());
        submissions.insert(submission, ingredients);
        posts.becomes(now.id(), Post.State.SUBMITTED, submission.id(), submission.at());
        audit.record(
                "post.submitted",
                JdbcPosts.actor(submission.by()),
                JdbcPosts.subject(now.id()),
                Map.of(
                        "submission", submission.id().toString(),
                        "revision", String.valueOf(submission.revision()),
                        "hash", submission.hash().value()));
        events.publishEvent(new PostSubmitted(now.id(), submission.id(), submission.hash()));
        return new Submitted.Ok(submission);
    }

    private static List<Obstacle> obstacles(Content content) {
        List<Obstacle> obstacles = new ArrayList<>();
        if (content.networks().isEmpty()) {
            obstacles.add(Obstacle.of(null, "posts.obstacle.no-network"));
        }
        if (content.link().leads() && CampaignLink.web(content.link().url()).isEmpty()) {
            obstacles.add(Obstacle.of(null, "posts.obstacle.link"));
        }
        return obstacles;
    }

    private List<Payload> render(Content content, Ingredients ingredients, Setting setting, List<Obstacle> obstacles) {
        List<Payload> payloads = new ArrayList<>();
        for (Network network : content.networks()) {
            switch (surroundings.rendering().render(content, network, ingredients, setting.limits(network))) {
                case Preflight.Ready ready -> payloads.add(new Payload(network, ready.parts()));
                case Preflight.NotPossible not ->
                    not.reasons()
                            .forEach(reason -> obstacles.add(new Obstacle(network, reason.key(), reason.arguments())));
            }
        }
        return payloads;
    }

    /**
     * The fingerprint once more, from the revision and the bytes, and also from the payloads as they are stored, since
     * those are what is sent: equal to the kept one only when both are.
     */
    ContentHash again(Submission submission, Content content, Ingredients ingredients) {
        ContentHash rendered =
                Fingerprint.of(surroundings.rendering().again(content, surroundings.verified(ingredients)), content);
        ContentHash stored = Fingerprint.of(submission.payloads(), content);
        boolean same = rendered.equals(stored) && rendered.equals(submission.hash());
        return same ? rendered : neither(rendered, stored);
    }

    // A hash that nobody signed, so that no one of the three can be put right by changing another.
    private static ContentHash neither(ContentHash rendered, ContentHash stored) {
        byte[] both = (rendered.value() + stored.value()).getBytes(StandardCharsets.US_ASCII);
        return ContentHash.of(Fingerprint.sha256(both));
    }
}
