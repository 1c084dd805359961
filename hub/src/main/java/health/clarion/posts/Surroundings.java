package health.clarion.posts;

import health.clarion.accounts.Account;
import health.clarion.accounts.Accounts;
import health.clarion.campaigns.Audience;
import health.clarion.campaigns.Campaign;
import health.clarion.campaigns.Campaigns;
import health.clarion.channels.Channel;
import health.clarion.channels.Channels;
import health.clarion.channels.Connection;
import health.clarion.library.Helplines;
import health.clarion.media.Focal;
import health.clarion.media.Media;
import health.clarion.media.MediaItem;
import health.clarion.media.Rendition;
import health.clarion.networks.Capabilities;
import health.clarion.networks.Entities;
import health.clarion.networks.Entity;
import health.clarion.networks.Field;
import health.clarion.networks.Network;
import health.clarion.networks.TextLimit;
import health.clarion.people.Member;
import health.clarion.safeguards.Knowledge;
import health.clarion.safeguards.claims.ClaimLibrary;
import health.clarion.ui.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What the modules below know that words are measured against and rendered with. */
@Component
public class Surroundings {

    // A composer asks several times a minute; a server's limits or a campaign's audiences that are this old do no harm
    // there, and nothing is handed in without asking again.
    private static final long FRESH_SECONDS = 10;
    private static final int REMEMBERED = 500;

    private static final int MOST_MENTIONS = 20;
    private static final int COLLECTION = 12;
    private static final String NOT_THERE = "0".repeat(64);

    private final Campaigns campaigns;
    private final Accounts accounts;
    private final Channels channels;
    private final Media media;
    private final Clock clock;
    private final Rendering rendering;
    private final Knowledge contacts;
    private final Map<UUID, Known> known = new ConcurrentHashMap<>();

    private record Known(Setting setting, Instant at) {}

    Surroundings(
            Campaigns campaigns, Accounts accounts, Channels channels, Media media, Helplines helplines, Clock clock) {
        this.campaigns = campaigns;
        this.accounts = accounts;
        this.channels = channels;
        this.media = media;
        this.clock = clock;
        this.rendering = new Rendering(channels);
        this.contacts = Knowledge.empty().withContacts(numbers(helplines));
    }

    // A helpline's number may always stand in a post.
    private static Set<String> numbers(Helplines helplines) {
        return helplines.all().stream()
                .flatMap(line -> Stream.of(line.phone(), line.sms()))
                .filter(number -> !number.isBlank())
                .collect(Collectors.toSet());
    }

    /**
     * What a writer has to know of a campaign.
     *
     * @param audiences names of those it speaks to
     * @param languages BCP 47 tags its audiences read
     * @param hashtags with the sign
     */
    public record About(
            UUID id,
            String slug,
            String title,
            List<String> audiences,
            List<String> languages,
            List<String> hashtags,
            Set<Network> networks) {}

    /**
     * A picture of the collection, as the composer shows it.
     *
     * @param x of the point that stays in view, 0 (left) to 1 (right)
     * @param y of the same point, 0 (top) to 1 (bottom)
     */
    public record Shown(UUID id, String name, String href, int width, int height, String alt, double x, double y) {}

    Rendering rendering() {
        return rendering;
    }

    /** The campaign, if there is one with this id. */
    public Optional<About> about(UUID campaign) {
        return campaigns.find(campaign).map(Surroundings::about);
    }

    /** The campaigns this member may see. */
    public List<About> campaigns(Member me) {
        return campaigns.all().stream()
                .filter(campaign ->
                        me.partnerCampaign().map(campaign.id()::equals).orElse(true))
                .map(Surroundings::about)
                .toList();
    }

    private static About about(Campaign campaign) {
        return new About(
                campaign.id(),
                campaign.slug(),
                campaign.title(),
                campaign.audiences().stream().map(Audience::name).toList(),
                campaign.audiences().stream()
                        .flatMap(audience -> audience.languages().stream())
                        .distinct()
                        .toList(),
                campaign.hashtags().stream().map(String::valueOf).toList(),
                campaign.networks());
    }

    public Map<UUID, String> titles(Collection<UUID> ids) {
        return campaigns.named(ids);
    }

    /** What a campaign's words are measured against, at most ten seconds old. */
    public Setting setting(UUID campaign) {
        Known before = known.get(campaign);
        if (before != null && before.at().isAfter(clock.instant().minusSeconds(FRESH_SECONDS))) {
            return before.setting();
        }
        if (known.size() >= REMEMBERED) {
            known.clear();
        }
        Setting now = newest(campaign);
        known.put(campaign, new Known(now, clock.instant()));
        return now;
    }

    /** What a campaign's words are measured against right now. */
    Setting newest(UUID campaign) {
        Optional<Campaign> found = campaigns.find(campaign);
        OptionalInt age = found.stream()
                .flatMap(one -> one.audiences().stream())
                .mapToInt(Audience::readingAge)
                .min();
        return new Setting(
                found.map(Campaign::slug).orElse(""), age, contacts.withClaims(ClaimLibrary.known()), limits());
    }

