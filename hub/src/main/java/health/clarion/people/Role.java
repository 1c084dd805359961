package health.clarion.people;

import java.util.Locale;

/** What a member of the organisation is there to do. One person may hold several. */
public enum Role {
    /** Runs the hub: people, accounts, settings. */
    ADMINISTRATOR(true, true, true),
    /** Plans campaigns, writes and publishes posts. */
    COMMUNICATOR(true, true, true),
    /** Signs off what is said about health. */
    CLINICIAN(true, true, false),
    /** Signs off what has legal weight. */
    LEGAL(true, true, false),
    /** Reads and answers what comes back. */
    MODERATOR(true, false, false),
    /** Reads the numbers. */
    ANALYST(false, false, false),
    /** Reads one campaign of a partner organisation. */
    PARTNER(false, false, false);

    private final boolean writes;
    private final boolean signsOff;
    private final boolean publishes;

    Role(boolean writes, boolean signsOff, boolean publishes) {
        this.writes = writes;
        this.signsOff = signsOff;
        this.publishes = publishes;
    }

    /** Whether the role changes anything beyond the member's own account. */
    public boolean writes() {
        return writes;
    }

    /** Whether the role may be asked to sign off; with a second factor only. */
    public boolean signsOff() {
        return signsOff;
    }

    /** Whether the role may send something out; with a second factor only. */
    public boolean publishes() {
        return publishes;
    }

    /** Whether the role can be lent to a colleague for a while. Running the hub and a partner's view can't. */
    public boolean lendable() {
        return this != ADMINISTRATOR && this != PARTNER;
    }

    /** {@code "communicator"}, as the API and forms say it. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The authority's name in Spring Security. */
    public String authority() {
        return "ROLE_" + name();
    }

    /**
     * The role with this {@link #id}.
     *
     * @throws IllegalArgumentException when there is none
     */
    public static Role of(String id) {
        for (Role role : values()) {
            if (role.id().equals(id)) {
                return role;
            }
        }
        throw new IllegalArgumentException("No role is called " + id);
    }
}
