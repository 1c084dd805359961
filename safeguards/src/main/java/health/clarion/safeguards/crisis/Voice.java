package health.clarion.safeguards.crisis;

import java.util.Locale;

/** What the words around a sign tell; {@code crisis-voices.yaml} holds the words of each. */
enum Voice {
    INTENT,
    WANT,
    TRIED,
    DENIAL,
    NO_DENIAL,
    PAST,
    AGO,
    STILL,
    OVER,
    IMPLIED,
    TONIGHT,
    JUST_NOW,
    FIRST,
    SECOND,
    THIRD,
    ANYONE,
    KIN,
    HELPING,
    QUOTING,
    SAYS,
    NEWS,
    FICTION,
    SONG,
    RESEARCH,
    CHARITY,
    CARE,
    MOOD,
    DEATH,
    JOKING,
    SHE,
    INGEST,
    DRUG,
    MUCH,
    MEANS,
    PLACE,
    FAREWELL,
    DO_IT,
    EVERYDAY,
    GIVE,
    GOODBYE,
    OUT;

    /** The bit that stands for it in a set. */
    long bit() {
        return 1L << ordinal();
    }

    static Voice of(String id) {
        return valueOf(id.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
