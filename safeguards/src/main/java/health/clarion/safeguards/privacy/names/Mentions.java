package health.clarion.safeguards.privacy.names;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The names of people in one text: what the model says, held against what is certain. A title makes a name of what follows it; an
 * illness, a street or a hospital that bears a name is no person; a name that stands twice is a name both times.
 */
final class Mentions {
    /** Belong to the name they stand before. Nurse, uncle and the like do not: they tell no more than a role. */
    private static final Set<String> TITLES = Set.of(
            "mr",
            "mrs",
            "ms",
            "miss",
            "mx",
            "dr",
            "dra",
            "prof",
            "professor",
            "doctor",
            "doctora",
            "sr",
            "sra",
            "srta",
            "don",
            "dona",
            "senor",
            "senora",
            "senyor",
            "senyora",
            "sir",
            "dame",
            "rev");

    private static final Set<String> BEFORE_A_PLACE = Set.of(
            "hospital",
            "clinica",
            "fundacion",
            "fundacio",
            "institut",
            "instituto",
            "escola",
            "escuela",
            "colegio",
            "col·legi",
            "university",
            "universitat",
            "universidad",
            "calle",
            "carrer",
            "avenida",
            "avinguda",
            "plaza",
            "placa",
            "paseo",
            "passeig",
            "parque",
            "parc",
            "centro",
            "centre",
            "premio",
            "premi",
            "ciudad",
            "ciutat",
            "lake",
            "mount",
            "fort",
            "port");

    /** With a number after them they are where somebody is: Ward 7. */
    private static final Set<String> PARTS_OF_BUILDINGS = Set.of("ward", "bay", "wing");

    /** Words that no name ends in, though some list has them. */
    private static final Set<String> SMALL_WORDS = Set.of(
            "por", "para", "per", "con", "amb", "que", "todo", "tot", "en", "a", "e", "se", "me", "te", "em", "es",
            "et", "ha", "va", "fue", "como", "com", "pero", "si", "no", "ya", "ja", "muy", "molt", "mi", "su", "lo",
            "un", "una", "is", "was", "and", "to", "in", "on", "at", "for", "so", "but", "or", "if");

    private static final int COMMON = Trait.WORD.bit()
            | Trait.RARE_WORD.bit()
            | Trait.IBERIAN_WORD.bit()
            | Trait.KIN.bit()
            | Trait.ROLE.bit()
            | Trait.PARTICLE.bit();

    /** The style of a text from which on capitals say nothing, see {@link Tokens#style}. */
    private static final int HEADLINE = 2;

    /** The style of a text all in capitals. */
    private static final int CAPITALS = 3;

    private static final int NAMES =
            Trait.GIVEN.bit() | Trait.RARE_GIVEN.bit() | Trait.SURNAME.bit() | Trait.RARE_SURNAME.bit();

    private static final int BEFORE_SOMEONE = Trait.KIN.bit() | Trait.ROLE.bit() | Trait.INTRODUCTION.bit();

    /** How likely a word by itself has to be a name, on a list and on none; fitted on posts of health newsrooms and WNUT-17's part to tune on. */
    private static final double LEAST_LISTED = 0.55;

    private static final double LEAST_STRANGE = 0.65;

    private static final double AFTER_WORDS = 0.85;
    private static final double AFTER_A_TITLE = 0.95;
    private static final double SURE = 0.7;
    private static final double SAID_AGAIN = 0.9;

    private final Tokens tokens;
    private final Tagger tagger;
    private final Nobody nobody;
    private final Introductions spoken;
    private final boolean lenient;
    /** For each token the start of the name it belongs to plus one, or 0. */
    private final int[] nameOf;

    private final double[] scores;

    private Mentions(Tokens tokens, Tagger tagger, Nobody nobody, boolean lenient) {
        this.tokens = tokens;
        this.tagger = tagger;
        this.nobody = nobody;
        this.lenient = lenient;
        this.spoken = new Introductions(tokens);
        this.nameOf = new int[tokens.size()];
        this.scores = new double[tokens.size()];
    }

    /**
     * The names, in order.
     *
     * @param lenient whether a person looks through them anyway
     */
    static List<Found> in(Tokens tokens, Tagger tagger, Nobody nobody, boolean lenient) {
        Mentions mentions = new Mentions(tokens, tagger, nobody, lenient);
        mentions.fromModel();
        mentions.fromTitles();
        mentions.fromWordsBefore();
        mentions.saidAgain();
        mentions.withoutPhrases();
        return mentions.told();
    }

