package health.clarion.safeguards.crisis;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Words that can mean a risk to life, as a file of signs tells them.
 *
 * @param id its name
 * @param group what kind of sign it is
 * @param lang the language of these words
 * @param about whom the words themselves name
 * @param rule the rule it fires when it is said by or of that person, now, and affirmed; null when it fires none
 * @param past the rule when it is told of the past; null when that fires none
 * @param raised other rules when other words stand with it; the first that fits is taken
 * @param needs what else must be said for it to count
 * @param needed the voices that must stand right before it for it to count, as bits
 * @param source what justifies it
 */
record Sign(
        String id,
        Group group,
        String lang,
        About about,
        @Nullable String rule,
        @Nullable String past,
        List<Raised> raised,
        Needs needs,
        long needed,
        String source)
        implements Cue {
    /** Whom the words of a sign name. */
    enum About {
        /** The writer, unless somebody else stands right before them. */
        WRITER,
        /** Whoever stands nearest. */
        NEAR,
        /** Somebody the writer knows. */
        OTHER,
        /** Somebody else, known when the writer speaks of people near to them. */
        KNOWN,
        /** Somebody of whom the writer speaks in the present, known unless it is a report, a story or people in general. */
        THEM,
        /** Nobody at risk: it takes shorter signs inside it with it. */
        SILENT
    }

    /** What else must be said in the text for a sign to count. */
    enum Needs {
        /** Nothing. */
        NOTHING,
        /** Another sign of suicide by the writer. */
        SUICIDAL,
        /** Anything else of the writer's despair; another sign that needs company is enough. */
        COMPANY
    }

    /**
     * A higher rule when a voice stands with the sign.
     *
     * @param before a voice that must stand right before it, or null
     * @param near a voice that must stand in its sentence, or null
     * @param rule the rule it fires then
     */
    record Raised(@Nullable Voice before, @Nullable Voice near, String rule) {}
}
