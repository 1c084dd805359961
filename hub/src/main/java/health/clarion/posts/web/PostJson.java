package health.clarion.posts.web;

import health.clarion.networks.Count;
import health.clarion.networks.Network;
import health.clarion.posts.ClaimSource;
import health.clarion.posts.Content;
import health.clarion.posts.Diff;
import health.clarion.posts.Link;
import health.clarion.posts.Looks;
import health.clarion.posts.NetworkFinding;
import health.clarion.posts.Obstacle;
import health.clarion.posts.Post;
import health.clarion.posts.PostMedia;
import health.clarion.posts.ReportSummary;
import health.clarion.posts.Revision;
import health.clarion.posts.Submission;
import health.clarion.posts.Variant;
import health.clarion.ui.Problem;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Posts as the API says them. Networks go by their ids; what a request leaves out stays as it is. */
final class PostJson {

    private PostJson() {}

    record Listed(List<One> items, boolean more) {}

    record One(
            UUID id,
            UUID campaign,
            String title,
            String language,
            String state,
            long version,
            int revision,
            @Nullable UUID translationOf,
            @Nullable UUID submission,
            UUID author,
            Instant createdAt,
            Instant changedAt,
            @Nullable Words content) {

        static One of(Post post, @Nullable Content content) {
            return new One(
                    post.id(),
                    post.campaign(),
                    post.title(),
                    post.language(),
                    post.state().id(),
                    post.version(),
                    post.revision(),
                    post.translationOf(),
                    post.submission(),
                    post.author(),
                    post.createdAt(),
                    post.changedAt(),
                    content == null ? null : Words.of(content));
        }
    }

    /**
     * A new post.
     *
     * @param meantFor when it is meant to go out, on the caller's clock
     */
    record Create(
            UUID campaign,
            String title,
            @Nullable String language,
            @Nullable Words content,
            @Nullable LocalDateTime meantFor) {}

    record Change(long version, @Nullable String title, Words content) {}

    record AtVersion(long version) {}

    record Copy(@Nullable String title, @Nullable String language) {}

    record Picture(UUID id, @Nullable String alt) {}

    record Source(
            @Nullable String claim,
            @Nullable String title,
            @Nullable String url) {}

    record Target(
            @Nullable String url,
            @Nullable String title,
            @Nullable String description) {}

    record Own(@Nullable String text, @Nullable List<String> thread) {}

    /** A post's content; null fields stay as they are. */
    record Words(
            @Nullable String text,
            @Nullable List<String> thread,
            @Nullable Target link,
            @Nullable String contentWarning,
            @Nullable String language,
            @Nullable List<String> networks,
            @Nullable Map<String, Own> variants,
            @Nullable List<Picture> media,
            @Nullable List<Source> sources,
            @Nullable Map<String, String> reasons) {

        static Words of(Content content) {
            Map<String, Own> variants = new TreeMap<>();
            content.variants().forEach((network, own) -> variants.put(network.id(), new Own(own.text(), own.thread())));
            return new Words(
                    content.text(),
                    content.thread(),
                    new Target(
                            content.link().url(),
                            content.link().title(),
                            content.link().description()),
                    content.contentWarning(),
                    content.language(),
                    content.networks().stream().map(Network::id).toList(),
                    variants,
                    content.media().stream()
                            .map(media -> new Picture(media.media(), media.alt()))
                            .toList(),
                    content.sources().stream()
                            .map(source -> new Source(source.claim(), source.title(), source.url()))
                            .toList(),
                    content.reasons());
        }

        /** @throws Problem when it names a network there is none of */
        Content on(Content before) {
            return new Content(
                    text == null ? before.text() : text,
                    thread == null ? before.thread() : thread,
                    link == null ? before.link() : new Link(or(link.url()), or(link.title()), or(link.description())),
                    contentWarning == null ? before.contentWarning() : contentWarning,
                    language == null ? before.language() : language,
                    networks == null ? before.networks() : known(networks),
                    variants == null ? before.variants() : own(variants),
                    media == null
                            ? before.media()
                            : media.stream()
                                    .map(picture -> new PostMedia(picture.id(), or(picture.alt())))
                                    .toList(),
                    sources == null
                            ? before.sources()
                            : sources.stream()
                                    .map(source ->
                                            new ClaimSource(or(source.claim()), or(source.title()), or(source.url())))
                                    .toList(),
                    reasons == null ? before.reasons() : reasons);
        }

        private static Set<Network> known(List<String> ids) {
            EnumSet<Network> networks = EnumSet.noneOf(Network.class);
            ids.forEach(id -> networks.add(network(id)));
            return networks;
        }

        private static Map<Network, Variant> own(Map<String, Own> variants) {
            Map<Network, Variant> own = new EnumMap<>(Network.class);
            variants.forEach((id, words) -> own.put(
                    network(id), new Variant(or(words.text()), words.thread() == null ? List.of() : words.thread())));
            return own;
        }

        private static Network network(String id) {
            return ComposerForm.network(id).orElseThrow(() -> Problem.invalid("posts.no-network", id));
        }

        private static String or(@Nullable String text) {
            return text == null ? "" : text;
        }
    }

