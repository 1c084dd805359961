package health.clarion.safeguards;

/** How deep a check looks; each does all that the one before does. */
public enum Effort {
    /** Rules on words, numbers and shapes: about 20 microseconds a short post. */
    RULES,
    /** Also people's names in running text. */
    NAMES,
    /** Also what the text means, by a sentence model: about 3 milliseconds more. */
    MEANING;

    /** Whether this looks at least as deep as another. */
    public boolean reaches(Effort other) {
        return compareTo(other) >= 0;
    }
}
