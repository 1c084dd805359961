package health.clarion.safeguards.privacy.names;

import health.clarion.safeguards.Span;
import health.clarion.safeguards.text.Passage;
import java.util.ArrayList;
import java.util.List;

/** Finds the names of people in a text. Thread-safe. */
public final class Names {
    /** How far to lean towards taking something for a name. */
    public enum Mode {
        /** For posts: as often right as wrong at the edge. */
        STANDARD(Names.LEAN),
        /** For stories that a person looks through anyway: rather a name too many than one too few. */
        REVIEW(Names.REVIEW_LEAN);

        private final double lean;

        Mode(double lean) {
            this.lean = lean;
        }
    }

    static final double LEAN = Double.parseDouble(System.getProperty("lean", "0"));
    static final double REVIEW_LEAN = Double.parseDouble(System.getProperty("review", "2"));

    private Names() {}

    /** The names in a passage, in order, none overlapping another. */
    public static List<Found> in(Passage passage, Mode mode) {
        return in(passage, mode.lean, NameModel.standard());
    }

    static List<Found> in(Passage passage, double lean, NameModel model) {
        Tokens tokens = Tokens.of(passage, Gazetteer.standard());
        Tagger tagger = new Tagger(tokens, model, lean);
        List<Found> found = new ArrayList<>();
        int at = 0;
        while (at < tokens.size()) {
            if (tagger.label(at) != NameModel.FIRST) {
                at++;
                continue;
            }
            int end = at + 1;
            double score = tagger.name(at);
            while (end < tokens.size() && tagger.label(end) == NameModel.FURTHER) {
                score = Math.max(score, tagger.name(end));
                end++;
            }
            found.add(new Found(tokens.span(at, end), score));
            at = end;
        }
        return found;
    }
}
