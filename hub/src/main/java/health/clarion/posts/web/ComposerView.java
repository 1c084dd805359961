package health.clarion.posts.web;

import health.clarion.people.Member;
import health.clarion.posts.ClaimSource;
import health.clarion.posts.Content;
import health.clarion.posts.Difference;
import health.clarion.posts.Look;
import health.clarion.posts.Looks;
import health.clarion.posts.NetworkFinding;
import health.clarion.posts.Obstacle;
import health.clarion.posts.Post;
import health.clarion.posts.Saved;
import health.clarion.posts.Setting;
import health.clarion.posts.Surroundings.About;
import health.clarion.posts.Surroundings.Shown;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Everything the composer shows.
 *
 * @param content what stands in the fields: what is kept, or what was typed and could not be kept
 * @param kept the newest words that are kept
 * @param version what the next save starts from
 * @param others names of those who have it open too
 * @param trouble why what was typed is not kept; null when it is
 * @param obstacles why it could not be handed in just now; empty otherwise
 */
public record ComposerView(
        Post post,
        About campaign,
        Content content,
        Content kept,
        long version,
        Looks looks,
        Setting setting,
        List<Shown> pictures,
        List<Shown> collection,
        List<Post> translations,
        List<String> others,
        @Nullable Trouble trouble,
        List<Obstacle> obstacles,
        boolean editing,
        boolean out,
        Member me) {

    /** Why what was typed is not kept. */
    public sealed interface Trouble permits TheirWords, TooLong {}

    /**
     * Somebody else saved meanwhile.
     *
     * @param who their name
     */
    public record TheirWords(String who, java.time.Instant at, List<Difference> differences) implements Trouble {}

    /** It is more than a post may hold. */
    public record TooLong(Saved.TooLong measure) implements Trouble {}

    public Pane base() {
        return Pane.of(null, true, looks.base(), null);
    }

    public List<Pane> panes() {
        List<Pane> panes = new ArrayList<>();
        panes.add(base());
        looks.networks()
                .forEach((network, look) ->
                        panes.add(Pane.of(network, content.hasOwnWords(network), look, setting.limits(network))));
        return panes;
    }

    public List<Preview> previews() {
        return panes().stream()
                .filter(pane -> pane.network() != null)
                .map(Preview::of)
                .toList();
    }

    /** What must change before it can be handed in. */
    public List<NetworkFinding> blocking() {
        return looks.blocking();
    }

    /** Networks that would cut it. */
    public List<Look> tooLong() {
        return looks.networks().values().stream().filter(look -> !look.fits()).toList();
    }

    public boolean ready() {
        return blocking().isEmpty()
                && tooLong().isEmpty()
                && undescribed() == 0
                && !content.networks().isEmpty();
    }

    public int mustChange() {
        return blocking().size()
                + tooLong().size()
                + (undescribed() > 0 ? 1 : 0)
                + (content.networks().isEmpty() ? 1 : 0);
    }

    public long undescribed() {
        return content.media().stream().filter(media -> media.alt().isBlank()).count();
    }

    /** Findings that a person may go on despite, with a reason that is kept. */
    public List<NetworkFinding> overridable() {
        Map<String, NetworkFinding> rules = new java.util.LinkedHashMap<>();
        looks.findings().stream()
                .filter(found -> found.finding().overridable()
                        && found.finding().severity() == health.clarion.safeguards.Severity.BLOCK)
                .forEach(found -> rules.putIfAbsent(found.key(), found));
        return List.copyOf(rules.values());
    }

    public String reason(NetworkFinding found) {
        return content.reasons().getOrDefault(found.key(), "");
    }

    /** Health claims in any version that no source stands for yet, each once. */
    public List<String> claimsWithoutSource() {
        return looks.blocking().stream()
                .filter(found -> found.finding().category() == health.clarion.safeguards.Category.CLAIMS)
                .map(NetworkFinding::words)
                .filter(words -> !words.isBlank())
                .distinct()
                .toList();
    }

    /** Whether sources are worth showing at once: some are given, or a claim wants one. */
    public boolean wantsSources() {
        return !content.sources().isEmpty() || !claimsWithoutSource().isEmpty();
    }

    /** Whether what the post is, and where it goes, was said already. */
    public boolean described() {
        return !content.networks().isEmpty() && trouble == null;
    }

    /** The sources given, a row for each claim without one, and an empty row. */
    public List<ClaimSource> sourceRows() {
        List<ClaimSource> rows = new ArrayList<>(content.sources());
        claimsWithoutSource().stream()
                .filter(claim -> rows.stream().noneMatch(row -> row.claim().equals(claim)))
                .forEach(claim -> rows.add(new ClaimSource(claim, "", "")));
        rows.add(new ClaimSource("", "", ""));
        return rows;
    }

    public Optional<Shown> picture(UUID id) {
        return pictures.stream().filter(picture -> picture.id().equals(id)).findFirst();
    }

    public List<Shown> notUsed() {
        return collection.stream()
                .filter(shown -> content.media().stream()
                        .noneMatch(media -> media.media().equals(shown.id())))
                .toList();
    }
}