    record Version(
            int number, UUID author, Instant at, @Nullable Words content) {

        static Version of(Revision revision, boolean whole) {
            return new Version(
                    revision.number(), revision.author(), revision.at(), whole ? Words.of(revision.content()) : null);
        }
    }

    record Found(
            @Nullable String network,
            String rule,
            String severity,
            int start,
            int end,
            String words,
            String message,
            @Nullable String suggestion,
            String source,
            boolean overridable,
            @Nullable String topic,
            @Nullable FactCheck checked,
            @Nullable String reason) {

        static Found of(NetworkFinding found) {
            return new Found(
                    found.network() == null ? null : found.network().id(),
                    found.finding().rule(),
                    found.finding().severity().id(),
                    found.finding().start(),
                    found.finding().end(),
                    found.words(),
                    found.finding().message(),
                    found.finding().suggestion(),
                    found.finding().source(),
                    found.finding().overridable(),
                    found.finding().topic(),
                    FactCheck.of(found.finding().checked()),
                    found.reason());
        }
    }

    /** What a fact-checker says of a claim; never a verdict of our own. */
    record FactCheck(
            String claim,
            String verdict,
            String publisher,
            String source,
            @Nullable LocalDate date) {

        static @Nullable FactCheck of(health.clarion.safeguards.@Nullable Checked checked) {
            return checked == null
                    ? null
                    : new FactCheck(
                            checked.claim(), checked.verdict(), checked.publisher(), checked.source(), checked.date());
        }
    }

    /** How long a text is, in a network's own unit. */
    record Length(long used, long limit, String unit) {

        static Length of(Count count) {
            return new Length(count.used(), count.limit(), count.unit().words());
        }
    }

    /** Whether the words fit a network, and each part measured in each of its units. */
    record Fit(boolean fits, List<List<Length>> counts) {}

    record Checked(boolean blocks, List<Found> findings, int readingAge, Map<String, Fit> networks) {

        static Checked of(Looks looks) {
            Map<String, Fit> networks = new TreeMap<>();
            looks.networks()
                    .forEach((network, look) -> networks.put(
                            network.id(),
                            new Fit(
                                    look.fits(),
                                    look.measured().stream()
                                            .map(part -> part.counts().stream()
                                                    .map(Length::of)
                                                    .toList())
                                            .toList())));
            return new Checked(
                    looks.blocks(),
                    looks.findings().stream().map(Found::of).toList(),
                    looks.base().report().reading().age(),
                    networks);
        }
    }

    record Versions(List<Version> items) {}

    /** A piece of the words: {@code same}, {@code added} or {@code removed}. */
    record Piece(String kind, String text) {

        static Piece of(Diff.Piece piece) {
            return new Piece(piece.kind().name().toLowerCase(Locale.ROOT), piece.text());
        }
    }

    record Pieces(List<Piece> pieces) {}

    /** Who else has a post open, by name. */
    record Others(List<String> others) {}

    record Stopped(@Nullable String network, String message) {

        static Stopped of(Obstacle obstacle, String message) {
            return new Stopped(
                    obstacle.network() == null ? null : obstacle.network().id(), message);
        }
    }

    record Part(int index, String payload, List<health.clarion.channels.Picture> pictures) {}

    record Rendered(String network, List<Part> parts) {}

    record HandedIn(
            UUID id,
            UUID post,
            int revision,
            String hash,
            UUID by,
            Instant at,
            List<Found> findings,
            Set<String> topics,
            int crisisLevel,
            List<Rendered> payloads) {

        static HandedIn of(Submission submission, ReportSummary report) {
            return new HandedIn(
                    submission.id(),
                    submission.post(),
                    submission.revision(),
                    submission.hash().value(),
                    submission.by(),
                    submission.at(),
                    report.findings().stream().map(Found::of).toList(),
                    report.topics(),
                    report.crisisLevel(),
                    submission.payloads().stream()
                            .map(payload -> new Rendered(
                                    payload.network().id(),
                                    payload.parts().stream()
                                            .map(part -> new Part(part.index(), part.payload(), part.pictures()))
                                            .toList()))
                            .toList());
        }
    }
}
