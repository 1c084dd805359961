package health.clarion.posts;

import health.clarion.channels.CanonicalJson;
import health.clarion.channels.Channels;
import health.clarion.channels.Fit;
import health.clarion.channels.Outgoing;
import health.clarion.channels.OutgoingPart;
import health.clarion.channels.Part;
import health.clarion.channels.Picture;
import health.clarion.channels.Preflight;
import health.clarion.channels.Reason;
import health.clarion.networks.Capabilities;
import health.clarion.networks.ImageLimits;
import health.clarion.networks.Network;
import health.clarion.networks.TextLimit;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Turns words and ingredients into exactly what each network will be sent. Pure: the same in gives the same out. */
final class Rendering {

    private final Channels channels;

    Rendering(Channels channels) {
        this.channels = channels;
    }

    /** One network's payload, or why there can be none. */
    Preflight render(Content content, Network network, Ingredients ingredients, Capabilities limits) {
        Sending sending = Sending.of(content, network, ingredients.campaign(), limits);
        Ingredients.Outside outside = ingredients.on(network);
        List<OutgoingPart> parts = new ArrayList<>();
        for (String text : sending.parts()) {
            parts.add(new OutgoingPart(text, parts.isEmpty() ? pictures(content, outside) : List.of()));
        }
        Outgoing outgoing =
                new Outgoing(network, content.language(), parts, sending.warning(), outside.mentions(), sending.card());
        return channels.on(network)
                .map(channel -> channel.preflight(outgoing, limits))
                .orElseGet(() -> byHand(outgoing, limits));
    }

    /** All payloads once more, whatever the limits are today: whether it fits was decided when it was submitted. */
    List<Payload> again(Content content, Ingredients ingredients) {
        List<Payload> payloads = new ArrayList<>();
        for (Network network : content.networks()) {
            if (render(content, network, ingredients, unlimited(network)) instanceof Preflight.Ready ready) {
                payloads.add(new Payload(network, ready.parts()));
            }
        }
        return payloads;
    }

    private static Capabilities unlimited(Network network) {
        Capabilities known = Capabilities.of(network);
        List<TextLimit> text = known.text().stream()
                .map(limit -> new TextLimit(limit.field(), Integer.MAX_VALUE, limit.unit(), limit.linkCost()))
                .toList();
        return new Capabilities(
                network,
                text,
                ImageLimits.none(),
                known.threads(),
                known.contentWarning(),
                known.pressableLinks(),
                known.altText(),
                List.of());
    }

    private static List<Picture> pictures(Content content, Ingredients.Outside outside) {
        List<Picture> pictures = new ArrayList<>();
        for (int i = 0; i < Math.min(content.media().size(), outside.pictures().size()); i++) {
            Ingredients.Fitted fitted = outside.pictures().get(i);
            pictures.add(new Picture(
                    fitted.sha256(),
                    fitted.mime(),
                    fitted.width(),
                    fitted.height(),
                    content.media().get(i).alt()));
        }
        return pictures;
    }

    // A person posts it: the first part is the post, the others go into comments.
    private static Preflight byHand(Outgoing outgoing, Capabilities limits) {
        Outgoing post = new Outgoing(
                outgoing.network(),
                outgoing.language(),
                outgoing.parts().subList(0, 1),
                outgoing.contentWarning(),
                outgoing.mentions(),
                outgoing.card());
        List<Reason> reasons = Fit.reasons(limits.threads() ? outgoing : post, limits);
        if (!reasons.isEmpty()) {
            return new Preflight.NotPossible(reasons);
        }
        List<Part> parts = new ArrayList<>();
        for (OutgoingPart part : outgoing.parts()) {
            parts.add(new Part(
                    outgoing.network(), parts.size(), payload(outgoing, part, parts.isEmpty()), part.pictures()));
        }
        return new Preflight.Ready(parts);
    }

    private static String payload(Outgoing outgoing, OutgoingPart part, boolean first) {
        ObjectNode node = CanonicalJson.object();
        node.put("network", outgoing.network().id()).put("language", outgoing.language());
        node.put("text", part.text());
        if (first && !outgoing.warning().isEmpty()) {
            node.put("warning", outgoing.warning());
        }
        ArrayNode pictures = node.putArray("pictures");
        part.pictures()
                .forEach(picture ->
                        pictures.addObject().put("sha256", picture.sha256()).put("alt", picture.alt()));
        return CanonicalJson.write(node);
    }
}
