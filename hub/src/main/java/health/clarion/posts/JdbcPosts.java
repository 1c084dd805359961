package health.clarion.posts;

import health.clarion.audit.Audit;
import health.clarion.networks.Network;
import health.clarion.ui.Problem;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Posts in PostgreSQL. */
@Component
class JdbcPosts implements Posts {

    private final PostRows posts;
    private final RevisionRows revisions;
    private final SubmissionRows submissions;
    private final Authors authors;
    private final HandingIn handingIn;
    private final Retelling retelling;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    JdbcPosts(
            PostRows posts,
            RevisionRows revisions,
            SubmissionRows submissions,
            Authors authors,
            HandingIn handingIn,
            Retelling retelling,
            Audit audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.posts = posts;
        this.revisions = revisions;
        this.submissions = submissions;
        this.authors = authors;
        this.handingIn = handingIn;
        this.retelling = retelling;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    @Override
    @Transactional
    public Post create(UUID campaign, String title, String language, Content content, UUID author) {
        return begin(campaign, title, content.withLanguage(language), null, Set.of(), author);
    }

    @Override
    @Transactional
    public Post copy(UUID from, String title, String language, UUID author) {
        Post original = existing(from);
        Content content = current(original).content().withReasons(Map.of()).withLanguage(language);
        boolean translation = !original.language().equals(language);
        UUID of = original.translationOf() == null ? original.id() : original.translationOf();
        Set<UUID> also = authors.between(from, 0, original.revision());
        return begin(original.campaign(), title, content, translation ? of : null, also, author);
    }

    private Post begin(
            UUID campaign,
            String title,
            Content content,
            @org.jspecify.annotations.Nullable UUID translationOf,
            Set<UUID> also,
            UUID author) {
        String named = requireTitle(title);
        Bounds.exceeded(content).ifPresent(JdbcPosts::refuse);
        Instant now = now();
        UUID id = UUID.randomUUID();
        Post post = new Post(
                id, campaign, named, content.language(), Post.State.DRAFT, 1, 1, translationOf, null, author, now, now);
        posts.insert(post, content.text());
        revisions.insert(new Revision(id, 1, author, now, content), also);
        authors.noteFirst(post, also);
        return post;
    }

    @Override
    public Optional<Post> find(UUID id) {
        return posts.find(id);
    }

    @Override
    public Map<UUID, Post> named(Collection<UUID> ids) {
        Map<UUID, Post> found = new HashMap<>();
        posts.withIds(ids).forEach(post -> found.put(post.id(), post));
        return found;
    }

    @Override
    public List<Post> list(Filter filter) {
        return posts.list(filter);
    }

    @Override
    public List<Post> translations(UUID id) {
        Post post = existing(id);
        return posts.translations(post.translationOf() == null ? post.id() : post.translationOf()).stream()
                .filter(other -> !other.id().equals(id))
                .toList();
    }

    @Override
    @Transactional
    public Saved save(UUID id, long baseVersion, Content content, UUID author) {
        Optional<Saved.TooLong> tooLong = Bounds.exceeded(content);
        if (tooLong.isPresent()) {
            return tooLong.get();
        }
        Post post = locked(id);
        Revision last = current(post);
        if (last.content().equals(content)) {
            return new Saved.Ok(last, post.version());
        }
        if (post.version() != baseVersion) {
            return new Saved.Conflict(last, post.version());
        }
        return switch (post.state()) {
            case ARCHIVED -> throw Problem.conflict("posts.archived-already");
            case DRAFT, SUBMITTED -> keep(post, last, content, author);
        };
    }

    private Saved keep(Post post, Revision last, Content content, UUID author) {
        Set<UUID> before = revisions.whoWrote(post.id(), content);
        Revision next = revisions.add(last, content, author, before);
        posts.saved(post, next.number(), content, now());
        if (next.number() != last.number() || !before.isEmpty()) {
            authors.note(post.id(), next.number(), author, before);
        }
        if (post.is(Post.State.SUBMITTED)) {
            events.publishEvent(new PostEdited(post.id(), next.number()));
        }
        return new Saved.Ok(next, post.version() + 1);
    }

    @Override
    @Transactional
    public Post rename(UUID id, String title, UUID by) {
        String named = requireTitle(title);
        Post post = locked(id);
        if (!post.title().equals(named)) {
            posts.renamed(post, named, current(post).content().text(), now());
            audit.record("post.renamed", actor(by), subject(id), Map.of());
        }
        return existing(id);
    }

    @Override
    public Submitted submit(UUID id, long version, UUID author) {
        return handingIn.submit(existing(id), version, author);
    }

    @Override
    @Transactional
    public Post withdraw(UUID id, UUID by) {
        Post post = locked(id);
        if (post.is(Post.State.SUBMITTED)) {
            becomes(post, Post.State.DRAFT, "post.withdrawn", by);
        }
        return existing(id);
    }

    @Override
    @Transactional
    public Post archive(UUID id, boolean away, UUID by) {
        Post post = locked(id);
        if (away && !post.is(Post.State.ARCHIVED)) {
            becomes(post, Post.State.ARCHIVED, "post.archived", by);
        } else if (!away && post.is(Post.State.ARCHIVED)) {
            becomes(post, Post.State.DRAFT, "post.brought-back", by);
        }
        return existing(id);
    }

    private void becomes(Post post, Post.State state, String what, UUID by) {
        posts.becomes(post.id(), state, null, now());
        audit.record(what, actor(by), subject(post.id()), Map.of());
        UUID submission = post.submission();
        if (submission != null) {
            events.publishEvent(new PostWithdrawn(post.id(), submission));
        }
    }

    @Override
    @Transactional
    public void delete(UUID id, UUID by) {
        locked(id);
        if (submissions.newest(id).isPresent()
                || !posts.translations(id).stream().allMatch(other -> other.id().equals(id))) {
            throw Problem.conflict("posts.not-deletable");
        }
        posts.delete(id);
        audit.record("post.deleted", actor(by), subject(id), Map.of());
    }

    @Override
    public Optional<Submission> submission(UUID id) {
        return submissions.find(id);
    }

    @Override
    public Optional<Submission> newest(UUID post) {
        return submissions.newest(post);
    }

    @Override
    public ReportSummary report(UUID id, Locale reader) {
        Submission submission = handedIn(id);
        return retelling.of(submission.report(), existing(submission.post()), content(submission), reader);
    }

    @Override
    public LookedAgain lookAgain(UUID id) {
        SubmissionRows.Whole whole =
                submissions.whole(id).orElseThrow(() -> new NoSuchElementException("no submission " + id));
        Content content = content(whole.submission());
        return new LookedAgain(
                whole.submission(),
                handingIn.again(whole.submission(), content, whole.ingredients()),
                handingIn.blockingNow(whole.campaign(), content));
    }

    @Override
    public Optional<Submission> asSigned(UUID id, ContentHash hash) {
        return submissions.find(id).filter(submission -> Fingerprint.of(submission.payloads(), content(submission))
                .equals(hash));
    }

    private Submission handedIn(UUID id) {
        return submissions.find(id).orElseThrow(() -> new NoSuchElementException("no submission " + id));
    }

    private Content content(Submission submission) {
        return revisions
                .find(submission.post(), submission.revision())
                .orElseThrow(() -> new NoSuchElementException("no revision of submission " + submission.id()))
                .content();
    }

    @Override
    public Map<Network, Sending> sendings(UUID id) {
        Submission submission = handedIn(id);
        return handingIn.sendings(existing(submission.post()), content(submission), submissions.ingredients(id));
    }

    @Override
    public Set<UUID> authorsBetween(UUID post, int afterRevision, int upToRevision) {
        return authors.between(post, afterRevision, upToRevision);
    }

    @Override
    public List<Revision> revisions(UUID post, int limit) {
        return revisions.newest(post, limit);
    }

    @Override
    public Optional<Revision> revision(UUID post, int number) {
        return revisions.find(post, number);
    }

    private Post existing(UUID id) {
        return posts.find(id).orElseThrow(() -> Problem.notFound("posts.none"));
    }

    private Post locked(UUID id) {
        return posts.lock(id).orElseThrow(() -> Problem.notFound("posts.none"));
    }

    private Revision current(Post post) {
        return revisions.find(post.id(), post.revision()).orElseThrow();
    }

    private static String requireTitle(String title) {
        String named = Typed.line(title);
        if (named.isEmpty()) {
            throw Problem.invalid("posts.title-missing");
        }
        Bounds.title(named).ifPresent(JdbcPosts::refuse);
        return named;
    }

    private static void refuse(Saved.TooLong tooLong) {
        throw Problem.invalid("posts.too-long", tooLong.limit(), tooLong.was());
    }

    // PostgreSQL keeps microseconds; what we answer is what is read back.
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    static String actor(UUID member) {
        return "member:" + member;
    }

    static String subject(UUID post) {
        return "post:" + post;
    }
}
