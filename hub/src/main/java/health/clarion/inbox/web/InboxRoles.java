package health.clarion.inbox.web;

/** Who may read other people's words here, and who may act. A partner or an analyst sees none of them. */
final class InboxRoles {

    static final String MAY_READ = "hasAnyRole('MODERATOR', 'COMMUNICATOR', 'CLINICIAN', 'ADMINISTRATOR')";
    static final String MAY_ACT = MAY_READ + " and hasAuthority('write')";
    static final String MAY_ANSWER =
            "hasAnyRole('MODERATOR', 'COMMUNICATOR', 'ADMINISTRATOR') and hasAuthority('publish')";
    static final String MAY_SET_DUTY =
            "hasAnyRole('MODERATOR', 'COMMUNICATOR', 'ADMINISTRATOR') and hasAuthority('write')";
    static final String MAY_ERASE = "hasAnyRole('MODERATOR', 'ADMINISTRATOR') and hasAuthority('write')";

    private InboxRoles() {}
}
