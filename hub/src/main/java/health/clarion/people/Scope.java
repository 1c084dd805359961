package health.clarion.people;

/** What a session or token may be used for, within what the member's roles allow. */
public enum Scope {
    READ("read"),
    WRITE("write"),
    SIGN_OFF("sign-off"),
    PUBLISH("publish");

    private final String id;

    Scope(String id) {
        this.id = id;
    }

    /** {@code "sign-off"}: the word in the API and the authority's name in Spring Security. */
    public String id() {
        return id;
    }

    /** Whether giving it to a token asks for a fresh second factor and a short life. */
    public boolean strong() {
        return this == SIGN_OFF || this == PUBLISH;
    }

    /** Whether a member with this role may have it at all. */
    boolean allowedFor(Role role) {
        return switch (this) {
            case READ -> true;
            case WRITE -> role.writes();
            case SIGN_OFF -> role.signsOff();
            case PUBLISH -> role.publishes();
        };
    }

    /**
     * The scope with this {@link #id}.
     *
     * @throws IllegalArgumentException when there is none
     */
    public static Scope of(String id) {
        for (Scope scope : values()) {
            if (scope.id.equals(id)) {
                return scope;
            }
        }
        throw new IllegalArgumentException("No scope is called " + id);
    }
}
