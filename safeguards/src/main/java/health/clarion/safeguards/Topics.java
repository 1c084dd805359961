package health.clarion.safeguards;

/** What a finding's words can touch, so that a review can be asked of the right people. */
public final class Topics {
    /** A statement about health that could be true or false: a clinician looks at it. */
    public static final String HEALTH_CLAIM = "health-claim";

    /** A medicine or a treatment sold: the law on advertising medicines applies. */
    public static final String MEDICINE = "medicine";

    /** Someone praises a treatment or a service from their own experience. */
    public static final String TESTIMONIAL = "testimonial";

    /** Someone's own story: consent and a second reader. */
    public static final String PERSON_STORY = "person-story";

    private Topics() {}
}
