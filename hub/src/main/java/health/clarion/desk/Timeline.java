package health.clarion.desk;

import health.clarion.networks.Network;
import health.clarion.posts.Post;
import health.clarion.posts.Posts;
import health.clarion.publishing.Deliveries;
import health.clarion.publishing.Delivery;
import health.clarion.review.Request;
import health.clarion.review.Review;
import health.clarion.ui.Words;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Posts in the order of their times: one entry for a post that goes to several accounts at one time. */
@Component
public class Timeline {

    private final Deliveries deliveries;
    private final Posts posts;
    private final Review review;
    private final Words words;

    Timeline(Deliveries deliveries, Posts posts, Review review, Words words) {
        this.deliveries = deliveries;
        this.posts = posts;
        this.review = review;
        this.words = words;
    }

    /**
     * A post at a time.
     *
     * @param at on the reader's clock
     * @param rings of the status sign: 1 checked, 2 signed off, 3 live
     * @param unsure whether nobody knows if it arrived
     * @param attention whether a person has to do something
     * @param said where it stands, in the reader's words; always shown beside the sign
     * @param movable the deliveries of it that can still go at another time
     */
    public record Entry(
            UUID post,
            UUID campaign,
            String title,
            LocalDateTime at,
            Instant due,
            int rings,
            boolean unsure,
            boolean attention,
            String said,
            List<Network> networks,
            List<UUID> movable) {

        public LocalDate day() {
            return at.toLocalDate();
        }

        /** The networks' names, for a sentence. */
        public String where() {
            return networks.stream().map(Network::displayName).collect(Collectors.joining(", "));
        }
    }

    private record Slot(UUID post, Instant due) {}

    /**
     * What is planned or was sent between two instants, earliest first.
     *
     * @param campaign only this one's, or null for all
     */
    public List<Entry> between(Instant from, Instant to, @Nullable UUID campaign, ZoneId zone, Locale locale) {
        Map<Slot, List<Delivery>> slots = deliveries.between(from, to, campaign).stream()
                .filter(delivery -> delivery.state() != Delivery.State.RETRACTED)
                .collect(Collectors.groupingBy(
                        delivery -> new Slot(delivery.post(), delivery.due()),
                        LinkedHashMap::new,
                        Collectors.toList()));
        Set<UUID> ids = slots.keySet().stream().map(Slot::post).collect(Collectors.toSet());
        Map<UUID, Post> titles = posts.named(ids);
        Set<UUID> signed = review.ofPosts(ids).stream()
                .filter(request -> request.state() == Request.State.SIGNED_OFF)
                .map(Request::post)
                .collect(Collectors.toSet());
        return slots.entrySet().stream()
                .map(slot -> entry(
                        slot.getKey(),
                        slot.getValue(),
                        titles.get(slot.getKey().post()),
                        signed.contains(slot.getKey().post()),
                        zone,
                        locale))
                .toList();
    }

    private Entry entry(
            Slot slot, List<Delivery> its, @Nullable Post post, boolean signed, ZoneId zone, Locale locale) {
        boolean unsure = its.stream().anyMatch(Timeline::unsure);
        boolean live = its.stream()
                .anyMatch(delivery ->
                        delivery.state() == Delivery.State.SENT || delivery.state() == Delivery.State.PARTLY_SENT);
        return new Entry(
                slot.post(),
                its.getFirst().campaign(),
                post == null ? words.of(locale, "desk.unknown-post") : post.title(),
                LocalDateTime.ofInstant(slot.due(), zone),
                slot.due(),
                live ? 3 : signed || unsure ? 2 : 1,
                unsure,
                its.stream().anyMatch(delivery -> delivery.state().needsPerson()),
                said(its, signed, locale),
                its.stream().map(Delivery::network).distinct().toList(),
                its.stream()
                        .filter(delivery -> delivery.state().movable())
                        .map(Delivery::id)
                        .toList());
    }

    private static boolean unsure(Delivery delivery) {
        return delivery.state() == Delivery.State.AMBIGUOUS || delivery.state() == Delivery.State.AWAITING_PERSON;
    }

    // "Live on Bluesky. Not sure on Mastodon." Networks that stand alike share a sentence.
    private String said(List<Delivery> its, boolean signed, Locale locale) {
        Map<String, List<Delivery>> alike = its.stream()
                .collect(Collectors.groupingBy(
                        delivery -> standing(delivery, signed), LinkedHashMap::new, Collectors.toList()));
        return alike.entrySet().stream()
                .map(group -> words.of(
                        locale,
                        "desk.standing",
                        words.of(locale, group.getKey()),
                        group.getValue().stream()
                                .map(delivery -> delivery.network().displayName())
                                .distinct()
                                .collect(Collectors.joining(", "))))
                .collect(Collectors.joining(" "));
    }

    private static String standing(Delivery delivery, boolean signed) {
        return delivery.state() == Delivery.State.SCHEDULED
                ? signed ? "desk.signed-off" : "desk.waits-for-sign-off"
                : "publishing.state." + delivery.state().name().toLowerCase(Locale.ROOT);
    }
}
