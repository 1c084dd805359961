package health.clarion.posts;

import health.clarion.networks.Network;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One field in which two versions of a post differ.
 *
 * @param label message key of the field's name
 * @param network whose own words they are; null for what every network shares
 * @param take what the field is called where one version's is taken over into the other
 */
public record Difference(String label, @Nullable Network network, String take, List<Diff.Piece> pieces) {

    /** Every field that differs, in the order a writer meets them. */
    public static List<Difference> between(Content before, Content after) {
        List<Difference> all = new ArrayList<>();
        add(all, "text", null, "text", before.text(), after.text());
        add(all, "thread", null, "thread", joined(before.thread()), joined(after.thread()));
        for (Network network : Network.values()) {
            if (before.hasOwnWords(network) || after.hasOwnWords(network)) {
                add(all, "text", network, "own-" + network.id(), own(before, network), own(after, network));
            }
        }
        add(all, "link", null, "link", link(before), link(after));
        add(all, "warning", null, "warning", before.contentWarning(), after.contentWarning());
        add(all, "language", null, "language", before.language(), after.language());
        add(all, "networks", null, "networks", names(before), names(after));
        add(all, "pictures", null, "pictures", media(before), media(after));
        add(all, "sources", null, "sources", sources(before), sources(after));
        add(all, "reasons", null, "reasons", reasons(before), reasons(after));
        return all;
    }

    private static void add(
            List<Difference> all, String label, @Nullable Network network, String take, String before, String after) {
        if (!before.equals(after)) {
            all.add(new Difference("posts.field." + label, network, take, Diff.of(before, after)));
        }
    }

    private static String own(Content content, Network network) {
        Variant own = content.variants().get(network);
        return own == null ? "" : own.text() + (own.thread().isEmpty() ? "" : "\n\n" + joined(own.thread()));
    }

    private static String joined(List<String> parts) {
        return String.join("\n\n", parts);
    }

    private static String link(Content content) {
        return String.join(
                        "\n",
                        content.link().url(),
                        content.link().title(),
                        content.link().description())
                .strip();
    }

    private static String names(Content content) {
        return String.join(
                ", ", content.networks().stream().map(Network::displayName).toList());
    }

    // The short id tells two pictures apart that are described alike.
    private static String media(Content content) {
        return String.join(
                "\n",
                content.media().stream()
                        .map(one -> one.alt() + " (" + one.media().toString().substring(0, 8) + ")")
                        .toList());
    }

    private static String sources(Content content) {
        return String.join(
                "\n",
                content.sources().stream()
                        .map(source -> "“" + source.claim() + "” " + source.title() + " " + source.url())
                        .toList());
    }

    private static String reasons(Content content) {
        return String.join("\n", content.reasons().values());
    }
}
