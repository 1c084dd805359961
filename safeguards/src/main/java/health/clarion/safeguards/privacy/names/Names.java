package health.clarion.safeguards.privacy.names;

import health.clarion.safeguards.text.Passage;
import java.util.List;

/** Finds the names of people in a text. Thread-safe. */
public final class Names {
    /** How far to lean towards taking something for a name. */
    public enum Mode {
        /** For posts: as often right as wrong at the edge. */
        STANDARD(0),
        /** For stories that a person looks through anyway: rather a name too many than one too few. */
        REVIEW(2);

        /** Added to the log odds of a name; fitted on the part to tune on of WNUT-17. */
        private final double lean;

        Mode(double lean) {
            this.lean = lean;
        }
    }

    private Names() {}

    /** The names in a passage, in order, none overlapping another. */
    public static List<Found> in(Passage passage, Mode mode) {
        return in(passage, mode.lean, NameModel.standard());
    }

    /** The same with another model, as one that is just trained; {@code lean} is added to the log odds of a name. */
    public static List<Found> in(Passage passage, double lean, NameModel model) {
        Tokens tokens = Tokens.of(passage, Gazetteer.standard());
        if (!isAnyoneThere(tokens)) {
            return List.of();
        }
        return Mentions.in(tokens, new Tagger(tokens, model, lean), Nobody.standard(), lean > 0);
    }

    private static boolean isAnyoneThere(Tokens tokens) {
        for (int at = 0; at < tokens.size(); at++) {
            if (tokens.isCandidate(at)) {
                return true;
            }
        }
        return false;
    }
}