    private void fromModel() {
        int at = 0;
        while (at < tokens.size()) {
            if (tagger.label(at) != NameModel.FIRST) {
                at++;
                continue;
            }
            int end = at + 1;
            while (end < tokens.size() && tagger.label(end) == NameModel.FURTHER) {
                end++;
            }
            while (end > at + 1 && runsOn(end - 1)) {
                end--;
            }
            int first = at;
            while (first + 1 < end && nobody.acronyms().contains(tokens.word(first))) {
                first++;
            }
            if (isSomebody(first, end) && (end > first + 1 || isSureEnough(first))) {
                mark(first, end, score(first, end));
            }
            at = end;
        }
    }

    /** A word by itself, which may be a brand or a medicine, has to be surer unless what stands before says that it is someone. */
    private boolean isSureEnough(int at) {
        int before = tokens.traits(at - 1);
        boolean told = (before & BEFORE_SOMEONE) != 0 || isTitle(at - 1) || isTitle(at - 2);
        boolean listed = (tokens.traits(at) & NAMES) != 0;
        boolean looked = lenient && tokens.shape(at) == Shape.LOWER; // a person looks through what is told in review
        return told || looked || tagger.name(at) >= (listed ? LEAST_LISTED : LEAST_STRANGE);
    }

    /** A common word in lower case that the model took along: "sarah told". */
    private boolean runsOn(int last) {
        return tokens.shape(last) == Shape.LOWER
                && !tokens.is(last, Trait.GIVEN)
                && (SMALL_WORDS.contains(tokens.word(last))
                        || tokens.is(last, Trait.PARTICLE)
                        || (tokens.traits(last) & COMMON) != 0 && !tokens.is(last, Trait.SURNAME));
    }

    private double score(int from, int to) {
        double score = 0;
        for (int at = from; at < to; at++) {
            score = Math.max(score, tagger.name(at));
        }
        return score;
    }

    private void mark(int from, int to, double score) {
        for (int at = from; at < to; at++) {
            nameOf[at] = from + 1;
            scores[at] = score;
        }
    }

    /** Whether what the model takes for a name is one, by what stands around. */
    private boolean isSomebody(int from, int to) {
        boolean titled =
                isTitle(from - 1) || isTitle(from - 2) && tokens.word(from - 1).equals(".");
        if (titled) {
            return true;
        }
        if (to == from + 1) {
            return isSomebodyAlone(from);
        }
        boolean nation = tokens.shape(from) == Shape.INITIAL && tokens.is(from + 1, Trait.NATION);
        return !nation && !belongsToAPlace(from, to);
    }

    private boolean isSomebodyAlone(int at) {
        String word = tokens.word(at);
        Shape shape = tokens.shape(at);
        if (shape == Shape.INITIAL
                || shape == Shape.INITIALS && nobody.acronyms().contains(word)) {
            return false;
        }
        boolean letters = shape == Shape.CAPITALS && tokens.style() < CAPITALS && (tokens.traits(at) & NAMES) == 0;
        boolean thing = tokens.is(at, Trait.MEDICINE) && (tokens.traits(at) & NAMES) == 0
                || tokens.is(at, Trait.NATION) && !tokens.is(at, Trait.SURNAME);
        if (letters || thing) {
            return false;
        }
        boolean given = tokens.is(at - 1, Trait.KIN) || tokens.is(at - 1, Trait.ROLE);
        boolean eponym = nobody.eponyms().contains(word)
                && (tokens.shape(at + 1) == Shape.POSSESSIVE
                        || tokens.is(at + 1, Trait.EPONYM)
                        || shape == Shape.LOWER);
        return !(eponym && !given) && !belongsToAPlace(at, at + 1);
    }

    /** Harris Hospital, Nelson Street, Hospital Josep Trueta; also Graves' disease. */
    private boolean belongsToAPlace(int from, int to) {
        boolean illness = tokens.is(to, Trait.EPONYM) && nobody.eponyms().contains(tokens.word(to - 1));
        boolean named = tokens.shape(to).isUpper()
                && (tokens.is(to, Trait.BODY) || tokens.is(to, Trait.STREET))
                && !tokens.is(to, Trait.GIVEN);
        boolean after = tokens.shape(from - 1).isUpper() && BEFORE_A_PLACE.contains(tokens.word(from - 1));
        return illness || named || after;
    }

    private boolean isTitle(int at) {
        return at >= 0 && tokens.shape(at).isWord() && TITLES.contains(tokens.word(at));
    }

    /** What a title stands before is a name, whatever the model says: capitals, or initials. */
    private void fromTitles() {
        for (int at = 0; at + 1 < tokens.size(); at++) {
            if (!isTitle(at) || !tokens.shape(at).isUpper() && !isLowerTitle(at)) {
                continue;
            }
            int first = tokens.word(at + 1).equals(".") ? at + 2 : at + 1;
            int end = first;
            while (end < tokens.size() && end - first < 4 && goesOn(end, first, at)) {
                end++;
            }
            if (end > first && nameOf[first] == 0) {
                mark(first, end, AFTER_A_TITLE);
            }
        }
    }

