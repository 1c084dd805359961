package health.clarion.demo;

import health.clarion.accounts.Account;
import health.clarion.demo.Cast.Part;
import health.clarion.media.Focal;
import health.clarion.media.Media;
import health.clarion.media.MediaItem;
import health.clarion.networks.Network;
import health.clarion.people.Member;
import health.clarion.posts.Content;
import health.clarion.posts.Post;
import health.clarion.posts.PostMedia;
import health.clarion.posts.Posts;
import health.clarion.posts.Saved;
import health.clarion.posts.Submission;
import health.clarion.posts.Submitted;
import health.clarion.publishing.Delivery;
import health.clarion.publishing.Publishing;
import health.clarion.publishing.Wall;
import health.clarion.review.Decisions;
import health.clarion.review.Reader;
import health.clarion.review.Review;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.stereotype.Component;

/**
 * Where scenes are played: each post is written, handed in, signed and planned by the hub's own code, at the times it
 * would have been. Only how its deliveries ended is told by {@link Endings}.
 */
@Component
@ConditionalOnBooleanProperty("clarion.demo")
class Stage {

    private static final Logger LOG = LoggerFactory.getLogger(Stage.class);

    private final Posts posts;
    private final Review review;
    private final Decisions decisions;
    private final Publishing publishing;
    private final Media media;
    private final Endings endings;
    private final Cast cast;
    private final TravellingClock travelling;
    private final Clock clock;

    private Map<Theme, UUID> campaigns = Map.of();
    private Map<Network, Account> accounts = Map.of();
    private final Map<DoorArt, MediaItem> pictures = new EnumMap<>(DoorArt.class);

    Stage(
            Posts posts,
            Review review,
            Decisions decisions,
            Publishing publishing,
            Media media,
            Endings endings,
            Cast cast,
            TravellingClock travelling,
            Clock clock) {
        this.posts = posts;
        this.review = review;
        this.decisions = decisions;
        this.publishing = publishing;
        this.media = media;
        this.endings = endings;
        this.cast = cast;
        this.travelling = travelling;
        this.clock = clock;
    }

    void set(Map<Theme, UUID> plannedCampaigns, Map<Network, Account> inventedAccounts) {
        campaigns = plannedCampaigns;
        accounts = inventedAccounts;
    }

    /** Plays one post from its first words to where it stands today. */
    void play(Scene scene) {
        Instant now = clock.instant();
        Wall plan = plan(scene, now);
        Instant begun = min(plan.instant().minus(Duration.ofDays(3)), now.minus(Duration.ofHours(52)));
        Member author = cast.who(scene.author());
        Post post = write(scene, author, begun);
        if (scene.plot() == Scene.Plot.DRAFT) {
            return;
        }
        if (scene.before() != null) {
            handIn(scene, post, author, begun.plus(Duration.ofHours(2))).ifPresent(first -> {
                sign(first, author, begun.plus(Duration.ofHours(4)));
                rewrite(scene, author, post, begun.plus(Duration.ofHours(24)));
            });
        }
        Duration wait = Duration.ofHours(scene.before() == null ? 3 : 26);
        handIn(scene, posts.find(post.id()).orElseThrow(), author, begun.plus(wait))
                .ifPresent(submission -> goOn(scene, submission, author, begun.plus(wait), plan));
    }

    // A time of day that is still to come today has not been lived through: such a post went out two hours ago.
    private static Wall plan(Scene scene, Instant now) {
        LocalDate day = LocalDate.ofInstant(now, Cast.ZONE).plusDays(scene.day());
        Wall plan = new Wall(LocalDateTime.of(day, scene.time()), Cast.ZONE);
        boolean lived = scene.plot() == Scene.Plot.UNSURE;
        if (lived && plan.instant().isAfter(now.minus(Duration.ofHours(2)))) {
            return Wall.of(now.minus(Duration.ofHours(2)), Cast.ZONE);
        }
        boolean late = scene.plot() == Scene.Plot.URGENT && plan.instant().isBefore(now.plus(Duration.ofHours(2)));
        return late ? Wall.of(now.plus(Duration.ofHours(3)), Cast.ZONE) : plan;
    }

    private Post write(Scene scene, Member author, Instant at) {
        String words = scene.before() == null ? scene.text() : scene.before();
        return travelling.at(
                at,
                () -> posts.create(
                        java.util.Objects.requireNonNull(campaigns.get(scene.theme())),
                        scene.title(),
                        "en",
                        content(scene, words, author),
                        author.id()));
    }

    private void rewrite(Scene scene, Member author, Post post, Instant at) {
        travelling.at(at, () -> {
            long version = posts.find(post.id()).orElseThrow().version();
            Saved saved = posts.save(post.id(), version, content(scene, scene.text(), author), author.id());
            if (saved instanceof Saved.Ok) {
                return saved;
            }
            throw new IllegalStateException("“" + scene.title() + "” could not be rewritten");
        });
    }

