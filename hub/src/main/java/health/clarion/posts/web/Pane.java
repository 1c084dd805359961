package health.clarion.posts.web;

import health.clarion.networks.Capabilities;
import health.clarion.networks.Count;
import health.clarion.networks.Network;
import health.clarion.posts.Look;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One tab of the composer: every network's words, or one network's.
 *
 * @param key {@code "all"} or the network's id
 * @param own whether the network has words of its own
 * @param limits what the network accepts; null on the first tab
 */
public record Pane(
        String key,
        @Nullable Network network,
        boolean own,
        Look look,
        List<PartView> parts,
        List<Card> cards,
        @Nullable Capabilities limits) {

    private static final int A_FEW = 6;

    /** One text field: the post, or what goes on. The last one is empty, to go on in. */
    public record PartView(String name, String id, String text, List<Marks.Piece> mirror) {}

    static Pane of(@Nullable Network network, boolean own, Look look, @Nullable Capabilities limits) {
        String key = network == null ? "all" : network.id();
        List<PartView> parts = new ArrayList<>();
        List<String> written = new ArrayList<>(look.written());
        written.add("");
        for (int i = 0; i < written.size(); i++) {
            String name = (i == 0 ? "text" : "thread") + (network == null ? "" : "-" + network.id());
            parts.add(new PartView(name, key + "-" + i, written.get(i), Marks.of(written.get(i), i, look.findings())));
        }
        List<Card> cards =
                look.findings().stream().map(placed -> Card.of(key, placed)).toList();
        return new Pane(key, network, own, look, parts, cards, limits);
    }

    /** The findings that stand open to the eye: all of a few; of many, those that are more than good to know. */
    public List<Card> shown() {
        return cards.size() <= A_FEW
                ? cards
                : cards.stream().filter(card -> !card.isNote()).toList();
    }

    /** The findings that fold away where there are many. */
    public List<Card> alsoGood() {
        return cards.size() <= A_FEW
                ? List.of()
                : cards.stream().filter(Card::isNote).toList();
    }

    public PartView first() {
        return parts.getFirst();
    }

    /** What goes on: its parts and one empty field. */
    public List<PartView> more() {
        return parts.subList(1, parts.size());
    }

    public boolean goesOn() {
        return parts.size() > 2;
    }

    public boolean threads() {
        return limits == null || limits.threads();
    }

    public String icon() {
        return network == null ? "pencil" : "brand-" + network.id();
    }

    /** The number on the tab; null where nothing is limited. */
    public @Nullable Count count() {
        return look.tightest().orElse(null);
    }

    /** {@code "2,200"} in the reader's language. */
    static String number(int number, Locale locale) {
        return String.format(locale, "%,d", number);
    }

    public String used(Locale locale) {
        Count count = count();
        return count == null ? "" : number(count.used(), locale);
    }

    public String limit(Locale locale) {
        Count count = count();
        return count == null ? "" : number(count.limit(), locale);
    }

    public boolean over() {
        return !look.fits();
    }

    public int excess() {
        return look.measured().stream()
                .mapToInt(health.clarion.networks.Measured::over)
                .max()
                .orElse(0);
    }
}
