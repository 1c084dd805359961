package health.clarion.channels;

import health.clarion.networks.Capabilities;
import health.clarion.networks.Count;
import health.clarion.networks.Field;
import health.clarion.networks.ImageLimits;
import health.clarion.networks.Measured;
import health.clarion.networks.TextLimit;
import health.clarion.networks.TextMeter;
import health.clarion.networks.Unit;
import java.util.ArrayList;
import java.util.List;

/** Why a network would refuse or cut a post, where all networks agree. */
public final class Fit {

    private final String network;
    private final Capabilities limits;
    private final List<Reason> reasons = new ArrayList<>();

    private Fit(Capabilities limits) {
        this.limits = limits;
        this.network = limits.network().displayName();
    }

    /** Every reason, in the order of the parts; empty when it fits. */
    public static List<Reason> reasons(Outgoing outgoing, Capabilities limits) {
        Fit fit = new Fit(limits);
        fit.whole(outgoing);
        for (int i = 0; i < outgoing.parts().size(); i++) {
            fit.part(i + 1, outgoing.parts().get(i), outgoing.warning());
        }
        return List.copyOf(fit.reasons);
    }

    private void whole(Outgoing outgoing) {
        if (outgoing.network() != limits.network()) {
            throw new IllegalArgumentException("limits of another network");
        }
        if (outgoing.parts().size() > 1 && !limits.threads()) {
            reasons.add(Reason.of("fit.no-threads", network));
        }
        if (!outgoing.warning().isEmpty() && !limits.contentWarning()) {
            reasons.add(Reason.of("fit.no-warning", network));
        }
    }

    private void part(int number, OutgoingPart part, String warning) {
        if (part.text().isBlank() && part.pictures().isEmpty()) {
            reasons.add(Reason.of("fit.empty", number));
        }
        Measured measured = TextMeter.measure(limits, part.text(), warning);
        for (Count count : measured.counts()) {
            if (count.used() > count.limit()) {
                reasons.add(Reason.of("fit." + excess(count.unit()), number, network, count.limit(), count.used()));
            }
        }
        pictures(number, part.pictures());
    }

    private static String excess(Unit unit) {
        return switch (unit) {
            case GRAPHEMES, GRAPHEMES_FIXED_LINKS, WEIGHTED, UTF16, CODE_POINTS, EMOJI_AS_BYTES, ESCAPED -> "too-long";
            case UTF8_BYTES -> "too-many-bytes";
            case HASHTAGS -> "too-many-hashtags";
            case MENTIONS -> "too-many-mentions";
            case CASHTAGS -> "too-many-cashtags";
            case ANGLE_BRACKETS -> "angle-brackets";
        };
    }

    private void pictures(int number, List<Picture> pictures) {
        ImageLimits images = limits.images();
        if (pictures.size() > images.maxCount()) {
            reasons.add(Reason.of("fit.too-many-pictures", number, network, images.maxCount()));
        }
        for (int i = 0; i < pictures.size(); i++) {
            picture(number, i + 1, pictures.get(i));
        }
    }

    private void picture(int number, int place, Picture picture) {
        if (picture.alt().isBlank()) {
            reasons.add(Reason.of("fit.no-alt", number, place));
        }
        if (!limits.images().takes(picture.mime())) {
            reasons.add(Reason.of("fit.picture-type", number, place, network, picture.mime()));
        }
        int length = picture.alt().codePointCount(0, picture.alt().length());
        for (TextLimit limit : limits.limits(Field.ALT)) {
            if (limit.unit().isLength() && length > limit.max()) {
                reasons.add(Reason.of("fit.alt-too-long", number, place, limit.max(), length));
            }
        }
    }
}
