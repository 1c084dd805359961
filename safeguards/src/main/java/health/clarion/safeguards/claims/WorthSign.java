package health.clarion.safeguards.claims;

import java.util.Locale;

/**
 * Something that can be seen in an English text and makes it more or less likely that the text holds a claim worth checking. One that has a
 * list counts the list's words ({@code worth-…} in the rule files).
 */
enum WorthSign {
    /** An illness by its name. */
    DISEASE(1, true),
    /** What may be any illness, or the pandemic's. */
    SICKNESS(1, true),
    REMEDY(1, true),
    EFFECT(1, true),
    CAUSE(1, true),
    OUTCOME(1, true),
    BODY(1, true),
    EATING(1, true),
    HABIT(1, true),
    STUDY(1, true),
    FINDING(1, true),
    TESTING(1, true),
    HARM(1, true),
    UNWELL(1, true),
    PLOT(1, true),
    ACCUSATION(1, true),
    LAW(1, true),
    MONEY(1, true),
    COUNTRY(1, true),
    POLITICS(1, true),
    REVEALING(1, true),
    IMMUNITY(1, true),
    DENIAL(1, true),
    THIRD_PERSON(1, true),
    CERTAINTY(1, true),
    SUPPLY(-1, true),
    INVITATION(-1, true),
    THANKS(-1, true),
    AUTHORITY(-1, true),
    FEELING(-1, true),
    PLAN(-1, true),
    ADVICE(-1, true),
    SELF(-1, true),
    ECONOMY(-1, true),
    FUN(-1, true),
    FAMILY(-1, true),
    /** A disease and a remedy or an effect. */
    DISEASE_AND_REMEDY(1, false),
    /** A disease and a cause. */
    DISEASE_AND_CAUSE(1, false),
    /** Words; on a scale that grows ever slower. */
    LENGTH(1, false),
    NUMBERS(0, false),
    PERCENT(1, false),
    HASHTAGS(0, false),
    /** Web addresses. */
    ADDRESSES(-1, false),
    EXCLAIMED(1, false),
    QUOTED(1, false),
    /** Words in capitals, of four letters at least. */
    SHOUTED(1, false),
    /** Begins with an @mention. */
    REPLY(0, false),
    /** Begins with "I" or "my". */
    BEGINS_WITH_SELF(-1, false),
    /** Vaccines are named. */
    VACCINE(0, false);

    /** 1 for what by its nature makes a check more worth while, -1 less, 0 when it may do either. */
    final int direction;

    /** Whether it counts the words of a list. */
    final boolean listed;

    WorthSign(int direction, boolean listed) {
        this.direction = direction;
        this.listed = listed;
    }

    /** Its name in {@code worthiness.tsv}, and after {@code worth-} that of its list. */
    String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
