package health.clarion.networks;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * What one network (or one server of it) accepts.
 *
 * @param network the network
 * @param text limits of every field that holds words
 * @param images limits of pictures
 * @param threads true when a post can be continued by replies to itself
 * @param contentWarning true when a post can be folded behind a warning
 * @param pressableLinks true when an address in the text can be pressed by the reader
 * @param altText true when a picture can carry a description
 * @param facts the dated facts behind all this and more, to be shown with their sources
 */
public record Capabilities(
        Network network,
        List<TextLimit> text,
        ImageLimits images,
        boolean threads,
        boolean contentWarning,
        boolean pressableLinks,
        boolean altText,
        List<Fact> facts) {
    private static final Map<Network, Capabilities> DATED = dated();

    public Capabilities {
        text = List.copyOf(text);
        facts = List.copyOf(facts);
    }

    /** What is known of a network from the dated facts, before any server was asked. */
    public static Capabilities of(Network network) {
        return java.util.Objects.requireNonNull(DATED.get(network));
    }

    /** The limits of one field; empty when none is known. */
    public List<TextLimit> limits(Field field) {
        return text.stream().filter(limit -> limit.field() == field).toList();
    }

    /** Most hashtags in one post; empty when the network states none. */
    public OptionalInt maxHashtags() {
        return max(Unit.HASHTAGS);
    }

    /** Most mentions in one post; empty when the network states none. */
    public OptionalInt maxMentions() {
        return max(Unit.MENTIONS);
    }

    /** The same network as one of its servers describes itself. */
    public Capabilities withServerLimits(ServerLimits server) {
        return new Capabilities(
                network,
                text.stream().map(limit -> served(limit, server)).toList(),
                images.with(server),
                threads,
                contentWarning,
                pressableLinks,
                altText,
                facts);
    }

    private OptionalInt max(Unit unit) {
        return text.stream()
                .filter(limit -> limit.field() == Field.TEXT && limit.unit() == unit)
                .mapToInt(TextLimit::max)
                .findFirst();
    }

    private static TextLimit served(TextLimit limit, ServerLimits server) {
        if (!limit.unit().isLength()) {
            return limit;
        }
        return switch (limit.field()) {
            case TEXT ->
                new TextLimit(
                        Field.TEXT,
                        server.maxCharacters().orElse(limit.max()),
                        limit.unit(),
                        limit.linkCost() == 0 ? 0 : server.linkCost().orElse(limit.linkCost()));
            case ALT -> new TextLimit(Field.ALT, server.altCharacters().orElse(limit.max()), limit.unit(), 0);
            case TITLE, COMMENT -> limit;
        };
    }

    private static Map<Network, Capabilities> dated() {
        Map<Network, Capabilities> all = new EnumMap<>(Network.class);
        for (Network network : Network.values()) {
            Facts facts = Facts.ALL.of(network);
            all.put(
                    network,
                    new Capabilities(
                            network,
                            textLimits(facts),
                            ImageLimits.from(facts),
                            facts.yes("threads"),
                            facts.yes("content-warning"),
                            facts.yes("links.pressable"),
                            facts.yes("alt"),
                            facts.all()));
        }
        return all;
    }

    private static List<TextLimit> textLimits(Facts facts) {
        int linkCost = facts.number("text.link").orElse(0);
        List<TextLimit> limits = new ArrayList<>();
        for (Field field : Field.values()) {
            for (Fact fact : facts.named(field.key() + ".max")) {
                Unit unit = Unit.of(fact.unit());
                boolean shortensLinks = field == Field.TEXT && unit.isLength();
                limits.add(new TextLimit(field, Math.toIntExact(fact.number()), unit, shortensLinks ? linkCost : 0));
            }
        }
        return limits;
    }
}
