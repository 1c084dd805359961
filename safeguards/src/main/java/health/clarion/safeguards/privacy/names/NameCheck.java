package health.clarion.safeguards.privacy.names;

import health.clarion.safeguards.Draft;
import health.clarion.safeguards.Kind;
import health.clarion.safeguards.Knowledge;
import health.clarion.safeguards.rules.Detector;
import health.clarion.safeguards.rules.Hit;
import health.clarion.safeguards.text.Passage;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Tells people's names in a draft, public figures' too: whom the organisation lists is taken out by
 * {@link health.clarion.safeguards.privacy.Identifiers#forgive}. In a member's own words, which a person reads before they go out as a
 * story, what might be a name is told as well.
 */
public final class NameCheck implements Detector {
    private static final String NAME = "privacy/name";
    private static final String POSSIBLE_NAME = "privacy/possible-name";

    @Override
    public void look(Passage passage, Draft draft, Knowledge knowledge, Consumer<Hit> hits) {
        List<Found> sure = Names.in(passage, Names.Mode.STANDARD);
        tell(NAME, sure, hits);
        if (draft.kind() == Kind.MEMBER) {
            tell(POSSIBLE_NAME, without(sure, Names.in(passage, Names.Mode.REVIEW)), hits);
        }
    }

    /** Those of the possible names that share nothing with a sure one; both lists are in order and free of overlaps. */
    private static List<Found> without(List<Found> sure, List<Found> possible) {
        List<Found> left = new ArrayList<>();
        int next = 0;
        for (Found name : possible) {
            while (next < sure.size()
                    && sure.get(next).span().end() <= name.span().start()) {
                next++;
            }
            if (next == sure.size() || !name.span().overlaps(sure.get(next).span())) {
                left.add(name);
            }
        }
        return left;
    }

    private static void tell(String rule, List<Found> names, Consumer<Hit> hits) {
        for (Found found : names) {
            hits.accept(Hit.of(rule, found.name()).sure(Math.min(1, Math.round(found.score() * 100) / 100.0)));
        }
    }
}
