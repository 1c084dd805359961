package health.clarion.safeguards.crisis;

/**
 * What the score is made of: how much each adds to the log odds that a text is by someone thinking of suicide or worse. Counts go in as
 * the logarithm of one more, shares as they are. The same for every language: fitted on English, and only used to order.
 *
 * <p>The 25 coefficients were fitted by logistic regression with a ridge penalty on the tuning part (70 % by the SHA-256 of the id) of
 * {@code crisis/cssrs_posts}: posts from r/SuicideWatch annotated after the C-SSRS (M. Gaur and others, Knowledge-aware assessment of
 * severity of suicide risk for early intervention, WWW 2019). {@code clarion evaluate crisis-cssrs --fit} tells what fitting anew gives.
 */
enum Factor {
    /** Where a text without anything starts. */
    BIAS(-2.91),
    /** Wishes to be dead. */
    WISH(0.34),
    /** Wishes not to live. */
    PASSIVE(0.74),
    /** Speaks of suicidal thoughts. */
    TALK(1.88),
    /** Tells of an attempt. */
    ATTEMPT(1.94),
    /** Intent, plan, preparation, goodbye. */
    PLAN(1.84),
    /** What keeps the writer from it. */
    DETERRED(2.51),
    /** Does not feel safe with themselves. */
    DANGER(4.08),
    /** Hurts themselves. */
    SELF_HARM(3.94),
    /** The same of a time that is over. */
    BEFORE(3.64),
    /** The same, denied: whoever denies it, thinks of it. */
    DENIED(1.03),
    /** Somebody the writer knows is at risk, so it is not the writer. */
    SOMEONE_ELSE(-1.7),
    /** The word suicide, about anyone. */
    SUICIDE_WORD(0.18),
    /** Lost somebody to suicide, a risk of its own. */
    BEREAVED(2.55),
    /** Sentences in which the writer speaks of death and addresses nobody. */
    OWN_DEATH(0.29),
    /** Words of one who helps. */
    HELPING(-0.38),
    /** Share of words for the writer. */
    FIRST_SHARE(1.68),
    /** Share of words for the reader. */
    SECOND_SHARE(-2.73),
    /** Words. */
    LENGTH(0.16),
    /** Questions asked. */
    QUESTIONS(-0.68),
    /** Words of care: therapist, medication. */
    CARE(0.84),
    /** Words of life and death. */
    DEATH(0.49),
    /** Words for what goes on. */
    STILL(0.01),
    /** The level the rules give. */
    LEVEL(0.29),
    /** Whether that is an alarm. */
    ALARM(1.19);

    private final double weight;

    Factor(double weight) {
        this.weight = weight;
    }

    double weight() {
        return weight;
    }
}