    /** In a text without capitals a title is one only before a word that is a name. */
    private boolean isLowerTitle(int at) {
        return tokens.word(at).equals("dr")
                || tokens.word(at).equals("dra")
                || tokens.word(at).startsWith("mr");
    }

    /** I'm Will, a boy called Sol, my friend sarah: a given name that its place makes one, even where it is a common word. */
    private void fromWordsBefore() {
        for (int at = 0; at < tokens.size(); at++) {
            if (nameOf[at] == 0 && (spoken.isSpokenTo(at) && isSomebodyAlone(at) || spoken.isNamedOutright(at))) {
                mark(at, at + 1, AFTER_WORDS);
            }
            if (nameOf[at] == 0 && spoken.isFullName(at) && nameOf[at + 1] == 0 && !belongsToAPlace(at, at + 2)) {
                mark(at, at + 2, SURE);
            }
            if (nameOf[at] != 0 || !tokens.is(at, Trait.GIVEN) || !isSomebodyAlone(at)) {
                continue;
            }
            boolean introduced = spoken.isIntroduced(at);
            boolean related = tokens.shape(at) == Shape.LOWER
                    && (tokens.is(at - 1, Trait.KIN) || tokens.is(at - 1, Trait.ROLE))
                    && (tokens.traits(at) & COMMON) == 0;
            if (introduced || related) {
                mark(at, at + 1, AFTER_WORDS);
            }
        }
    }

    private boolean goesOn(int at, int first, int title) {
        boolean listed = (tokens.traits(at) & NAMES) != 0 || tokens.shape(at) == Shape.INITIAL;
        boolean name = tokens.shape(at).isUpper()
                && !tokens.is(at, Trait.BODY)
                && !tokens.is(at, Trait.TITLE)
                && !(at > first && tokens.is(at, Trait.DATE))
                && !(tokens.shape(title) == Shape.CAPITALS && tokens.is(at, Trait.WORD))
                && (listed || tokens.style() < HEADLINE && !tokens.is(at, Trait.WORD));
        boolean lower = at == first
                && isLowerTitle(title)
                && tokens.shape(at) == Shape.LOWER
                && (tokens.is(at, Trait.SURNAME) || tokens.is(at, Trait.RARE_SURNAME))
                && !tokens.is(at, Trait.WORD);
        return nameOf[at] == 0 && (name || lower);
    }

    /** A name that is sure in one place is one wherever it stands with a capital. */
    private void saidAgain() {
        Map<String, Double> sure = new HashMap<>();
        for (int at = 0; at < tokens.size(); at++) {
            boolean clear = nameOf[at] > 0
                    && scores[at] >= SURE
                    && tokens.word(at).length() > 2
                    && !tokens.is(at, Trait.WORD)
                    && !tokens.is(at, Trait.PARTICLE)
                    && tokens.shape(at).isUpper();
            if (clear) {
                sure.merge(tokens.word(at), scores[at] * SAID_AGAIN, Math::max);
            }
        }
        for (int at = 0; !sure.isEmpty() && at < tokens.size(); at++) {
            Double score = nameOf[at] == 0 && tokens.shape(at).isUpper() ? sure.get(tokens.word(at)) : null;
            if (score != null && isSomebodyAlone(at)) {
                mark(at, at + 1, score);
            }
        }
    }

    private void withoutPhrases() {
        for (int at = 0; at < tokens.size(); at++) {
            boolean numbered = PARTS_OF_BUILDINGS.contains(tokens.word(at)) && tokens.shape(at + 1) == Shape.NUMBER;
            int end = numbered ? at + 1 : nobody.endOfPhrase(tokens, at);
            boolean inside = end > at && (at == 0 || nameOf[at - 1] == 0 || nameOf[at - 1] != nameOf[at]);
            for (int inner = at; inside && inner < end; inner++) {
                nameOf[inner] = 0;
            }
        }
    }

    private List<Found> told() {
        List<Found> found = new ArrayList<>();
        int at = 0;
        while (at < tokens.size()) {
            if (nameOf[at] == 0) {
                at++;
                continue;
            }
            int end = at + 1;
            while (end < tokens.size() && nameOf[end] == nameOf[at]) {
                end++;
            }
            int last = end;
            while (last > at && !tokens.shape(last - 1).isWord()) {
                last--;
            }
            if (last > at) {
                found.add(new Found(tokens.span(start(at), last), tokens.span(at, last), scores[at]));
            }
            at = end;
        }
        return found;
    }

    /** A title is told with the name: "Dr Patel" says who it is, "Dr" alone would look odd between placeholders. */
    private int start(int at) {
        int title = at > 1 && tokens.word(at - 1).equals(".") ? at - 2 : at - 1;
        return isTitle(title) && nameOf[title] == 0 ? title : at;
    }
}
