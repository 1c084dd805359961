package health.clarion.posts.web;

import health.clarion.networks.Network;
import health.clarion.people.Member;
import health.clarion.people.People;
import health.clarion.posts.Checks;
import health.clarion.posts.Content;
import health.clarion.posts.Difference;
import health.clarion.posts.Obstacle;
import health.clarion.posts.Post;
import health.clarion.posts.PostMedia;
import health.clarion.posts.Posts;
import health.clarion.posts.Presence;
import health.clarion.posts.Revision;
import health.clarion.posts.Saved;
import health.clarion.posts.SchedulePanel;
import health.clarion.posts.Setting;
import health.clarion.posts.Surroundings;
import health.clarion.posts.Variant;
import health.clarion.ui.Problem;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Puts together what the composer shows. */
@Component
class Composing {

    private final Posts posts;
    private final Checks checks;
    private final Surroundings surroundings;
    private final Presence presence;
    private final People people;
    private final ObjectProvider<SchedulePanel> schedule;

    Composing(
            Posts posts,
            Checks checks,
            Surroundings surroundings,
            Presence presence,
            People people,
            ObjectProvider<SchedulePanel> schedule) {
        this.posts = posts;
        this.checks = checks;
        this.surroundings = surroundings;
        this.presence = presence;
        this.people = people;
        this.schedule = schedule;
    }

    /** The newest words of a post. */
    Revision current(Post post) {
        return posts.revision(post.id(), post.revision()).orElseThrow(() -> Problem.notFound("posts.none"));
    }

    /** The composer with what is kept. */
    ComposerView view(Post post, Member me) {
        Content kept = current(post).content();
        return view(post, kept, kept, post.version(), null, List.of(), me);
    }

    /** The composer with what was typed, and why it was not kept or not handed in. */
    ComposerView view(
            Post post,
            Content content,
            Content kept,
            long version,
            ComposerView.@Nullable Trouble trouble,
            List<Obstacle> obstacles,
            Member me) {
        Setting setting = surroundings.setting(post.campaign());
        SchedulePanel panel = schedule.getIfAvailable();
        boolean out = panel != null && panel.isOut(post);
        boolean mayWrite = me.roles().stream().anyMatch(health.clarion.people.Role::writes);
        return new ComposerView(
                post,
                surroundings.about(post.campaign()).orElseThrow(() -> Problem.notFound("posts.no-campaign")),
                content,
                kept,
                version,
                checks.look(content, setting, me.locale()),
                setting,
                surroundings.pictures(
                        content.media().stream().map(PostMedia::media).toList()),
                surroundings.collection(),
                posts.translations(post.id()),
                names(presence.others(post.id(), me.id())),
                trouble,
                obstacles,
                mayWrite && post.is(Post.State.DRAFT) && !out,
                out,
                me);
    }

    /** Names of those who have it open too. */
    List<String> names(List<UUID> members) {
        Map<UUID, String> names = people.named(members);
        return members.stream()
                .map(names::get)
                .filter(Objects::nonNull)
                .sorted()
                .toList();
    }

    /** What two people wrote, brought side by side. */
    ComposerView.Trouble theirs(Saved.Conflict conflict, Content mine) {
        Revision theirs = conflict.theirs();
        String who = people.named(List.of(theirs.author())).getOrDefault(theirs.author(), "");
        return new ComposerView.TheirWords(who, theirs.at(), Difference.between(mine, theirs.content()));
    }

    /** Mine, with theirs in the named place. */
    static Content taking(Content mine, Content theirs, String take) {
        return switch (take) {
            case "text" -> mine.withText(theirs.text());
            case "thread" -> mine.withThread(theirs.thread());
            case "link" -> mine.withLink(theirs.link());
            case "warning" -> mine.withContentWarning(theirs.contentWarning());
            case "language" -> mine.withLanguage(theirs.language());
            case "networks" -> mine.withNetworks(theirs.networks());
            case "pictures" -> mine.withMedia(theirs.media());
            case "sources" -> mine.withSources(theirs.sources());
            case "reasons" -> mine.withReasons(theirs.reasons());
            default ->
                ComposerForm.network(take.replaceFirst("^own-", ""))
                        .map(network -> takingOwn(mine, theirs, network))
                        .orElse(mine);
        };
    }

    private static Content takingOwn(Content mine, Content theirs, Network network) {
        Map<Network, Variant> variants = new EnumMap<>(Network.class);
        variants.putAll(mine.variants());
        Variant own = theirs.variants().get(network);
        if (own == null) {
            variants.remove(network);
        } else {
            variants.put(network, own);
        }
        return mine.withVariants(variants);
    }
}
