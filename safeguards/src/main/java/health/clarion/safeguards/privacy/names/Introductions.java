package health.clarion.safeguards.privacy.names;

import java.util.Set;

/** Where the words around make a name of a word, whatever a list or the model says of it. */
final class Introductions {
    private static final Set<String> INTRODUCING =
            Set.of("i'm", "im", "called", "named", "llamo", "llama", "llamado", "llamada", "dic", "diu", "soy", "soc");

    /** What follows the name of someone who is spoken to, after a comma. */
    private static final Set<String> ADDRESSING = Set.of(
            "can", "could", "would", "will", "may", "please", "are", "do", "did", "have", "what", "where", "when",
            "why", "how", "thank", "thanks", "you", "your", "you're", "i'm", "puedes", "podrias", "gracias", "pots",
            "podries", "gracies", "sisplau");

    private static final Set<String> WHOSE =
            Set.of("my", "her", "his", "their", "your", "maiden", "first", "last", "full", "real", "birth");

    /** The style of a text from which on capitals say nothing, see {@link Tokens#style}. */
    private static final int HEADLINE = 2;

    private static final int COMMON = Trait.WORD.bit() | Trait.IBERIAN_WORD.bit() | Trait.DATE.bit() | Trait.BODY.bit();
    private static final int SECOND = Trait.SURNAME.bit() | Trait.RARE_SURNAME.bit() | Trait.GIVEN.bit();

    private final Tokens tokens;

    Introductions(Tokens tokens) {
        this.tokens = tokens;
    }

    /** "I'm Will", "a boy called Sol", "my name is Grace". */
    boolean isIntroduced(int at) {
        return isPlainName(at)
                && (INTRODUCING.contains(tokens.word(at - 1))
                        || tokens.word(at - 1).equals("is")
                                && tokens.word(at - 2).equals("name"));
    }

    /** "Warin, could you call me?": a word that opens a sentence, is no usual word, and is spoken to. */
    boolean isSpokenTo(int at) {
        boolean opens = at == 0
                || tokens.shape(at - 1) == Shape.STOP
                || tokens.word(at - 1).equals("\"");
        return opens
                && tokens.word(at + 1).equals(",")
                && ADDRESSING.contains(tokens.word(at + 2))
                && isPlainName(at)
                && (tokens.traits(at) & COMMON) == 0;
    }

    /** "Her maiden name is Key": whatever else the word may mean. */
    boolean isNamedOutright(int at) {
        boolean is = tokens.word(at - 1).equals("is") || tokens.word(at - 1).equals("was");
        boolean name = tokens.word(at - 2).equals("name") || tokens.word(at - 2).equals("surname");
        return is && name && WHOSE.contains(tokens.word(at - 3)) && isPlainName(at);
    }

    /** A widely used given name and a surname, though both be towns as well: Sofia Lima. */
    boolean isFullName(int at) {
        return tokens.is(at, Trait.GIVEN)
                && isPlainName(at)
                && isPlainName(at + 1)
                && !tokens.shape(at - 1).isUpper()
                && !tokens.shape(at + 2).isUpper()
                && (tokens.traits(at + 1) & SECOND) != 0
                && ((tokens.traits(at) | tokens.traits(at + 1)) & (COMMON | Trait.RARE_WORD.bit())) == 0;
    }

    private boolean isPlainName(int at) {
        return tokens.shape(at) == Shape.CAPITALISED && tokens.style() < HEADLINE;
    }
}