    private Content content(Scene scene, String words, Member author) {
        Content content = Content.of(words, "en", scene.networks())
                .withContentWarning(scene.warning())
                .withSources(scene.sources());
        DoorArt art = scene.art();
        return art == null
                ? content
                : content.withMedia(List.of(new PostMedia(picture(art, author).id(), art.alt())));
    }

    private MediaItem picture(DoorArt art, Member by) {
        return pictures.computeIfAbsent(art, missing -> {
            try {
                MediaItem item = media.store(missing.png(), missing.file(), by);
                return media.describe(item.id(), missing.alt(), new Focal(0.5, 0.5), by);
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        });
    }

    // Should a new rule refuse a post of ours, the demonstration goes on without it: it stays a draft with its finding.
    private java.util.Optional<Submission> handIn(Scene scene, Post post, Member author, Instant at) {
        return travelling.at(at, () -> switch (posts.submit(post.id(), post.version(), author.id())) {
            case Submitted.Ok ok -> java.util.Optional.of(ok.submission());
            case Submitted.Refused refused -> {
                LOG.warn("The demonstration’s post “{}” stays a draft: {}", scene.title(), refused);
                yield java.util.Optional.<Submission>empty();
            }
            case Submitted.Conflict conflict -> throw new IllegalStateException("nobody else writes here");
        });
    }

    private void goOn(Scene scene, Submission submission, Member author, Instant handedIn, Wall plan) {
        Instant planned = handedIn.plus(Duration.ofMinutes(20));
        Instant signed = handedIn.plus(Duration.ofHours(5));
        switch (scene.plot()) {
            case DRAFT -> throw new IllegalArgumentException("a draft is not handed in");
            case CHANGES_ASKED -> askForAChange(scene, submission, signed);
            case IN_REVIEW -> schedule(scene, submission, plan, planned, author);
            case URGENT -> {
                decisions.urgent(submission.id(), "Students are asking tonight; the news broke this morning.", author);
                schedule(scene, submission, plan, planned, author);
            }
            case SIGNED_OFF -> sign(submission, author, signed);
            case SCHEDULED -> {
                schedule(scene, submission, plan, planned, author);
                sign(submission, author, signed);
            }
            case HELD -> {
                List<Delivery> deliveries = schedule(scene, submission, plan, planned, author);
                sign(submission, author, signed);
                edit(submission, author, signed.plus(Duration.ofHours(3)));
                deliveries.forEach(delivery -> endings.tell(scene.plot(), delivery));
            }
            case MISSED, LIVE, UNSURE, REFUSED, RETRACTED -> {
                List<Delivery> deliveries = schedule(scene, submission, plan, planned, author);
                sign(submission, author, signed);
                deliveries.forEach(delivery -> endings.tell(scene.plot(), delivery));
            }
        }
    }

    private List<Delivery> schedule(Scene scene, Submission submission, Wall plan, Instant at, Member by) {
        List<UUID> where = scene.networks().stream()
                .map(accounts::get)
                .map(account -> java.util.Objects.requireNonNull(account).id())
                .toList();
        return travelling.at(at, () -> publishing.schedule(submission.id(), where, plan, null, by));
    }

    private void sign(Submission submission, Member author, Instant at) {
        travelling.at(at, () -> {
            for (Reader role : review.find(submission.id()).orElseThrow().missing()) {
                review.sign(submission.id(), role, submission.hash(), signer(role, author), "SESSION");
            }
            return null;
        });
    }

    private Member signer(Reader role, Member author) {
        return switch (role) {
            case CLINICIAN -> cast.who(Part.ILSE);
            case LEGAL -> cast.who(Part.TOMAS);
            case SECOND_READER -> {
                Member nadia = cast.who(Part.NADIA);
                yield nadia.id().equals(author.id()) ? cast.who(Part.CARLES) : nadia;
            }
        };
    }

    private void askForAChange(Scene scene, Submission submission, Instant at) {
        String phrase = "always helps";
        int start = scene.text().indexOf(phrase);
        travelling.at(at, () -> {
            review.askForChange(
                    submission.id(),
                    null,
                    start,
                    start + phrase.length(),
                    phrase,
                    "We don’t have a source for “always”. “Can help” would be true.",
                    cast.who(Part.ILSE).actor());
            return null;
        });
    }

    private void edit(Submission submission, Member author, Instant at) {
        travelling.at(at, () -> {
            Post post = posts.find(submission.post()).orElseThrow();
            Content signed = posts.revision(post.id(), submission.revision())
                    .orElseThrow()
                    .content();
            return posts.save(
                    post.id(),
                    post.version(),
                    signed.withText(signed.text().replace("worth ten", "worth twenty")),
                    author.id());
        });
    }

    private static Instant min(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
