package health.clarion.accounts;

import java.util.UUID;

/** A network stopped taking an account's credentials. */
public record AccountNeedsSignIn(UUID account) {}
