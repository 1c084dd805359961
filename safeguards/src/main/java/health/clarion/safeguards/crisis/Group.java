package health.clarion.safeguards.crisis;

import health.clarion.safeguards.Crisis.Risk;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What kind of sign it is, as the files of signs write it in small letters with dashes. */
enum Group {
    ACT(Risk.SUICIDE),
    METHOD(Risk.SUICIDE),
    INTENT(Risk.SUICIDE),
    WISH(Risk.SUICIDE),
    PASSIVE(Risk.SUICIDE),
    TALK(Risk.SUICIDE),
    ATTEMPT(Risk.SUICIDE),
    NOW(Risk.SUICIDE),
    PLAN(Risk.SUICIDE),
    PREPARING(Risk.SUICIDE),
    DETERRED(Risk.SUICIDE),
    DANGER(Risk.SUICIDE),
    SELF_HARM(Risk.SELF_HARM),
    EATING(Risk.EATING_DISORDER),
    ABUSE(Risk.ABUSE),
    TOLD(Risk.ABUSE),
    OVERDOSE(Risk.OVERDOSE),
    PSYCHOSIS(Risk.PSYCHOSIS),
    HOPELESS(null),
    BURDEN(null),
    TRAPPED(null),
    WORTHLESS(null),
    EXHAUSTED(null),
    ALONE(null),
    PAIN(null),
    OTHER(Risk.SUICIDE),
    THIRD(Risk.SUICIDE),
    SUICIDE(null),
    BEREAVED(null),
    TO_YOU(null),
    IDIOM(null);

    private final @Nullable Risk risk;

    Group(@Nullable Risk risk) {
        this.risk = risk;
    }

    /** The kind of risk it is a sign of, or null when it is only distress or no sign by itself. */
    @Nullable
    Risk risk() {
        return risk;
    }

    /** Whether it is one of the moods that surround a crisis. */
    boolean isDistress() {
        return compareTo(HOPELESS) >= 0 && compareTo(PAIN) <= 0;
    }

    /** Whether it is about the writer's suicide. */
    boolean isSuicidal() {
        return compareTo(DANGER) <= 0;
    }

    static Group of(String id) {
        return valueOf(id.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
