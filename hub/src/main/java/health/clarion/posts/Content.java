package health.clarion.posts;

import health.clarion.networks.Network;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Everything a post says, as it stands in one revision. Control characters and empty entries are dropped when it is
 * built, so that equal contents are equal objects; nothing else is changed.
 *
 * @param text the words every network starts from
 * @param thread what goes on in replies, or stands in the first comment where a network has no threads
 * @param link where the post leads
 * @param contentWarning shown before the post where a network can; {@code ""} for none
 * @param language BCP 47, such as {@code en}
 * @param networks where it is to appear
 * @param variants networks with words of their own; one that isn't here uses the base words
 * @param media pictures in order
 * @param sources where its health claims come from
 * @param reasons {@link NetworkFinding#key} of a finding that may be overridden → why the writers go on despite it
 */
public record Content(
        String text,
        List<String> thread,
        Link link,
        String contentWarning,
        String language,
        Set<Network> networks,
        Map<Network, Variant> variants,
        List<PostMedia> media,
        List<ClaimSource> sources,
        Map<String, String> reasons) {

    public Content {
        text = Typed.text(text);
        thread = parts(thread);
        contentWarning = Typed.line(contentWarning);
        language = Typed.line(language);
        networks = inOrder(networks);
        variants = inOrder(variants);
        media = List.copyOf(media);
        sources = sources.stream().filter(source -> !source.isEmpty()).toList();
        reasons = cleaned(reasons);
    }

    /** Only words, for these networks. */
    public static Content of(String text, String language, Collection<Network> networks) {
        return new Content(
                text,
                List.of(),
                Link.none(),
                "",
                language,
                Set.copyOf(networks),
                Map.of(),
                List.of(),
                List.of(),
                Map.of());
    }

    /** The words for one network, its own or everybody's; for null, everybody's. */
    public Variant words(@Nullable Network network) {
        Variant own = network == null ? null : variants.get(network);
        return own == null ? new Variant(text, thread) : own;
    }

    public boolean hasOwnWords(Network network) {
        return variants.containsKey(network);
    }

    public Content withText(String text) {
        return new Content(text, thread, link, contentWarning, language, networks, variants, media, sources, reasons);
    }

    public Content withLanguage(String language) {
        return new Content(text, thread, link, contentWarning, language, networks, variants, media, sources, reasons);
    }

    public Content withThread(List<String> thread) {
        return new Content(text, thread, link, contentWarning, language, networks, variants, media, sources, reasons);
    }

    public Content withLink(Link link) {
        return new Content(text, thread, link, contentWarning, language, networks, variants, media, sources, reasons);
    }

    public Content withContentWarning(String contentWarning) {
        return new Content(text, thread, link, contentWarning, language, networks, variants, media, sources, reasons);
    }

    public Content withNetworks(Set<Network> networks) {
        return new Content(text, thread, link, contentWarning, language, networks, variants, media, sources, reasons);
    }

    public Content withVariants(Map<Network, Variant> variants) {
        return new Content(text, thread, link, contentWarning, language, networks, variants, media, sources, reasons);
    }

    public Content withMedia(List<PostMedia> media) {
        return new Content(text, thread, link, contentWarning, language, networks, variants, media, sources, reasons);
    }

    public Content withSources(List<ClaimSource> sources) {
        return new Content(text, thread, link, contentWarning, language, networks, variants, media, sources, reasons);
    }

    public Content withReasons(Map<String, String> reasons) {
        return new Content(text, thread, link, contentWarning, language, networks, variants, media, sources, reasons);
    }

    static List<String> parts(List<String> typed) {
        return typed.stream().map(Typed::text).filter(part -> !part.isBlank()).toList();
    }

    private static Set<Network> inOrder(Set<Network> networks) {
        EnumSet<Network> sorted = EnumSet.noneOf(Network.class);
        sorted.addAll(networks);
        return Collections.unmodifiableSet(sorted);
    }

    private static Map<Network, Variant> inOrder(Map<Network, Variant> variants) {
        EnumMap<Network, Variant> sorted = new EnumMap<>(Network.class);
        sorted.putAll(variants);
        return Collections.unmodifiableMap(sorted);
    }

    private static Map<String, String> cleaned(Map<String, String> reasons) {
        TreeMap<String, String> kept = new TreeMap<>();
        reasons.forEach((rule, reason) -> {
            String words = Typed.line(reason);
            if (!words.isEmpty()) {
                kept.put(Typed.line(rule), words);
            }
        });
        return Collections.unmodifiableMap(kept);
    }
}
