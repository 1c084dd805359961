package health.clarion.posts.web;

import health.clarion.channels.LinkCard;
import health.clarion.networks.Count;
import health.clarion.networks.Entities;
import health.clarion.networks.Entity;
import health.clarion.networks.Measured;
import health.clarion.networks.Network;
import health.clarion.posts.Look;
import health.clarion.posts.Sending;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A post as readers of one network will see it: what would be cut is struck through.
 *
 * @param warning what it is folded behind; {@code ""} for none
 * @param card the card under it, or null
 */
public record Preview(
        Pane pane,
        String css,
        String warning,
        List<PartView> parts,
        @Nullable LinkCard card) {

    /** One part with every count of it. */
    public record PartView(List<Piece> pieces, List<Count> counts, boolean comment) {}

    /** A stretch of text. */
    public record Piece(String text, boolean pressable, boolean cut) {}

    static Preview of(Pane pane) {
        Network network = Objects.requireNonNull(pane.network());
        Look look = pane.look();
        Sending sending = Objects.requireNonNull(look.sending());
        List<PartView> parts = new ArrayList<>();
        for (int i = 0; i < sending.parts().size(); i++) {
            Measured measured = look.measured().get(i);
            parts.add(new PartView(
                    pieces(network, sending.parts().get(i), measured), measured.counts(), i > 0 && !pane.threads()));
        }
        return new Preview(pane, css(network), sending.warning(), parts, sending.card());
    }

    private static String css(Network network) {
        return switch (network) {
            case MASTODON -> "masto";
            case INSTAGRAM, TIKTOK, YOUTUBE, SNAPCHAT -> "insta";
            case LINKEDIN, FACEBOOK -> "linked";
            case BLUESKY, X, THREADS -> "";
        };
    }

    private static List<Piece> pieces(Network network, String text, Measured measured) {
        int length = text.codePointCount(0, text.length());
        int cut = Math.min(measured.cutAt().orElse(length), length);
        List<Entity> entities = Entities.find(network, text);
        TreeSet<Integer> edges = new TreeSet<>(List.of(0, cut, length));
        entities.forEach(entity -> {
            edges.add(entity.start());
            edges.add(entity.end());
        });
        List<Piece> pieces = new ArrayList<>();
        int from = 0;
        for (int to : edges.tailSet(0, false)) {
            int at = from;
            boolean pressable = entities.stream().anyMatch(entity -> entity.start() <= at && at < entity.end());
            pieces.add(new Piece(Marks.slice(text, from, to), pressable, from >= cut));
            from = to;
        }
        return pieces;
    }
}
