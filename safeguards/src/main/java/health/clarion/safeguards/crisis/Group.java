package health.clarion.safeguards.crisis;

import health.clarion.safeguards.Crisis.Risk;
import org.jspecify.annotations.Nullable;

/** What kind of sign it is, as the files of signs write it in small letters with dashes. */
enum Group {
    /** Killing oneself. */
    ACT(Sort.SUICIDAL, Risk.SUICIDE),
    /** A way to kill oneself. */
    METHOD(Sort.SUICIDAL, Risk.SUICIDE),
    /** It is said to be meant. */
    INTENT(Sort.SUICIDAL, Risk.SUICIDE),
    /** Wishes to be dead. */
    WISH(Sort.SUICIDAL, Risk.SUICIDE),
    /** Wishes not to live. */
    PASSIVE(Sort.SUICIDAL, Risk.SUICIDE),
    /** Speaks of suicidal thoughts. */
    TALK(Sort.SUICIDAL, Risk.SUICIDE),
    /** Tells of an attempt. */
    ATTEMPT(Sort.SUICIDAL, Risk.SUICIDE),
    /** It is happening: a place, a means at hand, a goodbye. */
    NOW(Sort.SUICIDAL, Risk.SUICIDE),
    /** A plan that is worked out. */
    PLAN(Sort.SUICIDAL, Risk.SUICIDE),
    /** Prepares to be gone: letters, gifts, a stock of pills. */
    PREPARING(Sort.SUICIDAL, Risk.SUICIDE),
    /** What keeps the writer from it. */
    DETERRED(Sort.SUICIDAL, Risk.SUICIDE),
    /** Does not feel safe with themselves. */
    DANGER(Sort.SUICIDAL, Risk.SUICIDE),
    /** Hurts themselves. */
    SELF_HARM(Sort.OTHER, Risk.SELF_HARM),
    /** Starves, purges, or is ruled by food. */
    EATING(Sort.OTHER, Risk.EATING_DISORDER),
    /** Is hurt or threatened by somebody. */
    ABUSE(Sort.OTHER, Risk.ABUSE),
    /** Is told by somebody to kill themselves. */
    TOLD(Sort.OTHER, Risk.ABUSE),
    /** Took too much of something. */
    OVERDOSE(Sort.OTHER, Risk.OVERDOSE),
    /** Hears, sees or believes what is not there. */
    PSYCHOSIS(Sort.OTHER, Risk.PSYCHOSIS),
    /** Sees no hope. */
    HOPELESS(Sort.DISTRESS, null),
    /** Feels a burden to others. */
    BURDEN(Sort.DISTRESS, null),
    /** Sees no way out. */
    TRAPPED(Sort.DISTRESS, null),
    /** Thinks nothing of themselves. */
    WORTHLESS(Sort.DISTRESS, null),
    /** Cannot go on. */
    EXHAUSTED(Sort.DISTRESS, null),
    /** Has nobody. */
    ALONE(Sort.DISTRESS, null),
    /** Suffers, or feels nothing any more. */
    PAIN(Sort.DISTRESS, null),
    /** Somebody the writer knows, in words that name them. */
    OTHER(Sort.OTHER, Risk.SUICIDE),
    /** The act in the third person, of whoever is spoken of. */
    THIRD(Sort.OTHER, Risk.SUICIDE),
    /** The word suicide itself. */
    SUICIDE(Sort.OTHER, null),
    /** Lost somebody to suicide. */
    BEREAVED(Sort.OTHER, null),
    /** Said to a reader by one who answers. */
    TO_YOU(Sort.OTHER, null),
    /** A figure of speech, or an accident. */
    IDIOM(Sort.OTHER, null);

    private enum Sort {
        SUICIDAL,
        DISTRESS,
        OTHER
    }

    private final Sort sort;
    private final @Nullable Risk risk;

    Group(Sort sort, @Nullable Risk risk) {
        this.sort = sort;
        this.risk = risk;
    }

    /** The kind of risk it is a sign of, or null when it is only distress or no sign by itself. */
    @Nullable
    Risk risk() {
        return risk;
    }

    /** Whether it is one of the moods that surround a crisis. */
    boolean isDistress() {
        return sort == Sort.DISTRESS;
    }

    /** Whether it is about the writer's suicide. */
    boolean isSuicidal() {
        return sort == Sort.SUICIDAL;
    }
}
