package health.clarion.posts.web;

import health.clarion.networks.Network;
import health.clarion.posts.ClaimSource;
import health.clarion.posts.Content;
import health.clarion.posts.Link;
import health.clarion.posts.PostMedia;
import health.clarion.posts.Variant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the composer's form holds. Fields that a request doesn't name keep what was there before, so that no part of a
 * post is lost when only some of it was shown.
 */
final class ComposerForm {

    private static final String REASON = "reason-";
    private static final String ALT = "alt-";

    private final Map<String, String[]> typed;
    private final Content before;

    private ComposerForm(Map<String, String[]> typed, Content before) {
        this.typed = new HashMap<>(typed);
        this.before = before;
    }

    /** What was typed, on top of what is kept. */
    static Content content(Map<String, String[]> typed, Content before) {
        return new ComposerForm(typed, before).content();
    }

    /** The version the writer started from; 0 when the form doesn't say. */
    static long version(Map<String, String[]> typed) {
        String[] version = typed.get("version");
        return version != null && version.length > 0 && version[0].matches("\\d{1,18}")
                ? Long.parseLong(version[0])
                : 0;
    }

    private Content content() {
        swapWords();
        Content base = before.withText(one("text", before.text())).withThread(many("thread", before.thread()));
        Set<Network> networks = networks();
        return new Content(
                base.text(),
                base.thread(),
                new Link(
                        one("link", before.link().url()),
                        one("link-title", before.link().title()),
                        one("link-text", before.link().description())),
                one("warning", before.contentWarning()),
                one("language", before.language()),
                networks,
                variants(base, networks),
                media(),
                sources(),
                reasons());
    }

    // "Use these words" without JavaScript: only where the old words still stand where they were found.
    private void swapWords() {
        String[] swap = one("use", "").split("\u001f", -1);
        if (swap.length != 5 || !swap[1].matches("\\d{1,2}") || !swap[2].matches("\\d{1,6}")) {
            return;
        }
        int part = Integer.parseInt(swap[1]);
        String name = (part == 0 ? "text" : "thread") + (swap[0].equals("all") ? "" : "-" + swap[0]);
        List<String> fields = new ArrayList<>(many(name, List.of()));
        int field = Math.max(0, part - 1);
        if (field < fields.size()) {
            String text = fields.get(field).replace("\r\n", "\n");
            int start = Integer.parseInt(swap[2]);
            int at = start <= text.codePointCount(0, text.length()) ? text.offsetByCodePoints(0, start) : text.length();
            if (text.startsWith(swap[3], at)) {
                fields.set(field, text.substring(0, at) + swap[4] + text.substring(at + swap[3].length()));
                typed.put(name, fields.toArray(String[]::new));
            }
        }
    }

    private Set<Network> networks() {
        if (!typed.containsKey("networks-shown")) {
            return before.networks();
        }
        EnumSet<Network> chosen = EnumSet.noneOf(Network.class);
        many("network", List.of()).forEach(id -> network(id).ifPresent(chosen::add));
        return chosen;
    }

    // Words that differ from everybody's are a network's own, also when somebody forgot to say so.
    private Map<Network, Variant> variants(Content base, Set<Network> networks) {
        Map<Network, Variant> variants = new EnumMap<>(Network.class);
        variants.putAll(before.variants());
        Variant everybodys = base.words(null);
        Variant were = new Variant(one("was", before.text()), many("was-thread", before.thread()));
        Set<String> follow = Set.copyOf(many("follow", List.of()));
        for (Network network : networks) {
            String key = "text-" + network.id();
            if (typed.containsKey(key)) {
                Variant shown = new Variant(one(key, ""), many("thread-" + network.id(), List.of()));
                boolean own = before.hasOwnWords(network) || !shown.equals(were);
                boolean follows = follow.contains(network.id()) || shown.equals(everybodys) || !own;
                if (follows) {
                    variants.remove(network);
                } else {
                    variants.put(network, shown);
                }
            }
        }
        return variants;
    }

    private List<PostMedia> media() {
        if (!typed.containsKey("media-shown")) {
            return before.media();
        }
        List<String> removed = many("remove-media", List.of());
        List<PostMedia> media = new ArrayList<>();
        for (String id : many("media", List.of())) {
            if (!removed.contains(id)) {
                uuid(id).ifPresent(picture -> media.add(new PostMedia(picture, one(ALT + id, ""))));
            }
        }
        return media;
    }

    private List<ClaimSource> sources() {
        if (!typed.containsKey("sources-shown")) {
            return before.sources();
        }
        List<String> claims = many("claim", List.of());
        List<String> titles = many("source-title", List.of());
        List<String> urls = many("source-url", List.of());
        List<ClaimSource> sources = new ArrayList<>();
        for (int i = 0; i < Math.max(claims.size(), Math.max(titles.size(), urls.size())); i++) {
            sources.add(new ClaimSource(at(claims, i), at(titles, i), at(urls, i)));
        }
        return sources;
    }

    private Map<String, String> reasons() {
        Map<String, String> reasons = new TreeMap<>(before.reasons());
        typed.keySet().stream()
                .filter(name -> name.startsWith(REASON))
                .forEach(name -> reasons.put(name.substring(REASON.length()), one(name, "")));
        return reasons;
    }

    private String one(String name, String otherwise) {
        String[] values = typed.get(name);
        return values == null || values.length == 0 ? otherwise : values[0];
    }

    private List<String> many(String name, List<String> otherwise) {
        String[] values = typed.get(name);
        return values == null ? otherwise : Arrays.asList(values);
    }

    private static String at(List<String> values, int i) {
        return i < values.size() ? values.get(i) : "";
    }

    static Optional<Network> network(@Nullable String id) {
        return Arrays.stream(Network.values())
                .filter(network -> network.id().equals(id))
                .findFirst();
    }

    static Optional<UUID> uuid(@Nullable String text) {
        try {
            return text == null || text.length() != 36 ? Optional.empty() : Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }
}
