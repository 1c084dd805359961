package health.clarion.networks;

import java.text.Normalizer;
import java.util.Optional;

/**
 * A hashtag that every network accepts: letters, digits and underscores, at least one letter, without the sign.
 *
 * @param name the words, such as {@code OneOpenDoor}, in NFC
 */
public record Hashtag(String name) {
    /** Bluesky detects no longer one, which is the strictest of the ten. Source: the fact {@code hashtag.length}. */
    public static final int LONGEST = 64;

    /** What can be wrong with a hashtag, for whoever words it for people. */
    public enum Fault {
        EMPTY("is empty"),
        TOO_LONG("is longer than " + LONGEST + " UTF-16 units"),
        FORBIDDEN_SIGN("holds something else than letters, digits and underscores"),
        NO_LETTER("has no letter");

        private final String words;

        Fault(String words) {
            this.words = words;
        }
    }

    /** @throws IllegalArgumentException when it isn't a hashtag; ask {@link #faultIn} first where people type */
    public Hashtag {
        name = Normalizer.normalize(name, Normalizer.Form.NFC);
        Optional<Fault> fault = fault(name);
        if (fault.isPresent()) {
            throw new IllegalArgumentException("“" + name + "” is no hashtag: it " + fault.get().words);
        }
    }

    /** What is wrong with these words as a hashtag, with or without the sign; empty when nothing is. */
    public static Optional<Fault> faultIn(String text) {
        return fault(Normalizer.normalize(unsigned(text), Normalizer.Form.NFC));
    }

    /**
     * The hashtag written here, with or without the sign and space around it.
     *
     * @throws IllegalArgumentException when it isn't one, saying why
     */
    public static Hashtag of(String text) {
        return new Hashtag(unsigned(text));
    }

    /**
     * The hashtag a phrase makes when its words are joined with a capital each: “one open door” becomes OneOpenDoor, which a
     * screen reader reads as three words. Words that already have capitals (NHS, McMillan) keep them.
     *
     * @throws IllegalArgumentException when nothing in the phrase can stand in a hashtag
     */
    public static Hashtag fromPhrase(String phrase) {
        return new Hashtag(Words.joined(phrase));
    }

    /** The same hashtag with a capital for each word, when it is all in one case and made of several known words. */
    public Optional<Hashtag> inCamelCase() {
        return Words.inCamelCase(name).map(Hashtag::new);
    }

    /** True when a screen reader would read several words as one. */
    public boolean needsCapitals() {
        return inCamelCase().isPresent();
    }

    /** With the sign. */
    @Override
    public String toString() {
        return "#" + name;
    }

    private static String unsigned(String text) {
        String trimmed = text.strip();
        boolean signed = trimmed.startsWith("#") || trimmed.startsWith("\uFF03");
        return signed ? trimmed.substring(1) : trimmed;
    }

    private static Optional<Fault> fault(String name) {
        if (name.isEmpty()) {
            return Optional.of(Fault.EMPTY);
        }
        if (name.length() > LONGEST) {
            return Optional.of(Fault.TOO_LONG);
        }
        if (!name.codePoints().allMatch(Hashtag::isAllowed)) {
            return Optional.of(Fault.FORBIDDEN_SIGN);
        }
        return name.codePoints().anyMatch(Character::isLetter) ? Optional.empty() : Optional.of(Fault.NO_LETTER);
    }

    private static boolean isAllowed(int codePoint) {
        return SocialText.isLetterOrMark(codePoint)
                || Character.getType(codePoint) == Character.DECIMAL_DIGIT_NUMBER
                || codePoint == '_';
    }
}
