package health.clarion.channels.copypack;

import health.clarion.channels.Fit;
import health.clarion.channels.Outgoing;
import health.clarion.channels.OutgoingPart;
import health.clarion.channels.Picture;
import health.clarion.channels.Reason;
import health.clarion.networks.Capabilities;
import health.clarion.networks.Network;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A post for a network that has no open way in: what to copy, which pictures with which alt text, and the steps a person
 * takes, the last of which is to record the link.
 *
 * @param parts one for each post of a thread, in order
 * @param steps message keys in {@code messages/channels*.properties} with what fills their gaps
 * @param problems why the network would refuse or cut it; nothing should be posted while there are any
 */
public record CopyPack(Network network, List<OutgoingPart> parts, List<Reason> steps, List<Reason> problems) {

    /** Key of the step that names the post to answer; its one argument is that post's address. */
    public static final String ANSWER = "copy.answer";

    public CopyPack {
        parts = List.copyOf(parts);
        steps = List.copyOf(steps);
        problems = List.copyOf(problems);
    }

    /** Whether a person may post it as it is. */
    public boolean ready() {
        return problems.isEmpty();
    }

    /**
     * Checks the post against the network's limits and writes the steps. Pure.
     *
     * @param answered address of the post that it answers; null when it stands by itself
     */
    public static CopyPack of(Outgoing outgoing, Capabilities limits, @Nullable String answered) {
        return new CopyPack(
                outgoing.network(), outgoing.parts(), steps(outgoing, limits, answered), Fit.reasons(outgoing, limits));
    }

    private static List<Reason> steps(Outgoing outgoing, Capabilities limits, @Nullable String answered) {
        String name = outgoing.network().displayName();
        List<Reason> steps = new ArrayList<>();
        steps.add(
                answered == null
                        ? Reason.of("copy.open." + place(outgoing.network()), name)
                        : Reason.of(ANSWER, answered));
        for (int i = 0; i < outgoing.parts().size(); i++) {
            OutgoingPart part = outgoing.parts().get(i);
            if (i > 0) {
                steps.add(Reason.of("copy.reply-to-own", i + 1));
            }
            pictures(part.pictures(), limits, steps);
            if (!part.text().isBlank()) {
                steps.add(Reason.of("copy.paste", i + 1));
            }
            if (i == 0 && !outgoing.warning().isEmpty()) {
                steps.add(Reason.of("copy.warning", outgoing.warning()));
            }
            steps.add(Reason.of("copy.check", name));
            steps.add(Reason.of("copy.post", name));
        }
        steps.add(Reason.of("copy.record-link"));
        return steps;
    }

    private static void pictures(List<Picture> pictures, Capabilities limits, List<Reason> steps) {
        for (int i = 0; i < pictures.size(); i++) {
            steps.add(Reason.of("copy.picture", i + 1, pictures.size()));
            steps.add(
                    limits.altText()
                            ? Reason.of("copy.alt", i + 1, pictures.get(i).alt())
                            : Reason.of("copy.no-alt", i + 1));
        }
    }

    /** Where each network lets an organisation write a post. */
    private static String place(Network network) {
        return switch (network) {
            case BLUESKY, MASTODON, X, THREADS -> "composer";
            case FACEBOOK, LINKEDIN -> "page";
            case INSTAGRAM, TIKTOK, SNAPCHAT -> "app";
            case YOUTUBE -> "studio";
        };
    }
}
