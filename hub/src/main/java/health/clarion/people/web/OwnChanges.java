package health.clarion.people.web;

import health.clarion.people.MemberAuthentication;
import health.clarion.people.MemberAuthentication.Way;
import health.clarion.people.Scope;
import health.clarion.ui.Problem;

/** Who may change their own account: everybody in a browser, and a token that was given writing. */
final class OwnChanges {

    private OwnChanges() {}

    static void require(MemberAuthentication me) {
        boolean may =
                switch (me.way()) {
                    case Way.Browser browser -> true;
                    case Way.Token token -> token.scopes().contains(Scope.WRITE);
                };
        if (!may) {
            throw Problem.forbidden("people.token-reads-only");
        }
    }
}