    // Where several accounts are on one network, the words have to fit the strictest server.
    private Map<Network, Capabilities> limits() {
        Map<Network, Capabilities> limits = new EnumMap<>(Network.class);
        for (Account account : accounts.connected()) {
            limits.merge(
                    account.network(),
                    accounts.capabilities(account),
                    (one, other) -> longest(one) <= longest(other) ? one : other);
        }
        return limits;
    }

    private static int longest(Capabilities limits) {
        return limits.limits(Field.TEXT).stream()
                .filter(limit -> limit.unit().isLength())
                .min(Comparator.comparingInt(TextLimit::max))
                .map(TextLimit::max)
                .orElse(Integer.MAX_VALUE);
    }

    /** These pictures, in this order; unknown ones are left out. */
    public List<Shown> pictures(List<UUID> ids) {
        return media.named(ids).values().stream().map(Surroundings::shown).toList();
    }

    /** The newest pictures of the collection. */
    public List<Shown> collection() {
        return media.newest(null, COLLECTION).stream().map(Surroundings::shown).toList();
    }

    /**
     * Takes a picture in.
     *
     * @throws Problem when it is none, or too large
     */
    public Shown store(InputStream file, String name, Member me) throws IOException {
        return shown(media.store(file, name, me));
    }

    /** Chooses what stays in view when the picture is cut; unknown pictures are left alone. */
    public void focus(UUID picture, double x, double y, Member me) {
        media.find(picture).ifPresent(item -> media.describe(picture, item.alt(), new Focal(x, y), me));
    }

    private static Shown shown(MediaItem item) {
        return new Shown(
                item.id(),
                item.name(),
                item.href(),
                item.width(),
                item.height(),
                item.alt(),
                item.focal().x(),
                item.focal().y());
    }

    /**
     * Pictures fitted for each network, mentions resolved by its accounts. May ask other servers.
     *
     * @param obstacles what can't be had is added here
     */
    Ingredients gather(Content content, Setting setting, List<Obstacle> obstacles) {
        Map<Network, Ingredients.Outside> outside = new EnumMap<>(Network.class);
        for (Network network : content.networks()) {
            outside.put(
                    network,
                    new Ingredients.Outside(
                            fitted(content, network, setting, obstacles), mentions(content, network, setting)));
        }
        return new Ingredients(setting.campaign(), outside);
    }

    private List<Ingredients.Fitted> fitted(
            Content content, Network network, Setting setting, List<Obstacle> obstacles) {
        List<Ingredients.Fitted> fitted = new ArrayList<>();
        for (PostMedia picture : content.media()) {
            try {
                Rendition made =
                        media.rendition(picture.media(), setting.limits(network).images());
                fitted.add(new Ingredients.Fitted(
                        picture.media(), made.sha256(), made.mime(), made.width(), made.height()));
            } catch (Problem cannot) {
                obstacles.add(Obstacle.of(network, cannot.key(), cannot.arguments()));
            }
        }
        return fitted;
    }

    private Map<String, String> mentions(Content content, Network network, Setting setting) {
        Map<String, String> resolved = new TreeMap<>();
        Optional<Channel> channel = channels.on(network);
        Optional<Connection> connection =
                accounts.on(network).stream().findFirst().flatMap(account -> accounts.connection(account.id()));
        if (channel.isPresent() && connection.isPresent()) {
            Sending.of(content, network, setting.campaign(), setting.limits(network)).parts().stream()
                    .flatMap(part -> Entities.find(network, part).stream())
                    .filter(Entity.Mention.class::isInstance)
                    .map(mention -> ((Entity.Mention) mention).handle())
                    .distinct()
                    .limit(MOST_MENTIONS)
                    .forEach(handle ->
                            channel.get().resolve(handle, connection.get()).ifPresent(id -> resolved.put(handle, id)));
        }
        return resolved;
    }

    /** The ingredients with each picture named by the bytes that are really there. */
    Ingredients verified(Ingredients ingredients) {
        Map<Network, Ingredients.Outside> outside = new EnumMap<>(Network.class);
        ingredients
                .networks()
                .forEach((network, one) -> outside.put(
                        network,
                        new Ingredients.Outside(
                                one.pictures().stream().map(this::verified).toList(), one.mentions())));
        return new Ingredients(ingredients.campaign(), outside);
    }

    private Ingredients.Fitted verified(Ingredients.Fitted picture) {
        return new Ingredients.Fitted(
                picture.media(), hashOf(picture.sha256()), picture.mime(), picture.width(), picture.height());
    }

    private String hashOf(String sha256) {
        try {
            return Fingerprint.sha256(media.bytes(sha256));
        } catch (IOException gone) {
            return NOT_THERE;
        }
    }
}
