package health.clarion.safeguards.crisis;

/** What the words around a sign tell; {@code crisis-voices.yaml} holds the words of each. */
enum Voice {
    /** Right before a sign: it is meant to be done. */
    INTENT,
    /** Right before words of death or life: they are wished or thought of. */
    WANT,
    /** Right before a sign: it was tried. */
    TRIED,
    /** Right before a sign: it is denied. */
    DENIAL,
    /** Holds a word of denial but denies nothing. */
    NO_DENIAL,
    /** Right before a sign: the past tense. */
    PAST,
    /** In its sentence: a time that is over. */
    AGO,
    /** It goes on. */
    STILL,
    /** Anywhere: what was is over. */
    OVER,
    /** Starts a sentence of the writer that does not say I. */
    IMPLIED,
    /** A time near at hand. */
    TONIGHT,
    /** A time just past. */
    JUST_NOW,
    /** The writer. */
    FIRST,
    /** The reader. */
    SECOND,
    /** Somebody else, known or not. */
    THIRD,
    /** Somebody in general. */
    ANYONE,
    /** Somebody near to the writer. */
    KIN,
    /** One who helps. */
    HELPING,
    /** Quotes what somebody at risk may say. */
    QUOTING,
    /** Somebody else speaks. */
    SAYS,
    /** A report. */
    NEWS,
    /** A story. */
    FICTION,
    /** A song. */
    SONG,
    /** A study, or a clinic. */
    RESEARCH,
    /** A charity and its work. */
    CHARITY,
    /** Therapy and medicine. */
    CARE,
    /** Low moods. */
    MOOD,
    /** Life and death. */
    DEATH,
    /** Laughter. */
    JOKING,
    /** A particular person. */
    SHE,
    /** Swallowing; from here on parts of compounds. */
    INGEST,
    /** A medicine or a poison that is often taken too much of. */
    DRUG,
    /** All or a lot of it. */
    MUCH,
    /** Taking much of something. */
    DOSE,
    /** Any medicine. */
    MEDICINE,
    /** Enough, and enough to die of. */
    ENOUGH,
    /** A means. */
    MEANS,
    /** A high place, or tracks. */
    PLACE,
    /** A goodbye. */
    FAREWELL,
    /** It is ready, or meant to be done. */
    DO_IT,
    /** Errands and habits, which no compound is about. */
    EVERYDAY,
    /** Giving things away. */
    GIVE,
    /** Words for a goodbye. */
    GOODBYE,
    /** Does not wake or breathe. */
    OUT;

    /** The bit that stands for it in a set. */
    long bit() {
        return 1L << ordinal();
    }
}
