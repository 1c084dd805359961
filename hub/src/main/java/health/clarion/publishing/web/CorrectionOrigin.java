package health.clarion.publishing.web;

import health.clarion.networks.Network;
import health.clarion.people.Member;
import health.clarion.posts.Content;
import health.clarion.posts.Post;
import health.clarion.posts.PostOrigin;
import health.clarion.posts.Posts;
import health.clarion.publishing.Corrections;
import health.clarion.publishing.Deliveries;
import health.clarion.publishing.Delivery;
import health.clarion.ui.Problem;
import health.clarion.ui.Words;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** “Write a correction”: a post that will answer what is out, on every network where it stands. */
@Component
class CorrectionOrigin implements PostOrigin {

    private final Deliveries deliveries;
    private final Corrections corrections;
    private final Posts posts;
    private final Words words;

    CorrectionOrigin(Deliveries deliveries, Corrections corrections, Posts posts, Words words) {
        this.deliveries = deliveries;
        this.corrections = corrections;
        this.posts = posts;
        this.words = words;
    }

    @Override
    public String kind() {
        return "delivery";
    }

    @Override
    public Start start(String id, Member member) {
        Delivery wrong = wrong(id, member);
        Post post = posts.find(wrong.post()).orElseThrow(() -> Problem.notFound("publishing.no-delivery"));
        String title = words.of(member.locale(), "publishing.correction-title", post.title());
        return new Start(
                title.substring(0, Math.min(200, title.length())), Content.of("", post.language(), networks(wrong)));
    }

    private Set<Network> networks(Delivery wrong) {
        return deliveries.of(wrong.post()).stream()
                .filter(delivery -> corrections.standsOn(wrong.id(), delivery.account()))
                .map(Delivery::network)
                .collect(Collectors.toSet());
    }

    @Override
    public void begun(String id, Post post, Member member) {
        corrections.begun(post.id(), wrong(id, member), member);
    }

    private Delivery wrong(String id, Member member) {
        return uuid(id).map(known -> deliveries.visible(known, member))
                .orElseThrow(() -> Problem.notFound("publishing.no-delivery"));
    }

    private static Optional<UUID> uuid(String id) {
        try {
            return Optional.of(UUID.fromString(id));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }
}
