package health.clarion.safeguards.crisis;

/**
 * A voice in the words of one language.
 *
 * @param voice what the words tell
 * @param lang whose words they are
 */
record Heard(Voice voice, String lang) implements Cue {}
