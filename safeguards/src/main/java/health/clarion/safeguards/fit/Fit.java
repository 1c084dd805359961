package health.clarion.safeguards.fit;

import health.clarion.networks.Capabilities;
import health.clarion.networks.Count;
import health.clarion.networks.Entities;
import health.clarion.networks.Entity;
import health.clarion.networks.Field;
import health.clarion.networks.Hashtag;
import health.clarion.networks.Measured;
import health.clarion.networks.Network;
import health.clarion.networks.TextMeter;
import health.clarion.safeguards.Draft;
import health.clarion.safeguards.Knowledge;
import health.clarion.safeguards.Span;
import health.clarion.safeguards.rules.Detector;
import health.clarion.safeguards.rules.Hit;
import health.clarion.safeguards.text.Passage;
import java.util.function.Consumer;

/** Measures a draft for a network as the network would, and tells where it would cut or refuse. */
public final class Fit implements Detector {
    @Override
    public void look(Passage passage, Draft draft, Knowledge knowledge, Consumer<Hit> hits) {
        Capabilities limits = draft.capabilities();
        if (limits == null) {
            return;
        }
        if (!TextMeter.surelyFits(limits, draft.text(), draft.contentWarning())) {
            text(passage, draft, limits, hits);
        }
        pictures(draft, limits, hits);
        if (!draft.contentWarning().isBlank() && !limits.contentWarning()) {
            hits.accept(Hit.of("fit/no-content-warning", new Span(0, 0), name(limits)));
        }
        if (limits.network() == Network.BLUESKY && draft.text().indexOf('#') >= 0) {
            longHashtags(draft, limits, hits);
        }
        if (!limits.pressableLinks() && draft.text().indexOf('.') >= 0) {
            links(draft, limits, hits);
        }
    }

    private static void text(Passage passage, Draft draft, Capabilities limits, Consumer<Hit> hits) {
        Measured measured = TextMeter.measure(limits, draft.text(), draft.contentWarning());
        for (Count count : measured.counts()) {
            if (!count.fits()) {
                int end = passage.length();
                int cut = TextMeter.cutAt(limits, draft.text(), draft.contentWarning(), count.unit())
                        .orElse(end);
                Span over = new Span(Math.min(cut, end), end);
                hits.accept(tooMuch(count, over, limits));
                if (count.unit().isLength()) {
                    explain(count, over, draft, limits, hits);
                }
            }
        }
    }

    /** How the network counts, where that is not what a reader would count; and how many posts a thread would need. */
    private static void explain(Count count, Span over, Draft draft, Capabilities limits, Consumer<Hit> hits) {
        String rule =
                switch (count.unit()) {
                    case WEIGHTED -> "fit/counts-weighted";
                    case GRAPHEMES_FIXED_LINKS -> "fit/counts-fixed-links";
                    case UTF16 -> "fit/counts-units";
                    case UTF8_BYTES -> "fit/counts-bytes";
                    case EMOJI_AS_BYTES -> "fit/counts-emoji-bytes";
                    case ESCAPED -> "fit/counts-escaped";
                    case GRAPHEMES, CODE_POINTS, HASHTAGS, MENTIONS, CASHTAGS, ANGLE_BRACKETS -> null;
                };
        int read = TextMeter.graphemes(draft.text());
        if (rule != null && read != count.used()) {
            hits.accept(Hit.of(rule, over, name(limits), number(count.used()), number(read)));
        }
        if (limits.threads()) {
            ThreadOfPosts.needed(limits, draft.text(), draft.contentWarning())
                    .ifPresent(posts -> hits.accept(Hit.of("fit/thread", over, name(limits), number(posts))));
        }
    }

    private static void links(Draft draft, Capabilities limits, Consumer<Hit> hits) {
        for (Entity entity : Entities.find(limits.network(), draft.text())) {
            if (entity instanceof Entity.Link link) {
                hits.accept(Hit.of("fit/link-not-pressable", new Span(link.start(), link.end()), name(limits)));
                return;
            }
        }
    }

    /** A tag that Bluesky takes for plain text: longer than its lexicon lets a tag be. */
    private static void longHashtags(Draft draft, Capabilities limits, Consumer<Hit> hits) {
        String text = draft.text();
        int codePoints = 0;
        int counted = 0;
        for (int at = text.indexOf('#'); at >= 0; at = text.indexOf('#', at + 1)) {
            int end = at + 1;
            while (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
                end++;
            }
            if (end - at - 1 > Hashtag.LONGEST && (at == 0 || Character.isWhitespace(text.charAt(at - 1)))) {
                codePoints += text.codePointCount(counted, at);
                counted = at;
                Span tag = new Span(codePoints, codePoints + text.codePointCount(at, end));
                hits.accept(Hit.of("fit/hashtag-too-long", tag, name(limits), number(Hashtag.LONGEST)));
            }
            at = end - 1;
        }
    }

    private static Hit tooMuch(Count count, Span over, Capabilities limits) {
        String rule =
                switch (count.unit()) {
                    case GRAPHEMES,
                            GRAPHEMES_FIXED_LINKS,
                            WEIGHTED,
                            UTF16,
                            UTF8_BYTES,
                            CODE_POINTS,
                            EMOJI_AS_BYTES,
                            ESCAPED -> "fit/too-long";
                    case HASHTAGS -> "fit/too-many-hashtags";
                    case MENTIONS -> "fit/too-many-mentions";
                    case CASHTAGS -> "fit/too-many-cashtags";
                    case ANGLE_BRACKETS -> "fit/angle-brackets";
                };
        return Hit.of(
                rule,
                over,
                name(limits),
                number(count.used()),
                number(count.limit()),
                number(count.used() - count.limit()));
    }

    private static void pictures(Draft draft, Capabilities limits, Consumer<Hit> hits) {
        int most = limits.images().maxCount();
        if (draft.pictures().size() > most) {
            hits.accept(Hit.of(
                    "fit/too-many-pictures",
                    new Span(0, 0),
                    name(limits),
                    number(draft.pictures().size()),
                    number(most)));
        }
        if (!limits.altText() && most > 0 && !draft.pictures().isEmpty()) {
            hits.accept(Hit.of("fit/no-alt", new Span(0, 0), name(limits)));
        }
        for (int i = 0; i < draft.pictures().size(); i++) {
            Measured alt =
                    TextMeter.measure(limits, Field.ALT, draft.pictures().get(i).alt());
            String picture = number(i + 1);
            alt.counts().stream()
                    .filter(count -> !count.fits())
                    .findFirst()
                    .ifPresent(count -> hits.accept(Hit.of(
                            "fit/alt-too-long",
                            new Span(0, 0),
                            name(limits),
                            picture,
                            number(count.used()),
                            number(count.limit()))));
        }
    }

    private static String name(Capabilities limits) {
        return limits.network().displayName();
    }

    private static String number(int count) {
        return String.valueOf(count);
    }
}
