package health.clarion.publishing.web;

import health.clarion.posts.Standings;
import health.clarion.publishing.Deliveries;
import health.clarion.publishing.Delivery;
import health.clarion.ui.Words;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Planned, live, or not sure: the last gate in the list of posts. */
@Component
class LiveStandings implements Standings {

    private final Deliveries deliveries;
    private final Words words;

    LiveStandings(Deliveries deliveries, Words words) {
        this.deliveries = deliveries;
        this.words = words;
    }

    @Override
    public int order() {
        return 20;
    }

    @Override
    public Map<UUID, Standing> of(Collection<UUID> posts, Locale locale) {
        Map<UUID, List<Delivery>> byPost = deliveries.ofPosts(posts).stream()
                .filter(delivery -> delivery.state() != Delivery.State.RETRACTED)
                .collect(Collectors.groupingBy(Delivery::post));
        Map<UUID, Standing> standings = new HashMap<>();
        byPost.forEach((post, its) -> standings.put(post, standing(its, locale)));
        return standings;
    }

    // Of several deliveries the one that most needs to be known is shown.
    private Standing standing(List<Delivery> its, Locale locale) {
        boolean unsure = its.stream()
                .anyMatch(delivery -> delivery.state() == Delivery.State.AWAITING_PERSON
                        || delivery.state() == Delivery.State.AMBIGUOUS);
        boolean live = its.stream().anyMatch(delivery -> delivery.state() == Delivery.State.SENT);
        Delivery.State shown = its.stream()
                .map(Delivery::state)
                .filter(state -> unsure
                        ? state == Delivery.State.AWAITING_PERSON || state == Delivery.State.AMBIGUOUS
                        : state.needsPerson())
                .findFirst()
                .orElse(live ? Delivery.State.SENT : its.getFirst().state());
        String text = words.of(locale, "publishing.state." + shown.name().toLowerCase(Locale.ROOT));
        return new Standing(text, live ? 3 : 2, unsure);
    }
}
