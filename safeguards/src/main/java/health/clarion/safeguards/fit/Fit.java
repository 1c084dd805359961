package health.clarion.safeguards.fit;

import health.clarion.networks.Capabilities;
import health.clarion.networks.Count;
import health.clarion.networks.Field;
import health.clarion.networks.Measured;
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
        text(passage, draft, limits, hits);
        pictures(draft, limits, hits);
        if (!draft.contentWarning().isBlank() && !limits.contentWarning()) {
            hits.accept(Hit.of("fit/no-content-warning", new Span(0, 0), name(limits)));
        }
    }

    private static void text(Passage passage, Draft draft, Capabilities limits, Consumer<Hit> hits) {
        Measured measured = TextMeter.measure(limits, draft.text(), draft.contentWarning());
        int end = passage.length();
        Span over = new Span(Math.min(measured.cutAt().orElse(end), end), end);
        for (Count count : measured.counts()) {
            if (!count.fits()) {
                hits.accept(tooMuch(count, over, limits));
            }
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
